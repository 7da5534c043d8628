// SPDX-License-Identifier: MIT
#include "import/target.h"

#include "import/weight.h"

enum { UNIT_BYTES = 6, MOST_KEYS = 3 };

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
            {"没有评分标准，指标值又不是数；请写明 target、measure 和 method",
             "there is no rule, and the target is no number: state target, measure and method"},
    };
}

jx_status jx_import_read_target(jx_arena *arena,
                                jx_wording *wording,
                                jx_reading *ret,
                                jx_error *err)
{
    char buffer[JX_DECIMAL_TEXT];
    jx_decimal number;
    jx_str comparator = JX_STR("");
    jx_str unit = JX_STR("");
    const jx_str cell = wording->target.size != 0  ? wording->target
                        : wording->value.size != 0 ? wording->value
                                                   : wording->content;
    leave_open(ret);
    if (!jx_import_target(cell, &comparator, &number, &unit) || !take_unit(wording, unit)) {
        return JX_OK;
    }
    jx_str stated = comparator;
    if (stated.size == 0 && !is_comparator(wording->comparator, &stated) &&
        !is_comparator(wording->kind, &stated)) {
        stated = (jx_str)JX_STR("");
    }
    jx_rule_key *keys = jx_arena_array(arena, MOST_KEYS, sizeof *keys);
    const jx_str target = jx_arena_copy(arena, jx_decimal_format(number, 0, buffer));
    if (keys == NULL || target.data == NULL) {
        return jx_fail_memory(err);
    }
    size_t count = 0;
    keys[count++] = (jx_rule_key){"target", target};
    if (stated.size != 0) {
        keys[count++] = (jx_rule_key){"comparator", stated};
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
