// SPDX-License-Identifier: MIT
// Wordings put to the test by the engine itself: their keys planned as a project of one indicator, actuals scored by it.
#ifndef JIXIAO_TESTS_SUPPORT_RULE_GROUND_H
#define JIXIAO_TESTS_SUPPORT_RULE_GROUND_H

#include "rule/rule.h"
#include "support/score_fixture.h"

enum { JX_RULE_SKIPPED = 77, JX_RULE_TEXT = 256 };

typedef struct jx_rule_ground {
    jx_score_fixture fixture;
    jx_arena *arena; // of the wording at hand
    const jx_vocabulary *vocabulary;
} jx_rule_ground;

void jx_rule_begin(jx_rule_ground *ground);
void jx_rule_end(jx_rule_ground *ground);

// The bytes of a file, or the program ends with JX_RULE_SKIPPED and says why.
jx_str jx_rule_file(jx_rule_ground *ground, const char *path);

// Plans a project of the reading's keys; false where the engine refuses them, with the reason in fixture.faults. An empty
// category is the one that takes the measure.
bool jx_rule_plan(jx_rule_ground *ground, const jx_reading *reading, jx_str category, jx_str unit);

// What the engine gives for the actual, as text: points, or why there are none.
const char *jx_rule_score(jx_rule_ground *ground, jx_str actual, char text[JX_RULE_TEXT]);

// Whether it gives those points; prints what it gives else, behind the id.
bool jx_rule_agrees(jx_rule_ground *ground, jx_str id, jx_str actual, jx_str points);

#endif
