// SPDX-License-Identifier: MIT
// Scripts in a cage without a project file: texts in, and all that they gave back as text. Stops the program where it cannot
// go on, so that fuzz targets may use it, too.
#ifndef JIXIAO_TESTS_SUPPORT_SCRIPT_GROUND_H
#define JIXIAO_TESTS_SUPPORT_SCRIPT_GROUND_H

#include "base/arena.h"
#include "base/text.h"
#include "script/cage.h"

#include <stdbool.h>
#include <stddef.h>

enum { JX_GROUND_SCRIPTS = 4, JX_GROUND_FIELDS = 64 };

// The indicator `it` of the project `demo`: target 30, measured 27, weight 10; 8.8 points are left of the former, 90 of the
// latter. Parameters are what the script declares, or nothing; inputs are given nothing.
typedef struct jx_script_ground {
    jx_arena *arena;
    jx_script_limits limits; // the usual ones; to be changed before reading
    const jx_script *scripts[JX_GROUND_SCRIPTS];
    size_t count;
    jx_cage *cage; // of all that were read
    jx_value values[JX_GROUND_FIELDS];
    jx_text given; // `deduct 1/2 CODE ZH EN; note ZH EN; `
    jx_error err;  // in English
} jx_script_ground;

void jx_ground_begin(jx_script_ground *ground);
void jx_ground_end(jx_script_ground *ground);

// Reads one more script, named s.lua, as jx_script_read.
jx_status jx_ground_read(jx_script_ground *ground, jx_str text);

// Makes the cage.
void jx_ground_cage(jx_script_ground *ground);

// Runs a script in the project that was begun; what it gave is in `given`, which is emptied before.
jx_status jx_ground_run(jx_script_ground *ground, size_t script, bool of_project);

// Reads the script, makes the cage, begins a project, runs: for scripts that are run once.
jx_status jx_ground_once(jx_script_ground *ground, jx_str text, bool of_project);

#endif
