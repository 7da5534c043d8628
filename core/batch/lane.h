// SPDX-License-Identifier: MIT
// Lanes: memory that the parent and its workers share. Each carries one part of the actuals from the file to the report:
// what is to be done goes down it, results come back. A lane is one process's at a time, but for `row`, which the parent
// watches.
#ifndef JIXIAO_BATCH_LANE_H
#define JIXIAO_BATCH_LANE_H

#include "base/error.h"
#include "batch/counts.h"
#include "read/cut.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum jx_task {
    JX_TASK_CUT,   // cut the next part of a file, then score it
    JX_TASK_SCORE, // score the part that lies in the lane
    JX_TASK_REST   // score the projects that no row belongs to
} jx_task;

// Why a project is not scored like others: it is known before it comes.
typedef enum jx_mark_kind {
    JX_MARK_AGAIN,   // it came before
    JX_MARK_CRASHED, // a worker crashed by it
    JX_MARK_ENDED,   // or ended itself
    JX_MARK_LATE,    // it took too long
    JX_MARK_FULL     // it took too much memory
} jx_mark_kind;

typedef struct jx_mark {
    uint32_t row;
    jx_mark_kind kind;
    int32_t number; // the signal; the exit code
} jx_mark;

enum {
    JX_LANE_OUT = 1 << 26,           // bytes of results, at most: of the last project all
    JX_LANE_ROWS = JX_PART_ROOM / 2, // every project has a line end and a byte before it
    JX_LANE_NAME = 256,              // a longer name is in no order
    JX_LANE_NO_ROW = -1              // `row` where no project is being scored
};

// The name of a project, kept for comparison.
typedef struct jx_lane_name {
    uint32_t size;
    char data[JX_LANE_NAME];
} jx_lane_name;

typedef struct jx_lane {
    // by the parent
    jx_task task;
    uint32_t file;      // its number
    bool is_stream;     // the file can be read once only
    uint64_t end;       // where its parts end
    jx_position start;  // where the file begins
    jx_position at;     // where the part begins
    uint32_t first_row; // results of the projects before it are the parent's already
    size_t mark_count;
    size_t enough; // bytes of results that make a worker stop and wait
    // by the worker that cuts
    bool is_begun; // it reads
    jx_position next;
    size_t size; // of the part; 0: the file ends where it would begin
    // by the worker that scores
    _Atomic int64_t row; // the project being scored: its number in the part
    uint32_t rows;       // projects scored so far
    size_t out_size;
    jx_counts counts;   // of the results that lie in `out`
    bool in_order;      // each project's name came behind that of the one before it
    jx_lane_name first; // of the projects from first_row on
    jx_lane_name last;
    jx_error error; // why the part cannot be read further, behind its last row
    // where the rest lies
    char *text;
    char *out;
    uint64_t *keys; // of the projects by number; 0: of none
    jx_mark *marks; // in the order of their rows
} jx_lane;

// What all lanes have in common.
typedef struct jx_lanes {
    jx_lane *rows;
    size_t count;
    char *carry;      // of a stream: what was read beyond the last part
    size_t *carried;  // how much
    bool *unwalled;   // a worker could not put its wall up
    bool *skipped;    // a file could not be read
    bool *sheet_seen; // by sheet: whether a row belongs to it
    size_t heads_bytes;
} jx_lanes;

// New lanes of shared memory, which is taken as it is used. Errors are JX_ESYSTEM. Freed by jx_lanes_free.
jx_status jx_lanes_new(size_t count, size_t sheets, size_t grades, jx_lanes *ret, jx_error *err);
void jx_lanes_free(jx_lanes *lanes);

// The mark of that row, or NULL.
const jx_mark *jx_lane_find_mark(const jx_lane *lane, uint32_t row);

// Marks a row; false where it has a mark already.
bool jx_lane_mark(jx_lane *lane, jx_mark mark);

// Forgets results that are not the parent's yet.
void jx_lane_restart(jx_lane *lane);

#endif
