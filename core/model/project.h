// SPDX-License-Identifier: MIT
// A project file as written: sections, keys and values with their lines, nothing interpreted yet.
#ifndef JIXIAO_MODEL_PROJECT_H
#define JIXIAO_MODEL_PROJECT_H

#include "base/digest.h"
#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct jx_entry {
    jx_str key;
    jx_str value;  // trimmed; NUL follows it; continuation lines joined by one newline
    uint32_t line; // of the key, from 1
} jx_entry;

typedef struct jx_section {
    jx_str id;               // of [indicator ID]; empty for [project] and [grades]
    uint32_t line;           // of the section's head; 0: the file has no such section
    const jx_entry *entries; // in file order
    size_t count;
    bool by_rule;     // its method was not stated, but read from its rule
    jx_words unclear; // why it could not be; NULL: it was, or nobody tried
} jx_section;

// Plain data in the arena of whoever read it.
typedef struct jx_project {
    const char *path;   // as given on the command line
    jx_digest digest;   // of the file's bytes
    jx_digest wordings; // of what its rules were read as; an empty text where none was
    jx_section head;    // [project]
    jx_section grades;
    const jx_section *indicators; // in file order
    size_t indicator_count;
} jx_project;

// The entry of that key, or NULL.
const jx_entry *jx_section_find(const jx_section *section, const char *key);

// Where the key stands in the file at `path`; the section's head where it is not stated.
jx_place jx_section_place(const jx_section *section, const char *path, const char *key);

#endif
