// SPDX-License-Identifier: MIT
#include "support/score_fixture.h"

#include "base/decimal.h"
#include "base/text.h"
#include "read/read_project.h"
#include "support/jx_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void jx_score_begin(jx_score_fixture *fixture, const char *plugin_path)
{
    memset(fixture, 0, sizeof *fixture);
    fixture->arena = jx_arena_new();
    assert_non_null(fixture->arena);
    jx_faults_init(&fixture->faults, JX_EN);
    const char *path = plugin_path == NULL ? JX_TEST_PLUGIN_DIR : plugin_path;
    assert_int_equal(jx_registry_load(path, &jx_usual_trust, &fixture->faults, &fixture->registry),
                     JX_OK);
    fixture->sources = (jx_plan_sources){
        .registry = fixture->registry,
        .script_path = JX_TEST_SOURCE_DIR "/tests/scripts:" JX_TEST_SOURCE_DIR "/scripts",
        .limits = jx_usual_settings.scripts,
    };
}

static void forget_plan(jx_score_fixture *fixture)
{
    jx_evaluator_free(fixture->evaluator);
    jx_plan_free(fixture->plan);
    fixture->evaluator = NULL;
    fixture->plan = NULL;
    fixture->project = NULL;
    jx_faults_init(&fixture->faults, JX_EN);
}

void jx_score_end(jx_score_fixture *fixture)
{
    forget_plan(fixture);
    jx_registry_free(fixture->registry);
    jx_arena_free(fixture->arena);
}

void jx_score_read(jx_score_fixture *fixture, const char *path)
{
    forget_plan(fixture);
    jx_status read = jx_read_project(fixture->arena, path, &fixture->faults, &fixture->project);
    assert_non_null(fixture->project);
    jx_status planned = jx_plan_build(fixture->arena, fixture->project, &fixture->sources,
                                      &fixture->faults, &fixture->plan);
    assert_int_equal(read < planned ? read : planned, fixture->faults.status);
    assert_int_equal(planned == JX_OK, fixture->plan != NULL);
    if (fixture->plan == NULL) {
        return;
    }
    fixture->evaluator = jx_evaluator_new(fixture->plan, JX_EN);
    assert_non_null(fixture->evaluator);
    size_t count = fixture->plan->sheet.slot_count;
    fixture->observations = (jx_observations){
        .line = 1,
        .cells = jx_arena_array(fixture->arena, count, sizeof(jx_cell)),
    };
    assert_non_null(fixture->observations.cells);
}

void jx_score_read_text(jx_score_fixture *fixture, const char *text)
{
    char path[] = JX_TEST_BUILD_DIR "/project-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, text, strlen(text)), strlen(text));
    assert_int_equal(close(descriptor), 0);
    jx_score_read(fixture, jx_arena_copy(fixture->arena, jx_str_of(path)).data);
    assert_int_equal(unlink(path), 0);
}

// The value of a key, or `otherwise` where the keys have none such.
static jx_str find_value(jx_str keys, const char *start, const char *otherwise)
{
    while (keys.data != NULL) {
        jx_str line = jx_str_next(&keys, '\n');
        if (jx_str_starts(line, jx_str_of(start))) {
            return jx_str_from(line, strlen(start));
        }
    }
    return jx_str_of(otherwise);
}

const char *jx_score_one(jx_score_fixture *fixture, const char *keys)
{
    jx_text text = jx_text_in(fixture->arena);
    jx_str rest = jx_str_of(keys);
    const char *parted = strstr(keys, "--\n");
    jx_str head = jx_str_first(rest, parted == NULL ? 0 : (size_t)(parted - keys));
    rest = jx_str_from(rest, parted == NULL ? 0 : head.size + 3);
    jx_text_put(&text, "[project]\nid = demo\nname = 示例\nfull = ");
    jx_text_add(&text, find_value(rest, "weight = ", "10"));
    jx_text_put(&text, "\n");
    jx_text_add(&text, head);
    jx_text_put(&text, "[indicator it]\nname = 指标\n");
    if (find_value(rest, "weight = ", NULL).data == NULL) {
        jx_text_put(&text, "weight = 10\n");
    }
    if (find_value(rest, "category = ", NULL).data == NULL) {
        jx_text_put(&text, "category = output\n");
    }
    jx_text_add(&text, rest);
    assert_false(text.failed);
    return jx_arena_copy(fixture->arena, jx_text_str(&text)).data;
}

size_t jx_score_find(const jx_score_fixture *fixture, const char *id)
{
    for (size_t i = 0; i < fixture->plan->count; i++) {
        if (jx_str_is(fixture->plan->table.rows[i].id, id)) {
            return i;
        }
    }
    fail_msg("no indicator %s", id);
    return 0;
}

void jx_score_set(jx_score_fixture *fixture, const char *id, const char *column, jx_str text)
{
    const jx_sheet_row *row = jx_sheet_find_row(&fixture->plan->sheet, jx_str_of(id));
    assert_non_null(row);
    uint32_t slot = jx_sheet_find_slot(row, jx_str_of(column));
    assert_int_not_equal(slot, JX_NO_SLOT);
    fixture->observations.cells[slot] = (jx_cell){text.data, (uint32_t)text.size, 1};
}

void jx_score_clear(jx_score_fixture *fixture)
{
    size_t count = fixture->plan->sheet.slot_count;
    memset(fixture->observations.cells, 0, count * sizeof(jx_cell));
}

const jx_scorecard *jx_score_run(jx_score_fixture *fixture)
{
    return jx_evaluate(fixture->evaluator, &fixture->observations);
}

static void add(char text[JX_SCORE_TEXT], const char *more)
{
    size_t size = strlen(text);
    assert_true(size + strlen(more) < JX_SCORE_TEXT);
    memcpy(text + size, more, strlen(more) + 1);
}

static void add_number(char text[JX_SCORE_TEXT], jx_decimal number)
{
    char digits[JX_DECIMAL_TEXT];
    add(text, jx_decimal_format(number, 0, digits).data);
}

void jx_score_expect_losses(const jx_scorecard *card, size_t index, const char *expected)
{
    char text[JX_SCORE_TEXT] = "";
    const jx_outcome *outcome = &card->outcomes[index];
    for (uint32_t i = 0; i < outcome->loss_count; i++) {
        const jx_lost *lost = &card->losses[outcome->first_loss + i];
        add(text, i == 0 ? "" : ", ");
        add(text, lost->code->code);
        add(text, " ");
        add_number(text, lost->points);
        if (lost->cut) {
            add(text, " of ");
            add_number(text, lost->asked);
        }
    }
    assert_string_equal(text, expected);
}

void jx_score_expect_number(jx_decimal number, const char *expected)
{
    char digits[JX_DECIMAL_TEXT];
    assert_string_equal(jx_decimal_format(number, 0, digits).data, expected);
}

void jx_score_expect_sums(const jx_scorecard *card)
{
    jx_decimal total = JX_DECIMAL_ZERO;
    for (size_t i = 0; i < card->table->row_count; i++) {
        const jx_outcome *outcome = &card->outcomes[i];
        jx_decimal left = card->table->rows[i].weight;
        for (uint32_t k = 0; k < outcome->loss_count; k++) {
            const jx_lost *lost = &card->losses[outcome->first_loss + k];
            assert_true(jx_decimal_sign(lost->points) >= 0);
            assert_true(jx_decimal_subtract(left, lost->points, &left));
        }
        if (outcome->state == JX_SCORED || outcome->state == JX_MISSING) {
            assert_int_equal(jx_decimal_compare(left, outcome->points), 0);
            assert_true(jx_decimal_has_places(outcome->points, card->table->places));
            assert_true(jx_decimal_add(total, outcome->points, &total));
        }
    }
    if (card->state != JX_FAULTY) {
        assert_int_equal(jx_decimal_compare(total, card->raw_total), 0);
    }
}
