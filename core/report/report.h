// SPDX-License-Identifier: MIT
// Reports: finished scorecards as text, csv, json, jsonl, md, html. One reporter a file; the table of them is in report.c.
// A report sees scorecards and cannot influence one. [score-thread]
#ifndef JIXIAO_REPORT_REPORT_H
#define JIXIAO_REPORT_REPORT_H

#include "base/apart.h"
#include "base/error.h"
#include "base/text.h"
#include "model/scorecard.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { JX_FOR_ONE = 1, JX_FOR_BATCH = 2 }; // what a reporter serves: one scorecard, many of them

typedef struct jx_report jx_report;
typedef struct jx_gathered jx_gathered;         // report/gathered.h
typedef struct jx_pdf_document jx_pdf_document; // report/pdf_module.h

// What draws pages, called in a process of its own: it hands their bytes to the sink.
typedef struct jx_drawer {
    jx_status (*draw)(const void *user,
                      const jx_pdf_document *document,
                      const jx_apart_sink *sink,
                      jx_error *err);
    const void *user;
} jx_drawer;

// A format: one const row.
typedef struct jx_reporter {
    const char *name;  // what --format names
    unsigned serves;   // JX_FOR_… bits
    jx_words says;     // for the help
    bool binary;       // nothing that a terminal could show
    bool batch_losses; // of many scorecards it reads more than points: losses, measured figures
    bool
        gathers; // of many scorecards it is made whole at the end, of report->gathered; `add` is for one then
    jx_status (*begin)(jx_report *report, jx_error *err); // NULL: nothing to say
    void (*add)(jx_report *report, const jx_scorecard *card);
    jx_status (*end)(jx_report *report, jx_error *err); // NULL: nothing to say
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
    const jx_drawer *drawer; // for formats of pages; NULL: there is none
    // From here on: jx_report_begin's.
    jx_arena *arena;
    void *own;             // the reporter's, from its begin on
    jx_gathered *gathered; // where the reporter gathers: the scorecards so far, in order
    size_t gathered_count;
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

// Starts a report: fills in what is its own (in `arena`, which must outlive it) and writes the head. The caller has set the
// members down to `table_count`. Errors: out of memory, and the reporter's own.
jx_status jx_report_begin(jx_report *report, jx_arena *arena, jx_error *err);

// Writes and counts a scorecard, which lives until jx_report_end where it is the only one. Errors: out of memory.
jx_status jx_report_add(jx_report *report, const jx_scorecard *card, jx_error *err);

// Writes the end. Errors: out of memory, and the reporter's own (JX_ESYSTEM).
jx_status jx_report_end(jx_report *report, jx_error *err);

// Writes a scorecard that somebody else counts, in any process; what was written there is to be taken by jx_report_take where the
// report began, and goes to the output if *ret_output says so.
void jx_report_write(jx_report *report, const jx_scorecard *card);
jx_status jx_report_take(jx_report *report, jx_str written, bool *ret_output, jx_error *err);

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
