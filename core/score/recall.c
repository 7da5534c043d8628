// SPDX-License-Identifier: MIT
#include "score/recall.h"

// Sets where points are all that is asked for, and where losses are.
enum { SET_BITS = 13, LOSS_SET_BITS = 10, HASH_BITS = 64 };

enum { LINE = 64 }; // bytes of the processor's cache

_Static_assert(JX_RECALL_WAYS * sizeof(jx_recalled) == LINE, "a set is one line");

// An array that begins with a line.
static jx_recalled *make_ways(jx_arena *arena, size_t count)
{
    char *block = jx_arena_alloc(arena, count * sizeof(jx_recalled) + LINE);
    return block == NULL ? NULL : (jx_recalled *)(void *)(block + (LINE - (uintptr_t)block % LINE));
}

bool jx_recall_init(jx_recall *recall, jx_arena *arena, bool with_losses)
{
    const uint32_t bits = with_losses ? LOSS_SET_BITS : SET_BITS;
    const size_t count = (size_t)JX_RECALL_WAYS << bits;
    *recall = (jx_recall){.ways = make_ways(arena, count), .shift = HASH_BITS - bits};
    if (with_losses) {
        recall->losses = jx_arena_array(arena, count, sizeof *recall->losses);
    }
    return recall->ways != NULL && (recall->losses != NULL || !with_losses);
}

const jx_recalled_loss *jx_recall_loss(const jx_recall *recall, const jx_recalled *recalled)
{
    return recall->losses == NULL ? NULL : &recall->losses[recalled - recall->ways];
}

static void keep_loss(jx_recalled_loss *ways, const jx_outcome *outcome, const jx_lost *lost)
{
    ways[1] = ways[0];
    ways[0].measured = outcome->measured;
    ways[0].count = outcome->loss_count;
    if (outcome->loss_count > 0) {
        ways[0].lost = *lost;
    }
}

void jx_recall_keep(const jx_recall *recall,
                    const jx_recall_key *key,
                    const jx_outcome *outcome,
                    const jx_lost *lost)
{
    jx_recalled *ways = jx_recall_set_of(recall, key);
    if (recall->losses != NULL && outcome->loss_count > 1) {
        return;
    }
    if (recall->losses != NULL) {
        keep_loss(&recall->losses[ways - recall->ways], outcome, lost);
    }
    ways[1] = ways[0];
    ways[0] = (jx_recalled){*key, outcome->points};
}
