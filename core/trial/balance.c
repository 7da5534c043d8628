// SPDX-License-Identifier: MIT
#include "trial/balance.h"

#include "score/evaluate.h"
#include "score/plan.h"
#include "trial/memory.h"
#include "trial/sample_cells.h"

#include <stdio.h>

// The host's own arenas grow the first times, and the system's allocator keeps blocks at hand, up to seven of a size: only what
// grows each time behind the first grows for ever.
enum { ROUNDS = 10, FOUND_TEXT = 256 };

typedef struct balance {
    jx_arena *arena; // for all of it
    jx_arena *plans; // for a plan at a time
    jx_faults *faults;
    const jx_plan_sources *sources;
    const jx_project *project;
} balance;

// The least that a round has taken, the first one not counted.
static size_t least_taken(size_t least, size_t before, int round)
{
    const size_t now = jx_memory_in_use();
    const size_t taken = now > before ? now - before : 0;
    return round <= 1 || taken < least ? taken : least;
}

static jx_plan *build_plan(balance *at)
{
    jx_plan *plan = NULL;
    jx_faults_init(at->faults, JX_EN);
    (void)jx_plan_build(at->plans, at->project, at->sources, at->faults, &plan);
    return plan;
}

// What planning takes and does not give back.
static size_t weigh_plans(balance *at)
{
    size_t taken = 0;
    for (int round = 0; round < ROUNDS; round++) {
        const size_t before = jx_memory_in_use();
        jx_plan_free(build_plan(at));
        jx_arena_reset(at->plans);
        taken = least_taken(taken, before, round);
    }
    return taken;
}

// What scoring takes and does not give back.
static bool weigh_rows(balance *at, const jx_plan *plan, jx_evaluator *evaluator, size_t *ret)
{
    const jx_sample_rows rows = jx_sample_plan_rows(at->arena, plan);
    jx_observations *observations = jx_arena_array(at->arena, rows.count, sizeof *observations);
    bool enough = !rows.failed && observations != NULL;
    for (size_t i = 0; enough && i < rows.count; i++) {
        enough = jx_sample_observe(at->arena, plan, &rows.rows[i], &observations[i]);
    }
    for (int round = 0; enough && round < ROUNDS; round++) {
        const size_t before = jx_memory_in_use();
        for (size_t i = 0; i < rows.count; i++) {
            enough = jx_evaluate(evaluator, &observations[i])->status != JX_ESYSTEM && enough;
        }
        *ret = least_taken(*ret, before, round);
    }
    return enough;
}

static void blame(const jx_sample_project *sample,
                  const char *functions,
                  size_t taken,
                  jx_trial_notes *notes)
{
    char found[FOUND_TEXT];
    (void)snprintf(found, sizeof found, "%s: measure = %s, method = %s: %s: %zu",
                   sample->plugin->name, sample->measure->name, sample->method->name, functions,
                   taken);
    (void)jx_trial_blame(notes, JX_TRIAL_FREES, found);
}

static bool weigh(balance *at, const jx_sample_project *sample, jx_trial_notes *notes)
{
    size_t taken = weigh_plans(at);
    if (at->faults->status == JX_ESYSTEM) {
        return false;
    }
    if (taken > 0) {
        blame(sample, "create, destroy", taken, notes);
    }
    jx_plan *plan = build_plan(at);
    jx_evaluator *evaluator = plan == NULL ? NULL : jx_evaluator_new(plan, JX_EN);
    const bool enough = evaluator != NULL && weigh_rows(at, plan, evaluator, &taken);
    if (enough && taken > 0) {
        blame(sample, "find, lose", taken, notes);
    }
    jx_evaluator_free(evaluator);
    jx_plan_free(plan);
    return enough;
}

void jx_trial_balance(const jx_plan_sources *sources,
                      const jx_sample_project *sample,
                      jx_trial_notes *notes)
{
    balance at = {.arena = jx_arena_new(), .plans = jx_arena_new(), .sources = sources};
    if (at.arena != NULL) {
        at.faults = jx_arena_alloc(at.arena, sizeof *at.faults);
        at.project = jx_sample_project_make(at.arena, sample);
    }
    if (at.plans == NULL || at.faults == NULL || at.project == NULL || !weigh(&at, sample, notes)) {
        notes->failed = true;
    }
    jx_arena_free(at.plans);
    jx_arena_free(at.arena);
}
