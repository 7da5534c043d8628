// SPDX-License-Identifier: MIT
// The cage under attack: every script of tests/evil ends in the error that it says, in time, and leaves nothing behind.
#include "base/decimal.h"
#include "base/text.h"
#include "score/run.h"
#include "support/evil_files.h"
#include "support/jx_fast.h"
#include "support/jx_rows.h"
#include "support/score_fixture.h"

#include <time.h>

enum { MILLISECONDS = 100, NANOSECONDS_OF_ONE = 1000000, ONES_OF_A_SECOND = 1000 };

static int64_t processor_time(void)
{
    struct timespec time;
    assert_int_equal(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time), 0);
    return (int64_t)time.tv_sec * ONES_OF_A_SECOND + time.tv_nsec / NANOSECONDS_OF_ONE;
}

static void expect_in_time(int64_t before)
{
    if (JX_IS_FAST) {
        assert_in_range(processor_time() - before, 0, MILLISECONDS - 1);
    }
}

// ---------------------------------------------------------------------------------------------- scorecards

static void write_number(jx_text *text, jx_decimal number)
{
    char digits[JX_DECIMAL_TEXT];
    jx_text_add_char(text, ' ');
    jx_text_add(text, jx_decimal_format(number, 0, digits));
}

static void write_part(jx_text *text, const char *part)
{
    jx_text_add_char(text, ' ');
    jx_text_put(text, part == NULL ? "-" : part);
}

static void write_outcome(jx_text *text, const jx_scorecard *card, size_t index)
{
    const jx_outcome *outcome = &card->outcomes[index];
    write_part(text, jx_state_name(outcome->state, false));
    write_part(text, outcome->error);
    write_number(text, outcome->points);
    for (uint32_t i = 0; i < outcome->loss_count; i++) {
        const jx_lost *lost = &card->losses[outcome->first_loss + i];
        write_part(text, lost->code->code);
        write_part(text, lost->code->says.zh);
        write_part(text, lost->code->says.en);
        write_number(text, lost->points);
    }
    jx_text_add_char(text, '\n');
}

// All that scripts can have changed of a scorecard.
static jx_str write_card(jx_arena *arena, const jx_scorecard *card)
{
    jx_text text = jx_text_in(arena);
    for (size_t i = 0; i < card->table->row_count; i++) {
        write_outcome(&text, card, i);
    }
    for (uint32_t i = 0; i < card->remark_count; i++) {
        write_part(&text, card->remarks[i].says.zh);
        write_part(&text, card->remarks[i].says.en);
    }
    write_part(&text, jx_state_name(card->state, true));
    write_part(&text, card->error);
    write_number(&text, card->total);
    assert_false(text.failed);
    return jx_text_str(&text);
}

static jx_str score_clean(jx_score_fixture *fixture)
{
    jx_score_set(fixture, "it", "actual", (jx_str)JX_STR("27"));
    jx_score_set(fixture, "evil", "actual", (jx_str)JX_STR("n/a"));
    const jx_scorecard *card = jx_score_run(fixture);
    assert_int_equal(card->state, JX_SCORED);
    assert_int_equal(card->outcomes[0].loss_count, 2);
    assert_int_equal(card->remark_count, 1);
    return write_card(fixture->arena, card);
}

static void set_evil(jx_score_fixture *fixture, const jx_evil *evil, bool is_on)
{
    if (evil->of_project) {
        jx_score_set(fixture, "", "go", jx_str_of(is_on ? "yes" : ""));
    }
    jx_score_set(fixture, "evil", "actual", (jx_str)JX_STR("27"));
}

// ------------------------------------------------------------------------------------------------- attacks

static void expect_message(const jx_evil *evil, const char *text)
{
    assert_non_null(evil->expect);
    if (strstr(text, evil->expect) == NULL) {
        fail_msg("expected \"%s\" in: %s", evil->expect, text);
    }
    assert_null(strstr(text, "0x"));
    assert_null(strchr(text, '\n'));
}

// Only its own project is lost, and of that nothing but what the script is for.
static void attack(jx_score_fixture *fixture, const jx_evil *evil)
{
    set_evil(fixture, evil, true);
    const jx_scorecard *card = jx_score_run(fixture);
    assert_int_equal(card->state, JX_FAULTY);
    assert_int_equal(card->status, JX_EPLUGIN);
    assert_int_equal(card->error_count, 1);
    assert_int_equal(card->outcomes[0].state, JX_SCORED);
    assert_int_equal(card->outcomes[0].loss_count, 2);
    assert_int_equal(card->outcomes[1].state, evil->of_project ? JX_SCORED : JX_FAULTY);
    expect_message(evil, card->error);
}

static void attack_twice(jx_score_fixture *fixture, const jx_evil *evil)
{
    int64_t before = processor_time();
    jx_str first = score_clean(fixture);
    attack(fixture, evil);
    expect_in_time(before);
    set_evil(fixture, evil, false);
    assert_true(jx_str_equal(score_clean(fixture), first));
    before = processor_time();
    attack(fixture, evil);
    expect_in_time(before);
    set_evil(fixture, evil, false);
    assert_true(jx_str_equal(score_clean(fixture), first));
}

static void test_evil(void **state)
{
    const jx_evil *evil = *state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    fixture.sources.script_path = JX_EVIL_FOLDER ":" JX_WITNESS_PATH;
    fixture.sources.limits.milliseconds = jx_evil_time(evil);
    int64_t before = processor_time();
    jx_score_read_text(&fixture, jx_evil_project(fixture.arena, evil));
    expect_in_time(before);
    if (fixture.plan == NULL) {
        assert_int_equal(fixture.faults.count, 1);
        assert_int_equal(fixture.faults.status, JX_EPLUGIN);
        expect_message(evil, fixture.faults.shown[0].text);
    } else {
        attack_twice(&fixture, evil);
    }
    jx_score_end(&fixture);
}

static void test_count(void **state)
{
    const jx_evil_files *files = *state;
    assert_in_range(files->count, JX_EVIL_LEAST, JX_EVIL_MOST - 1);
}

int main(void)
{
    static jx_evil_files files;
    jx_rows all = {.count = 0};
    jx_arena *arena = jx_arena_new();
    jx_evil_list(arena, &files);
    jx_rows_add_one(&all, "there are enough of them", test_count, &files);
    jx_rows_add_all(&all, files.rows, files.count, sizeof files.rows[0], test_evil);
    int failed = jx_rows_run(&all, "evil");
    jx_arena_free(arena);
    return failed;
}
