// SPDX-License-Identifier: MIT
// A project of one indicator to try a plugin with, made in memory. [main-thread]
#ifndef JIXIAO_TRIAL_SAMPLE_PROJECT_H
#define JIXIAO_TRIAL_SAMPLE_PROJECT_H

#include "base/arena.h"
#include "model/project.h"
#include "score/method.h"
#include "trial/sample_values.h"

#include <jixiao/plugin.h>

// What its only indicator states.
typedef struct jx_sample_project {
    const jx_plugin *plugin;
    const jx_measure *measure;
    const jx_method *method;
    const char *target; // NULL: none, here as below
    const char *comparator;
    const char *levels;
    jx_sample_choice params;
} jx_sample_project;

// The project in the arena; NULL where memory is out.
const jx_project *jx_sample_project_make(jx_arena *arena, const jx_sample_project *sample);

#endif
