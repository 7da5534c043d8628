// SPDX-License-Identifier: MIT
// What cells of an indicator that came before have earned. Evaluation is deterministic: the outcome of an indicator depends
// on what its cells say and on nothing else, so where the actual is its only cell and says what it said before, nothing has
// to be worked out again. Tables of this kind hold few different figures (counts, percentages of two decimals, dates, levels).
// The memory is bounded: what came long ago is forgotten. [score-thread]
#ifndef JIXIAO_SCORE_RECALL_H
#define JIXIAO_SCORE_RECALL_H

#include "base/arena.h"
#include "base/str.h"
#include "base/word.h"
#include "model/scorecard.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { JX_RECALL_TEXT = 15 }; // bytes of the longest text that is remembered

// A text of 1 to 15 bytes, as it stands: its bytes, then its size in the last one.
typedef struct jx_recall_key {
    uint64_t low;
    uint64_t high; // never 0
} jx_recall_key;

// An actual and the points it earned.
typedef struct jx_recalled {
    jx_recall_key key;
    jx_decimal points;
} jx_recalled;

// Why it did not earn more.
typedef struct jx_recalled_loss {
    jx_figure measured;
    uint32_t count; // 0 or 1
    jx_lost lost;
} jx_recalled_loss;

enum { JX_RECALL_WAYS = 2 }; // a set of them fills one line of the processor's cache

// Of one indicator.
typedef struct jx_recall {
    jx_recalled *ways; // by set, the latest first; NULL: nothing of this indicator is remembered
    jx_recalled_loss *losses; // by way; NULL: points are all that is asked for
    uint32_t shift;           // of a hash, to the number of a set
    uint32_t slot;            // of the indicator's cells: the owner's to set
} jx_recall;

// Makes room in the arena; all of it is lent from there. False where memory is out.
bool jx_recall_init(jx_recall *recall, jx_arena *arena, bool with_losses);

// The key of a text; false where it is empty or too long.
static inline bool jx_recall_key_of(jx_str text, jx_recall_key *ret)
{
    const size_t size = text.size;
    const char *const end = text.data + size;
    jx_recall_key key = {0, (uint64_t)size << 56};
    if (size - 1 >= JX_RECALL_TEXT) {
        return false;
    }
    if (size >= 8) {
        key.low = jx_word_load(text.data);
        key.high |= jx_word_load(end - 8) >> (8 * (15 - size)) >> 8;
    } else {
        key.low = jx_word_of(text.data, size);
    }
    *ret = key;
    return true;
}

// The two places where a key may be remembered.
static inline jx_recalled *jx_recall_set_of(const jx_recall *recall, const jx_recall_key *key)
{
    const uint64_t mixed =
        (key->low ^ (key->high * UINT64_C(0x9E3779B97F4A7C15))) * UINT64_C(0xD6E8FEB86659FD93);
    return &recall->ways[(mixed >> recall->shift) * JX_RECALL_WAYS];
}

static inline bool jx_recall_is(const jx_recalled *recalled, const jx_recall_key *key)
{
    return recalled->key.low == key->low && recalled->key.high == key->high;
}

// What the key earned, or NULL; lent until the next call of jx_recall_keep.
static inline const jx_recalled *jx_recall_find(const jx_recall *recall, const jx_recall_key *key)
{
    const jx_recalled *const ways = jx_recall_set_of(recall, key);
    if (jx_recall_is(&ways[0], key)) {
        return &ways[0];
    }
    return jx_recall_is(&ways[1], key) ? &ways[1] : NULL;
}

// Of what jx_recall_find answered; NULL where points are all that is asked for.
const jx_recalled_loss *jx_recall_loss(const jx_recall *recall, const jx_recalled *recalled);

// Remembers an outcome, and forgets an older one; `lost` are its losses. One with more than a loss is not kept where losses
// are asked for.
void jx_recall_keep(const jx_recall *recall,
                    const jx_recall_key *key,
                    const jx_outcome *outcome,
                    const jx_lost *lost);

#endif
