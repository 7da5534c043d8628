// SPDX-License-Identifier: MIT
#include "batch/lane.h"

#include <sys/mman.h>

enum { KEYS_BYTES = JX_LANE_ROWS * sizeof(uint64_t), MARKS_BYTES = JX_LANE_ROWS * sizeof(jx_mark) };

static void *map_shared(size_t bytes)
{
    void *mapped = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return mapped == MAP_FAILED ? NULL : mapped;
}

static void unmap(void *mapped, size_t bytes)
{
    if (mapped != NULL) {
        (void)munmap(mapped, bytes);
    }
}

// The heads of the lanes, how much is carried, the grades that each counts, the flags.
static size_t heads_size(size_t count, size_t sheets, size_t grades)
{
    return count * sizeof(jx_lane) + sizeof(size_t) + count * grades * sizeof(uint64_t) + 2 +
           sheets;
}

static bool make_lane(jx_lane *lane, uint64_t *grades, size_t grade_count)
{
    lane->text = jx_part_room_new(true);
    lane->out = map_shared(JX_LANE_OUT);
    lane->keys = map_shared(KEYS_BYTES);
    lane->marks = map_shared(MARKS_BYTES);
    lane->counts.grades = grades;
    lane->counts.grade_count = grade_count;
    return lane->text != NULL && lane->out != NULL && lane->keys != NULL && lane->marks != NULL;
}

jx_status jx_lanes_new(size_t count, size_t sheets, size_t grades, jx_lanes *ret, jx_error *err)
{
    jx_lanes lanes = {.count = count, .heads_bytes = heads_size(count, sheets, grades)};
    lanes.rows = map_shared(lanes.heads_bytes);
    if (lanes.rows == NULL) {
        return jx_fail_memory(err);
    }
    lanes.carried = (size_t *)(lanes.rows + count);
    uint64_t *counted = (uint64_t *)(lanes.carried + 1);
    lanes.unwalled = (bool *)(counted + count * grades);
    lanes.skipped = lanes.unwalled + 1;
    lanes.sheet_seen = lanes.skipped + 1;
    lanes.carry = jx_part_room_new(true);
    bool made = lanes.carry != NULL;
    for (size_t i = 0; i < count && made; i++) {
        made = make_lane(&lanes.rows[i], counted + i * grades, grades);
    }
    if (!made) {
        jx_lanes_free(&lanes);
        return jx_fail_memory(err);
    }
    *ret = lanes;
    return JX_OK;
}

void jx_lanes_free(jx_lanes *lanes)
{
    if (lanes->rows == NULL) {
        return;
    }
    for (size_t i = 0; i < lanes->count; i++) {
        jx_part_room_free(lanes->rows[i].text);
        unmap(lanes->rows[i].out, JX_LANE_OUT);
        unmap(lanes->rows[i].keys, KEYS_BYTES);
        unmap(lanes->rows[i].marks, MARKS_BYTES);
    }
    jx_part_room_free(lanes->carry);
    unmap(lanes->rows, lanes->heads_bytes);
    lanes->rows = NULL;
}

const jx_mark *jx_lane_find_mark(const jx_lane *lane, uint32_t row)
{
    size_t from = 0;
    size_t to = lane->mark_count;
    while (from < to) {
        const size_t middle = from + (to - from) / 2;
        if (lane->marks[middle].row < row) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    return from < lane->mark_count && lane->marks[from].row == row ? &lane->marks[from] : NULL;
}

bool jx_lane_mark(jx_lane *lane, jx_mark mark)
{
    size_t at = lane->mark_count;
    if (jx_lane_find_mark(lane, mark.row) != NULL) {
        return false;
    }
    while (at > 0 && lane->marks[at - 1].row > mark.row) {
        lane->marks[at] = lane->marks[at - 1];
        at--;
    }
    lane->marks[at] = mark;
    lane->mark_count++;
    return true;
}

void jx_lane_restart(jx_lane *lane)
{
    lane->rows = lane->first_row;
    lane->out_size = 0;
    lane->in_order = true;
    lane->first.size = lane->last.size = 0;
    lane->error.status = JX_OK;
    jx_counts_clear(&lane->counts);
    atomic_store_explicit(&lane->row, JX_LANE_NO_ROW, memory_order_relaxed);
}
