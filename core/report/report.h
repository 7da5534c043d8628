// SPDX-License-Identifier: MIT
// Reports: finished scorecards as text, csv, json, jsonl, md. One reporter a file; the table of them is in report.c.
// A report sees scorecards and cannot influence one. [score-thread]
#ifndef JIXIAO_REPORT_REPORT_H
#define JIXIAO_REPORT_REPORT_H

#include "base/error.h"
#include "base/text.h"
#include "model/scorecard.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { JX_FOR_ONE = 1, JX_FOR_BATCH = 2 }; // what a reporter serves: one scorecard, many of them

typedef struct jx_report jx_report;

// A format: one const row.
typedef struct jx_reporter {
    const char *name;  // what --format names
    unsigned serves;   // JX_FOR_… bits
    jx_words says;     // for the help
    bool batch_losses; // of many scorecards it reads more than points: losses, measured figures
    void (*begin)(jx_report *report); // NULL: nothing to say
    void (*add)(jx_report *report, const jx_scorecard *card);
    void (*end)(jx_report *report); // NULL: nothing to say
} jx_reporter;

// Where an indicator of a table stands in the report.
typedef struct jx_report_cell {
    uint32_t column;
    uint32_t row; // of the table
} jx_report_cell;

// The indicators of one table, by column.
typedef struct jx_report_cells {
    const jx_report_cell *list;
    size_t count;
} jx_report_cells;

// How many scorecards came to a grade.
typedef struct jx_tally {
    jx_str grade;
    uint64_t count;
} jx_tally;

// A report being written. Its texts are added to `out`, which the caller empties as it likes between calls; that
// memory ran out is remembered there.
struct jx_report {
    const jx_reporter *reporter;
    jx_text *out;
    jx_lang lang;
    bool colour;                   // for text on a terminal
    bool single;                   // one scorecard, asked for as such (score), not a batch
    const jx_table *const *tables; // of the projects, in order
    size_t table_count;
    // From here on: jx_report_begin's.
    const jx_str *columns; // the union of the tables' indicator ids, in order of first appearance
    size_t column_count;
    const jx_report_cells *cells; // for each table
    uint64_t added;               // scorecards so far
    jx_tally *tallies;            // the union of the tables' grades, in order of first appearance
    size_t tally_count;
    uint64_t incomplete;
    uint64_t faulty;
};

// All formats, in the order of the help.
size_t jx_reporter_count(void);
const jx_reporter *jx_reporter_at(size_t index);

// The format of that name that serves all bits of `serves`, or NULL.
const jx_reporter *jx_reporter_find(const char *name, unsigned serves);

// Starts a report: fills in what is its own (in `arena`) and writes the head. The caller has set the members down to
// `table_count`. Errors: out of memory.
jx_status jx_report_begin(jx_report *report, jx_arena *arena, jx_error *err);
void jx_report_add(jx_report *report, const jx_scorecard *card);
void jx_report_end(jx_report *report);

// Writes a scorecard that somebody else counts.
void jx_report_write(jx_report *report, const jx_scorecard *card);

// Counts a scorecard for the summary at the end, without writing it; jx_report_add counts its own.
// `grade` is JX_STR_NONE unless `state` is JX_SCORED.
void jx_report_count(jx_report *report, jx_state state, jx_str grade);

// The indicators of the table by column; none of a table that is not the report's.
jx_report_cells jx_report_find_cells(const jx_report *report, const jx_table *table);

// How every lost point of the scorecard was lost, as sentences; only of the indicator `only` unless that is JX_STR_NONE.
void jx_explain(jx_text *out, const jx_scorecard *card, jx_str only, jx_lang lang, bool colour);

// Of that alone, without a head: the indicator of a row of the table, and a blank line; the total.
void jx_explain_indicator(
    jx_text *out, const jx_scorecard *card, size_t row, jx_lang lang, bool colour);
void jx_explain_total(jx_text *out, const jx_scorecard *card, jx_lang lang, bool colour);

#endif
