// SPDX-License-Identifier: MIT
// Whichever allocation fails, of the arena or of the cage's pool, be it the only one, while scripts are read, caged or run,
// it is said, everything is given back, and the next project is scored as if nothing had happened.
#include "support/failing_memory.h"

#define malloc(size)         counted_malloc(size)
#define realloc(block, size) counted_realloc((block), (size))
#include "script/pool.c"
#undef malloc
#undef realloc

#include "base/decimal.h"
#include "read/read_project.h"
#include "score/evaluate.h"
#include "support/jx_rows.h"
#include "support/jx_scratch.h"

enum { ALLOCATIONS_MOST = 20000 };

static const char project_text[] =
    "[project]\nid = demo\nname = 示例\nfull = 20\nscript = cap.lua\nscript.most = 5\n"
    "[indicator it]\nname = 指标\ncategory = output\nweight = 10\nunit = 个\ntarget = 30\n"
    "script = witness.lua\n"
    "[indicator more]\nname = 指标\ncategory = output\nweight = 10\nunit = 个\ntarget = 30\n"
    "script = plain.lua\n";

static const char cap[] =
    "return { params = { most = { type = 'decimal', default = '7.5', zh = '上限' } },\n"
    "inputs = { finding = { type = 'boolean', zh = '问题' } },\n"
    "run = function(ctx)\n"
    "  for id, one in pairs(ctx.indicators) do ctx:note(id .. ' ' .. one.points) end\n"
    "  ctx:cap { total = ctx.param.most, code = 'veto', zh = '否决', en = 'veto' }\n"
    "end }\n";

static const char plain[] = "return function(ctx)\n"
                            "  local t = {}\n"
                            "  for i = 1, 40 do table.insert(t, 1, ctx.target / i) end\n"
                            "  table.sort(t)\n"
                            "  ctx:note(table.concat(t, ' '))\n"
                            "end\n";

typedef struct ground {
    jx_arena *arena;
    jx_registry *registry;
    jx_scratch scratch;
    char search[2 * JX_SCRATCH_PATH];
    jx_plan_sources sources;
    jx_faults faults;
    const jx_project *project;
} ground;

static void begin(ground *setting)
{
    char path[JX_SCRATCH_PATH];
    mallocs_left = SIZE_MAX;
    setting->arena = jx_arena_new();
    setting->scratch = jx_scratch_begin("script-memory");
    jx_faults_init(&setting->faults, JX_EN);
    assert_int_equal(
        jx_registry_load(JX_TEST_PLUGIN_DIR, &jx_usual_trust, &setting->faults, &setting->registry),
        JX_OK);
    snprintf(setting->search, sizeof setting->search, "%s:%s", setting->scratch.folder,
             JX_TEST_SOURCE_DIR "/tests/scripts");
    setting->sources = (jx_plan_sources){
        .registry = setting->registry,
        .script_path = setting->search,
        .limits = jx_usual_settings.scripts,
    };
    jx_scratch_write(&setting->scratch, "cap.lua", jx_str_of(cap), path);
    jx_scratch_write(&setting->scratch, "plain.lua", jx_str_of(plain), path);
    jx_scratch_write(&setting->scratch, "project.ini", jx_str_of(project_text), path);
    assert_int_equal(jx_read_project(setting->arena, path, &setting->faults, &setting->project),
                     JX_OK);
}

static void end(ground *setting)
{
    jx_registry_free(setting->registry);
    jx_arena_free(setting->arena);
    jx_scratch_end(&setting->scratch);
}

// ----------------------------------------------------------------------------------------------- the plan

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
    } else { // Lua may have found what it needed by collecting
        assert_int_equal(status, JX_OK);
        assert_int_equal(plan->script_count, 3);
    }
    assert_true(plan != NULL || !enough);
    jx_plan_free(plan);
    jx_arena_free(arena);
    return enough;
}

static void test_plan(void **state)
{
    ground setting;
    (void)state;
    begin(&setting);
    for (int all = 0; all < 2; all++) {
        more_fail = all == 1;
        size_t allocations = 0;
        while (!build(&setting, allocations)) {
            allocations++;
            assert_true(allocations < ALLOCATIONS_MOST);
        }
        assert_true(allocations > 1000);
    }
    end(&setting);
}

// ------------------------------------------------------------------------------------------ the evaluator

static void expect_scored(const jx_scorecard *card)
{
    assert_int_equal(card->state, JX_SCORED);
    assert_int_equal(card->remark_count, 4);
    assert_int_equal(card->own_loss_count, 1);
    assert_int_equal(jx_decimal_compare(card->total, jx_decimal_make(5, 0)), 0);
}

// The first of two projects has so many allocations; true where they were enough.
static bool evaluate(jx_evaluator *evaluator, const jx_observations *observations, size_t count)
{
    malloc_failed = false;
    mallocs_left = count;
    const jx_scorecard *card = jx_evaluate(evaluator, observations);
    bool enough = !malloc_failed;
    mallocs_left = SIZE_MAX;
    if (card->state == JX_FAULTY) {
        assert_false(enough);
        assert_int_equal(card->status, JX_ESYSTEM);
        assert_non_null(strstr(card->error, "memory"));
    } else {
        expect_scored(card);
    }
    expect_scored(jx_evaluate(evaluator, observations));
    return enough;
}

// An evaluator with so many allocations; true where they were enough.
static bool make(const jx_plan *plan, size_t count)
{
    malloc_failed = false;
    mallocs_left = count;
    jx_evaluator *evaluator = jx_evaluator_new(plan, JX_EN);
    bool enough = !malloc_failed;
    mallocs_left = SIZE_MAX;
    assert_true(evaluator != NULL || !enough);
    jx_evaluator_free(evaluator);
    return enough;
}

static void test_evaluator(void **state)
{
    ground setting;
    jx_plan *plan = NULL;
    (void)state;
    begin(&setting);
    assert_int_equal(
        jx_plan_build(setting.arena, setting.project, &setting.sources, &setting.faults, &plan),
        JX_OK);
    jx_cell *cells = jx_arena_array(setting.arena, plan->sheet.slot_count, sizeof *cells);
    for (size_t i = 0; i < plan->count; i++) {
        cells[plan->table.rows[i].slot + JX_SLOT_ACTUAL] = (jx_cell){"27", 2, 1};
    }
    const jx_observations observations = {.file = "a.csv", .line = 2, .cells = cells};
    for (int all = 0; all < 2; all++) {
        size_t allocations = 0;
        for (more_fail = all == 1; !make(plan, allocations); allocations++) {
            assert_true(allocations < ALLOCATIONS_MOST);
        }
        assert_true(allocations > 300);
        jx_evaluator *evaluator = jx_evaluator_new(plan, JX_EN);
        assert_non_null(evaluator);
        for (allocations = 0; !evaluate(evaluator, &observations, allocations); allocations++) {
            assert_true(allocations < ALLOCATIONS_MOST);
        }
        assert_true(allocations > 50);
        jx_evaluator_free(evaluator);
    }
    jx_plan_free(plan);
    end(&setting);
}

int main(void)
{
    jx_rows all = {.count = 0};
    jx_rows_add_one(&all, "a plan with scripts", test_plan, NULL);
    jx_rows_add_one(&all, "an evaluator with scripts", test_evaluator, NULL);
    return jx_rows_run(&all, "script_memory");
}
