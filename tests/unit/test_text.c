// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "support/jx_rows.h"

static int prepare(void **state)
{
    *state = jx_arena_new();
    return *state == NULL;
}

static int finish(void **state)
{
    jx_arena_free(*state);
    return 0;
}

static void test_adding(void **state)
{
    jx_text text = jx_text_in(*state);
    jx_expect_text(jx_text_str(&text), "");
    jx_text_put(&text, "扣 ");
    jx_text_add_number(&text, 0);
    jx_text_add_char(&text, '.');
    jx_text_add(&text, (jx_str){"40 points", 2});
    jx_text_add(&text, JX_STR_NONE);
    jx_text_put(&text, NULL);
    jx_text_put(&text, " 分, ");
    jx_text_add_number(&text, UINT64_MAX);
    jx_expect_text(jx_text_str(&text), "扣 0.40 分, 18446744073709551615");
    assert_false(text.failed);
}

static void test_growing(void **state)
{
    jx_text text = jx_text_in(*state);
    jx_text other = jx_text_in(*state);
    for (uint64_t i = 0; i < 20000; i++) {
        jx_text_add_number(&text, i % 10);
        jx_text_add_char(&other, (char)('a' + i % 26));
    }
    jx_str whole = jx_text_str(&text);
    jx_str letters = jx_text_str(&other);
    assert_int_equal(whole.size, 20000);
    assert_int_equal(letters.size, 20000);
    for (size_t i = 0; i < 20000; i++) {
        assert_int_equal(whole.data[i], '0' + i % 10);
        assert_int_equal(letters.data[i], 'a' + i % 26);
    }
}

static void test_clearing(void **state)
{
    jx_text text = jx_text_in(*state);
    jx_text_put(&text, "first");
    const char *data = text.data;
    jx_text_clear(&text);
    jx_expect_text(jx_text_str(&text), "");
    jx_text_put(&text, "second");
    jx_expect_text(jx_text_str(&text), "second");
    assert_ptr_equal(text.data, data);
}

static void test_padding(void **state)
{
    jx_text text = jx_text_in(*state);
    jx_text_pad(&text, (jx_str)JX_STR("产出"), 6);
    jx_text_pad(&text, (jx_str)JX_STR("benefit"), 6);
    jx_text_pad(&text, JX_STR_NONE, 2);
    jx_expect_text(jx_text_str(&text), "产出  benefit  ");
}

static void test_listing(void **state)
{
    jx_text text = jx_text_in(*state);
    for (size_t i = 0; i < 5; i++) {
        jx_text_list(&text, (jx_str){&"abcde"[i], 1}, i, 3);
    }
    jx_expect_text(jx_text_str(&text), "a, b, c, …");
}

static void test_ending(void **state)
{
    jx_text text = jx_text_in(*state);
    jx_text none = jx_text_in(*state);
    jx_text_put(&text, "a.cases.csv");
    jx_str whole = jx_text_end(&text);
    jx_expect_text(whole, "a.cases.csv");
    assert_int_equal(whole.data[whole.size], 0);
    jx_expect_text(jx_text_end(&none), "");
}

// Sizes that no memory holds fail before a byte is read.
static void test_failing(void **state)
{
    const volatile size_t sizes[] = {SIZE_MAX, PTRDIFF_MAX}; // which no compiler may see through
    jx_text text = jx_text_in(*state);
    jx_text_put(&text, "kept");
    jx_text_add(&text, (jx_str){"", sizes[0]});
    assert_true(text.failed);
    jx_text_put(&text, " not added");
    jx_text_add_char(&text, '!');
    assert_true(text.failed);
    jx_expect_text(jx_text_str(&text), "kept");
    jx_expect_text(jx_text_end(&text), NULL);
    jx_text_clear(&text);
    assert_false(text.failed);
    jx_text_add(&text, (jx_str){"", sizes[1]});
    assert_true(text.failed);
}

static jx_str find_figure(void *user, jx_str name)
{
    size_t *asked = user;
    ++*asked;
    if (jx_str_is(name, "target")) {
        return (jx_str)JX_STR("30");
    }
    return jx_str_is(name, "unit") ? (jx_str)JX_STR("") : JX_STR_NONE;
}

static const struct filling {
    const char *name;
    const char *template;
    const char *expected;
    size_t asked;
} FILLINGS[] = {
    {"fills nothing in", "每少一家，扣0.4分", "每少一家，扣0.4分", 0},
    {"fills names in", "{target}{unit}以上 ({target})", "30以上 (30)", 3},
    {"leaves unknown names", "{gap} of {target}", "{gap} of 30", 2},
    {"leaves an open brace", "{target", "{target", 0},
    {"leaves a closing brace", "target}", "target}", 0},
    {"starts over at the next brace", "{tar{target}", "{tar30", 1},
    {"leaves a brace before a name", "{{target}", "{30", 1},
    {"asks for an empty name", "{}", "{}", 1},
    {"fills the empty template", "", "", 0},
};

static void test_filling(void **state)
{
    const struct filling *row = *state;
    jx_arena *arena = jx_arena_new();
    assert_non_null(arena);
    jx_text text = jx_text_in(arena);
    size_t asked = 0;
    jx_text_fill(&text, jx_str_of(row->template), find_figure, &asked);
    jx_expect_text(jx_text_str(&text), row->expected);
    assert_int_equal(asked, row->asked);
    jx_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"adds texts, bytes and numbers", test_adding, prepare, finish, NULL},
        {"keeps two texts that grow in turns", test_growing, prepare, finish, NULL},
        {"keeps its memory when emptied", test_clearing, prepare, finish, NULL},
        {"fills columns of a terminal with blanks", test_padding, prepare, finish, NULL},
        {"lists a few and says that there are more", test_listing, prepare, finish, NULL},
        {"ends a text by NUL", test_ending, prepare, finish, NULL},
        {"remembers that memory ran out", test_failing, prepare, finish, NULL},
    };
    jx_rows fillings = {.count = 0};
    JX_ROWS(&fillings, FILLINGS, test_filling);
    int failed = cmocka_run_group_tests_name("text", tests, NULL, NULL);
    return failed + jx_rows_run(&fillings, "text that is filled in");
}
