// SPDX-License-Identifier: MIT
// What a command reads is not what it writes. [main-thread]
#ifndef JIXIAO_CLI_GUARD_H
#define JIXIAO_CLI_GUARD_H

#include "cli/options.h"

// Refuses an output (-o) that is one of the files that the options name to be read, whatever it is called there, or that would
// lie in a folder of actuals as one of them. Errors: JX_EUSAGE.
jx_status jx_guard_output(const jx_options *options, jx_error *err);

// Refuses an output that is there already and is people's from there on. Errors: JX_EUSAGE.
jx_status jx_guard_existing(const jx_options *options, jx_error *err);

#endif
