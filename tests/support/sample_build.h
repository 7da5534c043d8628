// SPDX-License-Identifier: MIT
// Building blocks of scorecards made by hand.
#ifndef JIXIAO_TESTS_SUPPORT_SAMPLE_BUILD_H
#define JIXIAO_TESTS_SUPPORT_SAMPLE_BUILD_H

#include "support/sample_card.h"

// The sample's categories, of which satisfaction has a sentence of its own for lower_level.
enum {
    JX_SAMPLE_COST,
    JX_SAMPLE_OUTPUT,
    JX_SAMPLE_BENEFIT,
    JX_SAMPLE_SATISFACTION,
    JX_SAMPLE_BUDGET
};

extern const jx_loss_code jx_sample_missing_code;
extern const jx_loss_code jx_sample_below_code;
extern const jx_loss_code jx_sample_not_met_code;
extern const jx_loss_code jx_sample_level_code;
extern const jx_loss_code jx_sample_partly_code;

// Five levels of satisfaction, best first.
extern const jx_str jx_sample_levels[5];

// Numbers and figures that texts stand for.
jx_decimal jx_sample_decimal(const char *text);
jx_ratio jx_sample_fraction(const char *numerator, const char *denominator);
jx_figure jx_sample_number(const char *numerator, const char *denominator);
jx_figure jx_sample_level(int32_t index);
jx_figure jx_sample_yes_no(int32_t index);
jx_figure jx_sample_date(int32_t first, int32_t last);

// A sample without rows: year 2024, two places, full 100, the four usual grades, all categories.
void jx_sample_start(jx_sample *sample, const char *id, const char *name);

void jx_sample_plugin(jx_sample *sample, const char *name, char digest);

// A row, with what was written in its cells (NULL: nothing).
void jx_sample_row(jx_sample *sample,
                   jx_table_row row,
                   const char *weight,
                   const char *actual,
                   const char *baseline,
                   const char *note);

void jx_sample_cell(jx_sample *sample, uint32_t slot, const char *text);

// The outcome of the row that was added last.
void jx_sample_score(jx_sample *sample, jx_state state, jx_figure measured, const char *points);
jx_outcome *jx_sample_outcome(jx_sample *sample);

// A loss of the row that was added last; its figures are set by the caller.
jx_lost *jx_sample_lose(jx_sample *sample,
                        const jx_loss_code *code,
                        const char *points,
                        jx_ratio exact);
void jx_sample_lose_steps(
    jx_sample *sample, const char *points, jx_ratio exact, const char *gap, const char *deduct);

void jx_sample_total(jx_sample *sample, jx_state state, const char *raw_total, const char *total);

#endif
