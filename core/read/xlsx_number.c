// SPDX-License-Identifier: MIT
#include "read/xlsx_number.h"

enum { MOST_EXPONENT = 400, MOST_WRITTEN = 40, DAY_SECONDS = 86400, MOST_WHOLE = 9 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool jx_xlsx_read_count(jx_str text, uint32_t *ret)
{
    uint64_t number = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (!is_digit(text.data[i]) || number > UINT32_MAX) {
            return false;
        }
        number = number * 10 + (uint64_t)(text.data[i] - '0');
    }
    if (text.size == 0 || number > UINT32_MAX) {
        return false;
    }
    *ret = (uint32_t)number;
    return true;
}

// ------------------------------------------------------------------------------------------- reading

// A number being read: its digits from the first one that is not 0.
struct reading {
    jx_xlsx_figure figure;
    bool round_up; // the first digit that is left out
    bool any;      // a digit was there
    bool after_point;
    int32_t cut;    // digits left out before the point
    int32_t places; // digits behind the point, those left out not counted
};

static void take_digit(struct reading *it, char digit)
{
    jx_xlsx_figure *figure = &it->figure;
    it->any = true;
    if (figure->count == 0 && digit == '0') {
        it->places += it->after_point;
    } else if (figure->count < JX_XLSX_DIGITS) {
        figure->digits[figure->count++] = digit;
        it->places += it->after_point;
    } else {
        it->round_up = it->cut == 0 && !it->round_up ? digit >= '5' : it->round_up;
        it->cut++;
        it->places += it->after_point;
    }
}

static void drop_zeros(jx_xlsx_figure *figure)
{
    while (figure->count != 0 && figure->digits[figure->count - 1] == '0') {
        figure->count--;
        figure->exponent++;
    }
}

static void round_up(jx_xlsx_figure *figure)
{
    size_t at = figure->count;
    while (at > 0 && figure->digits[at - 1] == '9') {
        at--;
        figure->digits[at] = '0';
    }
    if (at > 0) {
        figure->digits[at - 1]++;
        return;
    }
    figure->digits[0] = '1'; // 999 became 000
    figure->exponent += (int32_t)figure->count;
    figure->count = 1;
}

static bool read_exponent(jx_str text, int32_t *ret)
{
    uint32_t number = 0;
    const bool negative = text.size != 0 && text.data[0] == '-';
    const bool has_sign = negative || (text.size != 0 && text.data[0] == '+');
    if (!jx_xlsx_read_count(jx_str_from(text, has_sign), &number) || number > MOST_EXPONENT) {
        return false;
    }
    *ret = negative ? -(int32_t)number : (int32_t)number;
    return true;
}

// Digits with at most one point among them; returns how many bytes, or SIZE_MAX where there is another one.
static size_t read_digits(struct reading *it, jx_str text)
{
    size_t at = 0;
    for (; at < text.size && (is_digit(text.data[at]) || text.data[at] == '.'); at++) {
        if (text.data[at] != '.') {
            take_digit(it, text.data[at]);
        } else if (it->after_point) {
            return SIZE_MAX;
        } else {
            it->after_point = true;
        }
    }
    return at;
}

// What follows the digits: nothing, or an exponent.
static bool read_rest(struct reading *it, jx_str text)
{
    const bool has_exponent = text.size != 0 && (text.data[0] == 'e' || text.data[0] == 'E');
    return has_exponent ? read_exponent(jx_str_from(text, 1), &it->figure.exponent)
                        : text.size == 0;
}

bool jx_xlsx_figure_read(jx_str text, jx_xlsx_figure *ret)
{
    struct reading it = {.figure = {.negative = false}};
    text = jx_str_trim(text);
    if (text.size == 0 || text.size > MOST_EXPONENT) {
        return false;
    }
    it.figure.negative = text.data[0] == '-';
    text = jx_str_from(text, text.data[0] == '-' || text.data[0] == '+');
    const size_t size = read_digits(&it, text);
    if (size == SIZE_MAX || !it.any || !read_rest(&it, jx_str_from(text, size))) {
        return false;
    }
    it.figure.exponent += it.cut - it.places;
    if (it.round_up) {
        round_up(&it.figure);
    }
    drop_zeros(&it.figure);
    it.figure.negative = it.figure.negative && it.figure.count != 0;
    it.figure.exponent = it.figure.count == 0 ? 0 : it.figure.exponent;
    *ret = it.figure;
    return true;
}

// ------------------------------------------------------------------------------------------- writing

static void add_zeros(jx_text *text, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        jx_text_add_char(text, '0');
    }
}

bool jx_xlsx_figure_write(const jx_xlsx_figure *figure, jx_text *text)
{
    const int32_t count = (int32_t)figure->count;
    const int32_t point = count + figure->exponent; // digits before the point
    const jx_str digits = {figure->digits, figure->count};
    if (point > MOST_WRITTEN || figure->exponent < -MOST_WRITTEN) {
        return false;
    }
    if (figure->negative) {
        jx_text_add_char(text, '-');
    }
    if (point <= 0) {
        jx_text_add_char(text, '0');
        if (count != 0) {
            jx_text_add_char(text, '.');
        }
        add_zeros(text, count == 0 ? 0 : -point);
        jx_text_add(text, digits);
    } else if (point >= count) {
        jx_text_add(text, digits);
        add_zeros(text, point - count);
    } else {
        jx_text_add(text, jx_str_first(digits, (size_t)point));
        jx_text_add_char(text, '.');
        jx_text_add(text, jx_str_from(digits, (size_t)point));
    }
    return true;
}

static uint64_t digit_at(const jx_xlsx_figure *figure, int32_t place)
{
    return place >= 0 && place < (int32_t)figure->count ? (uint64_t)(figure->digits[place] - '0')
                                                        : 0;
}

bool jx_xlsx_figure_split(const jx_xlsx_figure *figure,
                          uint32_t most,
                          uint32_t *ret_whole,
                          uint32_t *ret_seconds)
{
    enum { PLACES = 12 };
    const int32_t point = (int32_t)figure->count + figure->exponent;
    uint64_t whole = 0;
    uint64_t rest = 0;
    uint64_t one = 1;
    if (figure->negative || point > MOST_WHOLE) {
        return false;
    }
    for (int32_t i = 0; i < point; i++) {
        whole = whole * 10 + digit_at(figure, i);
    }
    for (int32_t i = 0; i < PLACES; i++) {
        rest = rest * 10 + digit_at(figure, point + i);
        one *= 10;
    }
    uint64_t seconds = (rest * DAY_SECONDS + one / 2) / one;
    whole += seconds / DAY_SECONDS;
    if (whole > most) {
        return false;
    }
    *ret_whole = (uint32_t)whole;
    *ret_seconds = (uint32_t)(seconds % DAY_SECONDS);
    return true;
}
