// SPDX-License-Identifier: MIT
// Every message of base/messages/score.def: what brings it about, and the line it names.
#include "score/run.h"
#include "score/total.h"
#include "support/fault_rows.h"
#include "support/jx_rows.h"
#include "support/score_fixture.h"

#include <stdio.h>
#include <stdlib.h>

#define JX_FAULT_PLUGINS JX_TEST_PLUGIN_DIR ":" JX_TEST_BUILD_DIR "/tests/plugins"

// --------------------------------------------------------------------------------------------- actuals

typedef struct cell_row {
    const char *name;
    const char *keys; // see jx_score_one
    const char *actual;
    const char *baseline;
    jx_message message;
    jx_status status;
} cell_row;

static const cell_row cells[] = {
    {"a number in words", "target = 1\n", "若干", "", JX_MESSAGE_ACTUAL_NUMBER, JX_EDATA},
    {"a number in another unit", "unit = 个\ntarget = 1\n", "1家", "", JX_MESSAGE_ACTUAL_NUMBER_IN,
     JX_EDATA},
    {"万 of 万元", "unit = 万元\ntarget = 1\n", "1万", "", JX_MESSAGE_ACTUAL_AMBIGUOUS, JX_EDATA},
    {"36 digits", "target = 1\n", "100000000000000000000000000000000000", "",
     JX_MESSAGE_ACTUAL_RANGE, JX_EDATA},
    {"half a firm", "unit = 家\ntarget = 1\n", "0.5", "", JX_MESSAGE_ACTUAL_WHOLE, JX_EDATA},
    {"a place before the first", "unit = 名次\ntarget = 1\n", "0", "", JX_MESSAGE_ACTUAL_MINIMUM,
     JX_EDATA},
    {"a number above its maximum", "maximum = 9\ntarget = 1\n", "10", "", JX_MESSAGE_ACTUAL_MAXIMUM,
     JX_EDATA},
    {"neither yes nor no", "measure = done\n", "或许", "", JX_MESSAGE_ACTUAL_YES_NO, JX_EDATA},
    {"no date", "measure = date\ntarget = 2024\n", "年底", "", JX_MESSAGE_ACTUAL_DATE, JX_EDATA},
    {"no such date", "measure = date\ntarget = 2024\n", "2024-02-30", "",
     JX_MESSAGE_ACTUAL_NO_SUCH_DATE, JX_EDATA},
    {"no level", "measure = level\nlevels = 好, 差\ntarget = 好\n", "中", "",
     JX_MESSAGE_ACTUAL_LEVEL, JX_EDATA},
    {"no percentage", "method = judged\njudged = 好:100-0\n", "好", "", JX_MESSAGE_ACTUAL_JUDGED,
     JX_EDATA},
    {"no answers", "category = satisfaction\nmeasure = survey\ntarget = 1\n", "满意", "",
     JX_MESSAGE_ACTUAL_COUNT, JX_EDATA},
    {"answers twice", "category = satisfaction\nmeasure = survey\ntarget = 1\n", "满意:1, 满意:1",
     "", JX_MESSAGE_ACTUAL_COUNT_TWICE, JX_EDATA},
    {"a growth without %", "measure = growth\ntarget = 1\n", "5", "", JX_MESSAGE_RATE_WITHOUT_SIGN,
     JX_EDATA},
    {"no baseline", "category = budget\nmeasure = execution\n", "5", "",
     JX_MESSAGE_BASELINE_MISSING, JX_EDATA},
    {"a baseline too many", "target = 1\n", "5", "4", JX_MESSAGE_BASELINE_UNUSED, JX_EDATA},
    {"not applicable where nothing is rescaled", "target = 1\n", "不适用", "",
     JX_MESSAGE_NOT_APPLICABLE, JX_EDATA},
    {"nothing applicable", "not_applicable = rescale\n--\ntarget = 1\n", "n/a", "",
     JX_MESSAGE_NOTHING_APPLICABLE, JX_EDATA},
    {"a required input that is missing", "category = odd\ntarget = 1\n", "好:1", "",
     JX_MESSAGE_INPUT_MISSING, JX_EDATA},
    {"figures that are refused", "target = 100\n", "-1", "", JX_MESSAGE_REFUSED, JX_EDATA},
};

static void test_cell(void **state)
{
    const cell_row *row = *state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, JX_FAULT_PLUGINS);
    jx_score_read_text(&fixture, jx_score_one(&fixture, row->keys));
    assert_non_null(fixture.plan);
    jx_score_set(&fixture, "it", "actual", jx_str_of(row->actual));
    jx_score_set(&fixture, "it", "baseline", jx_str_of(row->baseline));
    const jx_scorecard *card = jx_score_run(&fixture);
    assert_int_equal(card->state, JX_FAULTY);
    assert_int_equal(card->status, row->status);
    assert_int_equal(fixture.evaluator->err.message, row->message);
    assert_int_equal(fixture.evaluator->err.line, 1);
    jx_score_end(&fixture);
}

// --------------------------------------------------------------------------------------------- plugins

static const struct plugin_row {
    const char *name;
    const char *fault; // what odd.c does
    jx_message message;
} plugins[] = {
    {"a plugin that fails without a word", "lose_silent", JX_MESSAGE_PLUGIN_FAILED},
    {"a loss below nothing", "lose_negative", JX_MESSAGE_LOSS_BROKEN},
    {"a sentence misspelt", "lose_misspelt", JX_MESSAGE_LOSS_PLACEHOLDER_NEAR},
    {"a sentence that names what nobody knows", "lose_unknown", JX_MESSAGE_LOSS_PLACEHOLDER},
    {"losses without end", "lose_endless", JX_MESSAGE_LOSSES_ENDLESS},
};

static void test_plugin(void **state)
{
    const struct plugin_row *row = *state;
    char keys_of[JX_SCORE_TEXT];
    jx_score_fixture fixture;
    jx_score_begin(&fixture, JX_FAULT_PLUGINS);
    snprintf(keys_of, sizeof keys_of, "category = odd\ntarget = 1\nfault = %s\n", row->fault);
    jx_score_read_text(&fixture, jx_score_one(&fixture, keys_of));
    assert_non_null(fixture.plan);
    jx_score_set(&fixture, "it", "actual", (jx_str)JX_STR("好:1"));
    jx_score_set(&fixture, "it", "visits", (jx_str)JX_STR("1"));
    assert_int_equal(jx_score_run(&fixture)->status, JX_EPLUGIN);
    assert_int_equal(fixture.evaluator->err.message, row->message);
    jx_score_end(&fixture);
}

// A table made by hand: project files have no weights as long as these.
static void test_total_too_large(void **state)
{
    (void)state;
    jx_error err = JX_ERROR(JX_EN);
    jx_decimal huge = JX_DECIMAL_ZERO;
    assert_true(jx_decimal_parse((jx_str)JX_STR("99999999999999999999999999999999999"), &huge));
    const jx_table_row rows[] = {{.weight = huge}, {.weight = huge}};
    const jx_table table = {.full = huge, .rows = rows, .row_count = 2};
    const jx_outcome outcomes[] = {{.points = huge}, {.points = huge}};
    const jx_observations observations = {.line = 1};
    jx_scorecard card = {.table = &table, .observations = &observations, .outcomes = outcomes};
    assert_int_equal(jx_total(&card, &err), JX_EDATA);
    assert_int_equal(err.message, JX_MESSAGE_TOO_LARGE);
}

// --------------------------------------------------------------------------------------- the catalogue

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static bool is_in(const jx_fault_table *tables, size_t count, jx_message message)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < tables[i].count * JX_FAULT_ROW_MOST; k++) {
            const jx_fault_row *row = &tables[i].rows[k / JX_FAULT_ROW_MOST];
            if (row->messages[k % JX_FAULT_ROW_MOST] == message) {
                return true;
            }
        }
    }
    return false;
}

static bool has_row(jx_message message)
{
    bool found = message == JX_MESSAGE_TOO_LARGE ||
                 is_in(jx_fault_keys, JX_FAULT_KEY_TABLES, message) ||
                 is_in(jx_fault_terms, JX_FAULT_TERM_TABLES, message);
    for (size_t i = 0; i < COUNT(cells); i++) {
        found = found || cells[i].message == message;
    }
    for (size_t i = 0; i < COUNT(plugins); i++) {
        found = found || plugins[i].message == message;
    }
    return found;
}

static void test_catalogue(void **state)
{
    (void)state;
    static const jx_message messages[] = {
#define JX_MESSAGE(id, status, zh, en) JX_MESSAGE_##id,
#include "base/messages/score.def"
#undef JX_MESSAGE
    };
    jx_expect_rows_of(messages, COUNT(messages), has_row);
}

static void add_tables(jx_rows *all, const jx_fault_table *tables, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        jx_rows_add_all(all, tables[i].rows, tables[i].count, sizeof *tables[i].rows,
                        jx_fault_row_test);
    }
}

int main(void)
{
    jx_rows all = {.count = 0};
    add_tables(&all, jx_fault_keys, JX_FAULT_KEY_TABLES);
    add_tables(&all, jx_fault_terms, JX_FAULT_TERM_TABLES);
    JX_ROWS(&all, cells, test_cell);
    JX_ROWS(&all, plugins, test_plugin);
    jx_rows_add_one(&all, "a total that is too large", test_total_too_large, NULL);
    jx_rows_add_one(&all, "every message of the room", test_catalogue, NULL);
    return jx_rows_run(&all, "plan_faults");
}
