// SPDX-License-Identifier: MIT
#include "plugin/field_words.h"

#include "base/text.h"
#include "plugin/fields.h"

// In the order of JX_FIELD_…
static const jx_words nouns[] = {
    {"", ""},
    {"文字", "text"},
    {"整数", "a whole number"},
    {"数字", "a number"},
    {"是或否", "yes or no"},
    {"所列词语之一", "one of the listed words"},
    {"百分数", "a percentage"},
    {"分值（N，或权重的 N%）", "points (N, or N% of the weight)"},
    {"日期（如 2024-05-31）", "a date such as 2024-05-31"},
    {"等次之一", "one of the levels"},
};

const jx_str *jx_field_choices(jx_arena *arena, const jx_field *field, size_t *ret_count)
{
    size_t count = field->choices == NULL ? 0 : 1;
    for (const char *at = field->choices; at != NULL && *at != '\0'; at++) {
        count += *at == '|';
    }
    jx_str *choices = count == 0 ? NULL : jx_arena_array(arena, count, sizeof *choices);
    jx_str rest = jx_str_of(field->choices);
    for (size_t i = 0; choices != NULL && i < count; i++) {
        choices[i] = jx_str_next(&rest, '|');
    }
    *ret_count = choices == NULL ? 0 : count;
    return choices;
}

// A, B or C
static void add_words(jx_text *text, const jx_str *words, size_t count, jx_lang lang)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && i + 1 == count) {
            jx_text_put(text, lang == JX_EN ? " or " : "或");
        } else if (i > 0) {
            jx_text_put(text, lang == JX_EN ? ", " : "、");
        }
        jx_text_add(text, words[i]);
    }
}

static void add_bound(jx_text *text, const char *before, const char *bound, const jx_field *field)
{
    jx_text_put(text, before);
    jx_text_put(text, bound);
    if (field->type == JX_FIELD_PERCENT) {
        jx_text_add_char(text, '%');
    }
}

static void add_bounds(jx_text *text, const jx_field *field, jx_lang lang)
{
    if (field->minimum != NULL && field->maximum != NULL) {
        add_bound(text, lang == JX_EN ? " from " : "", field->minimum, field);
        add_bound(text, lang == JX_EN ? " to " : "至", field->maximum, field);
    } else if (field->minimum != NULL) {
        add_bound(text, lang == JX_EN ? " of at least " : "不小于", field->minimum, field);
    } else if (field->maximum != NULL) {
        add_bound(text, lang == JX_EN ? " of at most " : "不大于", field->maximum, field);
    }
    if (lang == JX_ZH && (field->minimum != NULL || field->maximum != NULL)) {
        jx_text_put(text, "的");
    }
}

static void add_noun(jx_text *text, const jx_field *field, jx_lang lang)
{
    const size_t known = sizeof nouns / sizeof nouns[0];
    jx_text_put(text, jx_words_in(nouns[field->type < known ? field->type : 0], lang));
}

jx_str jx_field_words(
    jx_arena *arena, const jx_field *field, const jx_str *levels, size_t level_count, jx_lang lang)
{
    jx_text text = jx_text_in(arena);
    size_t choice_count;
    const jx_str *choices = jx_field_choices(arena, field, &choice_count);
    if (field->type == JX_FIELD_CHOICE && choice_count > 0) {
        add_words(&text, choices, choice_count, lang);
    } else if (field->type == JX_FIELD_LEVEL && level_count > 0) {
        add_words(&text, levels, level_count, lang);
    } else if (lang == JX_EN) {
        add_noun(&text, field, lang);
        add_bounds(&text, field, lang);
    } else {
        add_bounds(&text, field, lang);
        add_noun(&text, field, lang);
    }
    return text.failed ? JX_STR_NONE : jx_text_str(&text);
}

jx_str jx_field_expects(jx_arena *arena, const jx_field *field, jx_lang lang)
{
    return jx_field_words(arena, field, NULL, 0, lang);
}
