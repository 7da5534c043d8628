// SPDX-License-Identifier: MIT
// The command line: one table of options, from which parsing and help read. [main-thread]
#ifndef JIXIAO_CLI_OPTIONS_H
#define JIXIAO_CLI_OPTIONS_H

#include "base/error.h"
#include "base/text.h"
#include "read/source.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Bits that a command sets for the options it takes.
enum {
    JX_TAKES_ACTUALS = 1 << 0,
    JX_TAKES_PROJECT = 1 << 1,
    JX_TAKES_FORMAT = 1 << 2,
    JX_TAKES_OUTPUT = 1 << 3,
    JX_TAKES_ENCODING = 1 << 4,
    JX_TAKES_PLUGINS = 1 << 5,
    JX_TAKES_REFERENCE = 1 << 6,
    JX_TAKES_COVERAGE = 1 << 7,
    JX_TAKES_FOLDER = 1 << 8,
    JX_TAKES_CHECK = 1 << 9,
    JX_TAKES_WORKERS = 1 << 10,
    JX_TAKES_RESUME = 1 << 11,
    JX_TAKES_SHARD = 1 << 12,
    JX_TAKES_HEADER = 1 << 13,
    JX_TAKES_TABLE = 1 << 14,
    JX_TAKES_IMPORT = 1 << 15,
    JX_TAKES_RULE = 1 << 16,
    JX_TAKES_FORM = 1 << 17
};

enum { JX_TRIES_MOST = 256 }; // of --try

typedef struct jx_options {
    const char *actuals; // NULL: not given
    const char *project;
    const char *format;
    const char *output;
    const char *plugin_path;
    const char *script_path;
    const char *settings;
    const char *check; // a plugin's library
    jx_encoding encoding;
    size_t workers; // 0: as many as there are cores
    bool resume;
    bool quiet;
    const char *header;
    uint32_t shard; // from 1; 0: not given
    uint32_t shards;
    const char *id; // of a project that is made
    const char *name;
    const char *year;
    const char *sheet;    // of a workbook
    const char *instance; // that a form is for
    const char *file;     // of wordings
    const char *weight;   // of one wording, as its table states it
    const char *target;
    const char *unit;
    const char *tries[JX_TRIES_MOST]; // actuals
    size_t try_count;
    bool json;
    bool budget_execution;
    bool reference;
    bool coverage;
    bool help;
    jx_lang message_lang; // from --lang, else the locale
    jx_lang report_lang;  // from --lang, else Chinese
    char *const *operands;
    size_t operand_count;
} jx_options;

// What the locale of the environment speaks: Chinese where LC_ALL, LC_MESSAGES or LANG says so, else English.
jx_lang jx_options_locale(void);

// Parses the arguments behind the command's name (argv[0]) into *ret; they must outlive it. Errors: JX_EUSAGE.
jx_status jx_options_parse(unsigned takes, int argc, char **argv, jx_options *ret, jx_error *err);

// Adds the help of the options that a command takes, a line or more for each.
void jx_options_help(jx_text *out, unsigned takes, jx_lang lang);

// Adds `left`, padded to `width` columns, and `right`, as a line of help.
void jx_options_line(jx_text *out, jx_str left, size_t width, jx_str right);

#endif
