// SPDX-License-Identifier: MIT
// Cuts a file of actuals into parts of whole projects, one behind the other: where one ends depends on what lies before
// it, quotes among it, so that parts are cut in order, but each may be cut by another process. [any-thread]
#ifndef JIXIAO_READ_CUT_H
#define JIXIAO_READ_CUT_H

#include "base/error.h"
#include "read/actuals_columns.h"
#include "read/part.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    JX_PART_BYTES = 1 << 18,    // about the size of a part
    JX_PROJECT_BYTES = 1 << 24, // of the rows of one project, at most
    JX_PART_ROOM = JX_PROJECT_BYTES + JX_PART_BYTES + JX_SOURCE_BYTES + JX_PART_SLACK
};

// A file that is being cut.
typedef struct jx_cut {
    const char *path;
    int file;       // open for reading
    bool is_stream; // its bytes can be read once only: a pipe
    uint64_t end;   // where its parts end: the size that it had; of a stream UINT64_MAX
    char *room;     // JX_PART_ROOM bytes, in which parts are read
    size_t held;    // bytes in it already, from the position on
} jx_cut;

// Opens a file ("-": standard input) whose parts will be read into `room`. Errors are JX_EDATA.
jx_status jx_cut_open(const char *path, char *room, jx_cut *ret, jx_error *err);

// The same of a file that is open already, and closed with the cut, or at once where there is an error.
jx_status jx_cut_open_file(int file, const char *path, char *room, jx_cut *ret, jx_error *err);
void jx_cut_close(jx_cut *cut);

// A room for parts, of memory that is taken as it is used; NULL where there is none. Given back by jx_part_room_free.
char *jx_part_room_new(bool shared);
void jx_part_room_free(char *room);

// The next part, lent until the next call, and the position behind it; *ret_rest is what was read beyond it: of a stream
// the next call must find it held. *ret_more is false behind the last part. Without columns any whole records are
// a part. A part that no record ends in is given all the same, and whoever reads it finds out why. Errors are JX_EDATA: the
// file cannot be read or became shorter, a project has too many rows.
jx_status jx_cut_next(jx_cut *cut,
                      const jx_columns *columns,
                      jx_position *at,
                      jx_part *ret,
                      jx_str *ret_rest,
                      bool *ret_more,
                      jx_error *err);

// Keeps what was read beyond a part for the next one.
void jx_cut_hold(jx_cut *cut, jx_str rest);

#endif
