// SPDX-License-Identifier: MIT
// Whichever allocation fails, be it the only one, while a plan is built
// or a project is scored, the score room says so and gives everything back.
#include "read/read_project.h"
#include "score/evaluate.h"
#include "support/failing_memory.h"
#include "support/jx_rows.h"

#define PLUGINS  JX_TEST_PLUGIN_DIR ":" JX_TEST_BUILD_DIR "/tests/types"
#define GOLDEN   JX_TEST_SOURCE_DIR "/tests/golden/"
#define EXAMPLES JX_TEST_SOURCE_DIR "/conf/examples/"

enum { ALLOCATIONS_MOST = 20000 };

typedef struct ground {
    jx_arena *arena;
    jx_registry *registry;
    jx_plan_sources sources;
    jx_faults faults;
    const jx_project *project;
} ground;

static void begin(ground *setting, const char *path)
{
    mallocs_left = SIZE_MAX;
    setting->arena = jx_arena_new();
    jx_faults_init(&setting->faults, JX_EN);
    assert_non_null(setting->arena);
    assert_int_equal(
        jx_registry_load(PLUGINS, &jx_usual_trust, &setting->faults, &setting->registry), JX_OK);
    setting->sources =
        (jx_plan_sources){.registry = setting->registry, .limits = jx_usual_settings.scripts};
    assert_int_equal(jx_read_project(setting->arena, path, &setting->faults, &setting->project),
                     JX_OK);
}

static void end(ground *setting)
{
    jx_registry_free(setting->registry);
    jx_arena_free(setting->arena);
}

// Builds the plan with so many allocations; true where they were enough.
static bool build(ground *setting, size_t allocations)
{
    jx_plan *plan = NULL;
    jx_arena *arena = jx_arena_new();
    jx_faults_init(&setting->faults, JX_EN);
    malloc_failed = false;
    mallocs_left = allocations;
    jx_status status =
        jx_plan_build(arena, setting->project, &setting->sources, &setting->faults, &plan);
    bool enough = !malloc_failed;
    mallocs_left = SIZE_MAX;
    if (plan == NULL) {
        assert_int_equal(status, JX_ESYSTEM);
        assert_int_equal(setting->faults.status, JX_ESYSTEM);
    } else {
        assert_int_equal(status, JX_OK);
        assert_int_equal(setting->faults.count, 0);
    }
    assert_int_equal(plan != NULL, enough);
    jx_plan_free(plan);
    jx_arena_free(arena);
    return enough;
}

static const struct planned {
    const char *name;
    const char *path;
} projects[] = {
    {"a plan of steps, thresholds, proportions and levels",
     JX_TEST_SOURCE_DIR "/conf/industry-development-2024.ini"},
    {"a plan of bands", EXAMPLES "bands/project.ini"},
    {"a plan of bands of the target", EXAMPLES "bands-of-target/project.ini"},
    {"a plan of grades", EXAMPLES "judged/project.ini"},
    {"a plan of surveys", EXAMPLES "survey-rate/project.ini"},
    {"a plan of pass marks", EXAMPLES "pass-mark/project.ini"},
    {"a plan of inputs", EXAMPLES "budget-adjustment/project.ini"},
    {"a plan of defaults", EXAMPLES "defaults/project.ini"},
    {"a plan that its type has findings of", GOLDEN "check-findings/named.ini"},
};

static void test_plan(void **state)
{
    const struct planned *row = *state;
    ground setting;
    begin(&setting, row->path);
    for (int all = 0; all < 2; all++) {
        more_fail = all == 1;
        size_t allocations = 0;
        while (!build(&setting, allocations)) {
            allocations++;
            assert_true(allocations < ALLOCATIONS_MOST);
        }
        assert_true(allocations > 10);
    }
    end(&setting);
}

// Scores a project whose every cell is refused, with so many allocations; true where they were enough.
static bool evaluate(const jx_plan *plan, const jx_observations *observations, size_t allocations)
{
    malloc_failed = false;
    mallocs_left = allocations;
    jx_evaluator *evaluator = jx_evaluator_new(plan, JX_EN);
    if (evaluator == NULL) {
        mallocs_left = SIZE_MAX;
        return false;
    }
    const jx_scorecard *card = jx_evaluate(evaluator, observations);
    bool enough = !malloc_failed;
    mallocs_left = SIZE_MAX;
    assert_int_equal(card->state, JX_FAULTY);
    assert_int_equal(card->error_count, plan->count);
    for (size_t i = 0; i < plan->count; i++) {
        assert_int_equal(card->outcomes[i].state, JX_FAULTY);
        assert_non_null(card->outcomes[i].error);
    }
    if (enough) {
        assert_null(strstr(card->error, "memory"));
    }
    jx_evaluator_free(evaluator);
    return enough;
}

static void test_evaluate(void **state)
{
    (void)state;
    ground setting;
    jx_plan *plan = NULL;
    begin(&setting, JX_TEST_SOURCE_DIR "/conf/industry-development-2024.ini");
    assert_int_equal(
        jx_plan_build(setting.arena, setting.project, &setting.sources, &setting.faults, &plan),
        JX_OK);
    jx_cell *cells = jx_arena_array(setting.arena, plan->sheet.slot_count, sizeof *cells);
    assert_non_null(cells);
    for (size_t i = 0; i < plan->count; i++) {
        cells[plan->table.rows[i].slot + JX_SLOT_ACTUAL] = (jx_cell){"?", 1, 1};
    }
    const jx_observations observations = {.file = "a.csv", .line = 2, .cells = cells};
    for (int all = 0; all < 2; all++) {
        more_fail = all == 1;
        size_t allocations = 0;
        while (!evaluate(plan, &observations, allocations)) {
            allocations++;
            assert_true(allocations < ALLOCATIONS_MOST);
        }
        assert_true(allocations > 5);
    }
    jx_plan_free(plan);
    end(&setting);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, projects, test_plan);
    jx_rows_add_one(&all, "a project that is scored", test_evaluate, NULL);
    return jx_rows_run(&all, "score_memory");
}
