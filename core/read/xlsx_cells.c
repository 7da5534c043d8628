// SPDX-License-Identifier: MIT
#include "read/xlsx_cells.h"

#include "base/date.h"
#include "read/xlsx_number.h"

#include <stdio.h>

enum {
    UNIX_DAY = 25569,      // 1970-01-01, counted from 1900
    UNIX_DAY_1904 = 24107, // the same, counted from 1904
    LEAP_DAY = 60,         // 1900-02-29, which was no day, but is counted
    LAST_DAY = 2958465,
    HOUR = 3600,
    MINUTE = 60,
    TIME_TEXT = 32
};

// False where the program that saved the cell shows no date for the number either.
static bool find_day(const jx_xlsx *book, uint32_t number, int32_t *ret)
{
    const int32_t day = (int32_t)number - (book->from_1904 ? UNIX_DAY_1904 : UNIX_DAY) +
                        (!book->from_1904 && number < LEAP_DAY);
    *ret = day;
    return day <= JX_DATE_LAST && (book->from_1904 || (number != 0 && number != LEAP_DAY));
}

static jx_date_range find_range(int32_t day, jx_xlsx_shown shown)
{
    int32_t year = 0;
    int32_t month = 0;
    int32_t of_month = 0;
    jx_date_split(day, &year, &month, &of_month);
    const int32_t last = shown == JX_XLSX_YEAR ? 12 : month;
    jx_date_range range = {day, day};
    if (shown != JX_XLSX_DAY) {
        int32_t end = day;
        (void)jx_date_make(year, shown == JX_XLSX_YEAR ? 1 : month, 1, &range.first);
        for (int32_t i = 28; i <= 31; i++) {
            range.last = jx_date_make(year, last, i, &end) ? end : range.last;
        }
    }
    return range;
}

static void add_time(jx_text *text, uint64_t hours, uint32_t seconds)
{
    char buffer[TIME_TEXT];
    (void)snprintf(buffer, sizeof buffer, "%02llu:%02u:%02u", (unsigned long long)hours,
                   seconds / MINUTE % MINUTE, seconds % MINUTE);
    jx_text_put(text, buffer);
}

static bool write_date(const jx_xlsx *book,
                       const jx_xlsx_figure *figure,
                       jx_xlsx_format format,
                       jx_text *text)
{
    char buffer[JX_DATE_TEXT];
    uint32_t whole = 0;
    uint32_t seconds = 0;
    int32_t day = 0;
    if (!jx_xlsx_figure_split(figure, LAST_DAY, &whole, &seconds) || !find_day(book, whole, &day)) {
        return false;
    }
    jx_text_add(text, jx_date_format(find_range(day, (jx_xlsx_shown)format.shown), buffer));
    if (format.with_time && seconds != 0) {
        jx_text_add_char(text, ' ');
        add_time(text, seconds / HOUR, seconds);
    }
    return true;
}

static bool write_time(const jx_xlsx_figure *figure, jx_text *text)
{
    uint32_t whole = 0;
    uint32_t seconds = 0;
    if (!jx_xlsx_figure_split(figure, LAST_DAY, &whole, &seconds)) {
        return false;
    }
    add_time(text, (uint64_t)whole * 24 + seconds / HOUR, seconds);
    return true;
}

static bool write_shown(const jx_xlsx *book,
                        const jx_xlsx_figure *figure,
                        jx_xlsx_format format,
                        jx_text *text)
{
    jx_xlsx_figure hundredfold = *figure;
    hundredfold.exponent += figure->count == 0 ? 0 : 2;
    switch ((jx_xlsx_shown)format.shown) {
    case JX_XLSX_PERCENT:
        if (!jx_xlsx_figure_write(&hundredfold, text)) {
            return false;
        }
        jx_text_add_char(text, '%');
        return true;
    case JX_XLSX_TIME:
        return write_time(figure, text);
    case JX_XLSX_NUMBER:
        return false;
    case JX_XLSX_DAY:
    case JX_XLSX_MONTH:
    case JX_XLSX_YEAR:
        break;
    }
    return write_date(book, figure, format, text);
}

static jx_status write_number(const jx_xlsx *book,
                              const jx_xlsx_raw *raw,
                              const jx_place *place,
                              jx_text *text,
                              jx_error *err)
{
    jx_xlsx_figure figure;
    char number[JX_NUMBER_TEXT];
    if (!jx_xlsx_figure_read(raw->value, &figure)) {
        return jx_fail(err, place, JX_MESSAGE_XLSX_CELL_NUMBER, raw->value);
    }
    if (raw->style >= book->styles.count && raw->style != 0) {
        return jx_fail(err, place, JX_MESSAGE_XLSX_CELL_STYLE, jx_str_number(raw->style, number));
    }
    const jx_xlsx_format format = raw->style < book->styles.count
                                      ? book->styles.rows[raw->style]
                                      : (jx_xlsx_format){JX_XLSX_NUMBER, false};
    if (!write_shown(book, &figure, format, text) && !jx_xlsx_figure_write(&figure, text)) {
        jx_text_add(text, raw->value);
    }
    return JX_OK;
}

static jx_status write_shared(const jx_xlsx *book,
                              const jx_xlsx_raw *raw,
                              const jx_place *place,
                              jx_text *text,
                              jx_error *err)
{
    uint32_t index = 0;
    if (!jx_xlsx_read_count(jx_str_trim(raw->value), &index) || index >= book->strings.count) {
        return jx_fail(err, place, JX_MESSAGE_XLSX_CELL_STRING, raw->value);
    }
    jx_text_add(text, book->strings.rows[index]);
    return JX_OK;
}

// 2024-06-30T00:00:00 is a day.
static void write_day(jx_str value, jx_text *text)
{
    static const jx_str midnight = JX_STR("00:00:00");
    jx_str rest = value;
    const jx_str day = jx_str_next(&rest, 'T');
    jx_text_add(text, day);
    if (rest.data != NULL && !jx_str_starts(rest, midnight)) {
        jx_text_add_char(text, ' ');
        jx_text_add(text, rest);
    }
}

static void write_marked(char mark, jx_str what, jx_text *text)
{
    jx_text_add_char(text, mark);
    jx_text_add(text, what);
}

static bool is_type(const jx_xlsx_raw *raw, const char *type)
{
    return jx_str_is(raw->type, type);
}

jx_status jx_xlsx_cell_write(const jx_xlsx *book,
                             const jx_xlsx_raw *raw,
                             const jx_place *place,
                             jx_text *text,
                             jx_error *err)
{
    if (!raw->has_value || (raw->value.size == 0 && !is_type(raw, "str"))) {
        if (raw->has_formula) {
            write_marked(JX_XLSX_UNSTORED, raw->formula, text);
        }
    } else if (raw->type.size == 0 || is_type(raw, "n")) {
        return write_number(book, raw, place, text, err);
    } else if (is_type(raw, "s")) {
        return write_shared(book, raw, place, text, err);
    } else if (is_type(raw, "str") || is_type(raw, "inlineStr")) {
        jx_text_add(text, raw->value);
    } else if (is_type(raw, "b")) {
        jx_text_put(text, jx_str_is(jx_str_trim(raw->value), "0") ? "false" : "true");
    } else if (is_type(raw, "e")) {
        write_marked(JX_XLSX_FAULTY, raw->value, text);
    } else if (is_type(raw, "d")) {
        write_day(raw->value, text);
    } else {
        return jx_fail(err, place, JX_MESSAGE_XLSX_CELL_TYPE, raw->type);
    }
    return JX_OK;
}
