// SPDX-License-Identifier: MIT
#include "support/score_rows.h"

#include "support/jx_test.h"
#include "support/score_fixture.h"

#include <string.h>

static void expect_error(const jx_scorecard *card, const char *says)
{
    const jx_outcome *outcome = &card->outcomes[0];
    assert_int_equal(outcome->state, JX_FAULTY);
    assert_int_equal(card->state, JX_FAULTY);
    assert_int_equal(card->status, JX_EDATA);
    assert_int_equal(outcome->loss_count, 0);
    if (strstr(outcome->error, says) == NULL) {
        fail_msg("expected \"%s\" in: %s", says, outcome->error);
    }
}

static void expect_points(const jx_scorecard *card, const jx_score_row *row)
{
    if (card->state == JX_FAULTY) {
        fail_msg("%s", card->error);
    }
    jx_score_expect_losses(card, 0, row->says);
    jx_score_expect_number(card->outcomes[0].points, row->points);
    jx_score_expect_number(card->total, row->points);
    jx_score_expect_sums(card);
}

void jx_score_row_test(void **state)
{
    const jx_score_row *row = *state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, jx_score_one(&fixture, row->keys));
    if (fixture.plan == NULL) {
        fail_msg("%s", fixture.faults.shown[0].text);
    }
    jx_str rest = jx_str_of(row->actual);
    jx_str actual = jx_str_next(&rest, '|');
    jx_score_set(&fixture, "it", "actual", actual);
    jx_score_set(&fixture, "it", "baseline", rest);
    const jx_scorecard *card = jx_score_run(&fixture);
    if (row->points == NULL) {
        expect_error(card, row->says);
    } else {
        expect_points(card, row);
    }
    jx_score_end(&fixture);
}
