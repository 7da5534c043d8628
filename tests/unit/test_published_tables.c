// SPDX-License-Identifier: MIT
// The three published tables, by three ways: their project files as shipped, their tables imported, their words alone. All
// score the same.
#include "base/text.h"
#include "read/read_project.h"
#include "support/jx_command.h"
#include "support/jx_rows.h"
#include "support/jx_scratch.h"
#include "support/published.h"
#include "support/score_fixture.h"
#include "wording/complete.h"

#define CONF JX_TEST_SOURCE_DIR "/conf/"

enum { RANDOM_ROWS = 2000, COMMAND = 4096 };

static const struct table_row {
    const char *name;
    const char *id;
    const jx_published *published;
    uint64_t seed;
} tables[] = {
    {"industry development", "industry-development-2024", &jx_published_development, 11},
    {"an industry chain", "industry-chain-2024", &jx_published_chain, 12},
    {"a clean city", "clean-hengyang-2024", &jx_published_clean, 13},
};

static const char *project_path(jx_arena *arena, const char *folder, const char *id)
{
    jx_text path = jx_text_in(arena);
    jx_text_put(&path, folder);
    jx_text_put(&path, id);
    jx_text_put(&path, ".ini");
    return jx_text_end(&path).data;
}

static void set_row(jx_score_fixture *fixture, const jx_published_row *drawn, size_t index)
{
    const char *id = fixture->plan->table.rows[index].id.data;
    jx_score_set(fixture, id, "actual", jx_str_of(drawn->actuals[index]));
    jx_score_set(fixture, id, "baseline", jx_str_of(drawn->baselines[index]));
}

static void expect_same(const jx_scorecard *a, const jx_scorecard *b)
{
    assert_int_equal(a->state, JX_SCORED);
    assert_int_equal(b->state, JX_SCORED);
    for (size_t i = 0; i < a->table->row_count; i++) {
        if (jx_decimal_compare(a->outcomes[i].points, b->outcomes[i].points) != 0) {
            fail_msg("%.*s and %.*s differ", (int)a->table->rows[i].id.size,
                     a->table->rows[i].id.data, (int)b->table->rows[i].id.size,
                     b->table->rows[i].id.data);
        }
    }
    assert_int_equal(jx_decimal_compare(a->total, b->total), 0);
}

// Scores random rows by both, whose indicators stand in the same order.
static void hold_against(jx_score_fixture *shipped,
                         jx_score_fixture *other,
                         const struct table_row *row)
{
    jx_exact exact;
    jx_published_row drawn;
    assert_int_equal(shipped->plan->count, row->published->count);
    assert_int_equal(other->plan->count, row->published->count);
    jx_exact_init(&exact, row->seed);
    jx_published_begin(&drawn, row->published);
    for (int i = 0; i < RANDOM_ROWS; i++) {
        jx_published_draw(&drawn, &exact);
        for (size_t k = 0; k < row->published->count; k++) {
            set_row(shipped, &drawn, k);
            set_row(other, &drawn, k);
        }
        expect_same(jx_score_run(shipped), jx_score_run(other));
    }
    jx_published_end(&drawn);
    jx_exact_clear(&exact);
}

static void read_shipped(jx_score_fixture *fixture, const struct table_row *row)
{
    jx_score_begin(fixture, NULL);
    jx_score_read(fixture, project_path(fixture->arena, CONF, row->id));
    assert_non_null(fixture->plan);
}

static void imported(void **state)
{
    const struct table_row *row = *state;
    static jx_ran ran;
    char arguments[COMMAND];
    char name[JX_SCRATCH_PATH];
    char path[JX_SCRATCH_PATH];
    jx_score_fixture shipped;
    jx_score_fixture other;
    const jx_scratch scratch = jx_scratch_begin("import");
    snprintf(name, sizeof name, "%s.ini", row->id);
    jx_scratch_path(&scratch, name, path);
    snprintf(arguments, sizeof arguments,
             "import '" CONF "tables/%s.csv' --budget-execution -o '%s'", row->id, path);
    jx_command_run(scratch.folder, arguments, &ran);
    assert_string_equal(ran.err, "");
    assert_int_equal(ran.code, 0);
    snprintf(arguments, sizeof arguments, "check '%s'", path);
    jx_command_run(scratch.folder, arguments, &ran);
    assert_int_equal(ran.code, 0);
    read_shipped(&shipped, row);
    jx_score_begin(&other, NULL);
    jx_score_read(&other, path);
    assert_non_null(other.plan);
    hold_against(&shipped, &other, row);
    jx_score_end(&other);
    jx_score_end(&shipped);
    jx_scratch_end(&scratch);
}

// --------------------------------------------------------------------------------------- its own report

// The table that score writes has targets, points and no rules: what import cannot tell from it is told row by row.
static void from_report(void **state)
{
    const struct table_row *row = *state;
    static jx_ran ran;
    char arguments[COMMAND];
    char path[JX_SCRATCH_PATH];
    jx_score_fixture shipped;
    jx_score_fixture other;
    const jx_scratch scratch = jx_scratch_begin("report");
    snprintf(arguments, sizeof arguments,
             "score '" CONF "%s.ini' --actuals '" CONF "actuals/%s.csv' --format xlsx -o card.xlsx",
             row->id, row->id);
    jx_command_run(scratch.folder, arguments, &ran);
    assert_int_equal(ran.code, 0);
    snprintf(arguments, sizeof arguments, "import card.xlsx --budget-execution -o '%s' --lang en",
             jx_scratch_path(&scratch, "again.ini", path));
    jx_command_run(scratch.folder, arguments, &ran);
    assert_int_equal(ran.code, 1);
    assert_null(strstr(ran.err, "total_differs"));
    assert_null(strstr(ran.err, "category_guessed"));
    read_shipped(&shipped, row);
    jx_score_begin(&other, NULL);
    const jx_project *project = NULL;
    assert_int_equal(jx_read_project(other.arena, path, &other.faults, &project), JX_OK);
    assert_int_equal(project->indicator_count, shipped.plan->count);
    for (size_t i = 0; i + 1 < project->indicator_count; i++) {
        const jx_section *section = &project->indicators[i];
        const jx_table_row *known = &shipped.plan->table.rows[i];
        if (strstr(ran.err, section->id.data) == NULL ||
            !jx_str_equal(jx_section_find(section, "name")->value, known->name)) {
            fail_msg("%s: %s", section->id.data, ran.err);
        }
    }
    jx_score_end(&other);
    jx_score_end(&shipped);
    jx_scratch_end(&scratch);
}

// ------------------------------------------------------------------------------------------ words alone

static bool is_formal(jx_str key)
{
    static const char *const formal[] = {"target", "comparator", "measure", "method",
                                         "step",   "deduct",     "levels"};
    return jx_str_is_among(key, formal, sizeof formal / sizeof formal[0]);
}

// The section without its formal keys but the weight, where it has words.
static jx_section words_of(jx_arena *arena, const jx_section *section)
{
    jx_section words = *section;
    jx_entry *entries = jx_arena_array(arena, section->count, sizeof *entries);
    assert_non_null(entries);
    if (jx_section_find(section, "rule") == NULL) {
        return words;
    }
    words.entries = entries;
    words.count = 0;
    for (size_t i = 0; i < section->count; i++) {
        if (!is_formal(section->entries[i].key)) {
            entries[words.count++] = section->entries[i];
        }
    }
    return words;
}

static const jx_project *strip(jx_arena *arena, const jx_project *project)
{
    jx_project *words = jx_arena_alloc(arena, sizeof *words);
    jx_section *sections = jx_arena_array(arena, project->indicator_count, sizeof *sections);
    assert_true(words != NULL && sections != NULL);
    *words = *project;
    words->indicators = sections;
    for (size_t i = 0; i < project->indicator_count; i++) {
        sections[i] = words_of(arena, &project->indicators[i]);
    }
    return words;
}

// Reads the project by its words alone into the fixture.
static void read_words(jx_score_fixture *fixture, const struct table_row *row)
{
    jx_error err = JX_ERROR(JX_EN);
    const jx_project *whole = NULL;
    read_shipped(fixture, row);
    const jx_vocabulary *vocabulary = jx_vocabulary_new(fixture->arena);
    const jx_project *words = strip(fixture->arena, fixture->project);
    assert_true(jx_project_wants_words(words));
    assert_int_equal(jx_project_complete(vocabulary, fixture->arena, words, &whole, &err), JX_OK);
    assert_int_not_equal(whole->wordings.text[0], '\0');
    jx_evaluator_free(fixture->evaluator);
    jx_plan_free(fixture->plan);
    fixture->plan = NULL;
    fixture->evaluator = NULL;
    if (jx_plan_build(fixture->arena, whole, &fixture->sources, &fixture->faults, &fixture->plan) !=
        JX_OK) {
        fail_msg("%s", fixture->faults.shown[0].text);
    }
    fixture->evaluator = jx_evaluator_new(fixture->plan, JX_EN);
    assert_non_null(fixture->evaluator);
}

static void by_words(void **state)
{
    const struct table_row *row = *state;
    jx_score_fixture shipped;
    jx_score_fixture other;
    read_shipped(&shipped, row);
    read_words(&other, row);
    for (size_t i = 0; i + 1 < other.plan->count; i++) {
        assert_int_equal(other.plan->table.rows[i].scored_by, JX_BY_RULE);
    }
    hold_against(&shipped, &other, row);
    jx_score_end(&other);
    jx_score_end(&shipped);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, tables, imported);
    JX_ROWS(&all, tables, from_report);
    JX_ROWS(&all, tables, by_words);
    return jx_rows_run(&all, "published_tables");
}
