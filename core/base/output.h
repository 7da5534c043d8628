// SPDX-License-Identifier: MIT
// Files being written: whole or not at all. [any-thread]
#ifndef JIXIAO_BASE_OUTPUT_H
#define JIXIAO_BASE_OUTPUT_H

#include "base/error.h"
#include "base/str.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct jx_output jx_output;

// Opens `path` for writing; NULL or "-" is standard output. A regular or absent target is written beside
// itself and appears under its name by jx_output_commit, with the permissions it had; a link is followed; a pipe
// or a device is written straight. Who writes to pipes ignores SIGPIPE. Errors are JX_ESYSTEM.
jx_status jx_output_open(const char *path, jx_output **ret, jx_error *err);

// The same, but what was written outlives a run that gives up or is killed, in the file NAME.jixiao-part beside the target,
// until jx_output_commit; the next run finds it and goes on behind it. The target must be a regular file or not be
// there yet.
jx_status jx_output_open_kept(const char *path, jx_output **ret, jx_error *err);

// Of a kept output: where it is written, and its target, links followed. Lent by the output.
const char *jx_output_part(const jx_output *output);
const char *jx_output_target(const jx_output *output);

// Of a kept output: what lies in the file already.
uint64_t jx_output_size(const jx_output *output);

// Of a kept output: the first `size` bytes stay, writing goes on behind them.
jx_status jx_output_go_on(jx_output *output, uint64_t size, jx_error *err);

// Hands what was added to the system; with `sync` also to the disk.
jx_status jx_output_flush(jx_output *output, bool sync, jx_error *err);

// Adds bytes. Errors (a full disk, a closed pipe) are JX_ESYSTEM.
jx_status jx_output_write(jx_output *output, jx_str bytes, jx_error *err);

// Flushes, syncs, puts the file in its place and frees the output, in failure too.
jx_status jx_output_commit(jx_output *output, jx_error *err);

// Gives up: the target stays as it was, and what was kept. Frees the output. NULL is allowed.
void jx_output_abandon(jx_output *output);

// Of a kept output: it is not to be kept any more, jx_output_abandon removes it.
void jx_output_drop(jx_output *output);

// In a process that was forked: closes the file, which stays its parent's. The output is not to be used any more.
void jx_output_leave(jx_output *output);

// Writes a whole text to `path`, as jx_output_open and jx_output_commit do; the text may have run out of memory. Errors are
// JX_ESYSTEM.
jx_status jx_output_put(const char *path, const jx_text *text, jx_error *err);

#endif
