// SPDX-License-Identifier: MIT
// The scripts that ship, at their boundaries: what each takes, why it says so in both languages, what it refuses; and what project
// files may not say of a script.
#include "base/list.h"
#include "report/sentence.h"
#include "support/fault_rows.h"
#include "support/jx_rows.h"
#include "support/score_fixture.h"

#define LATE   "unit = 公里\ntarget = 10\nmethod = step\ndeduct = 1\nscript = late_start.lua\n"
#define OVER   "unit = 人\ntarget = 100\nmethod = step\ndeduct = 1\nscript = overfulfilment.lua\n"
#define SURVEY "category = satisfaction\nunit = %\ntarget = 80\nmethod = step\ndeduct = 1\n"
#define SAMPLE "script = survey_sample.lua\nscript.least = 100\nscript.deduct = 2\n"
#define COUNTS "measure = survey\nlevels = 好, 中, 差\nsatisfied = 好\n"

// ------------------------------------------------------------------------------------------- indicators

typedef struct indicator_row {
    const char *name;
    const char *keys; // see jx_score_one
    const char *actual;
    const char *input; // of the one column that the script declares; NULL: it declares none
    const char *points;
    const char *losses;  // see jx_score_expect_losses
    const char *figures; // of the last loss; NULL where no script took anything
    const char *zh;
    const char *en;
} indicator_row;

static const indicator_row late_start[] = {
    {"an empty column is no delay", LATE, "10", "", "10", "", NULL, NULL, NULL},
    {"0 months are no delay", LATE, "10", "0", "10", "", NULL, NULL, NULL},
    {"each month costs half a point where nothing is stated", LATE, "10", "3", "8.5",
     "late_start 1.5", "each=0.5 grace=0 months=3", "开工延迟3个月，宽限0个月，其余每月扣0.5分",
     "started 3 months late, 0 of them free; each of the others costs 0.5"},
    {"the last month of grace is free", LATE "script.grace = 2\n", "10", "2", "10", "", NULL, NULL,
     NULL},
    {"the first month beyond the grace costs", LATE "script.grace = 2\nscript.per_month = 3\n",
     "10", "3", "7", "late_start 3", "each=3 grace=2 months=3",
     "开工延迟3个月，宽限2个月，其余每月扣3分",
     "started 3 months late, 2 of them free; each of the others costs 3"},
    {"points may be a percentage of the weight", LATE "weight = 40\nscript.per_month = 5%\n", "10",
     "2", "36", "late_start 4", "each=2 grace=0 months=2", NULL, NULL},
    {"it takes of what the method left", LATE "script.per_month = 2\n", "8", "1", "6",
     "below_target 2, late_start 2", "each=2 grace=0 months=1", NULL, NULL},
    {"it takes no more than is left", LATE "script.per_month = 2\n", "1", "3", "0",
     "below_target 9, late_start 1 of 6", "each=2 grace=0 months=3", NULL, NULL},
    {"it goes below the method's floor", LATE "floor = 4\nscript.per_month = 2\n", "0", "3", "0",
     "below_target 6 of 10, late_start 4 of 6", "each=2 grace=0 months=3", NULL, NULL},
    {"months that cost nothing are not told", LATE "script.per_month = 0\n", "10", "9", "10", "",
     NULL, NULL, NULL},
    {"what is not reported is not late as well", LATE, "", "9", "0", "missing 10", NULL, NULL,
     NULL},
};

static const indicator_row overfulfilment[] = {
    {"the target itself is well planned", OVER "script.deduct = 2\n", "100", NULL, "10", "", NULL,
     NULL, NULL},
    {"so is exactly 30% more", OVER "script.deduct = 2\n", "130", NULL, "10", "", NULL, NULL, NULL},
    {"more than 30% costs what was stated", OVER "script.deduct = 2\n", "131", NULL, "8",
     "target_too_low 2", "tolerance=30", "实际为131人，超过目标100人30%以上，目标值设定偏低",
     "found 131人, more than 30% above the target 100人: the target was set too low"},
    {"the tolerance may be another", OVER "script.deduct = 2\nscript.tolerance = 7.5%\n", "108",
     NULL, "8", "target_too_low 2", "tolerance=7.5",
     "实际为108人，超过目标100人7.5%以上，目标值设定偏低", NULL},
    {"and is exact", OVER "whole = no\nscript.deduct = 2\nscript.tolerance = 7.5%\n", "107.5", NULL,
     "10", "", NULL, NULL, NULL},
    {"none at all is a tolerance, too", OVER "script.deduct = 2\nscript.tolerance = 0%\n", "101",
     NULL, "8", "target_too_low 2", "tolerance=0", NULL, NULL},
    {"points may be a percentage of the weight", OVER "weight = 40\nscript.deduct = 10%\n", "200",
     NULL, "36", "target_too_low 4", "tolerance=30", NULL, NULL},
    {"it takes no more than is left", OVER "script.deduct = 11\n", "200", NULL, "0",
     "target_too_low 10 of 11", "tolerance=30", NULL, NULL},
    {"a cost of 0 is not told", OVER "script.deduct = 0\n", "200", NULL, "10", "", NULL, NULL,
     NULL},
    {"below the target the method takes alone", OVER "script.deduct = 2\n", "98", NULL, "8",
     "below_target 2", NULL, NULL, NULL},
    {"a target of 0 has no percentage",
     "target = 0\nmethod = threshold\nscript = overfulfilment.lua\nscript.deduct = 2\n", "500",
     NULL, "10", "", NULL, NULL, NULL},
    {"a growth is compared as the rate it is",
     "target = 10\nmeasure = growth\nmethod = threshold\nscript = overfulfilment.lua\nscript.deduct = 2\n",
     "13.1%", NULL, "8", "target_too_low 2", "tolerance=30",
     "实际为13.1%，超过目标10%30%以上，目标值设定偏低", NULL},
    {"> is compared like >=", OVER "comparator = >\nscript.deduct = 2\n", "131", NULL, "8",
     "target_too_low 2", "tolerance=30", NULL, NULL},
};

static const indicator_row survey_sample[] = {
    {"counts that make just enough", SURVEY COUNTS SAMPLE, "好:90, 中:6, 差:4", "", "10", "", NULL,
     NULL, NULL},
    {"counts that make one too few", SURVEY COUNTS SAMPLE, "好:90, 中:6, 差:3", "", "8",
     "sample_too_small 2", "answers=99 least=100", "答卷99份，应不少于100份",
     "99 answers, expected at least 100"},
    {"levels that nobody chose count nothing", SURVEY COUNTS SAMPLE, "好:99", "", "8",
     "sample_too_small 2", "answers=99 least=100", NULL, NULL},
    {"the median of a survey",
     "category = satisfaction\nmeasure = survey\nsurvey = level\nlevels = 好, 中, 差\ntarget = 中\n"
     "method = threshold\nscript = survey_sample.lua\nscript.least = 4\nscript.deduct = 2\n",
     "好:2, 差:1", "", "8", "sample_too_small 2", "answers=3 least=4", NULL, NULL},
    {"counts whose sum the column says as well", SURVEY COUNTS SAMPLE, "好:99", "99", "8",
     "sample_too_small 2", "answers=99 least=100", NULL, NULL},
    {"a rate with just enough answers", SURVEY SAMPLE, "80%", "100", "10", "", NULL, NULL, NULL},
    {"a rate with one answer too few", SURVEY SAMPLE, "80%", "99", "8", "sample_too_small 2",
     "answers=99 least=100", NULL, NULL},
    {"it takes no more than is left", SURVEY SAMPLE, "71%", "99", "0",
     "below_target 9, sample_too_small 1 of 2", "answers=99 least=100", NULL, NULL},
    {"a cost of 0 is not told",
     SURVEY "script = survey_sample.lua\nscript.least = 100\nscript.deduct = 0\n", "80%", "1", "10",
     "", NULL, NULL, NULL},
};

// ---------------------------------------------------------------------------------------------- expecting

static void plan(jx_score_fixture *fixture, const char *keys)
{
    jx_score_begin(fixture, NULL);
    jx_score_read_text(fixture, jx_score_one(fixture, keys));
    if (fixture->plan == NULL) {
        fail_msg("%s", fixture->faults.shown[0].text);
    }
}

// In the one column that the script declares, of the indicator, or of the project where `id` is "".
static void set_input(jx_score_fixture *fixture, const char *id, const char *value)
{
    const jx_list *inputs = &fixture->plan->scripts[0]->inputs;
    assert_int_equal(inputs->count, value == NULL ? 0 : 1);
    if (value != NULL) {
        const jx_field *input = jx_list_at(inputs, 0);
        jx_score_set(fixture, id, input->key, jx_str_of(value));
    }
}

static void expect_figures(jx_score_fixture *fixture, const jx_lost *lost, const char *expected)
{
    jx_text text = jx_text_in(fixture->arena);
    for (size_t i = 0; i < JX_LOSS_FIGURES && lost->code->figures[i] != NULL; i++) {
        jx_text_put(&text, i == 0 ? "" : " ");
        jx_text_put(&text, lost->code->figures[i]);
        jx_text_add_char(&text, '=');
        jx_ratio_add_text(&text, lost->figures[i]);
    }
    jx_expect_text(jx_text_str(&text), expected);
}

// Whatever it says, it says it in full.
static void expect_sentence(jx_score_fixture *fixture, size_t row, jx_lang lang, const char *says)
{
    const jx_scorecard *card = jx_score_run(fixture);
    jx_text text = jx_text_in(fixture->arena);
    jx_sentence_add(&text, card, row, &card->losses[card->loss_count - 1], lang);
    assert_null(memchr(text.data, '{', text.size));
    if (says != NULL) {
        jx_expect_text(jx_text_str(&text), says);
    }
}

static void test_indicator(void **state)
{
    const indicator_row *row = *state;
    jx_score_fixture fixture;
    plan(&fixture, row->keys);
    jx_score_set(&fixture, "it", "actual", jx_str_of(row->actual));
    set_input(&fixture, "it", row->input);
    const jx_scorecard *card = jx_score_run(&fixture);
    if (card->state == JX_FAULTY) {
        fail_msg("%s", card->error);
    }
    jx_score_expect_losses(card, 0, row->losses);
    jx_score_expect_number(card->outcomes[0].points, row->points);
    jx_score_expect_sums(card);
    assert_int_equal(card->remark_count, 0);
    if (row->figures != NULL) {
        const jx_lost *last = &card->losses[card->loss_count - 1];
        assert_true(jx_loss_is_of_script(card, 0, last));
        expect_figures(&fixture, last, row->figures);
        expect_sentence(&fixture, 0, JX_ZH, row->zh);
        expect_sentence(&fixture, 0, JX_EN, row->en);
    }
    jx_score_end(&fixture);
}

// ------------------------------------------------------------------------------------------------ projects

#define STEP    "--\ntarget = 10\nmethod = step\ndeduct = 1\n"
#define PERCENT "script = veto.lua\nscript.finding = 挪用资金\nscript.cap = 60%\n" STEP
#define VETO    "script = veto.lua\nscript.finding = 挪用资金\nscript.cap = 6\n" STEP

typedef struct project_row {
    const char *name;
    const char *keys;
    const char *actual;
    const char *made; // the finding; empty: not said
    const char *total;
    const char *taken; // by the script; NULL: nothing
    uint32_t remarks;
} project_row;

static const project_row veto[] = {
    {"nothing was found", VETO, "10", "否", "10", NULL, 0},
    {"nothing is said of it", VETO, "10", "", "10", NULL, 0},
    {"a total above the cap is cut to it", VETO, "10", "是", "6", "4", 1},
    {"a cap may be a percentage of the full score", PERCENT, "10", "是", "6", "4", 1},
    {"a total just above the cap", VETO, "6.01", "是", "6", "0.01", 1},
    {"a total at the cap stays", VETO, "6", "是", "6", NULL, 1},
    {"a total below the cap stays", VETO, "3", "yes", "3", NULL, 1},
    {"what is not reported stays at 0", VETO, "", "是", "0", NULL, 1},
    {"a cap of 0", "script = veto.lua\nscript.finding = 挪用资金\nscript.cap = 0\n" STEP, "10",
     "是", "0", "10", 1},
    {"a cap above the full score",
     "script = veto.lua\nscript.finding = 挪用资金\nscript.cap = 60\n" STEP, "10", "是", "10", NULL,
     1},
};

static void test_project(void **state)
{
    const project_row *row = *state;
    jx_score_fixture fixture;
    plan(&fixture, row->keys);
    jx_score_set(&fixture, "it", "actual", jx_str_of(row->actual));
    set_input(&fixture, "", row->made);
    const jx_scorecard *card = jx_score_run(&fixture);
    assert_int_not_equal(card->state, JX_FAULTY);
    jx_score_expect_sums(card);
    jx_score_expect_number(card->total, row->total);
    assert_int_equal(card->own_loss_count, row->taken == NULL ? 0 : 1);
    if (row->taken != NULL) {
        const jx_lost *lost = &card->losses[card->first_own_loss];
        assert_string_equal(lost->code->code, "veto");
        assert_false(lost->cut);
        jx_score_expect_number(lost->points, row->taken);
    }
    assert_int_equal(card->remark_count, row->remarks);
    for (uint32_t i = 0; i < row->remarks; i++) {
        assert_int_equal(card->remarks[i].row, JX_OF_NO_ROW);
        assert_string_equal(card->remarks[i].says.zh, "发现否决事项：挪用资金");
        assert_string_equal(card->remarks[i].says.en, "found: 挪用资金");
    }
    jx_score_end(&fixture);
}

static void test_veto_says(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    plan(&fixture, VETO);
    jx_score_set(&fixture, "it", "actual", (jx_str)JX_STR("10"));
    set_input(&fixture, "", "是");
    const jx_scorecard *card = jx_score_run(&fixture);
    expect_figures(&fixture, &card->losses[card->first_own_loss], "cap=6");
    expect_sentence(&fixture, JX_OF_NO_ROW, JX_ZH, "一票否决（挪用资金），总分不超过6分");
    expect_sentence(&fixture, JX_OF_NO_ROW, JX_EN, "vetoed (挪用资金): the total is at most 6");
    jx_score_end(&fixture);
}

// --------------------------------------------------------------------------------------------- refusing

typedef struct refusal_row {
    const char *name;
    const char *keys;
    const char *actual;
    const char *input;
    jx_status status;
    const char *says;
} refusal_row;

static const refusal_row refusals[] = {
    {"half a month of delay", LATE, "10", "0.5", JX_EDATA,
     "it: months_late: expected a whole number of at least 0, found \"0.5\""},
    {"a start before the plan", LATE, "10", "-1", JX_EDATA, "of at least 0, found \"-1\""},
    {"months in words", LATE, "10", "三个月", JX_EDATA, "found \"三个月\""},
    {"a cost that is far above",
     "target = 100\ncomparator = <=\nmethod = step\ndeduct = 1\n"
     "script = overfulfilment.lua\nscript.deduct = 1\n",
     "90", NULL, JX_EPLUGIN,
     "只用于以 >= 或 > 与数比较的指标 (it is for figures compared by >= or > with a number)"},
    {"an equal that is far above",
     "target = 100\ncomparator = =\nmethod = step\ndeduct = 1\n"
     "script = overfulfilment.lua\nscript.deduct = 1\n",
     "200", NULL, JX_EPLUGIN, "overfulfilment.lua:25: "},
    {"a level that is far above",
     "measure = level\nlevels = 好, 中, 差\ntarget = 中\nmethod = threshold\n"
     "script = overfulfilment.lua\nscript.deduct = 1\n",
     "好", NULL, JX_EPLUGIN, "it is for figures compared by >= or > with a number"},
    {"a date that is far ahead",
     "measure = date\ncomparator = >=\ntarget = 2024\nmethod = threshold\n"
     "script = overfulfilment.lua\nscript.deduct = 1\n",
     "2025-01-01", NULL, JX_EPLUGIN, "it is for figures compared by >= or > with a number"},
    {"bands without a target",
     "method = bands\nbands = >=1:10, else:0\nscript = overfulfilment.lua\nscript.deduct = 1\n",
     "2", NULL, JX_EPLUGIN, "it is for figures compared by >= or > with a number"},
    {"neither counts nor a number of answers", SURVEY SAMPLE, "80%", "", JX_EPLUGIN,
     "请在 answers 列填写答卷数 (fill in the column answers: how many people answered)"},
    {"counts that the column contradicts", SURVEY COUNTS SAMPLE, "好:90, 中:10", "99", JX_EPLUGIN,
     "leave the column answers empty: the counts make 100"},
    {"half an answer", SURVEY SAMPLE, "80%", "99.5", JX_EDATA, "found \"99.5\""},
    {"a veto of one indicator",
     "target = 1\nmethod = threshold\nscript = veto.lua\nscript.finding = x\nscript.cap = 6\n", "1",
     "是", JX_EPLUGIN, "ctx has no \"cap\""},
    {"a column that must be filled in",
     "target = 1\nmethod = threshold\nscript = needs-input.lua\n", "1", "", JX_EDATA,
     "it: visits: the required input \"visits\" is missing"},
};

static void test_refusal(void **state)
{
    const refusal_row *row = *state;
    jx_score_fixture fixture;
    plan(&fixture, row->keys);
    jx_score_set(&fixture, "it", "actual", jx_str_of(row->actual));
    set_input(&fixture, "it", row->input);
    const jx_scorecard *card = jx_score_run(&fixture);
    assert_int_equal(card->state, JX_FAULTY);
    assert_int_equal(card->outcomes[0].state, JX_FAULTY);
    assert_int_equal(card->outcomes[0].loss_count, 0);
    assert_int_equal(card->status, row->status);
    if (strstr(card->error, row->says) == NULL) {
        fail_msg("expected \"%s\" in: %s", row->says, card->error);
    }
    jx_score_end(&fixture);
}

static void test_wrong_place(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    plan(&fixture, "script = overfulfilment.lua\nscript.deduct = 1\n" STEP);
    jx_score_set(&fixture, "it", "actual", (jx_str)JX_STR("10"));
    const jx_scorecard *card = jx_score_run(&fixture);
    assert_int_equal(card->status, JX_EPLUGIN);
    assert_non_null(strstr(card->error, "ctx has no \"target\""));
    jx_score_end(&fixture);
}

static void test_wrong_cell(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    plan(&fixture, VETO);
    jx_score_set(&fixture, "it", "actual", (jx_str)JX_STR("10"));
    set_input(&fixture, "", "三次");
    const jx_scorecard *card = jx_score_run(&fixture);
    assert_int_equal(card->status, JX_EDATA);
    assert_non_null(strstr(card->error, "demo: finding_made: expected yes or no, found \"三次\""));
    jx_score_end(&fixture);
}

// ------------------------------------------------------------------------------------------- project files

#define HEADED(keys) PROJECT keys "[indicator it]\ncategory = output\n" NAMED("target = 1\n")

// In the text § ends the line that the fault names.
static const jx_fault_row faults[] = {
    {"a parameter that is nearly known",
     ONE("target = 1\nscript = late_start.lua\nscript.per_months = 1§\n"),
     {JX_MESSAGE_KEY_UNKNOWN_NEAR},
     "did you mean \"script.per_month\"?"},
    {"a parameter that is not known at all",
     ONE("target = 1\nscript = late_start.lua\nscript.colour = red§\n"),
     {JX_MESSAGE_KEY_UNKNOWN},
     "\"script.colour\""},
    {"a parameter without a script",
     ONE("target = 1\nscript.grace = 1§\n"),
     {JX_MESSAGE_KEY_UNKNOWN},
     "\"script.grace\""},
    {"a parameter of another kind",
     ONE("target = 1\nscript = late_start.lua\nscript.grace = half§\n"),
     {JX_MESSAGE_FIELD_VALUE},
     "script.grace: expected a whole number of at least 0, found \"half\""},
    {"a parameter out of its range",
     ONE("target = 1\nscript = late_start.lua\nscript.grace = -1§\n"),
     {JX_MESSAGE_FIELD_VALUE},
     "expected a whole number of at least 0, found \"-1\""},
    {"a percentage without its sign",
     ONE("target = 1\nscript = overfulfilment.lua\nscript.deduct = 1\nscript.tolerance = 20§\n"),
     {JX_MESSAGE_FIELD_PERCENT},
     "write \"20%\""},
    {"a required parameter that is missing",
     PROJECT
     "[indicator it]§\ncategory = output\n" NAMED("target = 1\nscript = overfulfilment.lua\n"),
     {JX_MESSAGE_KEY_MISSING},
     "the required key \"script.deduct\" is missing: points lost where the target was set too low"},
    {"two of them",
     PROJECT
     "[indicator it]§§\ncategory = output\n" NAMED("target = 1\nscript = survey_sample.lua\n"),
     {JX_MESSAGE_KEY_MISSING, JX_MESSAGE_KEY_MISSING},
     "script.deduct"},
    {"those of the project's script",
     "[project]§\nid = demo\nname = 示例\nfull = 10\nscript = veto.lua\nscript.finding = x\n"
     "[indicator it]\ncategory = output\n" NAMED("target = 1\n"),
     {JX_MESSAGE_KEY_MISSING},
     "is missing: the most the total may then be"},
    {"a parameter of the project's script out of its range",
     HEADED("script = veto.lua\nscript.finding = x\nscript.cap = -1§\n"),
     {JX_MESSAGE_FIELD_VALUE},
     "script.cap: expected points (N, or N% of the weight) of at least 0, found \"-1\""},
    {"a script that is not there",
     ONE("target = 1\nscript = late_stat.lua§\n"),
     {JX_MESSAGE_SCRIPT_ABSENT},
     "there is no script \"late_stat.lua\" beside the project file"},
    {"a script above its folder",
     ONE("target = 1\nscript = ../scripts/veto.lua§\n"),
     {JX_MESSAGE_SCRIPT_NAME},
     "without .."},
    {"a script above a folder below",
     ONE("target = 1\nscript = a/../veto.lua§\n"),
     {JX_MESSAGE_SCRIPT_NAME},
     NULL},
    {"a script by its absolute path",
     ONE("target = 1\nscript = /tmp/veto.lua§\n"),
     {JX_MESSAGE_SCRIPT_NAME},
     "no absolute path"},
    {"a script of the project that is not there",
     HEADED("script = vetos.lua§\n"),
     {JX_MESSAGE_SCRIPT_ABSENT},
     "\"vetos.lua\""},
};

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, late_start, test_indicator);
    JX_ROWS(&all, overfulfilment, test_indicator);
    JX_ROWS(&all, survey_sample, test_indicator);
    JX_ROWS(&all, veto, test_project);
    jx_rows_add_one(&all, "a veto says which finding it was", test_veto_says, NULL);
    JX_ROWS(&all, refusals, test_refusal);
    jx_rows_add_one(&all, "a script of an indicator as the project's", test_wrong_place, NULL);
    jx_rows_add_one(&all, "a finding in words", test_wrong_cell, NULL);
    JX_ROWS(&all, faults, jx_fault_row_test);
    return jx_rows_run(&all, "shipped scripts");
}
