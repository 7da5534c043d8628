// SPDX-License-Identifier: MIT
// The table of options, for options.c only. [main-thread]
#ifndef JIXIAO_CLI_OPTION_ROWS_H
#define JIXIAO_CLI_OPTION_ROWS_H

#include "cli/options.h"

// Of a row: every command takes the option.
#define JX_TAKES_ALWAYS 0u

typedef jx_status (*jx_take_value)(const char *value, jx_options *options, jx_error *err);

typedef struct jx_option_row {
    const char *name;
    char letter;          // '\0': none
    unsigned taken_by;    // JX_TAKES_… bit; JX_TAKES_ALWAYS
    const char *argument; // NULL: none
    size_t member;        // of jx_options: the argument as it stands, true where there is none
    jx_take_value take;   // in place of `member`, where the argument is one of few
    jx_words says;
} jx_option_row;

enum { JX_OPTIONS_MOST = 40 }; // room for the options and the end of their list

extern const jx_option_row jx_option_rows[];
extern const size_t jx_option_count;

#endif
