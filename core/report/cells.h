// SPDX-License-Identifier: MIT
// The cells of tables that people read: targets, what was achieved and how that came about. Texts of users stand in
// them as they were written. [any-thread]
#ifndef JIXIAO_REPORT_CELLS_H
#define JIXIAO_REPORT_CELLS_H

#include "base/error.h"
#include "base/text.h"
#include "model/scorecard.h"

#include <stdbool.h>
#include <stddef.h>

// The target with its comparator (`=` goes without saying) and unit, which is what every report shows of it; nothing where there
// is none. `ascii` writes >= for ≥, which some terminals draw in two columns.
void jx_target_add(jx_text *out, const jx_table_row *row, bool ascii);

// The target as a number; false where it is none.
bool jx_target_number(const jx_table_row *row, jx_decimal *ret);

// What was achieved: the measured figure with its unit, else what was written, else why there is nothing.
void jx_achieved_add(jx_text *out, const jx_scorecard *card, size_t row, jx_lang lang);

// What the measured figure was found from; false, and nothing added, where the actual says it itself.
bool jx_derivation_add(jx_text *out, const jx_scorecard *card, size_t row, jx_lang lang);

// That the indicator was scored by its rule or by default; false, and nothing added, where by its method.
bool jx_scored_by_add(jx_text *out, const jx_table_row *row, jx_lang lang);

// Why a point was lost: the sentence, and the script that took it.
void jx_reason_add(
    jx_text *out, const jx_scorecard *card, size_t row, const jx_lost *lost, jx_lang lang);

// What a script had to say, behind its name.
void jx_remark_add(jx_text *out, const jx_remark *remark, jx_lang lang);

// What was asked for, left and taken, of a loss that was cut.
void jx_cut_add(jx_text *out, const jx_table *table, const jx_lost *lost, jx_lang lang);

// Why the project is incomplete or faulty; nothing where it is scored.
void jx_state_reason_add(jx_text *out, const jx_scorecard *card, jx_lang lang);

// A grade of the table and what it takes.
void jx_grade_add(jx_text *out, const jx_table *table, const jx_grade *grade, jx_lang lang);

// The plugins in use, with their versions.
void jx_plugins_add(jx_text *out, const jx_table *table, jx_lang lang);

// The scripts in use.
void jx_scripts_add(jx_text *out, const jx_table *table, jx_lang lang);

// The text in brackets, to follow words.
void jx_bracketed_add(jx_text *out, jx_str inside, jx_lang lang);

#endif
