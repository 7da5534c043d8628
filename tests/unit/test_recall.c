// SPDX-License-Identifier: MIT
// Outcomes recalled: the same as worked out, whatever came before; and the keys that they are found by.
#include "base/decimal.h"
#include "base/ratio.h"
#include "score/recall.h"
#include "support/jx_random.h"
#include "support/jx_rows.h"
#include "support/score_fixture.h"

#include <stdio.h>

enum { ROUNDS = 20000 };

// ------------------------------------------------------------------------------------------------ keys

static const struct key_row {
    const char *name;
    jx_str text;
    bool has_key;
} keys[] = {
    {"has no key for nothing", JX_STR(""), false},
    {"takes one byte", JX_STR("7"), true},
    {"takes two", JX_STR("27"), true},
    {"takes the first of two twice", JX_STR("22"), true},
    {"takes three", JX_STR("270"), true},
    {"takes three, the last a NUL", JX_STR("27\0"), true},
    {"takes two, the last a NUL", JX_STR("2\0"), true},
    {"takes four", JX_STR("27.5"), true},
    {"takes seven", JX_STR("27.5000"), true},
    {"takes seven that differ in the middle", JX_STR("27.9000"), true},
    {"takes eight", JX_STR("27.50000"), true},
    {"takes eight that differ at the end", JX_STR("27.50001"), true},
    {"takes nine", JX_STR("27.500000"), true},
    {"takes fourteen", JX_STR("27.50000000000"), true},
    {"takes fifteen", JX_STR("27.500000000000"), true},
    {"takes fifteen that differ in the ninth", JX_STR("27.500001000000"), true},
    {"takes Chinese", JX_STR("非常满意"), true},
    {"has no key for sixteen", JX_STR("27.5000000000000"), false},
};

static void key_of(void **state)
{
    const struct key_row *row = *state;
    jx_recall_key key = {0, 0};
    assert_int_equal(jx_recall_key_of(row->text, &key), row->has_key);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0] && row->has_key; i++) {
        jx_recall_key other = {0, 0};
        const bool same = jx_str_equal(keys[i].text, row->text);
        if (jx_recall_key_of(keys[i].text, &other)) {
            assert_int_equal(key.low == other.low && key.high == other.high, same);
        }
    }
}

// -------------------------------------------------------------------------------------------- outcomes

static const char *const actuals[] = {"",
                                      "0",
                                      "1",
                                      "27",
                                      "30",
                                      "30个",
                                      "100",
                                      "100.00",
                                      "96.5%",
                                      "0.00%",
                                      "-3.2%",
                                      "1,200",
                                      "1.2万",
                                      "是",
                                      "否",
                                      "2024",
                                      "2024-05-31",
                                      "2025-01-01",
                                      "2024年5月31日",
                                      "非常满意",
                                      "满意",
                                      "不满意",
                                      "不适用",
                                      "n/a",
                                      "abc",
                                      "99999999999999999999999999999999999",
                                      "0.123456789012345678"};
static const char *const baselines[] = {"", "", "", "100", "3", "0", "1e3"};

static jx_str pick(jx_random *random, const char *const *from, size_t count)
{
    return jx_str_of(from[jx_random_below(random, count)]);
}

static void fill(jx_score_fixture *fixture, jx_random *random)
{
    for (size_t i = 0; i < fixture->plan->count; i++) {
        jx_cell *cells = &fixture->observations.cells[fixture->plan->table.rows[i].slot];
        const jx_str actual = pick(random, actuals, sizeof actuals / sizeof actuals[0]);
        const jx_str baseline = pick(random, baselines, sizeof baselines / sizeof baselines[0]);
        char number[JX_NUMBER_TEXT];
        cells[JX_SLOT_ACTUAL] = (jx_cell){actual.data, (uint32_t)actual.size, 1};
        cells[JX_SLOT_BASELINE] = (jx_cell){baseline.data, (uint32_t)baseline.size, 1};
        if (jx_random_below(random, 3) == 0) { // more of them than are remembered
            const jx_str any = jx_arena_copy(fixture->arena,
                                             jx_str_number(jx_random_below(random, 40000), number));
            cells[JX_SLOT_ACTUAL] = (jx_cell){any.data, (uint32_t)any.size, 1};
        }
    }
}

static void expect_same_text(const char *found, const char *expected)
{
    assert_int_equal(found == NULL, expected == NULL);
    if (expected != NULL) {
        assert_string_equal(found, expected);
    }
}

static void expect_same_decimal(jx_decimal found, jx_decimal expected)
{
    assert_int_equal(jx_decimal_compare(found, expected), 0);
}

static void expect_same_losses(jx_losses found, jx_losses expected)
{
    assert_int_equal(found.count, expected.count);
    for (uint32_t i = 0; i < expected.count; i++) {
        assert_ptr_equal(found.rows[i].code, expected.rows[i].code);
        assert_int_equal(found.rows[i].cut, expected.rows[i].cut);
        expect_same_decimal(found.rows[i].points, expected.rows[i].points);
        expect_same_decimal(found.rows[i].asked, expected.rows[i].asked);
        assert_int_equal(jx_ratio_compare(found.rows[i].exact, expected.rows[i].exact), 0);
        assert_memory_equal(found.rows[i].figures, expected.rows[i].figures,
                            sizeof expected.rows[i].figures);
    }
}

static void expect_same_outcome(const jx_scorecard *found, const jx_scorecard *expected, size_t row)
{
    const jx_outcome *outcome = &expected->outcomes[row];
    assert_int_equal(found->outcomes[row].state, outcome->state);
    if (outcome->state == JX_FAULTY) {
        expect_same_text(found->outcomes[row].error, outcome->error);
    } else {
        expect_same_decimal(found->outcomes[row].points, outcome->points);
    }
}

static void expect_same_measured(const jx_figure *found, const jx_figure *expected)
{
    assert_int_equal(found->kind, expected->kind);
    switch (expected->kind) {
    case JX_FIGURE_NUMBER:
        assert_int_equal(jx_ratio_compare(found->number, expected->number), 0);
        break;
    case JX_FIGURE_DATE:
        assert_int_equal(found->first_day, expected->first_day);
        assert_int_equal(found->last_day, expected->last_day);
        break;
    case JX_FIGURE_LEVEL:
    case JX_FIGURE_YES_NO:
        assert_int_equal(found->index, expected->index);
        break;
    default:
        break;
    }
}

static void expect_same(const jx_scorecard *found, const jx_scorecard *expected, bool losses)
{
    assert_int_equal(found->state, expected->state);
    assert_ptr_equal(found->grade, expected->grade);
    assert_int_equal(found->status, expected->status);
    expect_same_text(found->error, expected->error);
    expect_same_decimal(found->total, expected->total);
    for (size_t i = 0; i < expected->table->row_count; i++) {
        expect_same_outcome(found, expected, i);
        if (losses) {
            expect_same_losses(jx_scorecard_losses(found, i), jx_scorecard_losses(expected, i));
            expect_same_measured(&found->outcomes[i].measured, &expected->outcomes[i].measured);
        } else {
            assert_int_equal(jx_scorecard_losses(found, i).count, 0);
        }
    }
}

static const struct project_row {
    const char *name;
    const char *path;
    jx_wanted wanted;
} projects[] = {
    {"recalls points of development", "industry-development-2024", JX_WANT_POINTS},
    {"recalls losses of development", "industry-development-2024", JX_WANT_LOSSES},
    {"recalls points of the chain", "industry-chain-2024", JX_WANT_POINTS},
    {"recalls losses of the chain", "industry-chain-2024", JX_WANT_LOSSES},
    {"recalls points of clean Hengyang", "clean-hengyang-2024", JX_WANT_POINTS},
    {"recalls losses of clean Hengyang", "clean-hengyang-2024", JX_WANT_LOSSES},
};

static void recalled(void **state)
{
    const struct project_row *row = *state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    char path[JX_SCORE_TEXT];
    (void)snprintf(path, sizeof path, JX_TEST_SOURCE_DIR "/conf/%s.ini", row->path);
    jx_score_read(&fixture, path);
    jx_evaluator *evaluator = jx_evaluator_new(fixture.plan, JX_EN);
    assert_non_null(evaluator);
    assert_true(jx_evaluator_recall(evaluator, row->wanted));
    jx_random random = jx_random_from(20241231);
    for (int i = 0; i < ROUNDS; i++) {
        fill(&fixture, &random);
        expect_same(jx_evaluate(evaluator, &fixture.observations), jx_score_run(&fixture),
                    row->wanted == JX_WANT_LOSSES);
    }
    jx_evaluator_free(evaluator);
    jx_score_end(&fixture);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, keys, key_of);
    JX_ROWS(&all, projects, recalled);
    return jx_rows_run(&all, "recall");
}
