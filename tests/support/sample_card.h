// SPDX-License-Identifier: MIT
// Scorecards made by hand, for what reports make of them: no plan, no plugin, no scoring.
#ifndef JIXIAO_TESTS_SUPPORT_SAMPLE_CARD_H
#define JIXIAO_TESTS_SUPPORT_SAMPLE_CARD_H

#include "model/scorecard.h"
#include "model/sheet.h"

enum {
    JX_SAMPLE_ROWS = 7,
    JX_SAMPLE_LOSSES = 8,
    JX_SAMPLE_PLUGINS = 5,
    JX_SAMPLE_GRADES = 4,
    JX_SAMPLE_REMARKS = 2
};

// A scorecard and all that it points at. Not to be moved: it points into itself.
typedef struct jx_sample {
    jx_table table;
    jx_table_row rows[JX_SAMPLE_ROWS];
    jx_grade grades[JX_SAMPLE_GRADES];
    jx_table_plugin plugins[JX_SAMPLE_PLUGINS];
    jx_cell cells[JX_SAMPLE_ROWS * JX_SLOT_INPUTS];
    jx_observations observations;
    jx_outcome outcomes[JX_SAMPLE_ROWS];
    jx_lost losses[JX_SAMPLE_LOSSES];
    jx_remark remarks[JX_SAMPLE_REMARKS];
    jx_table_script scripts[2];
    jx_scorecard card;
} jx_sample;

typedef void (*jx_sample_make)(jx_sample *sample);

// All states of points: full, lost, rounded, a level, a date, a baseline. 97.24 of 100.
void jx_sample_scored(jx_sample *sample);

// Something missing, not applicable (so rescaled), cut, yes or no, a survey, scored by rule.
void jx_sample_incomplete(jx_sample *sample);

// What scripts took and said, of an indicator and of the project, whose total they cap.
void jx_sample_scripted(jx_sample *sample);

// An indicator that could not be scored.
void jx_sample_faulty(jx_sample *sample);

// Texts that a terminal, a spreadsheet, Markdown or JSON might take for something else; three places.
void jx_sample_hostile(jx_sample *sample);

// A project whose rows could not be read: no outcomes, no cells.
void jx_sample_unreadable(jx_sample *sample);

// Rows that belong to no project: no table either.
void jx_sample_unknown(jx_sample *sample);

#endif
