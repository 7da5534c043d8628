// SPDX-License-Identifier: MIT
#include "import/weight.h"

#include "base/utf8.h"

enum { CELL_BYTES = 64 };

static const struct sign {
    jx_str written;
    const char *plain;
} signs[] = {
    {JX_STR("≥"), ">="}, {JX_STR(">="), ">="}, {JX_STR("≤"), "<="}, {JX_STR("<="), "<="},
    {JX_STR("＝"), "="}, {JX_STR("="), "="},   {JX_STR("＞"), ">"}, {JX_STR(">"), ">"},
    {JX_STR("＜"), "<"}, {JX_STR("<"), "<"},
};

static bool is_of_number(char byte)
{
    return (byte >= '0' && byte <= '9') || byte == '.';
}

static size_t count_number(jx_str text)
{
    size_t size = 0;
    while (size < text.size && is_of_number(text.data[size])) {
        size++;
    }
    return size;
}

bool jx_import_weight(jx_str cell, bool marked, jx_decimal *ret)
{
    char buffer[CELL_BYTES];
    jx_decimal number;
    const jx_str text = jx_utf8_narrow(jx_str_trim(cell), buffer, sizeof buffer);
    const size_t size = text.data == NULL ? 0 : count_number(text);
    const jx_str tail = size == 0 ? JX_STR_NONE : jx_str_trim(jx_str_from(text, size));
    const bool ends =
        jx_str_is(tail, "分") || (!marked && (tail.size == 0 || jx_str_is(tail, "%")));
    if (size == 0 || !ends || !jx_decimal_parse(jx_str_first(text, size), &number) ||
        jx_decimal_sign(number) <= 0) {
        return false;
    }
    *ret = number;
    return true;
}

bool jx_import_target(jx_str cell, jx_str *ret_comparator, jx_decimal *ret, jx_str *ret_unit)
{
    char buffer[CELL_BYTES];
    jx_str rest = jx_str_trim(cell);
    jx_str comparator = JX_STR("");
    for (size_t i = 0; i < sizeof signs / sizeof signs[0] && comparator.size == 0; i++) {
        if (jx_str_starts(rest, signs[i].written)) {
            comparator = jx_str_of(signs[i].plain);
            rest = jx_str_trim(jx_str_from(rest, signs[i].written.size));
        }
    }
    const jx_str text = jx_utf8_narrow(rest, buffer, sizeof buffer);
    const size_t size = text.data == NULL ? 0 : count_number(text);
    if (size == 0 || !jx_decimal_parse(jx_str_first(text, size), ret)) {
        return false;
    }
    *ret_comparator = comparator;
    const jx_str tail = jx_str_trim(jx_str_from(text, size));
    const bool same =
        rest.size == text.size; // nothing was wide: the cell's own bytes outlive the buffer
    *ret_unit = same                   ? jx_str_trim(jx_str_from(rest, size))
                : jx_str_is(tail, "%") ? (jx_str)JX_STR("%")
                                       : (jx_str)JX_STR("");
    return same || tail.size == 0 || jx_str_is(tail, "%");
}
