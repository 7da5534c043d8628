// SPDX-License-Identifier: MIT
#include "score/cell.h"

#include "base/date.h"
#include "base/ratio.h"
#include "score/level_list.h"
#include "score/quantity.h"

enum { LIST_BYTES = 512, PERCENT_BYTES = 64 };

// ------------------------------------------------------------------------------------------- small words

bool jx_cell_is_not_applicable(jx_str text)
{
    static const jx_str chinese = JX_STR("不适用");
    return jx_str_equal(text, chinese) || jx_str_is_caseless(text, "n/a");
}

jx_str jx_cell_list_levels(
    const jx_str *levels, size_t count, jx_lang lang, char *buffer, size_t size)
{
    size_t used = 0;
    jx_str comma = lang == JX_ZH ? (jx_str)JX_STR("、") : (jx_str)JX_STR(", ");
    for (size_t i = 0; i < count && used + levels[i].size + comma.size <= size; i++) {
        if (i > 0) {
            memcpy(buffer + used, comma.data, comma.size);
            used += comma.size;
        }
        memcpy(buffer + used, levels[i].data, levels[i].size);
        used += levels[i].size;
    }
    return (jx_str){buffer, used};
}

// ---------------------------------------------------------------------------------------------- numbers

static jx_status fail_quantity(
    jx_str unit, jx_quantity_fault fault, jx_str text, const jx_place *place, jx_error *err)
{
    switch (fault) {
    case JX_QUANTITY_AMBIGUOUS:
        return jx_fail(err, place, JX_MESSAGE_ACTUAL_AMBIGUOUS, unit, text);
    case JX_QUANTITY_RANGE:
        return jx_fail(err, place, JX_MESSAGE_ACTUAL_RANGE, text);
    case JX_QUANTITY_OK:
    case JX_QUANTITY_FORM:
    default:
        return unit.size == 0 ? jx_fail(err, place, JX_MESSAGE_ACTUAL_NUMBER, text)
                              : jx_fail(err, place, JX_MESSAGE_ACTUAL_NUMBER_IN, unit, text);
    }
}

static jx_status check_bounds(const jx_cell_form *form,
                              const jx_quantity *quantity,
                              jx_str text,
                              const jx_place *place,
                              jx_error *err)
{
    char buffer[JX_DECIMAL_TEXT];
    bool rate = quantity->percent && !jx_quantity_is_percent(form->unit);
    if (form->whole && !rate && !jx_decimal_is_whole(quantity->number)) {
        return jx_fail(err, place, JX_MESSAGE_ACTUAL_WHOLE, text);
    }
    if (form->minimum.given && (!rate || form->minimum.rates) &&
        jx_decimal_compare(quantity->number, form->minimum.at) < 0) {
        return jx_fail(err, place, JX_MESSAGE_ACTUAL_MINIMUM,
                       jx_decimal_format(form->minimum.at, 0, buffer), text);
    }
    if (form->maximum.given && (!rate || form->maximum.rates) &&
        jx_decimal_compare(quantity->number, form->maximum.at) > 0) {
        return jx_fail(err, place, JX_MESSAGE_ACTUAL_MAXIMUM,
                       jx_decimal_format(form->maximum.at, 0, buffer), text);
    }
    return JX_OK;
}

static jx_status read_number(
    const jx_cell_form *form, jx_str text, const jx_place *place, jx_quantity *ret, jx_error *err)
{
    jx_quantity quantity;
    jx_quantity_fault fault = form->actual == JX_ACTUAL_RATE
                                  ? jx_quantity_read(text, form->unit, &quantity)
                                  : jx_quantity_read_in(text, form->unit, &quantity);
    if (fault != JX_QUANTITY_OK) {
        return fail_quantity(form->unit, fault, text, place, err);
    }
    jx_status status = check_bounds(form, &quantity, text, place, err);
    if (status == JX_OK) {
        *ret = quantity;
    }
    return status;
}

static jx_status read_actual_number(
    const jx_cell_form *form, jx_str text, const jx_place *place, jx_cell_value *ret, jx_error *err)
{
    jx_quantity quantity = {.percent = false};
    jx_status status = read_number(form, text, place, &quantity, err);
    if (status == JX_OK) {
        ret->percent = quantity.percent;
        ret->figure.kind = JX_FIGURE_NUMBER;
        ret->figure.number = jx_ratio_of(quantity.number);
    }
    return status;
}

jx_status jx_cell_read_baseline(
    const jx_cell_form *form, jx_str text, const jx_place *place, jx_decimal *ret, jx_error *err)
{
    static const jx_str none = JX_STR("");
    jx_place at = place == NULL ? (jx_place){.file = NULL} : *place;
    jx_str unit = jx_quantity_is_percent(form->unit) ? none : form->unit;
    jx_quantity quantity;
    at.key = (jx_str)JX_STR("baseline");
    jx_quantity_fault fault = jx_quantity_read_in(text, unit, &quantity);
    if (fault != JX_QUANTITY_OK) {
        return fail_quantity(unit, fault, text, &at, err);
    }
    if (form->whole && !jx_decimal_is_whole(quantity.number)) {
        return jx_fail(err, &at, JX_MESSAGE_ACTUAL_WHOLE, text);
    }
    *ret = quantity.number;
    return JX_OK;
}

// ----------------------------------------------------------------------------------------- other forms

static jx_status read_yes_no(jx_str text, const jx_place *place, jx_cell_value *ret, jx_error *err)
{
    if (!jx_str_read_yes_no(text, &ret->figure.index)) {
        return jx_fail(err, place, JX_MESSAGE_ACTUAL_YES_NO, text);
    }
    ret->figure.kind = JX_FIGURE_YES_NO;
    return JX_OK;
}

static jx_status read_date(jx_str text, const jx_place *place, jx_cell_value *ret, jx_error *err)
{
    jx_date_range range;
    bool has_form = false;
    if (!jx_date_parse(text, &range, &has_form)) {
        return jx_fail(err, place,
                       has_form ? JX_MESSAGE_ACTUAL_NO_SUCH_DATE : JX_MESSAGE_ACTUAL_DATE, text);
    }
    ret->figure.kind = JX_FIGURE_DATE;
    ret->figure.first_day = range.first;
    ret->figure.last_day = range.last;
    return JX_OK;
}

static jx_status find_level(
    const jx_cell_form *form, jx_str name, const jx_place *place, int32_t *ret, jx_error *err)
{
    char buffer[LIST_BYTES];
    for (size_t i = 0; i < form->level_count; i++) {
        if (jx_str_equal(form->levels[i], name)) {
            *ret = (int32_t)i;
            return JX_OK;
        }
    }
    jx_lang lang = err == NULL ? JX_ZH : err->lang;
    jx_str names =
        jx_cell_list_levels(form->levels, form->level_count, lang, buffer, sizeof buffer);
    return jx_fail(err, place, JX_MESSAGE_ACTUAL_LEVEL, names, name);
}

static jx_status read_level(
    const jx_cell_form *form, jx_str text, const jx_place *place, jx_cell_value *ret, jx_error *err)
{
    ret->figure.kind = JX_FIGURE_LEVEL;
    return find_level(form, text, place, &ret->figure.index, err);
}

static jx_status read_chosen(
    const jx_cell_form *form, jx_str text, const jx_place *place, jx_cell_value *ret, jx_error *err)
{
    jx_str tail;
    jx_quantity chosen;
    jx_str name = jx_level_list_split(text, &tail);
    if (tail.data == NULL ||
        jx_quantity_read(tail, (jx_str)JX_STR(""), &chosen) != JX_QUANTITY_OK || !chosen.percent) {
        return jx_fail(err, place, JX_MESSAGE_ACTUAL_JUDGED, form->levels[0], text);
    }
    ret->figure.kind = JX_FIGURE_LEVEL;
    ret->figure.number = jx_ratio_of(chosen.number);
    return find_level(form, name, place, &ret->figure.index, err);
}

static jx_status read_count(
    const jx_cell_form *form, jx_str part, const jx_place *place, int64_t *counts, jx_error *err)
{
    jx_str tail;
    jx_quantity count;
    int32_t level = 0;
    int64_t answers = 0;
    jx_str name = jx_level_list_split(part, &tail);
    bool fits = tail.data != NULL &&
                jx_quantity_read(tail, (jx_str)JX_STR("人"), &count) == JX_QUANTITY_OK &&
                !count.percent && jx_decimal_to_integer(count.number, &answers) && answers >= 0;
    if (!fits) {
        return jx_fail(err, place, JX_MESSAGE_ACTUAL_COUNT, part);
    }
    jx_status status = find_level(form, name, place, &level, err);
    if (status == JX_OK && counts[level] >= 0) {
        return jx_fail(err, place, JX_MESSAGE_ACTUAL_COUNT_TWICE, name);
    }
    if (status == JX_OK) {
        counts[level] = answers;
    }
    return status;
}

static jx_status read_counts(
    const jx_cell_form *form, jx_str text, const jx_place *place, int64_t *counts, jx_error *err)
{
    enum { NOT_GIVEN = -1 };
    for (size_t i = 0; i < form->level_count; i++) {
        counts[i] = NOT_GIVEN;
    }
    for (jx_str part = jx_level_list_next(&text); part.data != NULL;
         part = jx_level_list_next(&text)) {
        jx_status status = read_count(form, jx_str_trim(part), place, counts, err);
        if (status != JX_OK) {
            return status;
        }
    }
    for (size_t i = 0; i < form->level_count; i++) {
        counts[i] = counts[i] == NOT_GIVEN ? 0 : counts[i];
    }
    return JX_OK;
}

jx_status jx_cell_read(const jx_cell_form *form,
                       jx_str text,
                       const jx_place *place,
                       int64_t *counts,
                       jx_cell_value *ret,
                       jx_error *err)
{
    switch (form->actual) {
    case JX_ACTUAL_YES_NO:
        return read_yes_no(text, place, ret, err);
    case JX_ACTUAL_DATE:
        return read_date(text, place, ret, err);
    case JX_ACTUAL_LEVEL:
        return form->chooses ? read_chosen(form, text, place, ret, err)
                             : read_level(form, text, place, ret, err);
    case JX_ACTUAL_COUNTS:
        return read_counts(form, text, place, counts, err);
    default:
        return read_actual_number(form, text, place, ret, err);
    }
}
