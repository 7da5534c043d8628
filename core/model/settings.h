// SPDX-License-Identifier: MIT
// What the operator of the host has settled, for every project: conf/jixiao.ini. Plain data; lives in the arena of whoever
// read it.
#ifndef JIXIAO_MODEL_SETTINGS_H
#define JIXIAO_MODEL_SETTINGS_H

#include "base/digest.h"
#include "base/str.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define JX_SETTINGS_NAME "jixiao.ini" // of the file; no project file has it

// What the scripts of one project may use up, all together.
typedef struct jx_script_limits {
    uint64_t instructions; // of the Lua machine; long work in C counts as many
    uint64_t bytes;        // of memory, beyond what the scripts themselves take
    uint64_t milliseconds; // of processor time: for what the other two did not foresee
} jx_script_limits;

// What a batch's worker may use up.
typedef struct jx_worker_limits {
    uint64_t milliseconds; // for one project, by the clock
    uint64_t bytes;        // of memory, beyond what it starts with
} jx_worker_limits;

// The digest that a plugin's library must have.
typedef struct jx_pin {
    jx_str name; // of its file, without .so
    jx_digest sha256;
    uint32_t line;
} jx_pin;

typedef struct jx_settings {
    const char *path; // of the file; NULL: there is none, and everything is as usual
    // Folders parted by ':', each empty one standing for the usual one; NULL: the usual one alone.
    const char *plugin_path;
    const char *script_path;
    bool trust_writable; // plugins that everybody may change are loaded all the same
    bool trust_others;   // plugins of other users than root and one's own, too
    jx_script_limits scripts;
    jx_worker_limits workers;
    const jx_pin *pins; // no two of one name
    size_t pin_count;
} jx_settings;

// What holds where no file settles anything else.
extern const jx_settings jx_usual_settings;

// ------------------------------------------------------------------------------------------ the file

// A key of the file. Reading it, its reference and the file that ships all come from these rows.
typedef struct jx_setting {
    jx_field
        field; // JX_FIELD_INTEGER (bounded): uint64_t; JX_FIELD_BOOLEAN: bool; JX_FIELD_TEXT: a path
    size_t member;   // of jx_settings
    uint64_t factor; // of an integer: the member counts in this part of the key's unit
} jx_setting;

typedef struct jx_settings_section {
    jx_str name;
    jx_words says;
    const jx_setting *rows; // NULL: its keys name libraries, its values are their digests
    size_t count;
} jx_settings_section;

enum { JX_SETTINGS_SECTIONS = 5 };

extern const jx_settings_section jx_settings_sections[JX_SETTINGS_SECTIONS];

#endif
