// SPDX-License-Identifier: MIT
// Files of sections, keys and values, read by libinih behind lines of our own: libinih alone cuts long lines
// within a character, drops what follows a NUL and cuts long names.
#ifndef JIXIAO_READ_INI_FILE_H
#define JIXIAO_READ_INI_FILE_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/str.h"

#include <stdint.h>

enum { JX_INI_FILE = 1 << 22 }; // bytes of the largest file

typedef struct jx_ini_item {
    jx_str section; // JX_STR_NONE: one whose head could not be read; its keys are left out
    jx_str key;     // JX_STR_NONE: this is the head of the section
    uint32_t line;
} jx_ini_item;

// Called for every head and every key in file order. Returns where the key's value is to be written (before the
// next call: trimmed, continuation lines joined by one newline), or NULL where nobody wants it. All texts lie in
// the arena, each followed by NUL.
typedef jx_str *(*jx_ini_visit)(void *user, const jx_ini_item *item);

// Reads the file into the arena; *ret is the digest of its bytes. What is wrong with single lines is added to
// the faults and passed over. Not JX_OK where nothing could be read (the fault is added as well): not there, a
// directory, not readable, too large, no UTF-8, JX_ECONFIG; JX_ESYSTEM.
jx_status jx_ini_read(jx_arena *arena,
                      const char *path,
                      jx_faults *faults,
                      jx_ini_visit visit,
                      void *user,
                      jx_digest *ret);

#endif
