// SPDX-License-Identifier: MIT
#include "plugin/fields.h"

#include "base/date.h"
#include "base/decimal.h"
#include "base/list.h"
#include "base/utf8.h"
#include "plugin/field_words.h"

enum { PLAIN_TEXT = 256 }; // longer ones are no number, word or date

// ------------------------------------------------------------------------------------------- numbers

static bool read_percentage(jx_str plain, jx_decimal *ret)
{
    return jx_str_ends(plain, (jx_str)JX_STR("%")) &&
           jx_decimal_parse(jx_str_first(plain, plain.size - 1), ret);
}

static bool read_points(jx_str plain, jx_decimal weight, jx_decimal *ret)
{
    jx_decimal percentage;
    if (!read_percentage(plain, &percentage)) {
        return jx_decimal_parse(plain, ret);
    }
    jx_decimal share;
    return jx_decimal_multiply(percentage, jx_decimal_make(1, 2), &share) &&
           jx_decimal_multiply(share, weight, ret);
}

static bool is_in_range(const jx_field *field, jx_decimal number)
{
    jx_decimal bound;
    if (jx_decimal_parse(jx_str_of(field->minimum), &bound) &&
        jx_decimal_compare(number, bound) < 0) {
        return false;
    }
    return !jx_decimal_parse(jx_str_of(field->maximum), &bound) ||
           jx_decimal_compare(number, bound) <= 0;
}

// -------------------------------------------------------------------------------------------- words

// Choices are written in ASCII; tables are typed with ≥ and ≤.
static jx_str plain_comparison(jx_str text)
{
    static const struct {
        const char *written;
        const char *plain;
    } signs[] = {{"≥", ">="}, {"≧", ">="}, {"≤", "<="}, {"≦", "<="}};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (jx_str_is(text, signs[i].written)) {
            return jx_str_of(signs[i].plain);
        }
    }
    return text;
}

static bool read_choice(const jx_field *field, jx_str text, jx_str plain, int32_t *ret)
{
    const jx_str word = plain_comparison(plain);
    jx_str rest = jx_str_of(field->choices);
    for (int32_t i = 0; rest.data != NULL; i++) {
        const jx_str choice = jx_str_next(&rest, '|');
        if (jx_str_equal(choice, text) || jx_str_equal(choice, word)) {
            *ret = i;
            return true;
        }
    }
    return false;
}

static bool read_level(const jx_field_context *context, jx_str text, int32_t *ret)
{
    for (size_t i = 0; i < context->level_count; i++) {
        if (jx_str_equal(context->levels[i], text)) {
            *ret = (int32_t)i;
            return true;
        }
    }
    return false;
}

static bool read_day(jx_str text, int32_t *ret)
{
    jx_date_range range;
    bool has_form;
    if (!jx_date_parse(text, &range, &has_form) || range.first != range.last) {
        return false;
    }
    *ret = range.first;
    return true;
}

// -------------------------------------------------------------------------------------------- values

static bool read_number(const jx_field *field, jx_str plain, jx_decimal weight, jx_decimal *ret)
{
    switch (field->type) {
    case JX_FIELD_INTEGER:
        return jx_decimal_parse(plain, ret) && jx_decimal_is_whole(*ret);
    case JX_FIELD_DECIMAL:
        return jx_decimal_parse(plain, ret);
    case JX_FIELD_PERCENT:
        return read_percentage(plain, ret);
    default:
        return read_points(plain, weight, ret);
    }
}

static bool read_value(const jx_field *field,
                       jx_str text,
                       const jx_field_context *context,
                       jx_value *ret)
{
    char buffer[PLAIN_TEXT];
    const jx_str narrow = jx_utf8_narrow(text, buffer, sizeof buffer);
    const jx_str plain = narrow.data == NULL ? (jx_str)JX_STR("") : narrow;
    switch (field->type) {
    case JX_FIELD_TEXT:
        return text.size > 0 || (field->flags & JX_FIELD_REQUIRED) == 0;
    case JX_FIELD_INTEGER:
    case JX_FIELD_DECIMAL:
    case JX_FIELD_PERCENT:
    case JX_FIELD_POINTS:
        return read_number(field, plain, context->weight, &ret->number) &&
               is_in_range(field, ret->number);
    case JX_FIELD_BOOLEAN:
        return jx_str_read_yes_no(text, &ret->index);
    case JX_FIELD_CHOICE:
        return read_choice(field, text, plain, &ret->index);
    case JX_FIELD_DATE:
        return read_day(text, &ret->index);
    case JX_FIELD_LEVEL:
        return read_level(context, text, &ret->index);
    default:
        return false;
    }
}

// -------------------------------------------------------------------------------------------- faults

static jx_lang lang_of(const jx_error *err)
{
    return err == NULL ? JX_ZH : err->lang;
}

static jx_str find_nearest(const jx_field *field, jx_str text, const jx_field_context *context)
{
    size_t count = context->level_count;
    const jx_str *words = context->levels;
    if (field->type == JX_FIELD_CHOICE) {
        words = jx_field_choices(context->arena, field, &count);
    } else if (field->type != JX_FIELD_LEVEL) {
        count = 0;
    }
    return jx_str_nearest(text, words, count);
}

// Whether only the sign of percent is missing.
static bool lacks_percent(const jx_field *field, jx_str text)
{
    char buffer[PLAIN_TEXT];
    jx_decimal number;
    const jx_str plain = jx_utf8_narrow(text, buffer, sizeof buffer);
    return field->type == JX_FIELD_PERCENT && jx_decimal_parse(plain, &number) &&
           is_in_range(field, number);
}

static jx_str words_for(const jx_field *field, const jx_field_context *context, const jx_error *err)
{
    return jx_field_words(context->arena, field, context->levels, context->level_count,
                          lang_of(err));
}

static jx_status fail_value(const jx_field *field,
                            jx_str text,
                            const jx_field_context *context,
                            const jx_place *place,
                            jx_error *err)
{
    const jx_str expects = words_for(field, context, err);
    if (expects.data == NULL) {
        return jx_fail_memory(err);
    }
    if (lacks_percent(field, text)) {
        return jx_fail(err, place, JX_MESSAGE_FIELD_PERCENT, expects, text);
    }
    const jx_str nearest = find_nearest(field, text, context);
    if (nearest.data != NULL) {
        return jx_fail(err, place, JX_MESSAGE_FIELD_NEAR, expects, text, nearest);
    }
    return jx_fail(err, place, JX_MESSAGE_FIELD_VALUE, expects, text);
}

static jx_status fail_unstated(const jx_field *field,
                               const jx_field_context *context,
                               const jx_place *place,
                               jx_error *err)
{
    const jx_str says = jx_str_of(jx_words_in(field->says, lang_of(err)));
    const jx_str expects = words_for(field, context, err);
    if (expects.data == NULL) {
        return jx_fail_memory(err);
    }
    return jx_fail(err, place, JX_MESSAGE_FIELD_REQUIRED, says, expects);
}

jx_status jx_field_parse(const jx_field *field,
                         jx_str text,
                         const jx_field_context *context,
                         const jx_place *place,
                         jx_value *ret,
                         jx_error *err)
{
    jx_value value = {.given = 1};
    if (!read_value(field, text, context, &value)) {
        return fail_value(field, text, context, place, err);
    }
    value.text = jx_arena_copy(context->arena, text).data;
    if (value.text == NULL) {
        return jx_fail_memory(err);
    }
    *ret = value;
    return JX_OK;
}

jx_status jx_field_default(const jx_field *field,
                           const jx_field_context *context,
                           const jx_place *place,
                           jx_value *ret,
                           jx_error *err)
{
    if ((field->flags & JX_FIELD_REQUIRED) != 0) {
        return fail_unstated(field, context, place, err);
    }
    if (field->fallback == NULL) {
        *ret = (jx_value){0};
        return JX_OK;
    }
    return jx_field_parse(field, jx_str_of(field->fallback), context, place, ret, err);
}

const jx_field *jx_field_find(const jx_list *fields, jx_str key, uint32_t *ret_index)
{
    for (uint32_t i = 0; i < fields->count; i++) {
        const jx_field *field = jx_list_at(fields, i);
        if (jx_str_is(key, field->key)) {
            if (ret_index != NULL) {
                *ret_index = i;
            }
            return field;
        }
    }
    return NULL;
}

const char *jx_default_find(const jx_list *defaults, const char *key)
{
    for (uint32_t i = 0; i < defaults->count; i++) {
        const jx_default *row = jx_list_at(defaults, i);
        if (strcmp(row->key, key) == 0) {
            return row->value;
        }
    }
    return NULL;
}
