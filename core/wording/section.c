// SPDX-License-Identifier: MIT
#include "wording/section.h"

#include "base/decimal.h"
#include "base/utf8.h"

enum { KEY_TEXT = 64 };

static jx_str value_of(const jx_section *section, const char *key)
{
    const jx_entry *entry = jx_section_find(section, key);
    return entry == NULL ? JX_STR_NONE : entry->value;
}

jx_wording jx_wording_of(const jx_project *project, const jx_section *section, bool formal)
{
    jx_wording wording = {
        .category = value_of(section, "category"),
        .subcategory = value_of(section, "subcategory"),
        .name = value_of(section, "name"),
        .value = value_of(section, "value"),
        .content = value_of(section, "content"),
        .target = value_of(section, "target"),
        .comparator = value_of(section, "comparator"),
        .unit = value_of(section, "unit"),
        .weight = value_of(section, "weight"),
        .kind = value_of(section, "kind"),
        .year = value_of(&project->head, "year"),
        .rule = value_of(section, "rule"),
    };
    if (!formal && (wording.value.size != 0 || wording.content.size != 0)) {
        wording.target = JX_STR_NONE;
    }
    if (!formal && wording.kind.size != 0) {
        wording.comparator = JX_STR_NONE;
    }
    return wording;
}

jx_str jx_reading_find(const jx_reading *reading, const char *key)
{
    for (size_t i = 0; i < reading->key_count; i++) {
        if (strcmp(reading->keys[i].key, key) == 0) {
            return reading->keys[i].value;
        }
    }
    return JX_STR_NONE;
}

// ------------------------------------------------------------------------------------------- agreement

static const struct sign {
    jx_str written;
    const char *plain;
} signs[] = {
    {JX_STR("≥"), ">="},
    {JX_STR("≤"), "<="},
    {JX_STR("＝"), "="},
    {JX_STR("％"), "%"},
};

// Without blanks, signs plain; JX_STR_NONE where it is too long for a number or a word.
static jx_str plain(jx_str text, char buffer[KEY_TEXT])
{
    char bare[KEY_TEXT];
    size_t size = 0;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (jx_str_equal(text, signs[i].written)) {
            return jx_str_of(signs[i].plain);
        }
    }
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == ' ' || text.data[i] == '\n') {
            continue;
        }
        if (size == sizeof bare) {
            return JX_STR_NONE;
        }
        bare[size++] = text.data[i];
    }
    return jx_utf8_narrow((jx_str){bare, size}, buffer, KEY_TEXT);
}

bool jx_key_agrees(jx_str a, jx_str b)
{
    char buffers[2][KEY_TEXT];
    jx_decimal first;
    jx_decimal second;
    const jx_str one = plain(a, buffers[0]);
    const jx_str two = plain(b, buffers[1]);
    if (one.data == NULL || two.data == NULL) {
        return jx_str_equal(a, b);
    }
    if (jx_decimal_parse(one, &first) && jx_decimal_parse(two, &second)) {
        return jx_decimal_compare(first, second) == 0;
    }
    return jx_str_equal(one, two);
}

// -------------------------------------------------------------------------------------------- sections

jx_status jx_section_complete(jx_arena *arena,
                              const jx_section *section,
                              const jx_reading *reading,
                              jx_section *ret,
                              const jx_entry **ret_differs,
                              jx_error *err)
{
    const jx_entry *rule = jx_section_find(section, "rule");
    const uint32_t line = rule == NULL ? section->line : rule->line;
    jx_entry *entries = jx_arena_array(arena, section->count + reading->key_count, sizeof *entries);
    if (entries == NULL) {
        return jx_fail_memory(err);
    }
    size_t count = section->count;
    if (count != 0) {
        memcpy(entries, section->entries, count * sizeof *entries);
    }
    *ret_differs = NULL;
    for (size_t i = 0; i < reading->key_count; i++) {
        const jx_rule_key *key = &reading->keys[i];
        const jx_entry *stated = jx_section_find(section, key->key);
        if (stated == NULL) {
            entries[count++] = (jx_entry){jx_str_of(key->key), key->value, line};
        } else if (!jx_key_agrees(stated->value, key->value) && *ret_differs == NULL) {
            *ret_differs = stated;
        }
    }
    *ret = *section;
    ret->entries = entries;
    ret->count = count;
    return JX_OK;
}

jx_status jx_section_make(jx_arena *arena,
                          jx_str id,
                          const jx_wording *wording,
                          const jx_reading *reading,
                          jx_section *ret,
                          jx_error *err)
{
    const struct {
        const char *key;
        jx_str value;
    } cells[] = {
        {"category", wording->category}, {"subcategory", wording->subcategory},
        {"name", wording->name},         {"value", wording->value},
        {"content", wording->content},   {"rule", wording->rule},
        {"unit", wording->unit},         {"kind", wording->kind},
    };
    const size_t most = sizeof cells / sizeof cells[0];
    jx_entry *entries = jx_arena_array(arena, most, sizeof *entries);
    const jx_entry *differs = NULL;
    size_t count = 0;
    if (entries == NULL) {
        return jx_fail_memory(err);
    }
    for (size_t i = 0; i < most; i++) {
        const jx_str value = jx_arena_copy(arena, cells[i].value);
        if (value.data == NULL) {
            return jx_fail_memory(err);
        }
        if (value.size != 0) {
            entries[count++] = (jx_entry){jx_str_of(cells[i].key), value, 1};
        }
    }
    const jx_section published = {.id = id, .line = 1, .entries = entries, .count = count};
    return jx_section_complete(arena, &published, reading, ret, &differs, err);
}
