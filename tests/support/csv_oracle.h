// SPDX-License-Identifier: MIT
// CSV once more, a byte at a time over the whole text: slow, plain, and what the reader is compared with.
#ifndef JIXIAO_TESTS_SUPPORT_CSV_ORACLE_H
#define JIXIAO_TESTS_SUPPORT_CSV_ORACLE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

// What the text says, in a form of its own: `LINE:<FIELD><FIELD>` and a newline for every record, in each field
// `<`, `>` and `\` behind a `\`; then, where it is faulty, `LINE!MESSAGE` with the number of the message.
jx_str csv_oracle(jx_arena *arena, jx_str text);

// The same of a file, as the reader sees it.
jx_str csv_oracle_read(jx_arena *arena, const char *path);

#endif
