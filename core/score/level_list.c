// SPDX-License-Identifier: MIT
#include "score/level_list.h"

static const jx_str separators[] = {JX_STR(","), JX_STR("，"), JX_STR("、"),
                                    JX_STR(";"), JX_STR("；"), JX_STR("\n")};
static const jx_str colons[] = {JX_STR(":"), JX_STR("：")};

// The first place in the text where one of the words stands; the text's size where none does.
static size_t find_first(jx_str text, const jx_str *words, size_t count, size_t *ret_size)
{
    for (size_t at = 0; at < text.size; at++) {
        for (size_t i = 0; i < count; i++) {
            if (jx_str_starts(jx_str_from(text, at), words[i])) {
                *ret_size = words[i].size;
                return at;
            }
        }
    }
    *ret_size = 0;
    return text.size;
}

jx_str jx_level_list_next(jx_str *rest)
{
    if (rest->data == NULL) {
        return JX_STR_NONE;
    }
    size_t size = 0;
    size_t at = find_first(*rest, separators, sizeof separators / sizeof separators[0], &size);
    jx_str part = jx_str_first(*rest, at);
    *rest = at == rest->size ? JX_STR_NONE : jx_str_from(*rest, at + size);
    return part;
}

jx_str jx_level_list_split(jx_str text, jx_str *ret_tail)
{
    size_t size = 0;
    size_t at = find_first(text, colons, sizeof colons / sizeof colons[0], &size);
    *ret_tail = at == text.size ? JX_STR_NONE : jx_str_trim(jx_str_from(text, at + size));
    return jx_str_trim(jx_str_first(text, at));
}

static jx_status add_level(jx_arena *arena,
                           jx_level_list *list,
                           jx_str *names,
                           jx_str *tails,
                           jx_str part,
                           const jx_place *place,
                           jx_error *err)
{
    jx_str tail;
    jx_str name = jx_level_list_split(part, &tail);
    if (name.size == 0) {
        return jx_fail(err, place, JX_MESSAGE_LEVEL_EMPTY, JX_STR_NONE);
    }
    for (size_t i = 0; i < list->count; i++) {
        if (jx_str_equal(names[i], name)) {
            return jx_fail(err, place, JX_MESSAGE_LEVEL_TWICE, name);
        }
    }
    names[list->count] = jx_arena_copy(arena, name);
    tails[list->count] = tail.data == NULL ? JX_STR_NONE : jx_arena_copy(arena, tail);
    bool tail_lost = tail.data != NULL && tails[list->count].data == NULL;
    if (names[list->count].data == NULL || tail_lost) {
        return jx_fail_memory(err);
    }
    list->count++;
    return JX_OK;
}

static size_t count_parts(jx_str text)
{
    size_t count = 0;
    while (jx_level_list_next(&text).data != NULL) {
        count++;
    }
    return count;
}

jx_status jx_level_list_read(
    jx_arena *arena, jx_str text, const jx_place *place, jx_level_list *ret, jx_error *err)
{
    size_t most = count_parts(text);
    jx_str *names = jx_arena_array(arena, most, sizeof *names);
    jx_str *tails = jx_arena_array(arena, most, sizeof *tails);
    if (names == NULL || tails == NULL) {
        return jx_fail_memory(err);
    }
    jx_level_list list = {names, tails, 0};
    for (jx_str part = jx_level_list_next(&text); part.data != NULL;
         part = jx_level_list_next(&text)) {
        jx_status status = add_level(arena, &list, names, tails, part, place, err);
        if (status != JX_OK) {
            return status;
        }
    }
    *ret = list;
    return JX_OK;
}
