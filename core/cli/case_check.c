// SPDX-License-Identifier: MIT
#include "cli/case_check.h"

#include "report/escape.h"
#include "report/labels.h"
#include "report/report.h"
#include "report/scratch.h"
#include "report/sentence.h"

static const jx_str INDENT = JX_STR("  ");

// One case being checked.
typedef struct check {
    jx_text *out;
    jx_text line; // scratch
    const jx_case *about;
    const jx_scorecard *card;
    jx_lang lang;
    bool colour;
    jx_case_tally *tally;
} check;

// -------------------------------------------------------------------------------------------- failures

static jx_str say_points(const jx_table *table,
                         jx_expected what,
                         jx_decimal number,
                         char buffer[JX_DECIMAL_TEXT])
{
    return what == JX_EXPECTED_NUMBER ? jx_points_format(table, number, buffer)
                                      : jx_expected_word(what);
}

// FILE:LINE: CASE: INDICATOR: points should be one thing and are another
static void say_failure(
    check *at, uint32_t line, jx_str indicator, uint32_t column, jx_str expected, jx_str found)
{
    const jx_observations *observations = &at->about->observations;
    const jx_str nothing = jx_str_of(jx_label_in(JX_LABEL_NOTHING, at->lang));
    at->tally->failed++;
    jx_scratch_end(at->out, &at->line);
    jx_text_put(&at->line, observations->file);
    jx_text_add_char(&at->line, ':');
    jx_text_add_number(&at->line, line);
    jx_text_put(&at->line, ": ");
    jx_text_add(&at->line, jx_str_trim(observations->project));
    jx_text_put(&at->line, ": ");
    jx_text_add(&at->line, indicator);
    jx_text_put(&at->line, indicator.size == 0 ? "" : ": ");
    jx_label_add(&at->line, at->lang, JX_LABEL_TEST_DIFFERS, jx_str_of(jx_expected_names[column]),
                 expected, found.size == 0 ? nothing : found);
    jx_add_visible(at->out, jx_text_str(&at->line));
    jx_text_add_char(at->out, '\n');
}

// How it came about: of an indicator, or of the total behind the last.
static void explain(check *at, size_t row)
{
    jx_scratch_end(at->out, &at->line);
    if (row < at->card->table->row_count) {
        jx_explain_indicator(&at->line, at->card, row, at->lang, at->colour);
    } else {
        jx_explain_total(&at->line, at->card, at->lang, at->colour);
    }
    jx_str rest = jx_str_trim(jx_text_str(&at->line));
    while (rest.data != NULL) {
        jx_text_add(at->out, INDENT);
        jx_text_add(at->out, jx_str_next(&rest, '\n'));
        jx_text_add_char(at->out, '\n');
    }
    jx_text_add_char(at->out, '\n');
}

// ------------------------------------------------------------------------------------------- comparing

static bool matches(jx_expectation expected, jx_expected what, jx_decimal number)
{
    return expected.what == what &&
           (what != JX_EXPECTED_NUMBER || jx_decimal_compare(expected.number, number) == 0);
}

static void check_number(check *at,
                         jx_str indicator,
                         uint32_t column,
                         jx_expectation expected,
                         jx_expected what,
                         jx_decimal number)
{
    char texts[2][JX_DECIMAL_TEXT];
    const jx_table *table = at->card->table;
    if (expected.what == JX_EXPECTED_NOTHING) {
        return;
    }
    at->tally->expectations++;
    if (!matches(expected, what, number)) {
        say_failure(at, expected.line, indicator, column,
                    say_points(table, expected.what, expected.number, texts[0]),
                    say_points(table, what, number, texts[1]));
    }
}

static void check_text(check *at, uint32_t column, jx_expected_text expected, jx_str found)
{
    if (expected.text.size == 0) {
        return;
    }
    at->tally->expectations++;
    if (!jx_str_equal(expected.text, found)) {
        say_failure(at, expected.line, JX_STR_NONE, column, expected.text, found);
    }
}

static bool has_code(jx_losses losses, jx_str code)
{
    for (uint32_t i = 0; i < losses.count; i++) {
        if (jx_str_is(code, losses.rows[i].code->code)) {
            return true;
        }
    }
    return false;
}

static jx_str list_codes(check *at, jx_losses losses)
{
    jx_text codes = jx_text_in(at->out->arena);
    for (uint32_t i = 0; i < losses.count; i++) {
        jx_text_put(&codes, i == 0 ? "" : " ");
        jx_text_put(&codes, losses.rows[i].code->code);
    }
    at->out->failed |= codes.failed;
    return jx_text_str(&codes);
}

// Every code that is expected must be among those of the losses.
static void check_reason(check *at, jx_str indicator, jx_expected_text expected, jx_losses losses)
{
    jx_str rest = expected.text;
    bool all = true;
    if (rest.size == 0) {
        return;
    }
    at->tally->expectations++;
    while (rest.data != NULL) {
        const jx_str code = jx_str_next(&rest, ' ');
        all = all && (code.size == 0 || has_code(losses, code));
    }
    if (!all) {
        say_failure(at, expected.line, indicator, JX_EXPECTED_REASON, expected.text,
                    list_codes(at, losses));
    }
}

// --------------------------------------------------------------------------------------------- a case

static void check_indicator(check *at, size_t row)
{
    static const jx_expected states[] = {
        [JX_SCORED] = JX_EXPECTED_NUMBER,
        [JX_MISSING] = JX_EXPECTED_MISSING,
        [JX_NOT_APPLICABLE] = JX_EXPECTED_NOT_APPLICABLE,
        [JX_FAULTY] = JX_EXPECTED_ERROR,
    };
    const size_t before = at->tally->failed;
    const jx_outcome *outcome = &at->card->outcomes[row];
    const jx_case_row *expected = &at->about->rows[row];
    const jx_str id = at->card->table->rows[row].id;
    check_number(at, id, JX_EXPECTED_POINTS, expected->points, states[outcome->state],
                 outcome->points);
    check_reason(at, id, expected->reason, jx_scorecard_losses(at->card, row));
    if (at->tally->failed > before) {
        explain(at, row);
    }
}

// Why there is no total: the indicators that nothing else was said of.
static void explain_faults(check *at)
{
    for (size_t i = 0; i < at->card->table->row_count; i++) {
        if (at->card->outcomes[i].state == JX_FAULTY &&
            at->about->rows[i].points.what == JX_EXPECTED_NOTHING) {
            explain(at, i);
        }
    }
}

static void check_whole(check *at)
{
    const jx_scorecard *card = at->card;
    const jx_case *about = at->about;
    const jx_case_row *own = &about->rows[card->table->row_count];
    const bool faulty = card->state == JX_FAULTY;
    const size_t before = at->tally->failed;
    check_number(at, JX_STR_NONE, JX_EXPECTED_TOTAL, own->points,
                 faulty ? JX_EXPECTED_ERROR : JX_EXPECTED_NUMBER, card->total);
    check_text(at, JX_EXPECTED_GRADE, about->grade,
               card->grade == NULL ? JX_STR_NONE : card->grade->name);
    check_text(at, JX_EXPECTED_STATUS, about->status, jx_str_of(jx_state_name(card->state, true)));
    check_reason(at, JX_STR_NONE, own->reason, jx_scorecard_losses(card, JX_OF_NO_ROW));
    if (at->tally->failed > before) {
        explain_faults(at);
        explain(at, card->table->row_count);
    }
}

void jx_case_check(jx_text *out,
                   const jx_case *about,
                   const jx_scorecard *card,
                   jx_lang lang,
                   bool colour,
                   jx_case_tally *tally)
{
    check at = {out, jx_text_in(out->arena), about, card, lang, colour, tally};
    tally->cases++;
    for (size_t i = 0; i < card->table->row_count; i++) {
        check_indicator(&at, i);
    }
    check_whole(&at);
    jx_scratch_end(out, &at.line);
}

bool jx_case_is_about(const jx_case *about, const jx_scorecard *card, size_t row)
{
    const jx_case_row *expected = &about->rows[row];
    const jx_case_row *own = &about->rows[card->table->row_count];
    return expected->points.what != JX_EXPECTED_NOTHING || expected->reason.text.size != 0 ||
           own->points.what == JX_EXPECTED_NUMBER; // an error tells nothing of the others
}
