// SPDX-License-Identifier: MIT
#include "read/read_cases.h"

#include "base/decimal.h"
#include "base/utf8.h"
#include "model/scorecard.h"
#include "read/actuals_reader.h"
#include "read/case_sheet.h"

struct jx_cases {
    jx_arena *arena;
    const jx_sheet *plain; // the project's own
    jx_sheet sheet;        // that with what is expected
    const jx_sheet *sheets[1];
    jx_actuals *actuals;
    jx_cell *cells; // of the plain sheet
    jx_case_row *rows;
    // of the case that is being read
    const jx_observations *read; // by the wider sheet
    jx_faults *faults;
    size_t expectations;
};

// ---------------------------------------------------------------------------------------- expectations

static const struct {
    jx_str word;
    jx_expected what;
} words[] = {
    {JX_STR("error"), JX_EXPECTED_ERROR},        {JX_STR("错误"), JX_EXPECTED_ERROR},
    {JX_STR("missing"), JX_EXPECTED_MISSING},    {JX_STR("未填报"), JX_EXPECTED_MISSING},
    {JX_STR("n/a"), JX_EXPECTED_NOT_APPLICABLE}, {JX_STR("不适用"), JX_EXPECTED_NOT_APPLICABLE},
};

jx_str jx_expected_word(jx_expected what)
{
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (words[i].what == what) {
            return words[i].word;
        }
    }
    return (jx_str)JX_STR("");
}

static jx_place place_of(const jx_cases *cases, uint32_t line, uint32_t row)
{
    return (jx_place){
        .file = jx_observations_where(cases->read),
        .line = line,
        .project = jx_str_trim(cases->read->project),
        .indicator = cases->sheet.rows[row].id,
    };
}

static bool is_own(const jx_cases *cases, uint32_t row)
{
    return cases->sheet.rows[row].id.size == 0;
}

static void refuse(const jx_cases *cases, const jx_cell *cell, uint32_t row, jx_message message)
{
    const jx_place place = place_of(cases, cell->line, row);
    (void)jx_fault(cases->faults, &place, message, jx_cell_text(cell));
}

// A number or a word; of a total only a number or `error`.
static bool parse(jx_str text, bool is_total, jx_expectation *ret)
{
    char buffer[JX_DECIMAL_TEXT];
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (jx_str_equal(text, words[i].word)) {
            ret->what = words[i].what;
            return !is_total || ret->what == JX_EXPECTED_ERROR;
        }
    }
    const jx_str plain = jx_utf8_narrow(text, buffer, sizeof buffer);
    ret->what = JX_EXPECTED_NUMBER;
    return plain.data != NULL && jx_decimal_parse(plain, &ret->number);
}

// Reads a number that is expected into *ret, which something else may have stated already.
static void take_number(
    jx_cases *cases, uint32_t row, const jx_cell *cell, bool is_total, jx_expectation *ret)
{
    char line[JX_NUMBER_TEXT];
    jx_expectation found = {.line = cell->line};
    if (cell->size == 0) {
        return;
    }
    cases->expectations++;
    if (!parse(jx_cell_text(cell), is_total, &found)) {
        refuse(cases, cell, row,
               is_total ? JX_MESSAGE_CASE_TOTAL_FORM : JX_MESSAGE_CASE_POINTS_FORM);
    } else if (ret->what != JX_EXPECTED_NOTHING) {
        const jx_place place = place_of(cases, cell->line, row);
        (void)jx_fault(cases->faults, &place, JX_MESSAGE_CASE_TWICE, (jx_str)JX_STR("total"),
                       jx_str_number(ret->line, line));
    } else {
        *ret = found;
    }
}

static void take_text(
    jx_cases *cases, uint32_t row, uint32_t expected, const jx_cell *cell, jx_expected_text *ret)
{
    char line[JX_NUMBER_TEXT];
    if (cell->size == 0) {
        return;
    }
    cases->expectations++;
    if (ret->text.size != 0) {
        const jx_place place = place_of(cases, cell->line, row);
        (void)jx_fault(cases->faults, &place, JX_MESSAGE_CASE_TWICE,
                       jx_str_of(jx_expected_names[expected]), jx_str_number(ret->line, line));
        return;
    }
    *ret = (jx_expected_text){jx_cell_text(cell), cell->line};
}

static void check_status(const jx_cases *cases, uint32_t row, const jx_cell *cell)
{
    static const jx_state states[] = {JX_SCORED, JX_MISSING, JX_FAULTY};
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        if (jx_str_is(jx_cell_text(cell), jx_state_name(states[i], true))) {
            return;
        }
    }
    if (cell->size != 0) {
        refuse(cases, cell, row, JX_MESSAGE_CASE_STATUS_FORM);
    }
}

// In a row for each case what is expected of the whole case has a column of its own, not an indicator's.
static void check_column(const jx_cases *cases,
                         uint32_t row,
                         uint32_t expected,
                         const jx_cell *cell)
{
    if (cell->size != 0 && !cases->actuals->columns.is_long && !is_own(cases, row)) {
        const jx_place place = place_of(cases, cell->line, row);
        (void)jx_fault(cases->faults, &place, JX_MESSAGE_CASE_COLUMN,
                       jx_str_of(jx_expected_names[expected]), cases->sheet.rows[row].id);
    }
}

static void take_row(jx_cases *cases, uint32_t row, jx_case *ret)
{
    const jx_cell *cells[JX_EXPECTED_COUNT];
    jx_expectation *total = &cases->rows[cases->sheet.row_count - 1].points;
    for (uint32_t i = 0; i < JX_EXPECTED_COUNT; i++) {
        cells[i] = jx_case_sheet_cell(&cases->sheet, row, i, cases->read->cells);
        if (i >= JX_EXPECTED_TOTAL) {
            check_column(cases, row, i, cells[i]);
        }
    }
    take_number(cases, row, cells[JX_EXPECTED_POINTS], is_own(cases, row),
                &cases->rows[row].points);
    take_text(cases, row, JX_EXPECTED_REASON, cells[JX_EXPECTED_REASON], &cases->rows[row].reason);
    take_number(cases, row, cells[JX_EXPECTED_TOTAL], true, total);
    take_text(cases, row, JX_EXPECTED_GRADE, cells[JX_EXPECTED_GRADE], &ret->grade);
    take_text(cases, row, JX_EXPECTED_STATUS, cells[JX_EXPECTED_STATUS], &ret->status);
    check_status(cases, row, cells[JX_EXPECTED_STATUS]);
}

// ------------------------------------------------------------------------------ tests that cannot fail

// The line of the row's cells; 0 where it is not there, or all that would be scored of it is empty.
static uint32_t find_line(const jx_cases *cases, uint32_t row)
{
    const jx_sheet_row *at = &cases->sheet.rows[row];
    const jx_cell *cells = &cases->read->cells[at->first];
    const uint32_t count = JX_SLOT_INPUTS + at->input_count - JX_EXPECTED_COUNT;
    for (uint32_t i = 0; i < count; i++) {
        const bool scored = i != JX_SLOT_NOTE && i != JX_SLOT_EVIDENCE;
        if (cells[i].line != 0 &&
            (cases->actuals->columns.is_long || (scored && cells[i].size != 0))) {
            return cells[i].line;
        }
    }
    return 0;
}

static void check_row(const jx_cases *cases, uint32_t row)
{
    const jx_case_row *expected = &cases->rows[row];
    const uint32_t line = find_line(cases, row);
    if (line != 0 && expected->points.what == JX_EXPECTED_NOTHING &&
        expected->reason.text.size == 0) {
        const jx_place place = place_of(cases, line, row);
        (void)jx_fault(cases->faults, &place, JX_MESSAGE_CASE_ROW_NOTHING, JX_STR_NONE);
    }
}

static void check_expectations(const jx_cases *cases, const jx_case *about)
{
    const uint32_t own = cases->sheet.row_count - 1;
    if (cases->expectations == 0) {
        const jx_place place = place_of(cases, cases->read->line, own);
        (void)jx_fault(cases->faults, &place, JX_MESSAGE_CASE_NOTHING, JX_STR_NONE);
        return;
    }
    // what comes of the whole case depends on every row
    const bool whole = cases->rows[own].points.what != JX_EXPECTED_NOTHING ||
                       about->grade.text.size != 0 || about->status.text.size != 0;
    for (uint32_t i = 0; i < own && !whole; i++) {
        check_row(cases, i);
    }
}

// -------------------------------------------------------------------------------------------- reading

static void take_case(jx_cases *cases, jx_case *ret)
{
    const size_t before = cases->faults->count;
    cases->expectations = 0;
    memset(cases->rows, 0, cases->sheet.row_count * sizeof *cases->rows);
    for (uint32_t i = 0; i < cases->sheet.row_count; i++) {
        take_row(cases, i, ret);
    }
    if (cases->faults->count == before) {
        check_expectations(cases, ret);
    }
    jx_case_sheet_copy(&cases->sheet, cases->read->cells, cases->plain, cases->cells);
    ret->observations = *cases->read;
    ret->observations.cells = cases->cells;
    ret->observations.columns = NULL; // they are those of the wider sheet
    ret->rows = cases->rows;
}

jx_status jx_cases_next(
    jx_cases *cases, jx_faults *faults, jx_case *ret, bool *ret_sound, bool *ret_more)
{
    jx_error err = JX_ERROR(faults->lang);
    jx_observations observations;
    const size_t before = faults->count;
    const jx_status status = jx_actuals_next(cases->actuals, &observations, ret_more, &err);
    if (status != JX_OK || !*ret_more) {
        return status == JX_OK ? JX_OK : jx_faults_take(faults, &err);
    }
    *ret = (jx_case){.observations = {.sheet = 0}};
    cases->read = &observations;
    cases->faults = faults;
    if (observations.fault != NULL) {
        (void)jx_faults_take(faults, observations.fault);
    } else {
        take_case(cases, ret);
    }
    cases->read = NULL;
    *ret_sound = faults->count == before;
    return JX_OK;
}

static jx_cases *make_cases(const jx_sheet *sheet)
{
    jx_arena *arena = jx_arena_new();
    jx_cases *cases = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *cases);
    if (cases == NULL) {
        jx_arena_free(arena);
        return NULL;
    }
    cases->arena = arena;
    cases->plain = sheet;
    cases->sheets[0] = &cases->sheet;
    cases->cells = jx_arena_array(arena, sheet->slot_count, sizeof *cases->cells);
    cases->rows = jx_arena_array(arena, sheet->row_count, sizeof *cases->rows);
    if (cases->cells == NULL || cases->rows == NULL ||
        !jx_case_sheet_lay(arena, sheet, &cases->sheet)) {
        jx_arena_free(arena);
        return NULL;
    }
    return cases;
}

jx_status jx_cases_open(
    const char *path, jx_encoding encoding, const jx_sheet *sheet, jx_cases **ret, jx_error *err)
{
    jx_cases *cases = make_cases(sheet);
    if (cases == NULL) {
        return jx_fail_memory(err);
    }
    const jx_status status =
        jx_actuals_open(path, encoding, cases->sheets, 1, &cases->actuals, err);
    if (status != JX_OK) {
        jx_cases_close(cases);
        return status;
    }
    *ret = cases;
    return JX_OK;
}

void jx_cases_close(jx_cases *cases)
{
    if (cases != NULL) {
        jx_actuals_close(cases->actuals);
        jx_arena_free(cases->arena);
    }
}
