// SPDX-License-Identifier: MIT
// jixiao rule: published wording to formal keys, said back and tried.
#include "base/output.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/rule_page.h"
#include "cli/say.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "import/weight.h"
#include "read/read_grid.h"
#include "read/read_publication.h"

typedef struct rule_run {
    const jx_options *options;
    jx_session session;
    jx_arena *arena; // of one wording
    jx_rule_ground ground;
    jx_output *output;
    bool incomplete;
} rule_run;

// ------------------------------------------------------------------------------------------ one wording

// The actuals of the command line, then those of the cell, parted by `;`.
static jx_status list_tries(
    const rule_run *run, jx_str cell, const jx_str **ret, size_t *ret_count, jx_error *err)
{
    size_t most = run->options->try_count + 1;
    for (size_t i = 0; i < cell.size; i++) {
        most += cell.data[i] == ';';
    }
    size_t count = 0;
    jx_str *tries = jx_arena_array(run->arena, most, sizeof *tries);
    if (tries == NULL) {
        return jx_fail_memory(err);
    }
    for (size_t i = 0; i < run->options->try_count; i++) {
        tries[count++] = jx_str_of(run->options->tries[i]);
    }
    for (jx_str rest = cell.size == 0 ? JX_STR_NONE : cell; rest.data != NULL;) {
        const jx_str part = jx_str_trim(jx_str_next(&rest, ';'));
        if (part.size != 0) {
            tries[count++] = part;
        }
    }
    *ret = tries;
    *ret_count = count;
    return JX_OK;
}

static void note_incomplete(rule_run *run, const jx_rule_result *result)
{
    run->incomplete = run->incomplete || !result->reading.is_compiled;
    for (size_t i = 0; i < result->try_count; i++) {
        run->incomplete = run->incomplete || !result->tries[i].scored;
    }
}

static jx_status tell(
    rule_run *run, jx_str id, const jx_wording *wording, jx_str tries, jx_error *err)
{
    const jx_str *actuals = NULL;
    size_t count = 0;
    jx_rule_result result = {.id = id};
    jx_arena_reset(run->arena);
    jx_status status = list_tries(run, tries, &actuals, &count, err);
    if (status == JX_OK) {
        status =
            jx_rule_result_make(run->arena, &run->ground, wording, actuals, count, &result, err);
    }
    if (status != JX_OK) {
        return status;
    }
    note_incomplete(run, &result);
    jx_text text = jx_text_in(run->arena);
    if (run->options->json) {
        jx_rule_json_add(&text, &result, run->options->report_lang);
    } else {
        jx_rule_page_add(&text, &result, run->options->report_lang,
                         jx_terminal_has_colour(run->options->output));
    }
    return text.failed ? jx_fail_memory(err)
                       : jx_output_write(run->output, jx_text_str(&text), err);
}

// -------------------------------------------------------------------------------------------- many

static jx_wording wording_of(const jx_publication_row *row)
{
    return (jx_wording){
        .category = row->cells[JX_COLUMN_CATEGORY],
        .subcategory = row->cells[JX_COLUMN_SUBCATEGORY],
        .name = row->cells[JX_COLUMN_NAME],
        .value = row->cells[JX_COLUMN_VALUE],
        .content = row->cells[JX_COLUMN_CONTENT],
        .target = row->cells[JX_COLUMN_TARGET],
        .comparator = row->cells[JX_COLUMN_COMPARATOR],
        .unit = row->cells[JX_COLUMN_UNIT],
        .weight = row->cells[JX_COLUMN_WEIGHT],
        .kind = row->cells[JX_COLUMN_KIND],
        .year = row->cells[JX_COLUMN_YEAR],
        .rule = row->cells[JX_COLUMN_RULE],
    };
}

static jx_status read_file(rule_run *run, jx_publication *ret, jx_error *err)
{
    jx_grid grid;
    const jx_options *options = run->options;
    jx_faults *faults = jx_arena_alloc(run->session.arena, sizeof *faults);
    if (faults == NULL) {
        return jx_fail_memory(err);
    }
    jx_faults_init(faults, options->message_lang);
    jx_status status =
        jx_grid_read(run->session.arena, options->file, options->encoding, &grid, err);
    if (status != JX_OK) {
        return status;
    }
    status = jx_publication_read(run->session.arena, &grid, faults, ret);
    if (status == JX_OK && ret->headings[JX_COLUMN_RULE].data == NULL) {
        const jx_place place = {.file = options->file, .line = ret->line};
        status = jx_fault(faults, &place, JX_MESSAGE_TABLE_COLUMN_MISSING, (jx_str)JX_STR("rule"));
    }
    jx_say_faults(faults);
    return status;
}

static jx_status tell_file(rule_run *run, jx_error *err)
{
    jx_publication publication = {.count = 0};
    jx_status status = read_file(run, &publication, err);
    for (size_t i = 0; status == JX_OK && i < publication.count; i++) {
        const jx_publication_row *row = &publication.rows[i];
        const jx_wording wording = wording_of(row);
        const jx_str id = row->cells[JX_COLUMN_ID];
        status =
            tell(run, id.size == 0 ? JX_STR_NONE : id, &wording, row->cells[JX_COLUMN_TRY], err);
    }
    return status;
}

static jx_str cell_of(const char *option)
{
    return option == NULL ? JX_STR_NONE : jx_str_of(option);
}

static jx_status tell_text(rule_run *run, jx_error *err)
{
    const jx_options *options = run->options;
    const jx_wording wording = {.rule = jx_str_of(options->operands[0]),
                                .value = cell_of(options->target),
                                .unit = cell_of(options->unit),
                                .weight = cell_of(options->weight)};
    const jx_str texts[] = {wording.rule, wording.value, wording.unit, wording.weight};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (texts[i].size != 0 && !jx_utf8_check(texts[i], NULL)) {
            return jx_fail(err, NULL, JX_MESSAGE_RULE_TEXT_UTF8, texts[i]);
        }
    }
    return tell(run, JX_STR_NONE, &wording, JX_STR_NONE, err);
}

static jx_status tell_all(rule_run *run, jx_error *err)
{
    jx_status status = jx_session_vocabulary(&run->session, &run->ground.vocabulary, err);
    run->ground.sources = &run->session.sources;
    run->ground.lang = run->options->report_lang;
    run->arena = jx_arena_new();
    if (status == JX_OK && run->arena == NULL) {
        status = jx_fail_memory(err);
    }
    status = status != JX_OK ? status : jx_output_open(run->options->output, &run->output, err);
    if (status != JX_OK) {
        return status;
    }
    status = run->options->file != NULL ? tell_file(run, err) : tell_text(run, err);
    if (status != JX_OK) {
        jx_output_abandon(run->output);
        return status;
    }
    return jx_output_commit(run->output, err);
}

// ---------------------------------------------------------------------------------------------- running

// A file's rows have cells of their own.
static jx_status check_cells(const jx_options *options, jx_error *err)
{
    jx_decimal weight;
    const bool any = options->weight != NULL || options->target != NULL || options->unit != NULL;
    if (any && options->file != NULL) {
        return jx_fail(err, NULL, JX_MESSAGE_RULE_CELLS, JX_STR_NONE);
    }
    return options->weight == NULL || jx_import_weight(jx_str_of(options->weight), false, &weight)
               ? JX_OK
               : jx_fail(err, NULL, JX_MESSAGE_RULE_WEIGHT, jx_str_of(options->weight));
}

static int run(const jx_options *options, jx_error *err)
{
    rule_run at = {.options = options};
    const size_t most = options->file == NULL ? 1 : 0;
    if (options->operand_count > most) {
        return -jx_fail(err, NULL, JX_MESSAGE_OPERAND_EXTRA, jx_str_of(options->operands[most]));
    }
    if (options->operand_count < most) {
        return -jx_fail(err, NULL, JX_MESSAGE_RULE_TEXT, JX_STR_NONE);
    }
    jx_status status = check_cells(options, err);
    if (status != JX_OK) {
        return -status;
    }
    status = jx_session_open(&at.session, options, 0);
    status = status != JX_OK ? status : tell_all(&at, err);
    jx_arena_free(at.arena);
    jx_session_close(&at.session);
    return status != JX_OK ? -status : at.incomplete ? JX_EXIT_INCOMPLETE : 0;
}

const jx_command jx_command_rule = {
    .name = "rule",
    .usage = "TEXT | --file RULES.csv|tsv",
    .says = {"读懂评分标准的文字，写成键，可以试算",
             "read the wording of a rule as formal keys, and try them on actuals"},
    .takes = JX_TAKES_RULE | JX_TAKES_TABLE | JX_TAKES_OUTPUT | JX_TAKES_PLUGINS,
    .run = run,
};
