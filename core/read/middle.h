// SPDX-License-Identifier: MIT
// Where projects begin in the middle of a file of actuals, what lies before it unread. It is a guess, as long quoted texts may
// look like rows; but the same bytes give the same one, and whoever reads up to it from the file's beginning finds out
// whether it is right. [any-thread]
#ifndef JIXIAO_READ_MIDDLE_H
#define JIXIAO_READ_MIDDLE_H

#include "base/error.h"
#include "read/actuals_columns.h"
#include "read/cut.h"
#include "read/part.h"

#include <stdint.h>

typedef struct jx_middle {
    const jx_cut *cut;         // of a regular file, its room free to be used
    uint64_t data;             // where the head ends
    const jx_columns *columns; // with a column `project`
    jx_encoding encoding;      // by the first block
} jx_middle;

// The size of the head: of the first record with any text, and what lies before it. `text` begins the file.
size_t jx_middle_head(jx_str text);

// Sets *ret to where a project begins at or behind `from`, which lies behind the head: the first one of those that are a row
// each, of others the second one at the latest; to the file's size where none begins there. Errors are JX_EDATA: the file
// cannot be read.
jx_status jx_middle_find(const jx_middle *middle, uint64_t from, uint64_t *ret, jx_error *err);

#endif
