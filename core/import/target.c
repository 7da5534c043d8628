// SPDX-License-Identifier: MIT
#include "import/target.h"

#include "base/date.h"
#include "import/weight.h"

enum { UNIT_BYTES = 6, MOST_KEYS = 4, YEAR_DIGITS = 4 };

// What a target's cell says.
typedef struct stated_target {
    jx_str target;
    jx_str comparator;
    bool is_date;
} stated_target;

static bool is_comparator(jx_str text, jx_str *ret)
{
    jx_decimal number;
    jx_str unit;
    char written[UNIT_BYTES + 2];
    if (text.size == 0 || text.size > UNIT_BYTES) {
        return false;
    }
    memcpy(written, text.data, text.size);
    written[text.size] = '0';
    return jx_import_target((jx_str){written, text.size + 1}, ret, &number, &unit) &&
           ret->size != 0;
}

// The unit that stands behind the number is that of the row, or short enough to be one where the row has none.
static bool take_unit(jx_wording *wording, jx_str unit)
{
    if (unit.size == 0 || jx_str_equal(unit, wording->unit)) {
        return true;
    }
    if (wording->unit.size == 0 && unit.size <= UNIT_BYTES) {
        wording->unit = unit;
        return true;
    }
    return false;
}

static void leave_open(jx_reading *ret)
{
    *ret = (jx_reading){
        .because =
            {"没有评分标准，指标值又不是数或有比较符的日期；请写明 target、measure 和 method",
             "there is no rule, and the target is neither a number nor a date with a "
             "comparator: state target, measure and method"},
    };
}

// ≤2024-12-31, 2024年. Four digits alone may be a count of people; a day or a month without comparator leaves open whether
// earlier ones count.
static bool read_date(jx_arena *arena, const jx_wording *wording, jx_str cell, stated_target *ret)
{
    char text[JX_DATE_TEXT];
    jx_date_range range;
    jx_str comparator;
    const jx_str rest = jx_import_sign(cell, &comparator);
    const bool bare = rest.size == YEAR_DIGITS && !jx_str_is(wording->unit, "年");
    if (bare || !jx_date_parse(rest, &range, NULL)) {
        return false;
    }
    const jx_str date = jx_date_format(range, text);
    if (comparator.size == 0 && !is_comparator(wording->comparator, &comparator) &&
        !is_comparator(wording->kind, &comparator) && date.size == YEAR_DIGITS) {
        comparator = (jx_str)JX_STR("=");
    }
    *ret = (stated_target){jx_arena_copy(arena, date), comparator, true};
    return comparator.size != 0;
}

static bool read_number(jx_arena *arena, jx_wording *wording, jx_str cell, stated_target *ret)
{
    char buffer[JX_DECIMAL_TEXT];
    jx_decimal number;
    jx_str comparator = JX_STR("");
    jx_str unit = JX_STR("");
    if (!jx_import_target(cell, &comparator, &number, &unit) || !take_unit(wording, unit)) {
        return false;
    }
    if (comparator.size == 0 && !is_comparator(wording->comparator, &comparator) &&
        !is_comparator(wording->kind, &comparator)) {
        comparator = (jx_str)JX_STR("");
    }
    *ret = (stated_target){jx_arena_copy(arena, jx_decimal_format(number, 0, buffer)), comparator,
                           false};
    return true;
}

jx_status jx_import_read_target(jx_arena *arena,
                                jx_wording *wording,
                                jx_reading *ret,
                                jx_error *err)
{
    stated_target stated = {.is_date = false};
    const jx_str cell = wording->target.size != 0  ? wording->target
                        : wording->value.size != 0 ? wording->value
                                                   : wording->content;
    leave_open(ret);
    if (!read_date(arena, wording, cell, &stated) &&
        (stated.is_date || !read_number(arena, wording, cell, &stated))) {
        return JX_OK;
    }
    jx_rule_key *keys = jx_arena_array(arena, MOST_KEYS, sizeof *keys);
    if (keys == NULL || stated.target.data == NULL) {
        return jx_fail_memory(err);
    }
    size_t count = 0;
    keys[count++] = (jx_rule_key){"target", stated.target};
    if (stated.comparator.size != 0) {
        keys[count++] = (jx_rule_key){"comparator", stated.comparator};
    }
    if (stated.is_date) {
        keys[count++] = (jx_rule_key){"measure", (jx_str)JX_STR("date")};
    }
    if (wording->weight.data != NULL) {
        keys[count++] = (jx_rule_key){"weight", wording->weight};
    }
    *ret = (jx_reading){
        .is_compiled = true,
        .keys = keys,
        .key_count = count,
        .actual_is = {"完成值", "what was achieved"},
        .reads = {"没有评分标准，按表下的通行办法评分",
                  "no rule is published: scored by the default printed under the forms"},
    };
    return JX_OK;
}
