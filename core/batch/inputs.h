// SPDX-License-Identifier: MIT
// The files of actuals, one behind the other: which one is being cut, and where. [main-thread]
#ifndef JIXIAO_BATCH_INPUTS_H
#define JIXIAO_BATCH_INPUTS_H

#include "base/folder.h"
#include "batch/lane.h"
#include "batch/shard.h"
#include "read/cut.h"
#include "read/read_actuals.h"
#include "read/xlsx_actuals.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct jx_inputs {
    jx_paths paths;
    jx_encoding encoding;
    uint32_t next;         // the number of the file to be opened next
    jx_cut cut;            // of the file that is open; its room is none
    jx_position at;        // where its next part begins
    const jx_shard *shard; // NULL: all is read
    jx_xlsx_actuals book;  // the workbook that the file is a sheet of
    jx_encoding began;     // what the shard's first file turned out to be, once another one is open
} jx_inputs;

// Limits the inputs, of which nothing was opened yet, to the shard, lent.
void jx_inputs_limit(jx_inputs *inputs, const jx_shard *shard);

// Where the file that is open begins.
jx_position jx_inputs_start(const jx_inputs *inputs);

// Reads the columns from the first record of a file of its own. Errors are JX_EDATA.
jx_status jx_inputs_read_header(const char *path,
                                jx_encoding encoding,
                                jx_actuals *actuals,
                                const jx_lanes *lanes,
                                jx_error *err);

// Opens the first file and reads its columns into `actuals`; what of a stream was read with them is carried by the lanes.
// Errors are JX_EDATA.
jx_status jx_inputs_begin(
    jx_inputs *inputs, jx_actuals *actuals, bool headless, const jx_lanes *lanes, jx_error *err);

// Goes on with the next file; *ret_more is false behind the last one. Errors are JX_EDATA.
jx_status jx_inputs_continue(jx_inputs *inputs, bool *ret_more, jx_error *err);

// How many bytes the files before that one have together; before their count, all of them have. 0 where one is no regular
// file.
uint64_t jx_inputs_size(const jx_inputs *inputs, size_t before);

void jx_inputs_end(jx_inputs *inputs);

// The number of the file that is open.
static inline uint32_t jx_inputs_number(const jx_inputs *inputs)
{
    return inputs->next - 1;
}

#endif
