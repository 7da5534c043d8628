// SPDX-License-Identifier: MIT
// The format that a command writes its results in. [main-thread]
#ifndef JIXIAO_CLI_FORMAT_H
#define JIXIAO_CLI_FORMAT_H

#include "cli/options.h"
#include "report/report.h"

// The one that --format names, else the one that the output's name ends in, else `usual`; NULL where the command has no such
// format (`serves`: its JX_FOR_… bit), or where one is asked for that no program would expect behind such a name.
// Errors: JX_EUSAGE.
const jx_reporter *jx_format_choose(const jx_options *options,
                                    unsigned serves,
                                    const char *usual,
                                    jx_error *err);

#endif
