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

// ---------------------------------------------------------------------------------------------- targets

// Digits with or without separators of thousands; the number is copied to `buffer`. 0: it is nothing of the kind.
static size_t copy_number(jx_str text, char buffer[CELL_BYTES], size_t *ret_size)
{
    enum { GROUP = 3 };
    size_t size = 0;
    size_t at = count_number(text);
    memcpy(buffer, text.data, at);
    size = at;
    while (at + GROUP < text.size && text.data[at] == ',') {
        const jx_str group = jx_str_from(text, at + 1);
        const size_t digits = count_number(group);
        if (digits < GROUP || memchr(group.data, '.', GROUP) != NULL ||
            (digits > GROUP && group.data[GROUP] != '.')) {
            return 0;
        }
        memcpy(buffer + size, group.data, digits);
        size += digits;
        at += 1 + digits;
    }
    *ret_size = size;
    return at;
}

// 以上 behind number and unit says which side of it is meant.
static jx_str cut_side(jx_str tail, jx_str *comparator)
{
    static const struct sign sides[] = {
        {JX_STR("及以上"), ">="}, {JX_STR("以上"), ">="}, {JX_STR("及以下"), "<="},
        {JX_STR("以下"), "<="},   {JX_STR("以内"), "<="},
    };
    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++) {
        const jx_str said = jx_str_of(sides[i].plain);
        const bool agrees = comparator->size == 0 || jx_str_equal(*comparator, said);
        if (jx_str_ends(tail, sides[i].written) && agrees) {
            *comparator = said;
            return jx_str_trim(jx_str_first(tail, tail.size - sides[i].written.size));
        }
    }
    return tail;
}

// What units have not: further figures, signs that join two of them, words that leave the number open.
static bool is_unit(jx_str tail)
{
    static const jx_str others[] = {JX_STR("以"), JX_STR("左"), JX_STR("余"), JX_STR("至"),
                                    JX_STR("到"), JX_STR("多"), JX_STR("～"), JX_STR("—"),
                                    JX_STR("–"),  JX_STR("－"), JX_STR("、"), JX_STR("，"),
                                    JX_STR("几"), JX_STR("约")};
    for (size_t i = 0; i < sizeof others / sizeof others[0] && tail.size != 0; i++) {
        if (jx_str_starts(tail, others[i])) {
            return false;
        }
    }
    if (tail.size == 0) {
        return true;
    }
    const char first = tail.data[0];
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    return letter || first == '%' || (unsigned char)first >= 0x80u;
}

jx_str jx_import_sign(jx_str cell, jx_str *ret_comparator)
{
    const jx_str text = jx_str_trim(cell);
    *ret_comparator = (jx_str)JX_STR("");
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (jx_str_starts(text, signs[i].written)) {
            *ret_comparator = jx_str_of(signs[i].plain);
            return jx_str_trim(jx_str_from(text, signs[i].written.size));
        }
    }
    return text;
}

bool jx_import_target(jx_str cell, jx_str *ret_comparator, jx_decimal *ret, jx_str *ret_unit)
{
    char buffer[CELL_BYTES];
    char number[CELL_BYTES];
    jx_str comparator;
    size_t digits = 0;
    const jx_str rest = jx_import_sign(cell, &comparator);
    const jx_str text = jx_utf8_narrow(rest, buffer, sizeof buffer);
    const size_t size = text.data == NULL ? 0 : copy_number(text, number, &digits);
    if (size == 0 || !jx_decimal_parse((jx_str){number, digits}, ret)) {
        return false;
    }
    const jx_str tail = cut_side(jx_str_trim(jx_str_from(text, size)), &comparator);
    const bool same =
        rest.size == text.size; // nothing was wide: the cell's own bytes outlive the buffer
    *ret_comparator = comparator;
    *ret_unit = same && tail.size != 0 ? (jx_str){rest.data + (tail.data - text.data), tail.size}
                : jx_str_is(tail, "%") ? (jx_str)JX_STR("%")
                                       : (jx_str)JX_STR("");
    return is_unit(tail) && (same || tail.size == 0 || jx_str_is(tail, "%"));
}
