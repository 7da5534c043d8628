// SPDX-License-Identifier: MIT
// What the operator of the host has settled, for every project: conf/jixiao.ini. Plain data; lives in the arena of whoever
// read it.
#ifndef JIXIAO_MODEL_SETTINGS_H
#define JIXIAO_MODEL_SETTINGS_H

#include "base/digest.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What the scripts of one project may use up, all together.
typedef struct jx_script_limits {
    uint64_t instructions; // of the Lua machine; long work in C counts as many
    uint64_t bytes;        // of memory, beyond what the scripts themselves take
    uint64_t milliseconds; // of processor time: for what the other two did not foresee
} jx_script_limits;

// The digest that a plugin's library must have.
typedef struct jx_pin {
    jx_str name; // of its file, without .so
    jx_str sha256;
    uint32_t line;
} jx_pin;

typedef struct jx_settings {
    const char *path;        // of the file; NULL: there is none, and everything is as usual
    const char *plugin_path; // NULL: the usual one
    const char *script_path; // NULL: the usual one
    bool trust_writable;     // plugins that everybody may change are loaded all the same
    bool trust_others;       // plugins of other users than root and one's own, too
    jx_script_limits scripts;
    const jx_pin *pins;
    size_t pin_count;
} jx_settings;

// What holds where no file settles anything else.
extern const jx_settings jx_usual_settings;

#endif
