// SPDX-License-Identifier: MIT
// The journal of a batch: TARGET.jixiao-journal beside the results, which says of every part that was taken how far the
// results reach and where the actuals go on. A run that was killed goes on behind the last entry that holds. Entries are
// the host's own bytes: a journal is for the machine that wrote it. [main-thread]
#ifndef JIXIAO_BATCH_JOURNAL_H
#define JIXIAO_BATCH_JOURNAL_H

#include "base/arena.h"
#include "base/error.h"
#include "base/output.h"
#include "batch/counts.h"
#include "batch/identity.h"
#include "batch/lane.h"

#include <stdbool.h>
#include <stdint.h>

// One part that was taken.
typedef struct jx_journal_entry {
    uint64_t size;        // of the results, this part's included
    uint32_t file;        // where the actuals go on: the number of the file
    jx_position at;       // and where in it
    jx_encoding began;    // see jx_inputs
    bool in_order;        // names ascended so far
    jx_lane_name last;    // the last project's
    jx_counts counts;     // of all parts so far
    const bool *sheets;   // by sheet: whether a row belonged to it so far
    const uint64_t *keys; // of the part's projects
    size_t key_count;
} jx_journal_entry;

// Opens the journal of a kept output, or begins it, and locks it until it is closed; sheets and grades are as many as the
// batch has. Its memory is the arena's. Errors: JX_ECONFIG where it is that of another run or another run is at work with
// it; JX_ESYSTEM.
jx_status jx_journal_open(jx_arena *arena,
                          const jx_output *output,
                          const jx_identity *identity,
                          size_t sheets,
                          size_t grades,
                          jx_journal **ret,
                          jx_error *err);

// The next entry that holds, lent until the next call: it is whole, and so are the results that it tells of. False behind
// the last one; then entries can be added, in place of what follows.
bool jx_journal_next(jx_journal *journal, jx_journal_entry *ret);

// Adds an entry for results that were handed to the system. Once in a while both reach the disk, in that order.
jx_status jx_journal_add(jx_journal *journal,
                         jx_output *output,
                         const jx_journal_entry *entry,
                         jx_error *err);

// Whether it has no entry: nothing would be lost with it.
bool jx_journal_is_empty(const jx_journal *journal);

// In a worker: closes the files, and with them its hold on the lock. NULL is allowed.
void jx_journal_leave(const jx_journal *journal);

// Closes the journal, and removes it where it is needed no more. NULL is allowed.
void jx_journal_close(jx_journal *journal, bool is_done);

#endif
