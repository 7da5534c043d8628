// SPDX-License-Identifier: MIT
// The text of a file, a pipe or standard input, block by block, as UTF-8 whatever it was written in. What it
// gives is well-formed and without NUL.
#ifndef JIXIAO_READ_SOURCE_H
#define JIXIAO_READ_SOURCE_H

#include "base/error.h"
#include "base/str.h"
#include "read/encoding.h"
#include "read/part.h"

enum { JX_SOURCE_BLOCK = 2 * (JX_SOURCE_BYTES + 8) }; // what a block fits in once it is UTF-8

typedef struct jx_source jx_source;

// Opens `path` ("-": standard input). Errors: JX_EDATA (not there, a directory, not readable), JX_ESYSTEM.
jx_status jx_source_open(const char *path, jx_encoding encoding, jx_source **ret, jx_error *err);

// The same of a file that is open already, and closed with the source whatever comes of it; `path` is for messages.
jx_status jx_source_open_file(
    int file, const char *path, jx_encoding encoding, jx_source **ret, jx_error *err);

// A source of parts that lie in memory, none yet; NULL where memory is out. Its converter is loaded at once: once a wall is
// up nothing can be.
jx_source *jx_source_new(void);

// Goes on with another part, lent until it is read.
void jx_source_take(jx_source *source, const jx_part *part);

// The next block, without a byte order mark and never cutting a character, lent with JX_PART_SLACK bytes behind it until the
// next call; empty
// behind the last one. `line` is that of its first byte, which the caller has counted anyway. Errors name the
// line: bytes that no encoding allows, NUL.
jx_status jx_source_next(jx_source *source, uint32_t line, jx_str *ret, jx_error *err);

// How many lines end in the text. [any-thread]
uint32_t jx_source_count_lines(jx_str text);

// Closes and frees. NULL is allowed.
void jx_source_close(jx_source *source);

#endif
