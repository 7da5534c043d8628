// SPDX-License-Identifier: MIT
#include "cli/options.h"

#include "base/utf8.h"
#include "cli/option_rows.h"

#include <getopt.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { HELP_COLUMN = 30, FIRST_OPTION = 256 };

jx_lang jx_options_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0') {
            return strncmp(value, "zh", 2) == 0 ? JX_ZH : JX_EN;
        }
    }
    return JX_EN;
}

static bool is_taken(const jx_option_row *row, unsigned takes)
{
    return row->taken_by == JX_TAKES_ALWAYS || (row->taken_by & takes) != 0;
}

// -------------------------------------------------------------------------------------------- parsing

// The options of a command as getopt reads them.
typedef struct getopt_list {
    struct option options[JX_OPTIONS_MOST]; // answered as FIRST_OPTION and the row's index
    char letters[2 * JX_OPTIONS_MOST + 2];
} getopt_list;

static getopt_list list_options(unsigned takes)
{
    getopt_list list = {.letters = ":"};
    size_t count = 0;
    size_t letters = 1;
    for (int i = 0; i < (int)jx_option_count; i++) {
        const jx_option_row *row = &jx_option_rows[i];
        if (!is_taken(row, takes)) {
            continue;
        }
        const bool has_argument = row->argument != NULL;
        list.options[count++] = (struct option){
            row->name, has_argument ? required_argument : no_argument, NULL, FIRST_OPTION + i};
        if (row->letter != '\0') {
            list.letters[letters++] = row->letter;
            list.letters[letters] = ':';
            letters += has_argument ? 1 : 0;
            list.letters[letters] = '\0';
        }
    }
    return list;
}

static const jx_option_row *find_row(int option)
{
    size_t index = 0;
    while (option < FIRST_OPTION ? jx_option_rows[index].letter != option
                                 : (size_t)(option - FIRST_OPTION) != index) {
        index++;
    }
    return &jx_option_rows[index];
}

static jx_status take_option(const jx_option_row *row,
                             const char *value,
                             jx_options *options,
                             jx_error *err)
{
    if (row->take != NULL) {
        return row->take(value, options, err);
    }
    const bool given = true;
    char *member = (char *)options + row->member;
    if (row->argument == NULL) {
        memcpy(member, &given, sizeof given);
    } else {
        memcpy(member, &value, sizeof(const char *));
    }
    return JX_OK;
}

// What names something is given once: of two files one would go unread. A choice may be made again.
static jx_status take_once(
    const jx_option_row *row, const char *value, bool *seen, jx_options *options, jx_error *err)
{
    const size_t index = (size_t)(row - jx_option_rows);
    if (seen[index] && row->argument != NULL && row->take == NULL) {
        return jx_fail(err, NULL, JX_MESSAGE_OPTION_TWICE, jx_str_of(row->name));
    }
    seen[index] = true;
    return take_option(row, value, options, err);
}

static jx_status fail_option(int option, char **argv, jx_error *err)
{
    const char *word = argv[optind - 1];
    return jx_fail(err, NULL,
                   option == ':' ? JX_MESSAGE_OPTION_ARGUMENT : JX_MESSAGE_OPTION_UNKNOWN,
                   jx_str_of(word));
}

jx_status jx_options_parse(unsigned takes, int argc, char **argv, jx_options *ret, jx_error *err)
{
    const getopt_list list = list_options(takes);
    jx_lang locale = jx_options_locale();
    *ret = (jx_options){.message_lang = locale, .report_lang = JX_ZH};
    err->lang = locale;
    bool seen[JX_OPTIONS_MOST] = {false};
    opterr = 0;
    optind = 1;
    for (;;) {
        int option = getopt_long(argc, argv, list.letters, list.options, NULL);
        if (option == -1) {
            break;
        }
        jx_status status = option == '?' || option == ':'
                               ? fail_option(option, argv, err)
                               : take_once(find_row(option), optarg, seen, ret, err);
        if (status != JX_OK) {
            return status;
        }
    }
    ret->operands = argv + optind;
    ret->operand_count = (size_t)(argc - optind);
    return JX_OK;
}

// ------------------------------------------------------------------------------------------------ help

void jx_options_line(jx_text *out, jx_str left, size_t width, jx_str right)
{
    jx_text_put(out, "  ");
    jx_text_pad(out, left, width);
    jx_text_put(out, jx_utf8_width(left) >= width ? "  " : "");
    jx_text_add(out, right);
    jx_text_add_char(out, '\n');
}

void jx_options_help(jx_text *out, unsigned takes, jx_lang lang)
{
    for (size_t i = 0; i < jx_option_count; i++) {
        if (!is_taken(&jx_option_rows[i], takes)) {
            continue;
        }
        jx_text left = jx_text_in(out->arena);
        if (jx_option_rows[i].letter != '\0') {
            jx_text_add_char(&left, '-');
            jx_text_add_char(&left, jx_option_rows[i].letter);
            jx_text_put(&left, ", ");
        }
        jx_text_put(&left, "--");
        jx_text_put(&left, jx_option_rows[i].name);
        jx_text_put(&left, jx_option_rows[i].argument == NULL ? "" : " ");
        jx_text_put(&left, jx_option_rows[i].argument == NULL ? "" : jx_option_rows[i].argument);
        jx_options_line(out, jx_text_str(&left), HELP_COLUMN,
                        jx_str_of(jx_words_in(jx_option_rows[i].says, lang)));
    }
}
