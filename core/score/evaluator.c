// SPDX-License-Identifier: MIT
// An evaluator made, with the room that scoring needs, and freed.
#include "score/run.h"

enum { FIRST_LOSSES = 64 };

static bool make_cage(jx_evaluator *evaluator)
{
    const jx_plan *plan = evaluator->plan;
    if (plan->script_count == 0) {
        return true;
    }
    evaluator->cage =
        jx_cage_new(plan->scripts, plan->script_count, &plan->limits, evaluator->err.lang);
    return evaluator->cage != NULL;
}

static bool make_room(jx_evaluator *evaluator)
{
    const jx_plan *plan = evaluator->plan;
    evaluator->outcomes =
        jx_arena_array(evaluator->arena, plan->count, sizeof *evaluator->outcomes);
    evaluator->inputs =
        jx_arena_array(evaluator->arena, plan->input_count, sizeof *evaluator->inputs);
    evaluator->counts =
        jx_arena_array(evaluator->arena, plan->level_count, sizeof *evaluator->counts);
    evaluator->losses = jx_arena_array(evaluator->arena, FIRST_LOSSES, sizeof *evaluator->losses);
    evaluator->loss_capacity = FIRST_LOSSES;
    evaluator->row = jx_arena_new();
    return evaluator->outcomes != NULL && evaluator->inputs != NULL && evaluator->counts != NULL &&
           evaluator->losses != NULL && evaluator->row != NULL;
}

jx_evaluator *jx_evaluator_new(const jx_plan *plan, jx_lang lang)
{
    jx_arena *arena = jx_arena_new();
    jx_evaluator *evaluator = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *evaluator);
    if (evaluator == NULL) {
        jx_arena_free(arena);
        return NULL;
    }
    evaluator->plan = plan;
    evaluator->arena = arena;
    evaluator->err = JX_ERROR(lang);
    if (!make_room(evaluator) || !make_cage(evaluator)) {
        jx_evaluator_free(evaluator);
        return NULL;
    }
    evaluator->job = (jx_job){
        .struct_size = sizeof evaluator->job,
        .counts = evaluator->counts,
        .host_data = evaluator,
    };
    return evaluator;
}

// Whether the actual is all that the indicator's outcome depends on, its baseline being empty.
static bool depends_on_actual(const jx_plan_indicator *indicator)
{
    bool alone = indicator->script.index == JX_NO_SCRIPT;
    for (size_t i = 0; i < JX_INPUT_LISTS; i++) {
        alone = alone && (indicator->inputs[i] == NULL || indicator->inputs[i]->count == 0);
    }
    return alone;
}

bool jx_evaluator_recall(jx_evaluator *evaluator, jx_wanted wanted)
{
    const jx_plan *plan = evaluator->plan;
    const bool points_only = wanted == JX_WANT_POINTS && plan->script_count == 0;
    jx_recall *recalls = jx_arena_array(evaluator->arena, plan->count, sizeof *recalls);
    for (size_t i = 0; i < plan->count && recalls != NULL; i++) {
        if (depends_on_actual(&plan->indicators[i]) &&
            !jx_recall_init(&recalls[i], evaluator->arena, !points_only)) {
            return false;
        }
        recalls[i].slot = plan->indicators[i].row->slot;
    }
    evaluator->recalls = recalls;
    evaluator->points_only = points_only && recalls != NULL;
    return recalls != NULL;
}

void jx_evaluator_free(jx_evaluator *evaluator)
{
    if (evaluator != NULL) {
        jx_cage_free(evaluator->cage);
        jx_arena_free(evaluator->row);
        jx_arena_free(evaluator->arena);
    }
}
