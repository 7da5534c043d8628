// SPDX-License-Identifier: MIT
#include "base/decimal.h"
#include "support/golden.h"
#include "support/html_check.h"
#include "support/jx_rows.h"
#include "support/sample_report.h"

#define GOLDEN(file) "golden/report/" file
#define EVERYONE                                                                                   \
  {                                                                                                \
    jx_sample_scored, jx_sample_incomplete, jx_sample_faulty, jx_sample_unreadable,                \
        jx_sample_hostile, jx_sample_unknown                                                       \
  }
#define ONE(text, language, make, golden)                                                          \
  {                                                                                                \
    (text), "html", (language), false, false, {make}, (golden)                                     \
  }

static const jx_sample_report reports[] = {
    ONE("a scored project in Chinese", JX_ZH, jx_sample_scored, GOLDEN("html-scored.zh")),
    ONE("a scored project in English", JX_EN, jx_sample_scored, GOLDEN("html-scored.en")),
    ONE("an incomplete project that was rescaled",
        JX_ZH,
        jx_sample_incomplete,
        GOLDEN("html-incomplete.zh")),
    ONE("what scripts took and said", JX_EN, jx_sample_scripted, GOLDEN("html-scripted.en")),
    ONE("an error beside its indicator", JX_ZH, jx_sample_faulty, GOLDEN("html-faulty.zh")),
    ONE("texts that are no markup of ours", JX_ZH, jx_sample_hostile, GOLDEN("html-hostile.zh")),
    {"a batch in Chinese", "html", JX_ZH, true, false, EVERYONE, GOLDEN("html-batch.zh")},
    {"a batch in English", "html", JX_EN, true, false, EVERYONE, GOLDEN("html-batch.en")},
};

static void writes(void **state)
{
    const jx_sample_report *row = *state;
    jx_arena *arena = jx_arena_new();
    const jx_str page = jx_sample_report_write(arena, row);
    const jx_html_found found = jx_html_expect_sound(page, row->lang);
    assert_int_equal(found.scripts, row->batch);
    assert_true(found.tables > 0);
    assert_true(jx_str_equal(page, jx_sample_report_write(arena, row)));
    jx_expect_golden(jx_html_bare(arena, page), row->golden);
    jx_arena_free(arena);
}

// ------------------------------------------------------------------------------------------------- edges

static void is_sound(void **state)
{
    const jx_sample_report *row = *state;
    jx_arena *arena = jx_arena_new();
    (void)jx_html_expect_sound(jx_sample_report_write(arena, row), row->lang);
    jx_arena_free(arena);
}

static const jx_sample_report edges[] = {
    ONE("a project whose rows could not be read is a sound page",
        JX_ZH,
        jx_sample_unreadable,
        NULL),
    ONE("rows of no project are a sound page", JX_EN, jx_sample_unknown, NULL),
    {"a batch of nothing is a sound page", "html", JX_ZH, true, false, {NULL}, NULL},
    {"a batch of one is a sound page", "html", JX_ZH, true, false, {jx_sample_scored}, NULL},
    {"a batch of nobody known is a sound page",
     "html",
     JX_ZH,
     true,
     false,
     {jx_sample_unknown},
     NULL},
    {"a batch without losses of anybody but one",
     "html",
     JX_EN,
     true,
     false,
     {jx_sample_hostile, jx_sample_unreadable},
     NULL},
};

static void reads_back(void **state)
{
    (void)state;
    const jx_sample_report row = ONE("hostile", JX_ZH, jx_sample_hostile, NULL);
    jx_arena *arena = jx_arena_new();
    const jx_str page = jx_sample_report_write(arena, &row);
    jx_expect_text(jx_html_text_of(arena, page, "h1"),
                   "项目\\x1b]0;标题\\x07\n第二行 # 1. <script> =1+1,\"x\"\n\\x7f");
    jx_arena_free(arena);
}

static size_t count_of(jx_str page, const char *what)
{
    size_t count = 0;
    for (const char *at = page.data; at != NULL; count += at != NULL) {
        at = memmem(at + 1, page.size - (size_t)(at + 1 - page.data), what, strlen(what));
    }
    return count;
}

static void tells_losses_once(void **state)
{
    static const jx_sample_report row = {
        "missing", "html", JX_ZH, true, false, {jx_sample_incomplete}, NULL};
    (void)state;
    jx_arena *arena = jx_arena_new();
    const jx_str page = jx_sample_report_write(arena, &row);
    assert_int_equal(count_of(page, "<b class=\"off\">−10.00</b> 培训人次："), 1);
    assert_int_equal(count_of(page, "<li>"), 5);
    jx_arena_free(arena);
}

static void ranks(void **state)
{
    static const jx_sample_report row = {
        "ranking", "html",
        JX_ZH,     true,
        false,     {jx_sample_incomplete, jx_sample_scored, jx_sample_faulty, jx_sample_scored},
        NULL};
    (void)state;
    jx_arena *arena = jx_arena_new();
    const jx_str page = jx_sample_report_write(arena, &row);
    assert_int_equal(count_of(page, "<td class=\"n rank\" data-v=\"1\">1</td>"), 2);
    assert_int_equal(count_of(page, "<td class=\"n rank\" data-v=\"3\">3</td>"),
                     0); // it is incomplete
    assert_int_equal(count_of(page, "<td class=\"n rank\" data-v=\"\"></td>"), 2);
    assert_int_equal(count_of(page, "<strong>97.24</strong>"), 1); // of those that were scored
    assert_int_equal(count_of(page, "data-v=\"1.46\"><span class=\"off\">−1.46</span>"), 3);
    jx_arena_free(arena);
}

static void tells_own_losses(void **state)
{
    static const jx_sample_report row = {
        "own", "html", JX_ZH, true, false, {jx_sample_scripted, jx_sample_scored}, NULL};
    (void)state;
    jx_arena *arena = jx_arena_new();
    const jx_str page = jx_sample_report_write(arena, &row);
    assert_int_equal(count_of(page, ">项目扣分</th>"), 2);             // chart and ranking
    assert_int_equal(count_of(page, "<td class=\"n\">48.62</td>"), 1); // (37.24 + 60 + 0) / 2
    assert_int_equal(count_of(page, "data-v=\"97.24\"><span class=\"off\">−97.24</span>"), 1);
    jx_arena_free(arena);
}

// Its second loss comes to nothing by rounding.
static void make_rounded_away(jx_sample *sample)
{
    jx_sample_scored(sample);
    sample->losses[1].points = jx_decimal_make(0, 2);
    sample->outcomes[2].points = jx_decimal_make(800, 2);
}

static void asks_for_reasons(void **state)
{
    static const jx_sample_report rows[] = {
        ONE("lost", JX_ZH, jx_sample_scored, NULL),
        ONE("rounded away", JX_ZH, make_rounded_away, NULL),
    };
    static const size_t asked[] = {3, 2};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        jx_arena *arena = jx_arena_new();
        const jx_str page = jx_sample_report_write(arena, &rows[i]);
        assert_int_equal(count_of(page, "<span class=\"warn\">未填写偏差原因"), asked[i]);
        assert_int_equal(count_of(page, "<li>"), asked[i]);
        jx_arena_free(arena);
    }
}

static void lists_losses(void **state)
{
    static const jx_sample_report row = {"rounded away",      "html", JX_EN, true, false,
                                         {make_rounded_away}, NULL};
    (void)state;
    jx_arena *arena = jx_arena_new();
    const jx_str page = jx_sample_report_write(arena, &row);
    assert_int_equal(count_of(page, "<li>"), 3);
    assert_int_equal(count_of(page, "−0.00"), 0);
    assert_int_equal(count_of(page, "indicators: 3"), 1);
    jx_arena_free(arena);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, reports, writes);
    JX_ROWS(&all, edges, is_sound);
    jx_rows_add_one(&all, "a name that is markup is read back as text", reads_back, NULL);
    jx_rows_add_one(&all, "equal totals share a rank, and the mean is of those that were scored",
                    ranks, NULL);
    jx_rows_add_one(&all, "what projects lost themselves has its column", tells_own_losses, NULL);
    jx_rows_add_one(
        &all, "reasons are asked for where points were lost, not where a loss came to nothing",
        asks_for_reasons, NULL);
    jx_rows_add_one(&all, "a batch lists no loss that came to nothing", lists_losses, NULL);
    jx_rows_add_one(&all, "a batch tells each loss once, that of a missing actual too",
                    tells_losses_once, NULL);
    return jx_rows_run(&all, "report_html");
}
