// SPDX-License-Identifier: MIT
#include "batch/shard_set.h"

#include "base/text.h"

enum { MISSING_SHOWN = 10 };

static jx_status refuse(const char *path, jx_message message, const char *other, jx_error *err)
{
    const jx_place place = {.file = path};
    return jx_fail(err, &place, message, jx_str_of(other));
}

static jx_status compare(const jx_shard_file *file, const jx_shard_file *first, jx_error *err)
{
    char own[JX_NUMBER_TEXT];
    char others[JX_NUMBER_TEXT];
    const jx_trailer *a = &file->trailer;
    const jx_trailer *b = &first->trailer;
    if (a->count != b->count) {
        const jx_place place = {.file = file->path};
        return jx_fail(err, &place, JX_MESSAGE_SHARD_OTHER_COUNT, jx_str_number(a->count, own),
                       jx_str_number(b->count, others), jx_str_of(first->path));
    }
    if (strcmp(a->input.text, b->input.text) != 0) {
        return refuse(file->path, JX_MESSAGE_SHARD_OTHER_INPUT, first->path, err);
    }
    if (strcmp(a->plan.text, b->plan.text) != 0) {
        return refuse(file->path, JX_MESSAGE_SHARD_OTHER_PLAN, first->path, err);
    }
    return JX_OK;
}

static jx_status put(jx_shard_set *set, const jx_shard_file *file, jx_error *err)
{
    jx_shard_file *slot = &set->files[file->trailer.number - 1];
    if (slot->path != NULL) {
        return refuse(file->path, JX_MESSAGE_SHARD_TWICE, slot->path, err);
    }
    *slot = *file;
    return JX_OK;
}

static jx_status check_missing(const jx_shard_set *set, jx_arena *arena, jx_error *err)
{
    char count[JX_NUMBER_TEXT];
    char lost[JX_NUMBER_TEXT];
    jx_text missing = jx_text_in(arena);
    size_t found = 0;
    for (size_t i = 0; i < set->count; i++) {
        char number[JX_NUMBER_TEXT];
        if (set->files[i].path == NULL) {
            jx_text_list(&missing, jx_str_number(i + 1, number), found++, MISSING_SHOWN);
        }
    }
    return found == 0
               ? JX_OK
               : jx_fail(err, NULL, JX_MESSAGE_SHARD_MISSING, jx_str_number(set->count, count),
                         jx_str_number(found, lost), jx_text_str(&missing));
}

jx_status jx_shard_set_open(
    const char *const *paths, size_t count, jx_arena *arena, jx_shard_set *ret, jx_error *err)
{
    jx_shard_file first = {.path = NULL};
    for (size_t i = 0; i < count; i++) {
        jx_shard_file file;
        jx_status status = jx_shard_file_open(paths[i], &file, err);
        if (status != JX_OK) {
            return status;
        }
        jx_shard_file_close(&file);
        if (i == 0) {
            first = file;
            ret->count = file.trailer.count;
            ret->files = jx_arena_array(arena, ret->count, sizeof *ret->files);
        }
        if (ret->files == NULL) {
            return jx_fail_memory(err);
        }
        status = compare(&file, &first, err);
        status = status != JX_OK ? status : put(ret, &file, err);
        if (status != JX_OK) {
            return status;
        }
    }
    return check_missing(ret, arena, err);
}
