// SPDX-License-Identifier: MIT
// Runs the built command as a user does and keeps what it says.
#ifndef JIXIAO_TESTS_SUPPORT_JX_COMMAND_H
#define JIXIAO_TESTS_SUPPORT_JX_COMMAND_H

enum { JX_COMMAND_TEXT = 1 << 16 };

typedef struct jx_ran {
    int code;                  // exit code; -1 where a signal ended it
    char out[JX_COMMAND_TEXT]; // the beginning of standard output and error, ended by NUL
    char err[JX_COMMAND_TEXT];
} jx_ran;

// Runs `jixiao ARGUMENTS`, a line as a shell reads it, in `folder`, with messages in English, into *ret.
void jx_command_run(const char *folder, const char *arguments, jx_ran *ret);

#endif
