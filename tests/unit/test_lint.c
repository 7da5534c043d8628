// SPDX-License-Identifier: MIT
#include "script/lint.h"
#include "support/jx_rows.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

// Scripts with a number parameter `n` and a text parameter `t`; an input `late` that is a number, `seen` that is not.
static const struct lint_row {
    const char *name;
    const char *text;
    const char *says; // what the first finding quotes; NULL: there is none
    uint32_t line;
} rows[] = {
    {"finds a field of the context",
     "return function(ctx)\n if ctx.measured == 0 then return end\nend", "ctx.measured == 0", 2},
    {"finds it whatever the context is called",
     "return { run = function(c) if c.points ~= 12 then return end end }", "c.points ~= 12", 1},
    {"finds it the other way round", "return function(ctx) if 0 == ctx.actual then return end end",
     "0 == ctx.actual", 1},
    {"finds negative numbers", "return function(ctx) return ctx.measured == -1 end",
     "ctx.measured == -1", 1},
    {"finds parameters that are numbers", "return function(ctx) return ctx.param.n == 3 end",
     "ctx.param.n == 3", 1},
    {"finds inputs that are numbers", "return function(ctx) return ctx.input.late == 0 end",
     "ctx.input.late == 0", 1},
    {"finds variables",
     "return function(ctx)\n local late = ctx.input.late - ctx.param.n\n if late == 0 then return end\nend",
     "late == 0", 3},
    {"finds what jx.decimal makes",
     "local half = jx.decimal(\"0.5\")\nreturn function(ctx) return half == 0.5 end", "half == 0.5",
     2},
    {"finds arithmetic", "return function(ctx) return (ctx.measured - 1) * 2 == 8 end",
     "(ctx.measured - 1) * 2 == 8", 1},
    {"finds it behind and", "return function(ctx) return ctx.input.seen and ctx.points == 0 end",
     "ctx.points == 0", 1},
    {"keeps silent about equals",
     "return function(ctx) return ctx.measured:equals(0) == true and ctx.points:equals(12) end",
     NULL, 0},
    {"keeps silent about order",
     "return function(ctx) return ctx.measured >= 0 and ctx.points < 12 end", NULL, 0},
    {"keeps silent about texts",
     "return function(ctx) return ctx.param.t == 'x' or ctx.input.seen == 1 end", NULL, 0},
    {"keeps silent about lengths",
     "return function(ctx) return #ctx.losses == 0 and #ctx.param.t == 3 end", NULL, 0},
    {"keeps silent about numbers of its own",
     "local n = 0\nreturn function(ctx) for i = 1, 3 do n = n + i end return n == 6 end", NULL, 0},
    {"keeps silent about two decimals",
     "return function(ctx) return ctx.measured == ctx.target end", NULL, 0},
    {"keeps silent about fields of tables",
     "return function(ctx) local t = { points = 1 } return t.points == 1 end", NULL, 0},
    {"keeps silent about what a function makes of it",
     "return function(ctx) return tostring(ctx.measured) == 1 or math.type(ctx.points) == 2 end",
     NULL, 0},
    {"keeps silent in comments and texts",
     "-- ctx.measured == 0\n--[[ ctx.measured == 0 ]]\nreturn function(ctx) return \"ctx.measured == 0\" end",
     NULL, 0},
    {"keeps silent in long texts", "return function(ctx) return [==[ ]] ctx.measured == 0 ]==] end",
     NULL, 0},
};

static const jx_field params[] = {
    {.type = JX_FIELD_INTEGER, .key = "n"},
    {.type = JX_FIELD_TEXT, .key = "t"},
};
static const jx_field inputs[] = {
    {.type = JX_FIELD_DECIMAL, .key = "late"},
    {.type = JX_FIELD_BOOLEAN, .key = "seen"},
};

static void lints(void **state)
{
    const struct lint_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_findings findings = jx_findings_in(arena, JX_EN);
    jx_script script = {
        .path = "x.lua",
        .text = jx_str_of(row->text),
        .params = JX_LIST(params),
        .inputs = JX_LIST(inputs),
    };
    jx_script_lint(&script, &findings);
    assert_false(findings.failed);
    assert_int_equal(findings.count, row->says == NULL ? 0 : 1);
    if (row->says != NULL) {
        char expected[256];
        snprintf(expected, sizeof expected,
                 "x.lua:%u: warning script_compares_number: \"%s\" compares", row->line, row->says);
        if (strstr(findings.rows[0].said.text, expected) == NULL) {
            fail_msg("expected %s in: %s", expected, findings.rows[0].said.text);
        }
        assert_int_equal(findings.rows[0].severity, JX_WARNING);
    }
    jx_arena_free(arena);
}

// Texts of 32 KiB, which any of the cage's walls would let pass: they take no longer than others.
static const struct lint_time_row {
    const char *name;
    const char *head;
    const char *repeated;
    const char *tail;
} times[] = {
    {"is soon done with a long sum", "return function(ctx) local b = 1", "+ctx.a", " end"},
    {"is soon done with a long product that is compared", "return function(ctx) return (1)",
     "*(ctx)", " == 1 end"},
    {"is soon done with a long path that is compared", "return function(ctx) return 1 == ctx", ".a",
     " end"},
    {"is soon done with many calls of one another", "return function(ctx) return f", "(1==1)",
     " end"},
    {"is soon done with many comparisons", "return function(ctx) return ctx.a", "==1", " end"},
    {"is soon done with a long comment", "--[[", "=", "]]return function(ctx) end"},
    {"is soon done with a long text that hardly ends", "return function(ctx) return [==[",
     "]=", "]==] end"},
};

enum { LONG_TEXT = 1 << 15, LONGEST_MILLISECONDS = 200, CLOCKS_OF_ONE = CLOCKS_PER_SEC / 1000 };

static void is_quick(void **state)
{
    static char text[LONG_TEXT];
    const struct lint_time_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_findings findings = jx_findings_in(arena, JX_EN);
    size_t size = strlen(strcpy(text, row->head));
    while (size + strlen(row->repeated) + strlen(row->tail) < sizeof text) {
        size += strlen(strcpy(text + size, row->repeated));
    }
    strcpy(text + size, row->tail);
    const jx_script script = {.path = "x.lua", .text = jx_str_of(text)};
    const clock_t before = clock();
    jx_script_lint(&script, &findings);
    assert_false(findings.failed);
    assert_in_range((clock() - before) / CLOCKS_OF_ONE, 0, LONGEST_MILLISECONDS);
    jx_arena_free(arena);
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, rows, lints);
    JX_ROWS(&all, times, is_quick);
    return jx_rows_run(&all, "lint");
}
