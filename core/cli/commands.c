// SPDX-License-Identifier: MIT
#include "base/output.h"
#include "cli/command.h"
#include "cli/guard.h"
#include "cli/say.h"
#include "report/report.h"

#include <signal.h>

enum { NAME_COLUMN = 10 };

// In the order of the help.
static const jx_command *const commands[] = {
    &jx_command_score,   &jx_command_batch,   &jx_command_merge, &jx_command_check,
    &jx_command_explain, &jx_command_test,    &jx_command_rule,  &jx_command_import,
    &jx_command_form,    &jx_command_plugins, &jx_command_new,
};

enum { COMMAND_COUNT = sizeof commands / sizeof commands[0] };

static const jx_command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(commands[i]->name, name) == 0) {
            return commands[i];
        }
    }
    return NULL;
}

// ------------------------------------------------------------------------------------------------- help

// A page that the command line itself writes; the general ones know no command.
typedef void (*put_page)(jx_text *out, const jx_command *command, jx_lang lang);

static void put_version(jx_text *out, const jx_command *command, jx_lang lang)
{
    (void)command;
    (void)lang;
    jx_text_put(out, "jixiao " JX_VERSION "\n");
}

static void put_general_help(jx_text *out, const jx_command *command, jx_lang lang)
{
    (void)command;
    jx_text_put(out,
                lang == JX_ZH
                    ? "jixiao " JX_VERSION
                      "：为财政项目绩效目标表评分，每一分扣分都有依据\n\n用法：jixiao 命令 …\n\n"
                    : "jixiao " JX_VERSION
                      ": scores performance-target tables of public budgets, with a reason "
                      "for every lost point\n\nusage: jixiao COMMAND …\n\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        jx_options_line(out, jx_str_of(commands[i]->name), NAME_COLUMN,
                        jx_str_of(jx_words_in(commands[i]->says, lang)));
    }
    jx_text_put(
        out, lang == JX_ZH
                 ? "\n各命令的选项见 jixiao 命令 --help；版本见 jixiao --version\n"
                 : "\nsee jixiao COMMAND --help for options, jixiao --version for the version\n");
}

static void put_formats(jx_text *out, const jx_command *command, jx_lang lang)
{
    jx_text_put(out, lang == JX_ZH ? "\n格式：\n" : "\nformats:\n");
    for (size_t i = 0; i < jx_reporter_count(); i++) {
        const jx_reporter *reporter = jx_reporter_at(i);
        if ((reporter->serves & command->formats) != 0) {
            jx_options_line(out, jx_str_of(reporter->name), NAME_COLUMN,
                            jx_str_of(jx_words_in(reporter->says, lang)));
        }
    }
}

static void put_command_help(jx_text *out, const jx_command *command, jx_lang lang)
{
    jx_text_put(out, lang == JX_ZH ? "用法：jixiao " : "usage: jixiao ");
    jx_text_put(out, command->name);
    jx_text_add_char(out, ' ');
    jx_text_put(out, command->usage);
    jx_text_put(out, "\n\n");
    jx_text_put(out, jx_words_in(command->says, lang));
    jx_text_put(out, lang == JX_ZH ? "\n\n选项：\n" : "\n\noptions:\n");
    jx_options_help(out, command->takes, lang);
    if (command->formats != 0) {
        put_formats(out, command, lang);
    }
    jx_text_put(
        out,
        lang == JX_ZH
            ? "\n退出码：0 全部得分 · 1 有缺报、发现、不明之处，或用例失败 · 2 用法或配置 · 3 实际值 · 4 插件或脚本 · 5 系统\n"
            : "\nexit codes: 0 all scored · 1 incomplete, findings, something unclear, or a case failed · 2 usage or configuration · "
              "3 actuals · 4 plugin or script · 5 system\n");
}

// ---------------------------------------------------------------------------------------------- running

// Writes a page of our own to standard output.
static int print_page(put_page put, const jx_command *command, jx_lang lang, jx_error *err)
{
    jx_arena *arena = jx_arena_new();
    if (arena == NULL) {
        return -jx_say_memory(lang);
    }
    jx_text page = jx_text_in(arena);
    put(&page, command, lang);
    jx_status status = jx_output_put(NULL, &page, err);
    jx_arena_free(arena);
    return status == JX_OK ? 0 : -jx_say_error(err);
}

static int run_command(const jx_command *command, int argc, char **argv, jx_error *err)
{
    jx_options options;
    jx_status status = jx_options_parse(command->takes, argc, argv, &options, err);
    if (status != JX_OK) {
        return -jx_say_error(err);
    }
    if (options.help) {
        return print_page(put_command_help, command, options.message_lang, err);
    }
    if (jx_guard_output(&options, err) != JX_OK) {
        return -jx_say_error(err);
    }
    int code = command->run(&options, err);
    if (err->status != JX_OK) {
        int fault = -jx_say_error(err);
        return code > fault ? code : fault;
    }
    return code;
}

static int fail_command(const char *word, jx_error *err)
{
    jx_str names[COMMAND_COUNT];
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        names[i] = jx_str_of(commands[i]->name);
    }
    jx_str nearest = jx_str_nearest(jx_str_of(word), names, COMMAND_COUNT);
    (void)(nearest.data != NULL
               ? jx_fail(err, NULL, JX_MESSAGE_COMMAND_NEAR, jx_str_of(word), nearest)
               : jx_fail(err, NULL, JX_MESSAGE_COMMAND_UNKNOWN, jx_str_of(word)));
    return -jx_say_error(err);
}

int jx_command_main(int argc, char **argv)
{
    jx_error err = JX_ERROR(jx_options_locale());
    // a closed pipe and a file over the limit are errors of writing, with a message
    (void)signal(SIGPIPE, SIG_IGN);
    (void)signal(SIGXFSZ, SIG_IGN);
    (void)signal(SIGCHLD, SIG_DFL); // how workers end is asked for
    if (argc < 2) {
        (void)jx_fail(&err, NULL, JX_MESSAGE_COMMAND_MISSING, JX_STR_NONE);
        return -jx_say_error(&err);
    }
    const jx_command *command = find_command(argv[1]);
    if (command != NULL) {
        return run_command(command, argc - 1, argv + 1, &err);
    }
    if (strcmp(argv[1], "--version") == 0) {
        return print_page(put_version, NULL, err.lang, &err);
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0) {
        return print_page(put_general_help, NULL, err.lang, &err);
    }
    return fail_command(argv[1], &err);
}
