// SPDX-License-Identifier: MIT
// What every command works with: the host's settings, the plugins, the project files and their plans. Its faults go to
// standard error, the first ones whole and the rest counted. [main-thread]
#ifndef JIXIAO_CLI_SESSION_H
#define JIXIAO_CLI_SESSION_H

#include "base/arena.h"
#include "base/folder.h"
#include "cli/options.h"
#include "model/settings.h"
#include "plugin/registry.h"
#include "rule/rule.h"
#include "score/plan.h"

#include <stddef.h>

#define JX_CASES_TAIL ".cases.csv" // NAME.cases.csv beside NAME.ini

typedef struct jx_session {
    jx_arena *arena;
    const char *settings_place; // where the settings are, or would be
    jx_settings settings;
    jx_registry *registry;
    const jx_vocabulary *vocabulary; // of wordings; NULL until one is to be read
    jx_plan_sources sources;         // of the plans
    jx_plan **plans;
    const jx_project **projects; // that they were built of
    const jx_sheet **sheets;     // of the plans, in their order
    const jx_table **tables;
    size_t count;
} jx_session;

// Reads the host's settings (--settings, else those beside the command, if any), loads the plugins (of --plugin-path, else
// of the settings' path, else of the usual folder), then reads and plans every project file that the first `count`
// operands name; of a folder these are *.ini but jixiao.ini, in byte order. Returns the status of the gravest fault; they
// were printed. The session must be closed in any case.
jx_status jx_session_open(jx_session *session, const jx_options *options, size_t count);

// The words that rules are read by, made once. Errors: those of
// jx_words_file_read.
jx_status jx_session_vocabulary(jx_session *session, const jx_vocabulary **ret, jx_error *err);

// Frees the plans, the plugins and the rest.
void jx_session_close(jx_session *session);

// The files of a folder that end in one of the suffixes (parted by blanks), in byte order and without the host's settings and the cases of rule
// authors, or the path itself where it is no folder.
jx_status jx_session_list(
    jx_arena *arena, const char *path, const char *suffixes, jx_paths *ret, jx_error *err);

#endif
