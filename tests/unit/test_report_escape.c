// SPDX-License-Identifier: MIT
#include "report/escape.h"
#include "support/jx_rows.h"

typedef struct escape_row {
    const char *name;
    void (*add)(jx_text *out, jx_str text);
    const char *text;
    const char *written;
} escape_row;

static const escape_row rows[] = {
    {"a terminal gets plain text as it is", jx_add_visible, "绩效 100% 😀", "绩效 100% 😀"},
    {"a terminal gets blanks for line ends and tabs", jx_add_visible, "a\nb\tc\rd", "a b c d"},
    {"a terminal gets no escape sequence", jx_add_visible, "\x1b[31m", "\\x1b[31m"},
    {"a terminal gets no bell, backspace or delete", jx_add_visible, "\a\b\x7f", "\\x07\\x08\\x7f"},
    {"a terminal gets no control sequence of one byte", jx_add_visible,
     "\xc2\x9b"
     "31m",
     "\\u009b31m"},
    {"a terminal gets no text that runs backwards", jx_add_visible,
     "\xe2\x80\xae"
     "abc\xe2\x81\xa9",
     "\\u202eabc\\u2069"},
    {"a terminal gets no marks of numbers in Arabic", jx_add_visible,
     "\xd8\x80"
     "12\xdb\x9d",
     "\\u060012\\u06dd"},
    {"a terminal gets no line separators", jx_add_visible,
     "a\xe2\x80\xa8"
     "b",
     "a\\u2028b"},
    {"a terminal gets no byte order mark", jx_add_visible,
     "\xef\xbb\xbf"
     "a",
     "\\ufeffa"},
    {"a terminal gets no invisible tags", jx_add_visible,
     "\xf3\xa0\x81\x81"
     "a",
     "\\U000e0041a"},
    {"a terminal gets bytes that are no UTF-8 as numbers", jx_add_visible,
     "\xff"
     "a\xe4\xbd",
     "\\xffa\\xe4\\xbd"},
    {"a terminal gets nothing for nothing", jx_add_visible, NULL, ""},
    {"Markdown gets no cells, emphasis, code or links", jx_add_markdown, "|*_`[]~#$\\",
     "\\|\\*\\_\\`\\[\\]\\~\\#\\$\\\\"},
    {"Markdown gets no HTML", jx_add_markdown, "<b>&amp;", "&lt;b&gt;&amp;amp;"},
    {"Markdown gets no line ends", jx_add_markdown, "a\nb", "a b"},
    {"Markdown gets control characters as text", jx_add_markdown, "\x1b", "\\\\x1b"},
    {"CSV gets plain text as it is", jx_add_csv, "=1+1 'a' 绩效", "=1+1 'a' 绩效"},
    {"CSV gets commas in quotes", jx_add_csv, "1,5", "\"1,5\""},
    {"CSV gets quotes doubled", jx_add_csv, "\"a\"", "\"\"\"a\"\"\""},
    {"CSV gets line ends in quotes", jx_add_csv, "a\r\nb", "\"a\r\nb\""},
    {"CSV gets nothing for nothing", jx_add_csv, NULL, ""},
};

static void escapes(void **state)
{
    const escape_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    row->add(&out, jx_str_of(row->text));
    jx_expect_text(jx_text_str(&out), row->written);
    jx_arena_free(arena);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, rows, escapes);
    return jx_rows_run(&all, "report_escape");
}
