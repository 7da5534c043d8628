// SPDX-License-Identifier: MIT
// In which encoding actuals are written: found out by the first block that is not plain ASCII. Blocks are those of
// the file, JX_SOURCE_BYTES each, so that what is found does not depend on how a file is read. [any-thread]
#ifndef JIXIAO_READ_ENCODING_H
#define JIXIAO_READ_ENCODING_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// JX_ENCODING_DETECT decides by the first block that is not plain ASCII: UTF-8 where it is well-formed, else
// GB18030.
typedef enum jx_encoding { JX_ENCODING_DETECT, JX_ENCODING_UTF8, JX_ENCODING_GB18030 } jx_encoding;

enum { JX_SOURCE_BYTES = 1 << 16 }; // a block as read

// What is known of a file's encoding so far. Plain data: it goes from one process to another.
typedef struct jx_writing {
    jx_encoding encoding; // JX_ENCODING_DETECT: all was plain ASCII so far
    bool guessed;         // GB18030 is a guess
    uint32_t bad_line;    // the line that made it one: it is not UTF-8
} jx_writing;

// Looks at a block that begins in that line; `at_end`: nothing follows it.
void jx_writing_look(jx_writing *writing, uint32_t line, jx_str block, bool at_end);

// The size of the byte order mark that the text begins with, which settles the encoding; 0: it has none, or one that the
// encoding asked for does not have.
size_t jx_writing_take_mark(jx_writing *writing, jx_str text);

// Whether the text begins with the mark of UTF-16, which nothing here reads.
bool jx_writing_is_utf16(jx_str text);

// How many bytes at the end begin a UTF-8 character that the text does not finish.
size_t jx_writing_cut(jx_str text);

#endif
