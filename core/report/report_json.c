// SPDX-License-Identifier: MIT
// One scorecard as one JSON object, for programs.
#include "model/sheet.h"
#include "report/json_card.h"
#include "report/labels.h"
#include "report/reporters.h"
#include "report/row_findings.h"
#include "report/scratch.h"
#include "report/sentence.h"
#include "report/view.h"

// A member of a text that may be empty: then it is null.
static void write_stated(jx_json *json, const char *key, jx_str text)
{
    jx_json_key(json, key);
    jx_json_text(json, jx_view_stated(text));
}

static void write_points(jx_json *json,
                         const char *key,
                         const jx_table *table,
                         const jx_decimal *points)
{
    jx_json_key(json, key);
    jx_json_points(json, table, points);
}

static void write_weight(jx_json *json, const char *key, jx_decimal weight)
{
    jx_json_key(json, key);
    jx_json_decimal(json, weight, 0);
}

static void write_loss(
    jx_json *json, const jx_scorecard *card, size_t row, const jx_lost *lost, jx_lang lang)
{
    jx_text sentence = jx_text_in(json->out->arena);
    jx_sentence_add(&sentence, card, row, lost, lang);
    jx_json_open_object(json);
    write_points(json, "points", card->table, &lost->points);
    write_points(json, "asked", card->table, lost->cut ? &lost->asked : NULL);
    jx_json_key(json, "code");
    jx_json_string(json, lost->code->code);
    jx_json_key(json, "source");
    jx_json_text(json, lost->source);
    jx_json_key(json, "text");
    jx_json_text(json, jx_text_str(&sentence));
    jx_json_close_object(json);
    jx_scratch_end(json->out, &sentence);
}

// The losses of a row, or the project's own (JX_OF_NO_ROW).
static void write_losses(jx_json *json, const jx_scorecard *card, size_t row, jx_lang lang)
{
    const jx_losses losses = jx_scorecard_losses(card, row);
    jx_json_key(json, "losses");
    jx_json_open_array(json);
    for (uint32_t i = 0; i < losses.count; i++) {
        write_loss(json, card, row, &losses.rows[i], lang);
    }
    jx_json_close_array(json);
}

static void write_remarks(jx_json *json, const jx_scorecard *card, size_t row, jx_lang lang)
{
    jx_json_key(json, "remarks");
    jx_json_open_array(json);
    for (uint32_t i = 0; i < card->remark_count; i++) {
        if (card->remarks[i].row == row) {
            jx_json_open_object(json);
            jx_json_key(json, "source");
            jx_json_text(json, card->remarks[i].source);
            jx_json_key(json, "text");
            jx_json_string(json, jx_words_in(card->remarks[i].says, lang));
            jx_json_close_object(json);
        }
    }
    jx_json_close_array(json);
}

// ----------------------------------------------------------------------------------------------- project

static void write_project(jx_json *json, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    jx_json_key(json, "project");
    jx_json_open_object(json);
    jx_json_key(json, "id");
    jx_json_text(json, table->id);
    jx_json_key(json, "name");
    jx_json_text(json, table->name);
    jx_json_key(json, "year");
    if (table->year == 0) {
        jx_json_null(json);
    } else {
        jx_json_integer(json, table->year);
    }
    write_stated(json, "type", table->type);
    jx_json_key(json, "instance");
    jx_json_text(json, card->observations->instance);
    jx_json_close_object(json);
}

static void write_finding(
    jx_json *json, const jx_scorecard *card, size_t row, jx_row_finding finding, jx_lang lang)
{
    jx_text says = jx_text_in(json->out->arena);
    jx_row_finding_add(&says, card, row, finding, lang);
    jx_json_open_object(json);
    jx_json_key(json, "code");
    jx_json_string(json, jx_row_finding_code(finding));
    jx_json_key(json, "indicator");
    jx_json_text(json, card->table->rows[row].id);
    jx_json_key(json, "text");
    jx_json_text(json, jx_text_str(&says));
    jx_json_close_object(json);
    jx_scratch_end(json->out, &says);
}

static void write_findings(jx_json *json, const jx_scorecard *card, jx_lang lang)
{
    const jx_table *table = jx_view_table(card);
    jx_json_key(json, "findings");
    jx_json_open_array(json);
    for (size_t i = 0; i < table->row_count; i++) {
        const uint32_t found = jx_row_findings(card, i);
        for (jx_row_finding k = 0; k < JX_ROW_FINDINGS; k++) {
            if (jx_row_finds(found, k)) {
                write_finding(json, card, i, k, lang);
            }
        }
    }
    jx_json_close_array(json);
}

static void write_result(jx_json *json, const jx_scorecard *card, jx_lang lang)
{
    const jx_table *table = jx_view_table(card);
    bool has_total = jx_view_has_total(card);
    write_weight(json, "full", table->full);
    write_points(json, "raw_total", table, has_total ? &card->raw_total : NULL);
    jx_json_key(json, "rescaled_from");
    if (has_total && card->rescaled) {
        jx_json_decimal(json, card->rescaled_from, 0);
    } else {
        jx_json_null(json);
    }
    write_losses(json, card, JX_OF_NO_ROW, lang);
    write_points(json, "total", table, has_total ? &card->total : NULL);
    jx_json_key(json, "grade");
    jx_json_grade(json, card);
    jx_json_key(json, "status");
    jx_json_string(json, jx_state_name(card->state, true));
    jx_json_key(json, "error");
    jx_json_string(json, card->state == JX_FAULTY ? card->error : NULL);
    write_remarks(json, card, JX_OF_NO_ROW, lang);
    write_findings(json, card, lang);
}

static void write_categories(jx_json *json, const jx_scorecard *card, jx_lang lang)
{
    const jx_table *table = jx_view_table(card);
    jx_json_key(json, "categories");
    jx_json_open_array(json);
    for (size_t i = 0; i < table->category_count; i++) {
        jx_category_sum sum = jx_view_sum(card, i);
        jx_json_line(json);
        jx_json_open_object(json);
        jx_json_key(json, "category");
        jx_json_text(json, table->categories[i].name);
        jx_json_key(json, "name");
        jx_json_string(json, jx_words_in(table->categories[i].label, lang));
        write_weight(json, "full", sum.full);
        write_points(json, "points", table, sum.has_points ? &sum.points : NULL);
        jx_json_close_object(json);
    }
    jx_json_close_array(json);
}

// -------------------------------------------------------------------------------------------- indicators

// Numbers as numbers; levels and dates by name, yes and no as words that no language changes.
static void write_measured(jx_json *json, const jx_table_row *row, const jx_figure *measured)
{
    jx_text name = jx_text_in(json->out->arena);
    switch (measured->kind) {
    case JX_FIGURE_NUMBER:
        jx_json_ratio(json, measured->number);
        break;
    case JX_FIGURE_NONE:
        jx_json_null(json);
        break;
    default:
        jx_figure_add(&name, row, measured, JX_EN);
        jx_json_text(json, jx_text_str(&name));
        jx_scratch_end(json->out, &name);
        break;
    }
}

static void write_stated_part(jx_json *json, const jx_scorecard *card, size_t index)
{
    const jx_table_row *row = &card->table->rows[index];
    jx_json_key(json, "id");
    jx_json_text(json, row->id);
    jx_json_key(json, "category");
    jx_json_text(json, card->table->categories[row->category].name);
    write_stated(json, "subcategory", row->subcategory);
    jx_json_key(json, "name");
    jx_json_text(json, row->name);
    write_stated(json, "target", row->target);
    write_stated(json, "comparator", jx_str_of(jx_comparator_name(row->comparator)));
    write_stated(json, "unit", row->unit);
    write_stated(json, "actual", jx_view_cell(card, index, JX_SLOT_ACTUAL));
    write_stated(json, "baseline", jx_view_cell(card, index, JX_SLOT_BASELINE));
}

// What belongs to the indicator though not to every one: the unit of `measured`, its further columns.
static void write_more(jx_json *json, const jx_scorecard *card, size_t index)
{
    const jx_table_row *row = &card->table->rows[index];
    write_stated(json, "measured_unit", row->measured_unit);
    jx_json_key(json, "inputs");
    jx_json_open_object(json);
    for (size_t i = 0; i < row->input_count; i++) {
        jx_str written = jx_view_cell(card, index, JX_SLOT_INPUTS + (uint32_t)i);
        if (written.data != NULL) {
            jx_json_key_text(json, row->inputs[i]);
            jx_json_text(json, written);
        }
    }
    jx_json_close_object(json);
}

static void write_indicator(jx_json *json, const jx_scorecard *card, size_t index, jx_lang lang)
{
    const jx_table_row *row = &card->table->rows[index];
    const jx_outcome *outcome = jx_view_outcome(card, index);
    bool has_points = jx_view_has_points(outcome);
    jx_json_line(json);
    jx_json_open_object(json);
    write_stated_part(json, card, index);
    jx_json_key(json, "measured");
    write_measured(json, row, &outcome->measured);
    jx_json_key(json, "scored_by");
    jx_json_string(json, jx_scored_by_name(row->scored_by));
    write_weight(json, "full", row->weight);
    write_points(json, "points", card->table, has_points ? &outcome->points : NULL);
    jx_json_key(json, "status");
    jx_json_string(json, jx_state_name(outcome->state, false));
    jx_json_key(json, "error");
    jx_json_string(json, outcome->state == JX_FAULTY ? outcome->error : NULL);
    write_losses(json, card, index, lang);
    write_stated(json, "note", jx_view_cell(card, index, JX_SLOT_NOTE));
    write_more(json, card, index);
    write_remarks(json, card, index, lang);
    jx_json_close_object(json);
}

static void write_indicators(jx_json *json, const jx_scorecard *card, jx_lang lang)
{
    jx_json_key(json, "indicators");
    jx_json_open_array(json);
    for (size_t i = 0; i < jx_view_table(card)->row_count; i++) {
        write_indicator(json, card, i, lang);
    }
    jx_json_close_array(json);
}

static void add_card(jx_report *report, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    jx_json json = jx_json_on(report->out);
    jx_json_open_object(&json);
    jx_json_key(&json, "schema");
    jx_json_string(&json, "jixiao.scorecard/1");
    jx_json_line(&json);
    write_project(&json, card);
    jx_json_line(&json);
    write_result(&json, card, report->lang);
    jx_json_line(&json);
    write_categories(&json, card, report->lang);
    jx_json_line(&json);
    write_indicators(&json, card, report->lang);
    jx_json_line(&json);
    jx_json_provenance(&json, &table, 1);
    jx_json_close_object(&json);
    jx_text_add_char(report->out, '\n');
}

const jx_reporter jx_reporter_json = {
    .name = "json",
    .serves = JX_FOR_ONE,
    .says = {"供程序读取的一个JSON对象", "one JSON object, for programs"},
    .add = add_card,
};
