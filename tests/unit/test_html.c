// SPDX-License-Identifier: MIT
#include "report/html.h"
#include "report/html_strip.h"
#include "support/html_check.h"
#include "support/jx_exact.h"
#include "support/jx_random.h"
#include "support/jx_rows.h"

// ---------------------------------------------------------------------------------------------- escaping

typedef struct text_row {
    const char *name;
    jx_str given;
    const char *text;
    const char *value; // of an attribute
} text_row;

static const text_row texts[] = {
    {"keeps plain text", JX_STR("预算 100%"), "预算 100%", "预算 100%"},
    {"writes an element as text", JX_STR("<script>alert(1)</script>"),
     "&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;"},
    {"writes references as text", JX_STR("&lt; &#60; & &"), "&amp;lt; &amp;#60; &amp; &amp;",
     "&amp;lt; &amp;#60; &amp; &amp;"},
    {"writes quotes that could end a value", JX_STR("\" onload='x"), "&quot; onload=&#39;x",
     "&quot; onload=&#39;x"},
    {"writes the end of a comment or section as text", JX_STR("--> ]]>"), "--&gt; ]]&gt;",
     "--&gt; ]]&gt;"},
    {"keeps line ends in text, not in values", JX_STR("a\nb\r\nc\rd"), "a\nb\nc\nd", "a b c d"},
    {"makes a tab a blank", JX_STR("a\tb"), "a b", "a b"},
    {"shows control characters", JX_STR("\x1b[2J\x07\x7f"), "\\x1b[2J\\x07\\x7f",
     "\\x1b[2J\\x07\\x7f"},
    {"shows a NUL", JX_STR("a\0b"), "a\\x00b", "a\\x00b"},
    {"shows what turns the direction of writing", JX_STR("\xe2\x80\xae"), "\\u202e", "\\u202e"},
    {"shows bytes that are no UTF-8", JX_STR("\xff\x9b"), "\\xff\\x9b", "\\xff\\x9b"},
    {"shows what no XML may hold", JX_STR("\xef\xbf\xbe\xef\xbf\xbf"), "\\ufffe\\uffff",
     "\\ufffe\\uffff"},
    {"keeps characters beyond the first plane", JX_STR("\xf0\x9f\x8f\x86"), "\xf0\x9f\x8f\x86",
     "\xf0\x9f\x8f\x86"},
    {"writes nothing of nothing", JX_STR(""), "", ""},
};

static void escapes(void **state)
{
    const text_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_text expected = jx_text_in(arena);
    jx_html page = jx_html_on(&out, JX_EN);
    jx_html_open_with(&page, "p", JX_HTML_WITH({"title", row->given}));
    jx_html_text(&page, row->given);
    jx_html_close(&page);
    jx_html_end(&page);
    jx_text_put(&expected, "<p title=\"");
    jx_text_put(&expected, row->value);
    jx_text_put(&expected, "\">");
    jx_text_put(&expected, row->text);
    jx_text_put(&expected, "</p>");
    jx_expect_text(jx_text_str(&out), jx_text_end(&expected).data);
    jx_arena_free(arena);
}

// Texts put together of what a reader of HTML might stumble over, at random.
static void stays_whole(void **state)
{
    static const char *const pieces[] = {"<",
                                         ">",
                                         "&",
                                         "\"",
                                         "'",
                                         "]]>",
                                         "<!--",
                                         "-->",
                                         "</p>",
                                         "&lt",
                                         "&#0;",
                                         "<?x",
                                         "\xff",
                                         "\xed\xa0\x80",
                                         "\xf4\x90\x80\x80",
                                         "\xe4",
                                         "绩",
                                         "\x01",
                                         "\n",
                                         "\r",
                                         "\t",
                                         "\x7f",
                                         "\xc2\x85",
                                         "\xef\xbf\xbf",
                                         "\xf0\x9f\xbf\xbf",
                                         "\xef\xbb\xbf",
                                         "a",
                                         " "};
    enum { TEXTS = 3000, MOST = 12 };
    (void)state;
    jx_random random = jx_random_from(6);
    for (size_t i = 0; i < TEXTS; i++) {
        jx_arena *arena = jx_arena_new();
        jx_text given = jx_text_in(arena);
        jx_text out = jx_text_in(arena);
        jx_html page = jx_html_on(&out, JX_EN);
        for (size_t k = jx_random_below(&random, MOST); k > 0; k--) {
            jx_text_put(&given, pieces[jx_random_below(&random, sizeof pieces / sizeof pieces[0])]);
        }
        jx_html_open_with(&page, "p", JX_HTML_WITH({"title", jx_text_str(&given)}));
        jx_html_element(&page, "b", NULL, jx_text_str(&given));
        jx_html_close(&page);
        jx_html_end(&page);
        jx_html_text_of(arena, jx_text_str(&out), "b");
        jx_arena_free(arena);
    }
}

// ---------------------------------------------------------------------------------------------- elements

static void nests(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_html page = jx_html_on(&out, JX_ZH);
    jx_html_open(&page, "ul", NULL);
    jx_html_open(&page, "li", "x");
    jx_html_label(&page, JX_LABEL_TOTAL);
    jx_html_void(&page, "br", JX_HTML_WITH({"class", JX_STR_NONE}));
    jx_html_element(&page, "b", NULL, (jx_str)JX_STR("1"));
    jx_html_close(&page);
    jx_html_close_line(&page);
    jx_html_end(&page);
    jx_expect_text(jx_text_str(&out), "<ul><li class=\"x\">总分<br/><b>1</b></li></ul>\n");
    jx_arena_free(arena);
}

// -------------------------------------------------------------------------------------------------- axes

typedef struct axis_row {
    const char *name;
    const char *least;
    const char *most;
    const char *from;
    const char *step;
} axis_row;

static const axis_row axes[] = {
    {"an axis for small losses starts near them", "97.24", "100", "96", "1"},
    {"an axis for a third lost starts in the middle", "69.12", "100", "50", "10"},
    {"an axis for more than half lost starts at 0", "30.8", "100", "0", "20"},
    {"an axis down to nothing starts at 0", "0", "100", "0", "20"},
    {"an axis for a hundredth", "99.99", "100", "99.98", "0.01"},
    {"an axis of another full score", "812.5", "1000", "750", "50"},
    {"an axis of a short full score", "7.5", "10", "7", "0.5"},
};

static jx_decimal decimal(const char *text)
{
    jx_decimal number;
    assert_true(jx_decimal_parse(jx_str_of(text), &number));
    return number;
}

static void finds_axis(void **state)
{
    const axis_row *row = *state;
    const jx_axis axis = jx_axis_find(decimal(row->least), decimal(row->most));
    char text[JX_DECIMAL_TEXT];
    jx_expect_text(jx_decimal_format(axis.from, 0, text), row->from);
    jx_expect_text(jx_decimal_format(axis.step, 0, text), row->step);
    jx_expect_text(jx_decimal_format(axis.to, 0, text), row->most);
}

typedef struct bar_row {
    const char *name;
    const char *from;
    const char *to;
    const char *drawn;
} bar_row;

// On an axis from 50 to 80.
static const bar_row bars[] = {
    {"a bar is placed to a thousandth", "60", "70",
     "<rect class=\"b\" x=\"33.333%\" y=\"3\" width=\"33.334%\" height=\"9\"/>"},
    {"a bar is cut at the ends of the axis", "0", "90",
     "<rect class=\"b\" x=\"0%\" y=\"3\" width=\"100%\" height=\"9\"/>"},
    {"a bar of almost nothing is seen", "80", "80.0001",
     "<rect class=\"b\" x=\"100%\" y=\"3\" width=\"0.4%\" height=\"9\"/>"},
};

static void draws_bar(void **state)
{
    const bar_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_html page = jx_html_on(&out, JX_EN);
    const jx_axis axis = {.from = decimal("50"), .to = decimal("80"), .step = decimal("10")};
    jx_strip_bar(&page, &axis, "b", decimal(row->from), decimal(row->to), (jx_strip_place){3, 9});
    jx_html_end(&page);
    jx_expect_text(jx_text_str(&out), row->drawn);
    jx_arena_free(arena);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, texts, escapes);
    jx_rows_add_one(&all, "is well-formed whatever the texts are", stays_whole, NULL);
    jx_rows_add_one(&all, "closes elements in the order in which they were opened", nests, NULL);
    JX_ROWS(&all, axes, finds_axis);
    JX_ROWS(&all, bars, draws_bar);
    return jx_rows_run(&all, "html");
}
