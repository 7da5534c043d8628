// SPDX-License-Identifier: MIT
// Commands: one const row a file, the table of them in commands.c. [main-thread]
#ifndef JIXIAO_CLI_COMMAND_H
#define JIXIAO_CLI_COMMAND_H

#include "cli/options.h"

// Exit codes are the negatives of the statuses (README); these are not faults.
enum { JX_EXIT_INCOMPLETE = 1, JX_EXIT_FAILED = 1 };

typedef struct jx_command {
    const char *name;
    const char *usage; // what stands behind the name
    jx_words says;
    unsigned takes;   // JX_TAKES_… bits
    unsigned formats; // JX_FOR_… bits of the reporters it offers; 0: none
    // Runs the command and returns the exit code. A fault is in *err, to be printed by the caller, unless the command
    // printed its faults itself and left *err as it was.
    int (*run)(const jx_options *options, jx_error *err);
} jx_command;

extern const jx_command jx_command_score;
extern const jx_command jx_command_batch;
extern const jx_command jx_command_merge;
extern const jx_command jx_command_check;
extern const jx_command jx_command_explain;
extern const jx_command jx_command_test;
extern const jx_command jx_command_rule;
extern const jx_command jx_command_import;
extern const jx_command jx_command_form;
extern const jx_command jx_command_plugins;
extern const jx_command jx_command_new;

// Runs `jixiao argv[1] …` and returns the exit code: what main() does.
int jx_command_main(int argc, char **argv);

#endif
