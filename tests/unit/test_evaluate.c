// SPDX-License-Identifier: MIT
// The pipeline: states, losses, errors with their places, one project after another.
#include "base/text.h"
#include "score/evaluate.h"
#include "support/jx_rows.h"
#include "support/score_fixture.h"

#include <stdio.h>

// ----------------------------------------------------------------------------------------------- states

static const char three[] = "[project]\n"
                            "id = demo\n"
                            "name = 示例\n"
                            "full = 30\n"
                            "not_applicable = rescale\n"
                            "[indicator a]\n"
                            "category = output\n"
                            "name = 甲\n"
                            "unit = 家\n"
                            "target = 10\n"
                            "weight = 5\n"
                            "method = step\n"
                            "deduct = 1\n"
                            "[indicator b]\n"
                            "category = cost\n"
                            "name = 乙\n"
                            "target = 10\n"
                            "weight = 10\n"
                            "method = threshold\n"
                            "[indicator c]\n"
                            "category = benefit\n"
                            "name = 丙\n"
                            "target = 10\n"
                            "weight = 15\n"
                            "method = proportion\n";

static const struct state_row {
    const char *name;
    const char *actuals[3];
    jx_state state;
    const char *total; // NULL: none
    const char *raw_total;
    const char *rescaled_from;
    const char *grade;
    jx_state states[3];
} state_rows[] = {
    {"everything met",
     {"10", "10", "10"},
     JX_SCORED,
     "30",
     "30",
     NULL,
     "优",
     {JX_SCORED, JX_SCORED, JX_SCORED}},
    {"something lost",
     {"9", "11", "9"},
     JX_SCORED,
     "17.5",
     "17.5",
     NULL,
     "差",
     {JX_SCORED, JX_SCORED, JX_SCORED}},
    {"something missing",
     {"9", "", "10"},
     JX_MISSING,
     "19",
     "19",
     NULL,
     NULL,
     {JX_SCORED, JX_MISSING, JX_SCORED}},
    {"everything missing",
     {"", "", ""},
     JX_MISSING,
     "0",
     "0",
     NULL,
     NULL,
     {JX_MISSING, JX_MISSING, JX_MISSING}},
    {"something not applicable",
     {"9", "不适用", "10"},
     JX_SCORED,
     "28.5",
     "19",
     "20",
     "优",
     {JX_SCORED, JX_NOT_APPLICABLE, JX_SCORED}},
    {"one missing and one not applicable",
     {"9", "n/a", ""},
     JX_MISSING,
     "6",
     "4",
     "20",
     NULL,
     {JX_SCORED, JX_NOT_APPLICABLE, JX_MISSING}},
    {"one in error and one missing",
     {"9.5", "", "10"},
     JX_FAULTY,
     NULL,
     NULL,
     NULL,
     NULL,
     {JX_FAULTY, JX_MISSING, JX_SCORED}},
    {"one in error and one not applicable",
     {"9", "N/A", "-1"},
     JX_FAULTY,
     NULL,
     NULL,
     NULL,
     NULL,
     {JX_SCORED, JX_NOT_APPLICABLE, JX_FAULTY}},
    {"nothing applicable",
     {"n/a", "n/a", "n/a"},
     JX_FAULTY,
     NULL,
     NULL,
     NULL,
     NULL,
     {JX_NOT_APPLICABLE, JX_NOT_APPLICABLE, JX_NOT_APPLICABLE}},
};

static void set_three(jx_score_fixture *fixture, const char *const actuals[3])
{
    static const char *const ids[] = {"a", "b", "c"};
    for (size_t i = 0; i < 3; i++) {
        jx_score_set(fixture, ids[i], "actual", jx_str_of(actuals[i]));
    }
}

static void expect_state(const jx_scorecard *card, const struct state_row *row)
{
    assert_int_equal(card->state, row->state);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(card->outcomes[i].state, row->states[i]);
        assert_int_equal(card->outcomes[i].error != NULL, row->states[i] == JX_FAULTY);
        if (row->states[i] == JX_NOT_APPLICABLE || row->states[i] == JX_FAULTY) {
            assert_int_equal(card->outcomes[i].loss_count, 0);
        }
        bool measured = row->states[i] == JX_SCORED;
        assert_int_equal(card->outcomes[i].measured.kind,
                         measured ? JX_FIGURE_NUMBER : JX_FIGURE_NONE);
    }
    assert_int_equal(card->error != NULL, row->state == JX_FAULTY);
    assert_int_equal(card->status, row->state == JX_FAULTY ? JX_EDATA : JX_OK);
    jx_expect_text(card->grade == NULL ? JX_STR_NONE : card->grade->name, row->grade);
    if (row->total != NULL) {
        jx_score_expect_number(card->total, row->total);
        jx_score_expect_number(card->raw_total, row->raw_total);
        assert_int_equal(card->rescaled, row->rescaled_from != NULL);
        jx_score_expect_sums(card);
    }
    if (row->rescaled_from != NULL) {
        jx_score_expect_number(card->rescaled_from, row->rescaled_from);
    }
}

static void test_state(void **state)
{
    const struct state_row *row = *state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, three);
    assert_non_null(fixture.plan);
    set_three(&fixture, row->actuals);
    expect_state(jx_score_run(&fixture), row);
    jx_score_end(&fixture);
}

// Nothing of a project shows in the next.
static void test_one_after_another(void **state)
{
    (void)state;
    enum { COUNT = sizeof state_rows / sizeof state_rows[0], ROUNDS = 500 };
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, three);
    assert_non_null(fixture.plan);
    for (size_t i = 0; i < ROUNDS; i++) {
        const struct state_row *row = &state_rows[i * 7 % COUNT];
        set_three(&fixture, row->actuals);
        expect_state(jx_score_run(&fixture), row);
    }
    jx_score_end(&fixture);
}

static void test_missing_loss(void **state)
{
    (void)state;
    static const char *const actuals[] = {"", "10", "10"};
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, three);
    set_three(&fixture, actuals);
    const jx_scorecard *card = jx_score_run(&fixture);
    jx_score_expect_losses(card, 0, "missing 5");
    jx_expect_text(card->losses[0].source, "host");
    jx_score_end(&fixture);
}

static void test_sources(void **state)
{
    (void)state;
    static const char *const actuals[] = {"9", "11", "5"};
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, three);
    set_three(&fixture, actuals);
    const jx_scorecard *card = jx_score_run(&fixture);
    assert_int_equal(card->loss_count, 3);
    jx_expect_text(card->losses[0].source, "output");
    jx_expect_text(card->losses[1].source, "cost");
    jx_expect_text(card->losses[2].source, "benefit");
    jx_score_end(&fixture);
}

// More losses than an evaluator has room for at first, in a second project too.
static void test_many_losses(void **state)
{
    (void)state;
    enum { INDICATORS = 200, PROJECTS = 3 };
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_text text = jx_text_in(fixture.arena);
    jx_text_put(&text, "[project]\nid = demo\nname = 示例\nfull = 200\n");
    for (uint64_t i = 0; i < INDICATORS; i++) {
        jx_text_put(&text, "[indicator it-");
        jx_text_add_number(&text, i);
        jx_text_put(&text, "]\ncategory = output\nname = 指标\nweight = 1\ntarget = 1\n");
    }
    jx_text_add_char(&text, '\0');
    jx_score_read_text(&fixture, jx_text_str(&text).data);
    assert_non_null(fixture.plan);
    for (size_t i = 0; i < INDICATORS; i++) {
        size_t slot = fixture.plan->table.rows[i].slot;
        fixture.observations.cells[slot + JX_SLOT_ACTUAL] =
            i % 2 == 0 ? (jx_cell){"0.5", 3, 1} : (jx_cell){"0.75", 4, 1};
    }
    for (int project = 0; project < PROJECTS; project++) {
        const jx_scorecard *card = jx_score_run(&fixture);
        jx_score_expect_number(card->total, "125");
        jx_score_expect_sums(card);
        assert_int_equal(card->loss_count, INDICATORS);
        for (size_t i = 0; i < INDICATORS; i++) {
            jx_score_expect_losses(card, i, i % 2 == 0 ? "partly_met 0.5" : "partly_met 0.25");
        }
    }
    jx_score_end(&fixture);
}

static void test_no_row(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, three);
    const jx_observations none = {.sheet = 0};
    const jx_scorecard *card = jx_evaluate(fixture.evaluator, &none);
    assert_int_equal(card->state, JX_MISSING);
    assert_int_equal(card->loss_count, 3);
    jx_score_expect_number(card->total, "0");
    jx_score_end(&fixture);
}

static void test_unreadable_row(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, three);
    jx_error err = JX_ERROR(JX_EN);
    (void)jx_fail(&err, NULL, JX_MESSAGE_ACTUAL_NUMBER, (jx_str)JX_STR("x"));
    fixture.observations.fault = &err;
    const jx_scorecard *card = jx_score_run(&fixture);
    assert_int_equal(card->state, JX_FAULTY);
    assert_int_equal(card->status, JX_EDATA);
    assert_int_equal(card->error_count, 1);
    assert_string_equal(card->error, err.text);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(card->outcomes[i].state, JX_FAULTY);
        assert_string_equal(card->outcomes[i].error, err.text);
    }
    jx_score_end(&fixture);
}

static void test_places_of_errors(void **state)
{
    (void)state;
    static const char *const actuals[] = {"9.5", "十", "-1"};
    static const char unfit[] =
        "a.csv:1: project 甲县, indicator c: points in proportion need a target and an actual that "
        "are not negative: target 10, actual \"-1\"";
    static const char *const errors[] = {
        "a.csv:1: project 甲县, indicator a: expected a whole number, found \"9.5\"",
        "a.csv:1: project 甲县, indicator b: expected a number, found \"十\"",
        unfit,
    };
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, three);
    set_three(&fixture, actuals);
    fixture.observations.file = "a.csv";
    fixture.observations.project = (jx_str)JX_STR("甲县");
    const jx_scorecard *card = jx_score_run(&fixture);
    assert_int_equal(card->error_count, 3);
    assert_string_equal(card->error, errors[0]);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(card->outcomes[i].error, errors[i]);
    }
    jx_score_end(&fixture);
}

static void test_long_cell_in_a_refusal(void **state)
{
    (void)state;
    jx_str cell = JX_STR("-0000000000000000000000000000000000000000000000000000000000000000000001");
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, three);
    jx_score_set(&fixture, "c", "actual", cell);
    const jx_scorecard *card = jx_score_run(&fixture);
    assert_int_equal(card->outcomes[2].state, JX_FAULTY);
    assert_non_null(strstr(card->outcomes[2].error, "actual \"-0000000000000000"));
    assert_non_null(strstr(card->outcomes[2].error, "0000000000000000…\""));
    jx_score_end(&fixture);
}

static void test_language(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, three);
    jx_score_set(&fixture, "c", "actual", (jx_str)JX_STR("-1"));
    jx_evaluator *evaluator = jx_evaluator_new(fixture.plan, JX_ZH);
    assert_non_null(evaluator);
    const jx_scorecard *card = jx_evaluate(evaluator, &fixture.observations);
    assert_non_null(strstr(card->error, "按比例得分的目标值和实际值不能为负：目标10，实际“-1”"));
    jx_evaluator_free(evaluator);
    jx_evaluator_free(NULL);
    jx_score_end(&fixture);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, state_rows, test_state);
    jx_rows_add_one(&all, "scores one project after another", test_one_after_another, NULL);
    jx_rows_add_one(&all, "loses everything where the actual is missing", test_missing_loss, NULL);
    jx_rows_add_one(&all, "names who lost", test_sources, NULL);
    jx_rows_add_one(&all, "keeps any number of losses", test_many_losses, NULL);
    jx_rows_add_one(&all, "scores a project without rows", test_no_row, NULL);
    jx_rows_add_one(&all, "passes on why a row could not be read", test_unreadable_row, NULL);
    jx_rows_add_one(&all, "says where each error lies", test_places_of_errors, NULL);
    jx_rows_add_one(&all, "shortens cells in refusals", test_long_cell_in_a_refusal, NULL);
    jx_rows_add_one(&all, "says errors in its language", test_language, NULL);
    return jx_rows_run(&all, "evaluate");
}
