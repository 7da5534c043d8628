// SPDX-License-Identifier: MIT
// Acceptance of the three projects that ship: every boundary of their published rules by hand, and random rows beside an
// oracle of rationals that knows the published wording and nothing of the engine. The oracle is in support/published.c.
#include "support/jx_rows.h"
#include "support/published.h"
#include "support/score_fixture.h"

#define CONF JX_TEST_SOURCE_DIR "/conf/"

enum { RANDOM_ROWS = 5000, GRADES = 4 };

// ------------------------------------------------------------------------------------------- boundaries

// One indicator's cell; all others are met, so that the total is 100 less what it lost.
typedef struct boundary {
    const char *name;
    const char *id;
    const char *actual;
    const char *baseline; // "" for none
    const char *points;
    const char *total;
    const char *losses;
} boundary;

static const boundary development[] = {
    {"cost at the budget", "cost-control", "100", "", "20", "100", ""},
    {"cost just under", "cost-control", "99.99%", "", "20", "100", ""},
    {"cost just over", "cost-control", "100.01", "", "0", "80", "not_met 20"},
    {"30 firms", "innovative-smes", "30", "", "12", "100", ""},
    {"31 firms", "innovative-smes", "31个", "", "12", "100", ""},
    {"29 firms", "innovative-smes", "29", "", "11.6", "99.6", "below_target 0.4"},
    {"27 firms", "innovative-smes", "27", "", "10.8", "98.8", "below_target 1.2"},
    {"1 firm", "innovative-smes", "1", "", "0.4", "88.4", "below_target 11.6"},
    {"no firm", "innovative-smes", "0", "", "0", "88", "below_target 12"},
    {"value added as before", "industrial-value-added", "0%", "", "8", "100", ""},
    {"value added as before, in amounts", "industrial-value-added", "55.5", "55.50", "8", "100",
     ""},
    {"value added up", "industrial-value-added", "0.01%", "", "8", "100", ""},
    {"value added down by 1%", "industrial-value-added", "-1%", "", "7.92", "99.92",
     "below_target 0.08"},
    {"value added down by 1%, in amounts", "industrial-value-added", "99", "100", "7.92", "99.92",
     "below_target 0.08"},
    {"value added down by 0.06%", "industrial-value-added", "-0.06%", "", "8", "100",
     "below_target 0"},
    {"value added down by 0.07%", "industrial-value-added", "-0.07%", "", "7.99", "99.99",
     "below_target 0.01"},
    {"value added down by a third of 1%", "industrial-value-added", "299", "300", "7.97", "99.97",
     "below_target 0.03"},
    {"value added down by 99.9%", "industrial-value-added", "-99.9%", "", "0.01", "92.01",
     "below_target 7.99"},
    {"value added gone", "industrial-value-added", "-100%", "", "0", "92", "below_target 8"},
    {"value added below 0", "industrial-value-added", "-101%", "", "0", "92",
     "below_target 8 of 8.08"},
    {"carried out on the first day", "execution-timeliness", "2024-01-01", "", "20", "100", ""},
    {"carried out on the last day", "execution-timeliness", "2024-12-31", "", "20", "100", ""},
    {"carried out in the year", "execution-timeliness", "2024", "", "20", "100", ""},
    {"carried out in a month of it", "execution-timeliness", "2024年2月", "", "20", "100", ""},
    {"carried out the day before", "execution-timeliness", "2023-12-31", "", "0", "80",
     "not_met 20"},
    {"carried out the day after", "execution-timeliness", "2025-01-01", "", "0", "80",
     "not_met 20"},
    {"revenue as before", "enterprise-revenue", "1,234.56万", "12,345,600", "20", "100", ""},
    {"revenue down by 1%", "enterprise-revenue", "-1%", "", "19.8", "99.8", "below_target 0.2"},
    {"revenue down by 0.02%", "enterprise-revenue", "-0.02%", "", "20", "100", "below_target 0"},
    {"revenue down by 0.025%", "enterprise-revenue", "-0.025%", "", "20", "100", "below_target 0"},
    {"revenue down by 0.026%", "enterprise-revenue", "-0.026%", "", "19.99", "99.99",
     "below_target 0.01"},
    {"revenue gone", "enterprise-revenue", "0", "100", "0", "80", "below_target 20"},
    {"very satisfied", "public-satisfaction", "非常满意", "", "10", "100", ""},
    {"rather satisfied", "public-satisfaction", "较为满意", "", "10", "100", ""},
    {"satisfied", "public-satisfaction", "满意", "", "10", "100", ""},
    {"hardly satisfied", "public-satisfaction", "基本满意", "", "9", "99", "lower_level 1"},
    {"not satisfied", "public-satisfaction", "不满意", "", "0", "90", "lower_level 10"},
    {"paid in full", "budget-execution", "100", "100", "10", "100", ""},
    {"paid more", "budget-execution", "120%", "", "10", "100", ""},
    {"paid 99.95%", "budget-execution", "99.95%", "", "10", "100", "partly_met 0"},
    {"paid 99.94%", "budget-execution", "99.94%", "", "9.99", "99.99", "partly_met 0.01"},
    {"paid a third", "budget-execution", "1", "3", "3.33", "93.33", "partly_met 6.67"},
    {"paid nothing", "budget-execution", "0", "3", "0", "90", "partly_met 10"},
};

static const boundary chain[] = {
    {"cost at the budget, in yuan", "cost-control", "1,000,000元", "100万元", "20", "100", ""},
    {"cost a fen over", "cost-control", "1000000.01", "1000000", "0", "80", "not_met 20"},
    {"cost a fen under", "cost-control", "999999.99", "1000000", "20", "100", ""},
    {"investment as before", "key-project-investment", "0%", "", "15", "100", ""},
    {"investment down by 1%", "key-project-investment", "-1%", "", "14.85", "99.85",
     "below_target 0.15"},
    {"investment down by a tenth of 1%", "key-project-investment", "-0.1%", "", "14.99", "99.99",
     "below_target 0.01"},
    {"investment down by 0.033%", "key-project-investment", "-0.033%", "", "15", "100",
     "below_target 0"},
    {"investment down by 0.034%", "key-project-investment", "-0.034%", "", "14.99", "99.99",
     "below_target 0.01"},
    {"investment gone", "key-project-investment", "-100%", "", "0", "85", "below_target 15"},
    {"output up", "leading-industry-output", "1.000001", "1", "15", "100", ""},
    {"output down by 10%", "leading-industry-output", "90", "100", "13.5", "98.5",
     "below_target 1.5"},
    {"carried out in the year", "execution-timeliness", "2024/6/30", "", "10", "100", ""},
    {"carried out too late", "execution-timeliness", "2025", "", "0", "90", "not_met 10"},
    {"half of the problems solved", "problem-resolution", "50%", "", "10", "100", ""},
    {"all problems solved", "problem-resolution", "100", "", "10", "100", ""},
    {"1% fewer problems solved", "problem-resolution", "49%", "", "9.8", "99.8",
     "below_target 0.2"},
    {"half of 1% fewer problems solved", "problem-resolution", "49.5", "", "9.9", "99.9",
     "below_target 0.1"},
    {"no problem solved", "problem-resolution", "0", "", "0", "90", "below_target 10"},
    {"tax as before", "enterprise-tax", "0%", "", "10", "100", ""},
    {"tax down by 1%", "enterprise-tax", "-1%", "", "9.9", "99.9", "below_target 0.1"},
    {"tax down by 0.05%", "enterprise-tax", "-0.05%", "", "10", "100", "below_target 0"},
    {"tax down by 0.051%", "enterprise-tax", "-0.051%", "", "9.99", "99.99", "below_target 0.01"},
    {"hardly satisfied", "public-satisfaction", "基本满意", "", "9", "99", "lower_level 1"},
    {"paid half", "budget-execution", "50%", "", "5", "95", "partly_met 5"},
};

static const boundary clean[] = {
    {"cost at the budget", "cost-control", "100%", "", "20", "100", ""},
    {"cost 1% over", "cost-control", "101", "", "19.8", "99.8", "above_target 0.2"},
    {"cost half of 1% over", "cost-control", "100.5", "", "19.9", "99.9", "above_target 0.1"},
    {"cost 0.024% over", "cost-control", "100.024", "", "20", "100", "above_target 0"},
    {"cost 0.026% over", "cost-control", "100.026", "", "19.99", "99.99", "above_target 0.01"},
    {"cost twice the budget", "cost-control", "200", "", "0", "80", "above_target 20"},
    {"cost more than that", "cost-control", "201", "", "0", "80", "above_target 20 of 20.2"},
    {"two models", "model-clean-enterprises", "2", "", "20", "100", ""},
    {"three models", "model-clean-enterprises", "3", "", "20", "100", ""},
    {"one model", "model-clean-enterprises", "1个", "", "10", "90", "below_target 10"},
    {"no model", "model-clean-enterprises", "0", "", "0", "80", "below_target 20"},
    {"work done", "clean-enterprise-work", "是", "", "10", "100", ""},
    {"work not done", "clean-enterprise-work", "否", "", "0", "90", "not_met 10"},
    {"carried out in the year", "execution-timeliness", "2024", "", "10", "100", ""},
    {"carried out too early", "execution-timeliness", "2023-12", "", "0", "90", "not_met 10"},
    {"first place", "business-environment-rank", "1", "", "20", "100", ""},
    {"fifth place", "business-environment-rank", "5", "", "20", "100", ""},
    {"sixth place", "business-environment-rank", "6", "", "19", "99", "above_target 1"},
    {"twenty-fifth place", "business-environment-rank", "25", "", "0", "80", "above_target 20"},
    {"twenty-sixth place", "business-environment-rank", "26", "", "0", "80",
     "above_target 20 of 21"},
    {"not satisfied", "public-satisfaction", "不满意", "", "0", "90", "lower_level 10"},
    {"paid two thirds", "budget-execution", "2", "3", "6.67", "96.67", "partly_met 3.33"},
};

static void expect_boundary(const char *path, const jx_published *project, const boundary *row)
{
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read(&fixture, path);
    assert_non_null(fixture.plan);
    assert_int_equal(fixture.faults.count, 0);
    for (size_t i = 0; i < project->count; i++) {
        jx_score_set(&fixture, project->rows[i].id, "actual", jx_str_of(project->rows[i].met));
    }
    jx_score_set(&fixture, row->id, "actual", jx_str_of(row->actual));
    jx_score_set(&fixture, row->id, "baseline", jx_str_of(row->baseline));
    const jx_scorecard *card = jx_score_run(&fixture);
    if (card->state != JX_SCORED) {
        fail_msg("%s", card->error);
    }
    size_t index = jx_score_find(&fixture, row->id);
    jx_score_expect_losses(card, index, row->losses);
    jx_score_expect_number(card->outcomes[index].points, row->points);
    jx_score_expect_number(card->total, row->total);
    jx_score_expect_sums(card);
    jx_score_end(&fixture);
}

static void test_development(void **state)
{
    expect_boundary(CONF "industry-development-2024.ini", &jx_published_development, *state);
}

static void test_chain(void **state)
{
    expect_boundary(CONF "industry-chain-2024.ini", &jx_published_chain, *state);
}

static void test_clean(void **state)
{
    expect_boundary(CONF "clean-hengyang-2024.ini", &jx_published_clean, *state);
}

// ----------------------------------------------------------------------------------------- random rows

static void expect_row(jx_exact *exact, const jx_scorecard *card, const jx_published_row *drawn)
{
    assert_int_equal(card->state, JX_SCORED);
    for (size_t i = 0; i < drawn->count; i++) {
        jx_exact_expect(exact, card->outcomes[i].points, drawn->points[i]);
    }
    jx_exact_expect(exact, card->total, drawn->total);
    jx_expect_text(card->grade->name, drawn->grade);
    jx_score_expect_sums(card);
}

static void score_random_rows(const char *path, const jx_published *project, uint64_t seed)
{
    jx_exact exact;
    jx_published_row drawn;
    jx_score_fixture fixture;
    jx_exact_init(&exact, seed);
    jx_published_begin(&drawn, project);
    jx_score_begin(&fixture, NULL);
    jx_score_read(&fixture, path);
    assert_non_null(fixture.plan);
    assert_int_equal(fixture.plan->count, project->count);
    int graded[GRADES] = {0};
    for (int i = 0; i < RANDOM_ROWS; i++) {
        jx_published_draw(&drawn, &exact);
        for (size_t k = 0; k < project->count; k++) {
            const char *id = project->rows[k].id;
            assert_int_equal(jx_score_find(&fixture, id), k);
            jx_score_set(&fixture, id, "actual", jx_str_of(drawn.actuals[k]));
            jx_score_set(&fixture, id, "baseline", jx_str_of(drawn.baselines[k]));
        }
        const jx_scorecard *card = jx_score_run(&fixture);
        expect_row(&exact, card, &drawn);
        graded[card->grade - card->table->grades]++;
    }
    for (int i = 0; i < GRADES; i++) {
        assert_in_range(graded[i], RANDOM_ROWS / 50, RANDOM_ROWS);
    }
    jx_score_end(&fixture);
    jx_published_end(&drawn);
    jx_exact_clear(&exact);
}

static void test_random_development(void **state)
{
    (void)state;
    score_random_rows(CONF "industry-development-2024.ini", &jx_published_development, 1);
}

static void test_random_chain(void **state)
{
    (void)state;
    score_random_rows(CONF "industry-chain-2024.ini", &jx_published_chain, 2);
}

static void test_random_clean(void **state)
{
    (void)state;
    score_random_rows(CONF "clean-hengyang-2024.ini", &jx_published_clean, 3);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, development, test_development);
    JX_ROWS(&all, chain, test_chain);
    JX_ROWS(&all, clean, test_clean);
    jx_rows_add_one(&all, "5,000 random rows of the first project", test_random_development, NULL);
    jx_rows_add_one(&all, "5,000 random rows of the second project", test_random_chain, NULL);
    jx_rows_add_one(&all, "5,000 random rows of the third project", test_random_clean, NULL);
    return jx_rows_run(&all, "three_tables");
}
