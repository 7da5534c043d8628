// SPDX-License-Identifier: MIT
// What the measured figure is compared with.
#include "base/date.h"
#include "base/ratio.h"
#include "score/draft.h"
#include "score/quantity.h"

enum { COMPARED_PLACES = 6 };

static bool read_number(const jx_indicator_draft *in, jx_str text, jx_figure *ret)
{
    jx_quantity quantity;
    const jx_cell_form *form = &in->indicator->form;
    const char *found = in->indicator->measure->unit;
    jx_str unit = found != NULL ? jx_str_of(found) : form->unit;
    if (jx_quantity_read_in(text, unit, &quantity) != JX_QUANTITY_OK) {
        return false;
    }
    ret->kind = JX_FIGURE_NUMBER;
    ret->number = jx_ratio_of(quantity.number);
    return true;
}

static bool read_level(const jx_indicator_draft *in, jx_str text, jx_figure *ret)
{
    for (size_t i = 0; i < in->levels.count; i++) {
        if (jx_str_equal(in->levels.names[i], text)) {
            ret->kind = JX_FIGURE_LEVEL;
            ret->index = (int32_t)i;
            return true;
        }
    }
    return false;
}

// A date, or two with `..` between them.
static bool read_dates(jx_str text, jx_figure *ret)
{
    bool form = false;
    jx_date_range first;
    jx_date_range last;
    jx_str tail = text;
    for (size_t i = 0; i + 1 < text.size; i++) {
        if (text.data[i] == '.' && text.data[i + 1] == '.') {
            tail = jx_str_from(text, i + 2);
            text = jx_str_first(text, i);
            break;
        }
    }
    if (!jx_date_parse(text, &first, &form) || !jx_date_parse(tail, &last, &form) ||
        first.first > last.last) {
        return false;
    }
    ret->kind = JX_FIGURE_DATE;
    ret->first_day = first.first;
    ret->last_day = last.last;
    return true;
}

static bool read_target(const jx_indicator_draft *in,
                        jx_str text,
                        jx_figure *ret,
                        jx_message *ret_expected)
{
    switch (in->indicator->form.actual) {
    case JX_ACTUAL_YES_NO:
        *ret_expected = JX_MESSAGE_TARGET_YES_NO;
        ret->kind = JX_FIGURE_YES_NO;
        return jx_str_read_yes_no(text, &ret->index);
    case JX_ACTUAL_DATE:
        *ret_expected = JX_MESSAGE_TARGET_DATE;
        return read_dates(text, ret);
    case JX_ACTUAL_LEVEL:
        *ret_expected = JX_MESSAGE_TARGET_LEVEL;
        return read_level(in, text, ret);
    case JX_ACTUAL_COUNTS:
        *ret_expected = JX_MESSAGE_TARGET_LEVEL_OR_NUMBER;
        return read_level(in, text, ret) || read_number(in, text, ret);
    default:
        *ret_expected = JX_MESSAGE_TARGET_NUMBER;
        return read_number(in, text, ret);
    }
}

static jx_status take_target(jx_indicator_draft *in)
{
    jx_str text = in->row->target;
    jx_message expected = JX_MESSAGE_NONE;
    jx_figure target = {.kind = JX_FIGURE_NONE};
    if (text.size == 0 && in->indicator->form.actual == JX_ACTUAL_YES_NO) {
        text = (jx_str)JX_STR("是");
        in->row->target = text;
    }
    if (text.size != 0 && !read_target(in, text, &target, &expected)) {
        jx_place place = jx_draft_key_place(in->draft, in->section, "target");
        return jx_fault(in->draft->faults, &place, expected, text);
    }
    in->indicator->facts.target = target;
    return JX_OK;
}

// Yes or no and dates are met exactly unless the project file says otherwise; of all else the category's default holds.
static void take_comparator(jx_indicator_draft *in)
{
    uint32_t actual = in->indicator->form.actual;
    const jx_value *value = &in->core[JX_INDICATOR_COMPARATOR];
    bool exact = actual == JX_ACTUAL_YES_NO || actual == JX_ACTUAL_DATE;
    uint32_t comparator = JX_COMPARE_AT_LEAST;
    if (in->indicator->facts.target.kind == JX_FIGURE_NONE) {
        comparator = JX_COMPARE_NONE;
    } else if (in->lines[JX_INDICATOR_COMPARATOR] != 0 || (value->given && !exact)) {
        comparator = JX_COMPARE_AT_LEAST + (uint32_t)value->index;
    } else if (exact) {
        comparator = JX_COMPARE_EQUAL;
    }
    in->indicator->facts.comparator = comparator;
    in->row->comparator = comparator;
}

// A survey's share is compared with a percentage, though the target names a level.
static jx_status take_compared(jx_indicator_draft *in, uint32_t written)
{
    jx_decimal shown;
    char buffer[JX_DECIMAL_TEXT];
    const jx_figure *target = &in->indicator->facts.target;
    in->row->compared = (jx_str)JX_STR("");
    if (target->kind == JX_FIGURE_NUMBER && target->kind != written &&
        jx_ratio_round(target->number, COMPARED_PLACES, JX_ROUND_HALF_UP, &shown)) {
        in->row->compared = jx_arena_copy(in->draft->arena, jx_decimal_format(shown, 0, buffer));
    }
    return in->row->compared.data != NULL ? JX_OK : jx_fault_memory(in->draft->faults);
}

static void take_measured_unit(jx_indicator_draft *in)
{
    const char *unit = in->indicator->measure->unit;
    in->row->measured_unit = (jx_str)JX_STR("");
    if (in->indicator->figure == JX_FIGURE_NUMBER) {
        in->row->measured_unit = unit != NULL ? jx_str_of(unit) : in->row->unit;
    }
}

jx_status jx_draft_target(jx_indicator_draft *in)
{
    jx_status status = take_target(in);
    if (status != JX_OK) {
        return status;
    }
    uint32_t written = in->indicator->facts.target.kind;
    take_comparator(in);
    status = jx_draft_measure_params(in);
    status = status != JX_OK ? status : jx_draft_prepare(in);
    if (status != JX_OK) {
        return status;
    }
    take_measured_unit(in);
    take_comparator(in);
    return take_compared(in, written);
}
