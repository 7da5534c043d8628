// SPDX-License-Identifier: MIT
#include "base/str.h"
#include "support/jx_rows.h"

static const struct order {
    const char *name;
    const char *a;
    const char *b;
    int expected;
} ORDERS[] = {
    {"finds equal texts equal", "abc", "abc", 0},
    {"puts a shorter text before its continuation", "ab", "abc", -1},
    {"puts the empty text first", "", "a", -1},
    {"orders by the first difference", "abd", "abcd", 1},
    {"orders bytes as unsigned", "\x7f", "\xe5", -1},
};

static void test_order(void **state)
{
    const struct order *row = *state;
    int order = jx_str_order(jx_str_of(row->a), jx_str_of(row->b));
    int reverse = jx_str_order(jx_str_of(row->b), jx_str_of(row->a));
    assert_int_equal((order > 0) - (order < 0), row->expected);
    assert_int_equal((reverse > 0) - (reverse < 0), -row->expected);
}

static const struct trimming {
    const char *name;
    const char *text;
    const char *expected;
} TRIMMINGS[] = {
    {"leaves a text alone", "培育 企业", "培育 企业"},
    {"trims blanks, tabs and line ends", " \t\r\n30 个\r\n", "30 个"},
    {"trims ideographic spaces", "　　30　", "30"},
    {"trims mixed blanks", " 　 30 　\t", "30"},
    {"trims a single blank", " ", ""},
    {"trims to nothing", " 　\n", ""},
    {"trims nothing", "", ""},
    {"keeps a character that shares bytes with the ideographic space", "。30、", "。30、"},
};

static void test_trimming(void **state)
{
    const struct trimming *row = *state;
    jx_expect_text(jx_str_trim(jx_str_of(row->text)), row->expected);
}

static const struct split {
    const char *name;
    const char *text; // NULL: JX_STR_NONE
    const char *parts[4];
} SPLITS[] = {
    {"cuts parts off", "a|bc|d", {"a", "bc", "d", NULL}},
    {"keeps blanks", "a | b", {"a ", " b", NULL, NULL}},
    {"keeps empty parts", "|a|", {"", "a", "", NULL}},
    {"returns a text without separator whole", "abc", {"abc", NULL, NULL, NULL}},
    {"returns the empty text once", "", {"", NULL, NULL, NULL}},
    {"returns nothing of nothing", NULL, {NULL, NULL, NULL, NULL}},
};

static void test_split(void **state)
{
    const struct split *row = *state;
    jx_str rest = jx_str_of(row->text);
    for (size_t i = 0; i < 4; i++) {
        jx_expect_text(jx_str_next(&rest, '|'), row->parts[i]);
    }
}

static const struct id {
    const char *name;
    const char *text;
    bool expected;
} IDS[] = {
    {"takes letters, digits and hyphens", "industry-chain-2024", true},
    {"takes one byte", "x", true},
    {"takes 39 bytes", "abcdefghijklmnopqrstuvwxyz-0123456789-a", true},
    {"rejects 40 bytes", "abcdefghijklmnopqrstuvwxyz-0123456789-ab", false},
    {"rejects nothing", "", false},
    {"rejects capitals", "Cost", false},
    {"rejects an underscore", "cost_control", false},
    {"rejects a blank", "cost control", false},
    {"rejects a dot", "cost.control", false},
    {"rejects Chinese characters", "成本", false},
};

static void test_id(void **state)
{
    const struct id *row = *state;
    assert_int_equal(jx_str_is_id(jx_str_of(row->text)), row->expected);
}

static const jx_str KEYS[] = {
    JX_STR("category"), JX_STR("comparator"), JX_STR("deduct"), JX_STR("floor"),
    JX_STR("kind"),     JX_STR("levels"),     JX_STR("method"), JX_STR("minimum"),
    JX_STR("name"),     JX_STR("maximum"),    JX_STR("of"),     JX_STR("步长"),
};

static const struct near {
    const char *name;
    const char *text;
    const char *expected; // NULL: none
} NEARS[] = {
    {"finds a word itself", "method", "method"},
    {"finds a changed byte", "methud", "method"},
    {"finds a missing byte", "metod", "method"},
    {"finds an added byte", "methhod", "method"},
    {"counts swapped bytes once", "mehtdo", "method"},
    {"counts swapped bytes as one change, not two", "mniimmu", "minimum"},
    {"counts swapped bytes at the start", "emthdo", "method"},
    {"counts an added byte once", "methhodd", "method"},
    {"counts a missing byte once", "mthd", "method"},
    {"counts changes at the end", "levexy", "levels"},
    {"refuses three changes at the end", "levxyz", NULL},
    {"refuses three changes at the start", "xyzels", NULL},
    {"allows a third of a long word", "komparators", "comparator"},
    {"finds a capital", "Category", "category"},
    {"refuses three bytes of a short word", "imum", NULL},
    {"refuses what is too far", "weight", NULL},
    {"refuses what has nothing in common", "my", NULL},
    {"refuses nothing", "", NULL},
    {"finds a Chinese word without its last byte", "步\xe9\x95", "步长"},
};

static void test_near(void **state)
{
    const struct near *row = *state;
    jx_str found = jx_str_nearest(jx_str_of(row->text), KEYS, sizeof KEYS / sizeof KEYS[0]);
    jx_expect_text(found, row->expected);
}

static void test_tie(void **state)
{
    (void)state;
    static const jx_str words[] = {JX_STR("step"), JX_STR("stop"), JX_STR("stap")};
    jx_expect_text(jx_str_nearest((jx_str)JX_STR("stip"), words, 3), "step");
    jx_expect_text(jx_str_nearest((jx_str)JX_STR("stip"), words + 1, 2), "stop");
    jx_expect_text(jx_str_nearest((jx_str)JX_STR("stip"), words, 0), NULL);
}

static void test_long_words(void **state)
{
    (void)state;
    char letters[200];
    memset(letters, 'a', sizeof letters);
    const jx_str words[] = {{letters, 97}, {letters, 96}};
    assert_int_equal(jx_str_nearest((jx_str){letters, 96}, words, 2).size, 96);
    assert_null(jx_str_nearest((jx_str){letters, 97}, words, 2).data);
    assert_null(jx_str_nearest((jx_str){letters, 96}, words, 1).data);
}

static void test_slices(void **state)
{
    (void)state;
    jx_str text = JX_STR("target");
    jx_str empty = JX_STR("");
    jx_expect_text(jx_str_from(text, 3), "get");
    jx_expect_text(jx_str_from(text, 6), "");
    jx_expect_text(jx_str_first(text, 3), "tar");
    jx_expect_text(jx_str_from(JX_STR_NONE, 0), NULL);
    jx_expect_text(jx_str_of(NULL), NULL);
    assert_true(jx_str_starts(text, (jx_str)JX_STR("tar")));
    assert_true(jx_str_starts(text, empty));
    assert_false(jx_str_starts(text, (jx_str)JX_STR("targets")));
    assert_false(jx_str_starts(text, (jx_str)JX_STR("get")));
    assert_true(jx_str_ends(text, (jx_str)JX_STR("get")));
    assert_true(jx_str_ends(JX_STR_NONE, JX_STR_NONE));
    assert_false(jx_str_ends(text, (jx_str)JX_STR("tar")));
    assert_true(jx_str_is(text, "target"));
    assert_false(jx_str_is(text, "targe"));
    assert_false(jx_str_is((jx_str){"a\0b", 3}, "a"));
}

static void test_parts(void **state)
{
    (void)state;
    static const char *const words[] = {"step", "bands"};
    const jx_str names = JX_STR("step bands");
    const jx_str bands = JX_STR("bands");
    assert_true(jx_str_has_part(names, ' ', bands));
    assert_false(jx_str_has_part(names, '|', bands));
    assert_false(jx_str_has_part(names, ' ', (jx_str)JX_STR("band")));
    assert_false(jx_str_has_part(JX_STR_NONE, ' ', bands));
    assert_true(jx_str_is_among(bands, words, 2));
    assert_false(jx_str_is_among(bands, words, 1));
    assert_false(jx_str_is_among(names, words, 2));
}

static void test_number(void **state)
{
    (void)state;
    char buffer[JX_NUMBER_TEXT];
    jx_expect_text(jx_str_number(0, buffer), "0");
    jx_expect_text(jx_str_number(1024, buffer), "1024");
    jx_expect_text(jx_str_number(UINT64_MAX, buffer), "18446744073709551615");
}

static const struct yes_no {
    const char *name;
    const char *text;
    int32_t expected; // -1: neither
} YES_NO[] = {
    {"reads 是 as yes", "是", 1},
    {"reads 无 as no", "无", 0},
    {"reads yes in any case", "yES", 1},
    {"reads no in full width", "ＮＯ", 0},
    {"reads false in full width", "ｆａｌｓｅ", 0},
    {"takes no beginning of a word", "tru", -1},
    {"takes no longer word", "truest", -1},
    {"takes no word that begins with it", "是的", -1},
    {"takes no long text", "falsehoods and others", -1},
    {"takes no empty text", "", -1},
};

static void test_yes_no(void **state)
{
    const struct yes_no *row = *state;
    int32_t found = -1;
    assert_int_equal(jx_str_read_yes_no(jx_str_of(row->text), &found), row->expected >= 0);
    assert_int_equal(found, row->expected);
}

static void test_caseless(void **state)
{
    (void)state;
    assert_true(jx_str_is_caseless((jx_str)JX_STR("N/a"), "n/a"));
    assert_false(jx_str_is_caseless((jx_str)JX_STR("n/"), "n/a"));
    assert_false(jx_str_is_caseless((jx_str)JX_STR("n/a "), "n/a"));
    assert_false(jx_str_is_caseless((jx_str)JX_STR("\x0e/a"), "n/a"));
    assert_false(jx_str_is_caseless(JX_STR_NONE, "n/a"));
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, ORDERS, test_order);
    JX_ROWS(&all, TRIMMINGS, test_trimming);
    JX_ROWS(&all, SPLITS, test_split);
    JX_ROWS(&all, IDS, test_id);
    JX_ROWS(&all, NEARS, test_near);
    JX_ROWS(&all, YES_NO, test_yes_no);
    jx_rows_add_one(&all, "compares with words whatever the case", test_caseless, NULL);
    jx_rows_add_one(&all, "answers the first of equally near words", test_tie, NULL);
    jx_rows_add_one(&all, "leaves out words of more than 96 bytes", test_long_words, NULL);
    jx_rows_add_one(&all, "takes slices and compares them", test_slices, NULL);
    jx_rows_add_one(&all, "finds whole parts and words", test_parts, NULL);
    jx_rows_add_one(&all, "writes numbers", test_number, NULL);
    return jx_rows_run(&all, "str");
}
