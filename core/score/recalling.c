// SPDX-License-Identifier: MIT
#include "score/recalling.h"

// The key of what the indicator's cells say; false where they say more than an actual.
static bool find_key(const jx_recall *recall, const jx_cell *cells, jx_recall_key *ret)
{
    const jx_cell *own = &cells[recall->slot];
    return recall->ways != NULL && own[JX_SLOT_BASELINE].size == 0 &&
           jx_recall_key_of((jx_str){own[JX_SLOT_ACTUAL].data, own[JX_SLOT_ACTUAL].size}, ret);
}

// False where there is no room for the loss, which is made by whoever works it out.
static bool recall_loss(jx_evaluator *evaluator, const jx_recalled_loss *loss, jx_outcome *outcome)
{
    if (loss->count > 0 && evaluator->card.loss_count == evaluator->loss_capacity) {
        return false;
    }
    outcome->measured = loss->measured;
    outcome->first_loss = evaluator->card.loss_count;
    outcome->loss_count = loss->count;
    if (loss->count > 0) {
        evaluator->losses[evaluator->card.loss_count++] = loss->lost;
    }
    return true;
}

bool jx_recall_outcome(jx_evaluator *evaluator, size_t index)
{
    jx_recall_key key;
    const jx_recall *recall = &evaluator->recalls[index];
    if (!find_key(recall, evaluator->card.observations->cells, &key)) {
        return false;
    }
    const jx_recalled *recalled = jx_recall_find(recall, &key);
    if (recalled == NULL) {
        return false;
    }
    // where points are all that is asked for, nothing else of an outcome is ever set
    jx_outcome *outcome = &evaluator->outcomes[index];
    outcome->state = JX_SCORED;
    outcome->points = recalled->points;
    return evaluator->points_only ||
           recall_loss(evaluator, jx_recall_loss(recall, recalled), outcome);
}

void jx_keep_outcome(jx_evaluator *evaluator, size_t index)
{
    jx_recall_key key;
    const jx_outcome *outcome = evaluator->outcome;
    const jx_recall *recall = &evaluator->recalls[index];
    if (outcome->state == JX_SCORED &&
        find_key(recall, evaluator->card.observations->cells, &key)) {
        jx_recall_keep(recall, &key, outcome, &evaluator->losses[outcome->first_loss]);
    }
}
