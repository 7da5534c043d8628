// SPDX-License-Identifier: MIT
// Parts of actuals: whole projects as they stand in a file, which can be scored apart from the rest. Plain data.
#ifndef JIXIAO_READ_PART_H
#define JIXIAO_READ_PART_H

#include "read/encoding.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Where reading stands, at the beginning of a line. It goes from one process to another.
typedef struct jx_position {
    uint64_t offset;   // bytes of the file before it
    uint64_t examined; // bytes whose blocks were looked at for the file's encoding
    uint32_t line;     // from 1
    jx_writing writing;
} jx_position;

#define JX_POSITION_START ((jx_position){.line = 1})

typedef struct jx_part {
    const char *path; // of the file, for messages
    jx_position at;   // of its first byte; its encoding is that of the whole part
    char *data;       // lent, JX_PART_SLACK bytes more than `size`
    size_t size;
} jx_part;

enum { JX_PART_SLACK = 16 }; // bytes behind a part that may be looked at

#endif
