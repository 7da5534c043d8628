// SPDX-License-Identifier: MIT
#include "report/page.h"
#include "support/jx_rows.h"

typedef struct wrap_row {
    const char *name;
    size_t columns;
    const char *text;
    const char *lines; // parted by |
} wrap_row;

static const wrap_row wraps[] = {
    {"leaves a text that fits", 10, "绩效目标", "绩效目标"},
    {"leaves nothing for nothing", 10, "", ""},
    {"breaks Chinese between characters", 8, "壮大产业规模", "壮大产业|规模"},
    {"does not cut a character in two columns", 5, "壮大产业", "壮大|产业"},
    {"breaks English between words", 12, "the total is rescaled", "the total is|rescaled"},
    {"takes blanks off at a break", 5, "abcd  efg", "abcd|efg"},
    {"breaks a word that is longer than a line", 6, "abcdefghij", "abcdef|ghij"},
    {"keeps a comma with what it closes", 8, "壮大产业，提升", "壮大产|业，提升"},
    {"keeps a bracket with what it opens", 10, "壮大产业（提升）", "壮大产业|（提升）"},
    {"keeps a number with its unit", 10, "增加营收100亿元", "增加营收|100亿元"},
    {"keeps words in Chinese whole", 10, "指标threshold项", "指标|threshold|项"},
};

static void wraps_text(void **state)
{
    const wrap_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text lines = jx_text_in(arena);
    jx_str rest = jx_str_of(row->text);
    do {
        jx_text_put(&lines, lines.size == 0 ? "" : "|");
        jx_text_add(&lines, jx_page_next_line(&rest, row->columns));
    } while (rest.size > 0);
    jx_expect_text(jx_text_str(&lines), row->lines);
    jx_arena_free(arena);
}

static void hangs_paragraphs(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_page page = jx_page_on(&out, JX_EN, true);
    jx_text_put(jx_page_raw(&page), "one two three");
    jx_page_cell lead = {(jx_str)JX_STR("-1"), 2, JX_TONE_LOST};
    jx_page_paragraph(&page, lead, JX_PAGE_COLUMNS - 8, JX_TONE_PLAIN);
    jx_text expected = jx_text_in(arena);
    jx_text_put(&expected, "  \x1b[31m-1\x1b[0m");
    for (size_t i = 4; i < JX_PAGE_COLUMNS - 8; i++) {
        jx_text_add_char(&expected, ' ');
    }
    jx_text_put(&expected, "one two\n");
    for (size_t i = 0; i < JX_PAGE_COLUMNS - 8; i++) {
        jx_text_add_char(&expected, ' ');
    }
    jx_text_put(&expected, "three\n");
    assert_true(jx_str_equal(jx_text_str(&out), jx_text_str(&expected)));
    jx_arena_free(arena);
}

static void fills_columns(void **state)
{
    (void)state;
    static const jx_page_column columns[] = {{6, false}, {3, true}};
    static const jx_page_cell cells[] = {{JX_STR("壮大产业"), 2, JX_TONE_PLAIN},
                                         {JX_STR("12"), 0, JX_TONE_PLAIN}};
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_page page = jx_page_on(&out, JX_ZH, false);
    jx_page_row(&page, columns, cells, 2);
    jx_page_rule(&page, columns, 2);
    jx_expect_text(jx_text_str(&out), "  壮大   12\n  产业\n------  ---\n");
    jx_arena_free(arena);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, wraps, wraps_text);
    jx_rows_add_one(&all, "hangs a paragraph behind its lead", hangs_paragraphs, NULL);
    jx_rows_add_one(&all, "fills columns line by line", fills_columns, NULL);
    return jx_rows_run(&all, "report_page");
}
