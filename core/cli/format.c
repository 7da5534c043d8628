// SPDX-License-Identifier: MIT
#include "cli/format.h"

#include "base/folder.h"

#include <stdio.h>
#include <string.h>

enum { ENDING = 16 };

// The format, whoever has it, that the output's name ends in; NULL where it ends in none.
static const jx_reporter *find_by_output(const char *output)
{
    char ending[ENDING];
    for (size_t i = 0; output != NULL && i < jx_reporter_count(); i++) {
        (void)snprintf(ending, sizeof ending, ".%s", jx_reporter_at(i)->name);
        if (jx_path_ends_in(jx_str_of(output), jx_str_of(ending))) {
            return jx_reporter_at(i);
        }
    }
    return NULL;
}

const jx_reporter *jx_format_choose(const jx_options *options,
                                    unsigned serves,
                                    const char *usual,
                                    jx_error *err)
{
    const jx_reporter *named = find_by_output(options->output);
    const char *name = options->format != NULL ? options->format
                       : named != NULL         ? named->name
                                               : usual;
    const jx_reporter *reporter = jx_reporter_find(name, serves);
    if (reporter == NULL) {
        (void)jx_fail(err, NULL, JX_MESSAGE_FORMAT_UNKNOWN, jx_str_of(name));
        return NULL;
    }
    if (named != NULL && named->binary && strcmp(named->name, name) != 0) {
        const jx_place place = {.file = options->output};
        (void)jx_fail(err, &place, JX_MESSAGE_FORMAT_ENDING, jx_str_of(name),
                      jx_str_of(named->name));
        return NULL;
    }
    return reporter;
}
