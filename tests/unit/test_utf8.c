// SPDX-License-Identifier: MIT
#include "base/utf8.h"
#include "support/jx_rows.h"

static const struct check {
    const char *name;
    jx_str text;
    size_t bad; // SIZE_MAX: none
} CHECKS[] = {
    {"accepts nothing", JX_STR(""), SIZE_MAX},
    {"accepts ASCII", JX_STR("a;b=c\r\n"), SIZE_MAX},
    {"accepts characters of 2, 3 and 4 bytes", JX_STR("é绩𠮷"), SIZE_MAX},
    {"accepts a byte order mark",
     JX_STR("\xef\xbb\xbf"
            "a"),
     SIZE_MAX},
    {"finds NUL alone", JX_STR("\0"), 0},
    {"finds a bad byte alone", JX_STR("\x80"), 0},
    {"finds NUL", JX_STR("ab\0c"), 2},
    {"finds a lone continuation byte", JX_STR("绩\x80"), 3},
    {"finds a character cut short", JX_STR("a绩\xe6\x95"), 4},
    {"finds an overlong slash", JX_STR("\xc0\xaf"), 0},
    {"finds an overlong NUL", JX_STR("a\xc0\x80"), 1},
    {"finds a surrogate", JX_STR("a\xed\xa0\x80"), 1},
    {"finds what lies past the last character", JX_STR("\xf4\x90\x80\x80"), 0},
    {"finds GBK", JX_STR("\xbc\xa8\xd0\xa7"), 0},
    {"finds the first of two faults", JX_STR("a\xff\0"), 1},
    {"finds NUL before other faults", JX_STR("a\0\xff"), 1},
};

static void test_check(void **state)
{
    const struct check *row = *state;
    size_t bad = SIZE_MAX;
    assert_int_equal(jx_utf8_check(row->text, &bad), row->bad == SIZE_MAX);
    assert_int_equal(bad, row->bad);
    assert_int_equal(jx_utf8_check(row->text, NULL), row->bad == SIZE_MAX);
}

static const struct width {
    const char *name;
    const char *text;
    size_t columns;
} WIDTHS[] = {
    {"counts nothing", "", 0},
    {"counts one byte", "x", 1},
    {"counts ASCII once", "27 ge", 5},
    {"counts Chinese characters twice", "绩效𠮷", 6},
    {"counts full-width characters twice", "２７，", 6},
    {"counts combining characters not at all", "e\u0301", 1},
    {"counts ambiguous characters once", "①“±”…", 5},
};

static void test_width(void **state)
{
    const struct width *row = *state;
    assert_int_equal(jx_utf8_width(jx_str_of(row->text)), row->columns);
}

static const struct cut {
    const char *name;
    const char *text;
    size_t size;
    const char *expected;
} CUTS[] = {
    {"keeps what is short enough", "绩效", 6, "绩效"},
    {"cuts between characters", "绩效", 3, "绩"},
    {"does not cut a character of 3 bytes", "绩效", 5, "绩"},
    {"does not cut a character of 4 bytes", "a𠮷", 4, "a"},
    {"cuts down to nothing", "绩", 2, ""},
    {"cuts to nothing", "abc", 0, ""},
};

static void test_cut(void **state)
{
    const struct cut *row = *state;
    jx_expect_text(jx_utf8_cut(jx_str_of(row->text), row->size), row->expected);
}

static const struct cut FITS[] = {
    {"keeps what is narrow enough", "绩效", 4, "绩效"},
    {"leaves a column empty before a wide character", "绩效", 3, "绩"},
    {"fits mixed widths", "a绩b效", 4, "a绩b"},
    {"keeps combining characters at the end", "ae\u0301x", 2, "ae\u0301"},
    {"fits nothing into no columns", "abc", 0, ""},
};

static void test_fit(void **state)
{
    const struct cut *row = *state;
    jx_expect_text(jx_utf8_fit(jx_str_of(row->text), row->size), row->expected);
}

static const struct narrowing {
    const char *name;
    const char *text;
    const char *expected;
} NARROWINGS[] = {
    {"narrows digits", "１２，３４５．６％", "12,345.6%"},
    {"narrows letters and signs", "ＡｚＮ／Ａ～！", "AzN/A~!"},
    {"narrows the ideographic space", "30　个", "30 个"},
    {"narrows the minus sign", "\u22125", "-5"},
    {"narrows a full stop between digits", "96。5", "96.5"},
    {"narrows a full stop between full-width digits", "９６。５％", "96.5%"},
    {"narrows a full stop between the outermost digits", "9。0。9", "9.0.9"},
    {"keeps a control character of two bytes", "\xc2\x80", "\xc2\x80"},
    {"keeps a full stop behind digits", "96。", "96。"},
    {"keeps a full stop before digits", "。5", "。5"},
    {"keeps a full stop between characters", "完成。已验收", "完成。已验收"},
    {"keeps characters next to the full-width ones", "\uff00\uff5f", "\uff00\uff5f"},
    {"keeps Chinese characters", "27个", "27个"},
    {"narrows nothing", "", ""},
};

static void test_narrowing(void **state)
{
    const struct narrowing *row = *state;
    char buffer[64];
    jx_str text = jx_str_of(row->text);
    size_t needed = strlen(row->expected);
    jx_expect_text(jx_utf8_narrow(text, buffer, sizeof buffer), row->expected);
    jx_expect_text(jx_utf8_narrow(text, buffer, needed), row->expected);
    if (needed > 0) {
        jx_expect_text(jx_utf8_narrow(text, buffer, needed - 1), NULL);
    }
}

static const struct shown {
    const char *name;
    jx_str text;
    const char *expected;
    size_t columns;
} SHOWN[] = {
    {"shows a letter as itself", JX_STR("xy"), "x", 1},
    {"shows a Chinese character in two columns", JX_STR("绩效"), "绩", 2},
    {"shows a combining character in a column", JX_STR("\u0301"), "\u0301", 1},
    {"shows the number of NUL", JX_STR("\0"), "\\x00", 4},
    {"shows the number of a control character", JX_STR("\x1b["), "\\x1b", 4},
    {"shows the number of one beyond ASCII", JX_STR("\xc2\x9b"), "\\u009b", 6},
    {"shows the number of a mark of direction", JX_STR("\u202e"), "\\u202e", 6},
    {"shows the number of a line separator", JX_STR("\u2028"), "\\u2028", 6},
    {"shows the number of an invisible tag", JX_STR("\U000e0041"), "\\U000e0041", 10},
    {"shows a byte that is no UTF-8", JX_STR("\xff"), "\\xff", 4},
    {"shows one byte of a character cut short", JX_STR("\xe4\xb8"), "\\xe4", 4},
};

static void test_shown(void **state)
{
    const struct shown *row = *state;
    char buffer[JX_UTF8_SHOWN];
    size_t columns = 0;
    jx_str rest = row->text;
    jx_expect_text(jx_utf8_show(&rest, buffer, &columns), row->expected);
    assert_int_equal(columns, row->columns);
    rest = row->text;
    jx_expect_text(jx_utf8_show(&rest, buffer, NULL), row->expected);
}

static void test_shown_one_by_one(void **state)
{
    (void)state;
    char buffer[JX_UTF8_SHOWN];
    jx_str rest = JX_STR("绩\x07\xff");
    jx_expect_text(jx_utf8_show(&rest, buffer, NULL), "绩");
    jx_expect_text(jx_utf8_show(&rest, buffer, NULL), "\\x07");
    jx_expect_text(jx_utf8_show(&rest, buffer, NULL), "\\xff");
    assert_int_equal(rest.size, 0);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, CHECKS, test_check);
    JX_ROWS(&all, WIDTHS, test_width);
    JX_ROWS(&all, CUTS, test_cut);
    JX_ROWS(&all, FITS, test_fit);
    JX_ROWS(&all, NARROWINGS, test_narrowing);
    JX_ROWS(&all, SHOWN, test_shown);
    jx_rows_add_one(&all, "shows one character after the other", test_shown_one_by_one, NULL);
    return jx_rows_run(&all, "utf8");
}
