// SPDX-License-Identifier: MIT
// Whichever allocation fails while tables and wordings are read, whoever reads says so and gives everything back.
#include "cli/rule_result.h"
#include "import/draft.h"
#include "import/page.h"
#include "read/read_grid.h"
#include "read/read_project.h"
#include "read/read_publication.h"
#include "support/failing_memory.h"
#include "support/jx_rows.h"
#include "wording/audit.h"
#include "wording/complete.h"

#define CONF JX_TEST_SOURCE_DIR "/conf/"

enum { ALLOCATIONS_MOST = 200000, SLOWLY = 400, STRIDE = 200 };

// What stands before memory runs short.
typedef struct ground {
    jx_arena *arena;
    jx_registry *registry;
    jx_plan_sources sources;
    const jx_vocabulary *vocabulary;
    jx_faults faults;
} ground;

static void begin(ground *at)
{
    at->arena = jx_arena_new();
    assert_non_null(at->arena);
    jx_faults_init(&at->faults, JX_EN);
    assert_int_equal(
        jx_registry_load(JX_TEST_PLUGIN_DIR, &jx_usual_trust, &at->faults, &at->registry), JX_OK);
    at->sources = (jx_plan_sources){.registry = at->registry, .limits = jx_usual_settings.scripts};
    at->vocabulary = jx_vocabulary_new(at->arena);
    assert_non_null(at->vocabulary);
}

static void end(ground *at)
{
    jx_registry_free(at->registry);
    jx_arena_free(at->arena);
}

// ------------------------------------------------------------------------------------------- what is done

static jx_status read_table(const ground *at, jx_arena *arena, jx_publication *ret, jx_error *err)
{
    (void)at;
    jx_grid grid;
    jx_faults *faults = jx_arena_alloc(arena, sizeof *faults);
    if (faults == NULL) {
        return JX_ESYSTEM;
    }
    jx_faults_init(faults, JX_EN);
    const jx_status status =
        jx_grid_read(arena, CONF "tables/clean-hengyang-2024.csv", JX_ENCODING_DETECT, &grid, err);
    return status != JX_OK ? status : jx_publication_read(arena, &grid, faults, ret);
}

static jx_status do_import(const ground *at, jx_arena *arena, jx_error *err)
{
    jx_publication publication;
    jx_import import;
    const jx_import_wishes wishes = {.id = "a", .budget_execution = true};
    jx_faults *faults = jx_arena_alloc(arena, sizeof *faults);
    jx_status status = faults == NULL ? JX_ESYSTEM : read_table(at, arena, &publication, err);
    if (status != JX_OK) {
        return status;
    }
    jx_faults_init(faults, JX_EN);
    status =
        jx_import_make(arena, &publication, &wishes, at->vocabulary, &at->sources, faults, &import);
    if (status != JX_OK) {
        return status;
    }
    assert_int_equal(import.undecided, 0);
    assert_int_equal(import.count, 7);
    jx_text page = jx_text_in(arena);
    jx_import_page_add(&page, &import, JX_ZH);
    return page.failed ? JX_ESYSTEM : JX_OK;
}

static jx_status do_complete(const ground *at, jx_arena *arena, jx_error *err)
{
    const jx_project *project = NULL;
    const jx_project *whole = NULL;
    jx_plan *plan = NULL;
    jx_faults *faults = jx_arena_alloc(arena, sizeof *faults);
    if (faults == NULL) {
        return JX_ESYSTEM;
    }
    jx_faults_init(faults, JX_EN);
    jx_status status =
        jx_read_project(arena, CONF "examples/by-words/project.ini", faults, &project);
    status =
        status != JX_OK ? status : jx_project_complete(at->vocabulary, arena, project, &whole, err);
    status = status != JX_OK ? status : jx_plan_build(arena, whole, &at->sources, faults, &plan);
    jx_plan_free(plan);
    return status;
}

static jx_status do_audit(const ground *at, jx_arena *arena, jx_error *err)
{
    const jx_project *project = NULL;
    jx_plan *plan = NULL;
    jx_faults *faults = jx_arena_alloc(arena, sizeof *faults);
    if (faults == NULL) {
        return JX_ESYSTEM;
    }
    jx_faults_init(faults, JX_EN);
    jx_status status = jx_read_project(
        arena, JX_TEST_SOURCE_DIR "/tests/golden/check-wording/project.ini", faults, &project);
    status = status != JX_OK ? status : jx_plan_build(arena, project, &at->sources, faults, &plan);
    if (status == JX_OK) {
        status = jx_audit(project, &at->sources, at->vocabulary, plan, err);
        assert_true(status != JX_OK || plan->findings.count > 8);
        jx_plan_free(plan);
    }
    return status;
}

static jx_status do_rule(const ground *at, jx_arena *arena, jx_error *err)
{
    static const jx_str actuals[] = {JX_STR("93"), JX_STR("x")};
    const jx_rule_ground by = {
        .vocabulary = at->vocabulary, .sources = &at->sources, .lang = JX_EN};
    const jx_wording wording = {.rule = JX_STR("达到95%得10分，每低1%扣0.5分，扣完为止")};
    jx_rule_result result = {.id = JX_STR_NONE};
    const jx_status status = jx_rule_result_make(arena, &by, &wording, actuals, 2, &result, err);
    assert_true(status != JX_OK || (result.reading.is_compiled && result.try_count == 2));
    return status;
}

static const struct done_row {
    const char *name;
    jx_status (*run)(const ground *at, jx_arena *arena, jx_error *err);
} rows[] = {
    {"a table imported", do_import},
    {"a project by words completed", do_complete},
    {"a table audited", do_audit},
    {"a wording tried", do_rule},
};

// ------------------------------------------------------------------------------------------------- tests

static jx_status run_with(const ground *at, const struct done_row *row, size_t allowed)
{
    jx_error err = JX_ERROR(JX_EN);
    mallocs_left = allowed;
    jx_arena *arena = jx_arena_new();
    const jx_status status = arena == NULL ? JX_ESYSTEM : row->run(at, arena, &err);
    mallocs_left = SIZE_MAX;
    jx_arena_free(arena);
    return status;
}

// Each of the first allocations fails, then every so manyth.
static void runs_out(void **state)
{
    const struct done_row *row = *state;
    ground at = {.arena = NULL};
    begin(&at);
    more_fail = true;
    jx_status status = JX_ESYSTEM;
    size_t allowed = 0;
    while (status != JX_OK) {
        status = run_with(&at, row, allowed);
        assert_true(status == JX_OK || status == JX_ESYSTEM);
        allowed += allowed < SLOWLY ? 1 : STRIDE;
        assert_true(allowed < ALLOCATIONS_MOST);
    }
    assert_true(allowed > 20);
    end(&at);
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, rows, runs_out);
    return jx_rows_run(&all, "wording_memory");
}
