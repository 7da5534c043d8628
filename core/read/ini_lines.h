// SPDX-License-Identifier: MIT
// The lines of a project file, each taken for what it is; what is none of them is a fault.
#ifndef JIXIAO_READ_INI_LINES_H
#define JIXIAO_READ_INI_LINES_H

#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

enum { JX_INI_LINE = 1 << 16, JX_INI_NAME = 49 }; // bytes of the longest line, section, key

typedef enum jx_ini_kind {
    JX_INI_HEAD,   // [name]
    JX_INI_BROKEN, // a section's head that could not be read; the keys behind it are left out
    JX_INI_KEY,    // name = text
    JX_INI_MORE,   // an indented line: text goes on
} jx_ini_kind;

typedef struct jx_ini_line {
    jx_ini_kind kind;
    jx_str name;
    jx_str text; // trimmed, without comment
    uint32_t line;
} jx_ini_line;

typedef enum jx_ini_before { JX_BEFORE_NOTHING, JX_BEFORE_VALUE, JX_BEFORE_FAULT } jx_ini_before;

typedef struct jx_ini_lines {
    const char *path;
    jx_faults *faults;
    jx_str rest;
    uint32_t line;
    jx_ini_before before; // what an indented line goes on with
    bool literal;         // and that value keeps every character
    bool in_section;
    bool in_broken; // a section whose head could not be read
    bool outside;   // a key before the first section was told of
} jx_ini_lines;

// The lines of `text`, which is UTF-8 without NUL and byte order mark; `path` is for messages.
jx_ini_lines jx_ini_lines_of(jx_str text, const char *path, jx_faults *faults);

// The next line that says something, lent as long as the text; faulty ones are added to the faults and passed
// over. False behind the last.
bool jx_ini_lines_next(jx_ini_lines *lines, jx_ini_line *ret);

// Adds the fault of a line that is too long. Returns JX_ECONFIG.
jx_status jx_ini_lines_refuse(const char *path, uint32_t line, jx_faults *faults);

#endif
