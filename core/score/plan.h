// SPDX-License-Identifier: MIT
// The plan: everything that a project file says, worked out once. It stands between configuration and data: whatever can
// be wrong with a project file or a plugin is found while it is built; scoring a row then parses nothing but the row.
#ifndef JIXIAO_SCORE_PLAN_H
#define JIXIAO_SCORE_PLAN_H

#include "base/arena.h"
#include "base/error.h"
#include "model/finding.h"
#include "model/project.h"
#include "model/settings.h"
#include "model/sheet.h"
#include "model/table.h"
#include "plugin/registry.h"
#include "score/cell.h"
#include "score/method.h"
#include "script/script.h"

#include <jixiao/plugin.h>

#include <stddef.h>
#include <stdint.h>

enum { JX_INPUT_LISTS = 3 };

#define JX_NO_SCRIPT SIZE_MAX

// A script where it is used.
typedef struct jx_plan_script {
    size_t index; // into jx_plan.scripts; JX_NO_SCRIPT
    const jx_value *params;
} jx_plan_script;

// What it takes to score one indicator.
typedef struct jx_plan_indicator {
    jx_indicator facts; // as plugins see it
    const jx_table_row *row;
    const jx_plugin *plugin;
    jx_str category; // the plugin's name
    void *instance;  // the plugin's; NULL where it makes none
    const jx_measure *measure;
    uint32_t figure; // the kind that the measure finds
    const jx_method *method;
    const void *terms;   // of the method
    bool words_doubtful; // the category may word a loss of the host by figures that it has not
    jx_decimal floor;
    jx_cell_form form;
    const jx_list
        *inputs[JX_INPUT_LISTS]; // of the plugin, the measure, the script: as in the sheet
    jx_plan_script script;
} jx_plan_indicator;

// Const once built; any number of evaluators, in any processes, may score by it.
typedef struct jx_plan {
    jx_host host; // the services that plugins are handed
    jx_table table;
    jx_findings
        findings; // what is worth telling though the table can be scored; in the language of the faults
    jx_sheet sheet;
    jx_plan_indicator *indicators; // in the order of table.rows
    size_t count;
    size_t level_count; // the most levels that an indicator has
    size_t input_count; // the most inputs
    const jx_script **scripts;
    size_t script_count;
    jx_plan_script script; // the project's own
    jx_script_limits limits;
} jx_plan;

// Where a plan finds what project files name. All of it must outlive the plan.
typedef struct jx_plan_sources {
    const jx_registry *registry;
    const char
        *script_path; // folders parted by ':', searched behind the project file's own; NULL: none
    jx_script_limits limits;
} jx_plan_sources;

// Builds the plan of a project in the arena. The project, the sources and the arena must outlive it. Every fault is
// added to `faults`; *ret is set only where there is none. Freed by jx_plan_free. [main-thread]
jx_status jx_plan_build(jx_arena *arena,
                        const jx_project *project,
                        const jx_plan_sources *sources,
                        jx_faults *faults,
                        jx_plan **ret);

// Destroys the plugins' instances; the memory is the arena's. NULL is allowed. [main-thread]
void jx_plan_free(jx_plan *plan);

#endif
