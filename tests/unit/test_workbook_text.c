// SPDX-License-Identifier: MIT
#include "base/decimal.h"
#include "base/workbook_number.h"
#include "base/workbook_text.h"
#include "support/jx_rows.h"

#include <stdio.h>

typedef struct text_row {
    const char *name;
    jx_str text;
    const char *expected;
    size_t most;
} text_row;

static const text_row texts[] = {
    {"keeps Chinese and Latin", JX_STR("预算 97.24% <a&b>"), "预算 97.24% <a&b>", 100},
    {"keeps line ends", JX_STR("一\n二"), "一\n二", 100},
    {"makes CRLF and CR line ends", JX_STR("a\r\nb\rc"), "a\nb\nc", 100},
    {"makes tabs blanks", JX_STR("a\tb"), "a b", 100},
    {"shows a control character", JX_STR("a\x1b[2Jb\x01"), "a\\x1b[2Jb\\x01", 100},
    {"shows a NUL", JX_STR("a\0b"), "a\\x00b", 100},
    {"shows bytes that are no UTF-8", JX_STR("a\xff\xc3"), "a\\xff\\xc3", 100},
    {"shows half a surrogate pair", JX_STR("\xed\xa0\x80"), "\\xed\\xa0\\x80", 100},
    {"shows what XML has no place for", JX_STR("\xef\xbf\xbe\xef\xbf\xbf"), "\\ufffe\\uffff", 100},
    {"shows a mark that turns the direction", JX_STR("a\xe2\x80\xae"), "a\\u202e", 100},
    {"keeps what spreadsheets take for a character", JX_STR("_x0041_"), "_x005F_x0041_", 100},
    {"leaves a name with x alone", JX_STR("_x00_ _x0041"), "_x00_ _x0041", 100},
    {"keeps what just fits", JX_STR("汉字汉字"), "汉字汉字", 4},
    {"cuts what is too long", JX_STR("汉字汉字汉"), "汉字汉…", 4},
    {"counts a character beyond the first plane twice", JX_STR("𠮷𠮷"), "𠮷…", 3},
    {"cuts at nothing but characters", JX_STR("汉\xff"), "汉…", 4},
    {"takes nothing", JX_STR(""), "", 4},
};

static void adds_text(void **state)
{
    const text_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_workbook_text_add(&out, row->text, row->most);
    jx_expect_text(jx_text_str(&out), row->expected);
    jx_arena_free(arena);
}

static const text_row names[] = {
    {"keeps a plain name", JX_STR("绩效自评表"), "绩效自评表", 31},
    {"takes blanks for what no name may have", JX_STR("a[1]:*?/\\b"), "a 1      b", 31},
    {"takes off apostrophes at the ends", JX_STR("'a'b''"), "a'b", 31},
    {"takes off blanks at the ends", JX_STR("  a / "), "a", 31},
    {"names a sheet that would have none", JX_STR("[]"), "Sheet", 31},
    {"names a sheet of nothing", JX_STR(""), "Sheet", 31},
    {"cuts a long name at 31 characters",
     JX_STR("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二"),
     "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十…", 31},
    {"makes line ends blanks", JX_STR("a\nb"), "a b", 31},
};

static void adds_name(void **state)
{
    const text_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_workbook_name_add(&out, row->text, row->most);
    jx_expect_text(jx_text_str(&out), row->expected);
    jx_arena_free(arena);
}

static const struct lines_row {
    const char *name;
    const char *text;
    uint32_t columns;
    uint32_t lines;
} lines[] = {
    {"counts one line of nothing", "", 10, 1},
    {"counts a line that fits", "汉字汉字汉", 10, 1},
    {"counts a line that wraps", "汉字汉字汉字", 10, 2},
    {"counts each line", "a\nb\n\nc", 10, 4},
    {"counts lines that wrap", "0123456789a\nb", 10, 3},
};

static void counts_lines(void **state)
{
    const struct lines_row *row = *state;
    assert_int_equal(jx_workbook_lines(jx_str_of(row->text), row->columns), row->lines);
}

static const struct number_row {
    const char *name;
    const char *text;
    bool fits;
} numbers[] = {
    {"takes 0", "0", true},
    {"takes a whole number", "1473000", true},
    {"takes two decimals", "97.24", true},
    {"takes a negative number", "-2.35", true},
    {"takes what is less than 1", "0.000001", true},
    {"takes fifteen digits", "123456789.123456", true},
    {"refuses sixteen digits", "1234567890.123456", false},
    {"takes fifteen digits behind many zeros", "0.0000000123456789", true},
    {"refuses a large whole number", "1000000000000000", false},
};

// The number is the one that a reader of the decimal gets.
static void takes_number(void **state)
{
    const struct number_row *row = *state;
    jx_decimal decimal;
    double found = 0;
    assert_true(jx_decimal_parse(jx_str_of(row->text), &decimal));
    assert_int_equal(jx_workbook_number_of(decimal, &found), row->fits);
    if (row->fits) {
        const double expected = strtod(row->text, NULL);
        assert_memory_equal(&found, &expected, sizeof found);
    }
}

static void takes_every_cent(void **state)
{
    (void)state;
    for (int64_t i = -100000; i <= 100000; i++) {
        char text[JX_DECIMAL_TEXT];
        double found = 0;
        const jx_decimal cents = jx_decimal_make(i, 2);
        assert_true(jx_workbook_number_of(cents, &found));
        const jx_str written = jx_decimal_format(cents, 2, text);
        const double expected = strtod(written.data, NULL);
        assert_memory_equal(&found, &expected, sizeof found);
    }
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, texts, adds_text);
    JX_ROWS(&all, names, adds_name);
    JX_ROWS(&all, lines, counts_lines);
    JX_ROWS(&all, numbers, takes_number);
    jx_rows_add_one(&all, "takes every cent from -1000 to 1000", takes_every_cent, NULL);
    return jx_rows_run(&all, "workbook_text");
}
