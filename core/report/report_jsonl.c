// SPDX-License-Identifier: MIT
// Many scorecards as JSON lines: first what they have in common, then a line a project.
#include "report/json_card.h"
#include "report/reporters.h"
#include "report/row_findings.h"
#include "report/sentence.h"
#include "report/view.h"

// The name of the indicator, from the first table that has it.
static jx_str find_name(const jx_report *report, jx_str id)
{
    for (size_t i = 0; i < report->table_count; i++) {
        for (size_t k = 0; k < report->tables[i]->row_count; k++) {
            if (jx_str_equal(report->tables[i]->rows[k].id, id)) {
                return report->tables[i]->rows[k].name;
            }
        }
    }
    return JX_STR_NONE;
}

static void write_indicators(jx_json *json, const jx_report *report)
{
    jx_json_key(json, "indicators");
    jx_json_open_array(json);
    for (size_t i = 0; i < report->column_count; i++) {
        jx_json_open_object(json);
        jx_json_key(json, "id");
        jx_json_text(json, report->columns[i]);
        jx_json_key(json, "name");
        jx_json_text(json, find_name(report, report->columns[i]));
        jx_json_close_object(json);
    }
    jx_json_close_array(json);
}

static void write_project(jx_json *json, const jx_table *table)
{
    jx_json_open_object(json);
    jx_json_key(json, "id");
    jx_json_text(json, table->id);
    jx_json_key(json, "name");
    jx_json_text(json, table->name);
    jx_json_key(json, "full");
    jx_json_decimal(json, table->full, 0);
    jx_json_key(json, "config");
    jx_json_config(json, table);
    jx_json_key(json, "indicators");
    jx_json_open_array(json);
    for (size_t i = 0; i < table->row_count; i++) {
        jx_json_text(json, table->rows[i].id);
    }
    jx_json_close_array(json);
    jx_json_close_object(json);
}

static jx_status begin(jx_report *report, jx_error *err)
{
    (void)err;
    jx_json json = jx_json_on(report->out);
    jx_json_open_object(&json);
    jx_json_key(&json, "schema");
    jx_json_string(&json, "jixiao.scorecards/1");
    jx_json_provenance(&json, report->tables, report->table_count);
    write_indicators(&json, report);
    jx_json_key(&json, "projects");
    jx_json_open_array(&json);
    for (size_t i = 0; i < report->table_count; i++) {
        write_project(&json, report->tables[i]);
    }
    jx_json_close_array(&json);
    jx_json_close_object(&json);
    jx_text_add_char(report->out, '\n');
    return JX_OK;
}

// ---------------------------------------------------------------------------------------------- projects

static void write_points(jx_json *json, const jx_scorecard *card)
{
    const jx_table *table = jx_view_table(card);
    jx_json_add(json, (jx_str)JX_STR("\"points\":{"), false);
    for (size_t i = 0; i < table->row_count; i++) {
        const jx_outcome *outcome = jx_view_outcome(card, i);
        if (jx_view_has_points(outcome)) {
            jx_json_key_decimal(json, table->rows[i].id, outcome->points, jx_points_places(table));
        } else {
            jx_json_key_text(json, table->rows[i].id);
            jx_json_null(json);
        }
    }
    jx_json_close_object(json);
}

static void write_loss(jx_json *json, const jx_table *table, size_t row, const jx_lost *lost)
{
    jx_json_add(json, (jx_str)JX_STR("{\"indicator\":"), false);
    jx_json_text(json, row == JX_OF_NO_ROW ? JX_STR_NONE : table->rows[row].id);
    jx_json_add(json, (jx_str)JX_STR("\"points\":"), false);
    jx_json_points(json, table, &lost->points);
    jx_json_add(json, (jx_str)JX_STR("\"code\":"), false);
    jx_json_string(json, lost->code->code);
    jx_json_add(json, (jx_str)JX_STR("\"figures\":{"), false);
    for (size_t i = 0; i < JX_LOSS_FIGURES && lost->code->figures[i] != NULL; i++) {
        jx_json_key_ratio(json, jx_str_of(lost->code->figures[i]), lost->figures[i]);
    }
    jx_json_close_object(json);
    jx_json_close_object(json);
}

// Of a row, or the project's own (JX_OF_NO_ROW).
static void write_losses_of(jx_json *json, const jx_scorecard *card, size_t row)
{
    const jx_losses losses = jx_scorecard_losses(card, row);
    for (uint32_t i = 0; i < losses.count; i++) {
        write_loss(json, card->table, row, &losses.rows[i]);
    }
}

static void write_losses(jx_json *json, const jx_scorecard *card)
{
    const size_t rows = card->outcomes == NULL ? 0 : card->table->row_count;
    jx_json_add(json, (jx_str)JX_STR("\"losses\":["), false);
    for (size_t i = 0; i < rows; i++) {
        if (card->outcomes[i].loss_count > 0) {
            write_losses_of(json, card, i);
        }
    }
    write_losses_of(json, card, JX_OF_NO_ROW);
    jx_json_close_array(json);
}

static void write_finding(jx_json *json, jx_str indicator, jx_row_finding finding)
{
    jx_json_add(json, (jx_str)JX_STR("{\"code\":"), false);
    jx_json_string(json, jx_row_finding_code(finding));
    jx_json_add(json, (jx_str)JX_STR("\"indicator\":"), false);
    jx_json_text(json, indicator);
    jx_json_close_object(json);
}

static void write_findings(jx_json *json, const jx_scorecard *card)
{
    const size_t rows = card->outcomes == NULL ? 0 : card->table->row_count;
    jx_json_add(json, (jx_str)JX_STR("\"findings\":["), false);
    for (size_t i = 0; i < rows; i++) {
        const uint32_t found = jx_row_findings(card, i);
        for (jx_row_finding k = 0; found != 0 && k < JX_ROW_FINDINGS; k++) {
            if (jx_row_finds(found, k)) {
                write_finding(json, card->table->rows[i].id, k);
            }
        }
    }
    jx_json_close_array(json);
}

static void add_card(jx_report *report, const jx_scorecard *card)
{
    jx_json json = jx_json_on(report->out);
    const jx_decimal *total = jx_view_has_total(card) ? &card->total : NULL;
    jx_json_add(&json, (jx_str)JX_STR("{\"project\":"), false);
    jx_json_text(&json, card->observations->project);
    jx_json_add(&json, (jx_str)JX_STR("\"total\":"), false);
    jx_json_points(&json, jx_view_table(card), total);
    jx_json_add(&json, (jx_str)JX_STR("\"grade\":"), false);
    jx_json_grade(&json, card);
    jx_json_add(&json, (jx_str)JX_STR("\"status\":"), false);
    jx_json_string(&json, jx_state_name(card->state, true));
    write_points(&json, card);
    write_losses(&json, card);
    write_findings(&json, card);
    jx_json_add(&json, (jx_str)JX_STR("\"error\":"), false);
    jx_json_string(&json, card->state == JX_FAULTY ? card->error : NULL);
    jx_json_close_object(&json);
    jx_text_add_char(report->out, '\n');
}

const jx_reporter jx_reporter_jsonl = {
    .name = "jsonl",
    .serves = JX_FOR_BATCH,
    .batch_losses = true,
    .says = {"每个项目一行的JSON", "JSON, a line a project"},
    .begin = begin,
    .add = add_card,
};
