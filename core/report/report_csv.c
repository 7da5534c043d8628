// SPDX-License-Identifier: MIT
// CSV (RFC 4180, UTF-8 without BOM, lines end in LF). A batch is a row a project. One scorecard is a row an indicator,
// and a last one, without id, for the project: its points are the total. Cells hold what was written, byte for byte,
// even where a spreadsheet might take it for a formula.
#include "base/decimal_parts.h"
#include "base/word.h"
#include "model/sheet.h"
#include "report/escape.h"
#include "report/labels.h"
#include "report/reporters.h"
#include "report/row_findings.h"
#include "report/scratch.h"
#include "report/sentence.h"
#include "report/view.h"

static void end_cell(jx_text *out)
{
    jx_text_add_char(out, ',');
}

static void write_cell(jx_text *out, jx_str text)
{
    jx_add_csv(out, text);
    end_cell(out);
}

static void write_word(jx_text *out, const char *word)
{
    write_cell(out, jx_str_of(word));
}

static void write_weight(jx_text *out, jx_decimal weight)
{
    char buffer[JX_DECIMAL_TEXT];
    write_cell(out, jx_decimal_format(weight, 0, buffer));
}

static void write_points(jx_text *out, const jx_table *table, const jx_decimal *points)
{
    if (points != NULL) {
        jx_points_add(out, table, *points);
    }
    end_cell(out);
}

// ------------------------------------------------------------------------------------------------ batch

static void write_batch_head(jx_report *report)
{
    write_word(report->out, "project");
    for (size_t i = 0; i < report->column_count; i++) {
        write_cell(report->out, report->columns[i]);
    }
    jx_text_put(report->out, "total,grade,status,error\n");
}

// The points of each indicator that was scored, in its column.
static char *write_columns(const jx_report *report, const jx_scorecard *card, char *at)
{
    const jx_report_cells cells = jx_report_find_cells(report, card->table);
    const uint32_t places = jx_points_places(jx_view_table(card));
    uint32_t column = 0;
    for (size_t i = 0; i < cells.count; i++) {
        const jx_outcome *outcome = jx_view_outcome(card, cells.list[i].row);
        for (; column < cells.list[i].column; column++) {
            *at++ = ',';
        }
        if (outcome->state == JX_SCORED) {
            at = jx_decimal_write_inline(outcome->points, places, at);
        }
    }
    for (; column < report->column_count; column++) {
        *at++ = ',';
    }
    return at;
}

static char *write_end(const jx_scorecard *card, char *at)
{
    const jx_str state = jx_state_text(card->state, true); // no word of ours needs quotes
    at = jx_word_copy(at, state.data, state.size);
    *at++ = ',';
    if (card->state == JX_FAULTY) {
        at = jx_write_csv(at, jx_str_of(card->error));
    }
    *at++ = '\n';
    return at;
}

// Room is made for the whole row at once.
static void write_project(jx_report *report, const jx_scorecard *card)
{
    enum { WORDS = 64 }; // the state's name, commas, the line end
    const jx_str project = card->observations->project;
    const jx_str grade = card->grade == NULL ? JX_STR_NONE : card->grade->name;
    const size_t error = card->state == JX_FAULTY ? strlen(card->error) : 0;
    const size_t columns = report->column_count;
    char *at = jx_text_reserve(report->out, jx_csv_room(project) + jx_csv_room(grade) + 2 * error +
                                                columns + (columns + 1) * JX_DECIMAL_TEXT + WORDS);
    if (at == NULL) {
        return;
    }
    at = jx_write_csv(at, project);
    *at++ = ',';
    at = write_columns(report, card, at);
    if (jx_view_has_total(card)) {
        at = jx_decimal_write_inline(card->total, jx_points_places(card->table), at);
    }
    *at++ = ',';
    at = jx_write_csv(at, grade);
    *at++ = ',';
    jx_text_keep(report->out, write_end(card, at));
}

// ------------------------------------------------------------------------------------------------- one

static const char one_head[] =
    "id,category,subcategory,name,target,comparator,unit,actual,baseline,"
    "measured,scored_by,weight,points,grade,status,losses,error,note,findings\n";

static void write_stated_part(jx_text *out, const jx_scorecard *card, size_t index)
{
    const jx_table_row *row = &card->table->rows[index];
    write_cell(out, row->id);
    write_cell(out, card->table->categories[row->category].name);
    write_cell(out, row->subcategory);
    write_cell(out, row->name);
    write_cell(out, row->target);
    write_word(out, jx_comparator_name(row->comparator));
    write_cell(out, row->unit);
    write_cell(out, jx_view_cell(card, index, JX_SLOT_ACTUAL));
    write_cell(out, jx_view_cell(card, index, JX_SLOT_BASELINE));
}

// Of a row, or of the project (JX_OF_NO_ROW).
static void write_losses(jx_report *report, const jx_scorecard *card, size_t row)
{
    const jx_losses losses = jx_scorecard_losses(card, row);
    jx_text sentences = jx_text_in(report->out->arena);
    for (uint32_t i = 0; i < losses.count; i++) {
        jx_text_put(&sentences, i == 0 ? "" : "; ");
        jx_sentence_add(&sentences, card, row, &losses.rows[i], report->lang);
    }
    write_cell(report->out, jx_text_str(&sentences));
    jx_scratch_end(report->out, &sentences);
}

static void write_measured(jx_report *report, const jx_table_row *row, const jx_figure *measured)
{
    jx_text figure = jx_text_in(report->out->arena);
    jx_figure_add(&figure, row, measured, report->lang);
    write_cell(report->out, jx_text_str(&figure));
    jx_scratch_end(report->out, &figure);
}

// Their codes, parted by blanks; the last cell of a line.
static void write_findings(jx_text *out, uint32_t found)
{
    const char *before = "";
    for (jx_row_finding i = 0; i < JX_ROW_FINDINGS; i++) {
        if (jx_row_finds(found, i)) {
            jx_text_put(out, before);
            jx_text_put(out, jx_row_finding_code(i));
            before = " ";
        }
    }
    jx_text_put(out, "\n");
}

static void write_indicator(jx_report *report, const jx_scorecard *card, size_t index)
{
    jx_text *out = report->out;
    const jx_table_row *row = &card->table->rows[index];
    const jx_outcome *outcome = jx_view_outcome(card, index);
    write_stated_part(out, card, index);
    write_measured(report, row, &outcome->measured);
    write_word(out, jx_scored_by_name(row->scored_by));
    write_weight(out, row->weight);
    write_points(out, card->table, jx_view_has_points(outcome) ? &outcome->points : NULL);
    end_cell(out);
    write_word(out, jx_state_name(outcome->state, false));
    write_losses(report, card, index);
    write_word(out, outcome->state == JX_FAULTY ? outcome->error : NULL);
    write_cell(out, jx_view_cell(card, index, JX_SLOT_NOTE));
    write_findings(out, jx_row_findings(card, index));
}

static void write_total(jx_report *report, const jx_scorecard *card)
{
    jx_text *out = report->out;
    const jx_table *table = jx_view_table(card);
    jx_text_put(out, ",,,");
    write_word(out, jx_label_in(JX_LABEL_TOTAL, report->lang));
    jx_text_put(out, ",,,,,,,");
    write_weight(out, table->full);
    write_points(out, table, jx_view_has_total(card) ? &card->total : NULL);
    write_cell(out, card->grade == NULL ? JX_STR_NONE : card->grade->name);
    write_word(out, jx_state_name(card->state, true));
    write_losses(report, card, JX_OF_NO_ROW);
    write_word(out, card->state == JX_FAULTY ? card->error : NULL);
    jx_text_put(out, ",\n"); // no note, no finding
}

static jx_status begin(jx_report *report, jx_error *err)
{
    (void)err;
    if (report->single) {
        jx_text_put(report->out, one_head);
    } else {
        write_batch_head(report);
    }
    return JX_OK;
}

static void add_card(jx_report *report, const jx_scorecard *card)
{
    if (!report->single) {
        write_project(report, card);
        return;
    }
    for (size_t i = 0; i < jx_view_table(card)->row_count; i++) {
        write_indicator(report, card, i);
    }
    write_total(report, card);
}

const jx_reporter jx_reporter_csv = {
    .name = "csv",
    .serves = JX_FOR_ONE | JX_FOR_BATCH,
    .says = {"供电子表格读取的CSV", "CSV, for spreadsheets"},
    .begin = begin,
    .add = add_card,
};
