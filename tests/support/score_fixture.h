// SPDX-License-Identifier: MIT
// Project text and cells in, scorecards out: what tests of the score room stand on. Plugins are those of the build.
#ifndef JIXIAO_TESTS_SUPPORT_SCORE_FIXTURE_H
#define JIXIAO_TESTS_SUPPORT_SCORE_FIXTURE_H

#include "base/arena.h"
#include "base/error.h"
#include "model/project.h"
#include "score/evaluate.h"
#include "score/plan.h"

#include <stddef.h>
#include <stdint.h>

enum { JX_SCORE_TEXT = 2048 };

typedef struct jx_score_fixture {
    jx_arena *arena;
    jx_registry *registry;
    jx_plan_sources sources; // scripts are those of the tests: tests/scripts, then the shipped ones
    jx_faults faults;        // of the project file
    const jx_project *project;
    jx_plan *plan; // NULL where there was a fault
    jx_evaluator *evaluator;
    jx_observations observations; // line 1 of no file; all its cells are empty at first
} jx_score_fixture;

// Loads the plugins of the build, or those of `plugin_path` where that is not NULL.
void jx_score_begin(jx_score_fixture *fixture, const char *plugin_path);
void jx_score_end(jx_score_fixture *fixture);

// Reads and plans a project file, or the text of one; a plan and what it was scored with are replaced. Faults, in
// English, are in fixture->faults.
void jx_score_read(jx_score_fixture *fixture, const char *path);
void jx_score_read_text(jx_score_fixture *fixture, const char *text);

// The text of a project of one indicator, `it`, with those keys. Lines before a line `--` are of [project]. Unless the
// keys say otherwise the category is output and the weight 10; the project's full score is the weight.
const char *jx_score_one(jx_score_fixture *fixture, const char *keys);

// The indicator's place in the plan.
size_t jx_score_find(const jx_score_fixture *fixture, const char *id);

// Writes a cell: `column` is "actual", "baseline" or the name of an input. The text is not copied; an empty one empties
// the cell.
void jx_score_set(jx_score_fixture *fixture, const char *id, const char *column, jx_str text);
void jx_score_clear(jx_score_fixture *fixture);

// Scores what was set. The scorecard is lent until the next call.
const jx_scorecard *jx_score_run(jx_score_fixture *fixture);

// Fails unless the scorecard's losses of that indicator are those: "code 0.40, code 1 of 2.50", the second one cut.
void jx_score_expect_losses(const jx_scorecard *card, size_t index, const char *expected);

// Fails unless the decimal is written so.
void jx_score_expect_number(jx_decimal number, const char *expected);

// Fails unless full less the losses is the points of every indicator that was scored, and the points make the raw total.
void jx_score_expect_sums(const jx_scorecard *card);

#endif
