// SPDX-License-Identifier: MIT
#include "cli/options.h"

#include "base/utf8.h"

#include <getopt.h>
#include <stdlib.h>

enum {
    OPTION_LANG = 256,
    OPTION_ACTUALS,
    OPTION_PROJECT,
    OPTION_FORMAT,
    OPTION_ENCODING,
    OPTION_PLUGIN_PATH,
    OPTION_REFERENCE
};
enum { TAKES_ALWAYS = 0, HELP_COLUMN = 30, MOST_OPTIONS = 16 };

typedef struct option_row {
    const char *name;
    int value;            // what getopt answers; a letter where it is one
    unsigned taken_by;    // JX_TAKES_… bit; TAKES_ALWAYS
    const char *argument; // NULL: none
    jx_words says;
} option_row;

static const option_row rows[] = {
    {"actuals",
     OPTION_ACTUALS,
     JX_TAKES_ACTUALS,
     "FILE",
     {"实际完成值，CSV；“-”为标准输入", "the actuals, CSV; - is standard input"}},
    {"project",
     OPTION_PROJECT,
     JX_TAKES_PROJECT,
     "X",
     {"只取实际值中的这一个项目", "take this project of the actuals only"}},
    {"format", OPTION_FORMAT, JX_TAKES_FORMAT, "NAME", {"报告格式", "the report's format"}},
    {"output",
     'o',
     JX_TAKES_OUTPUT,
     "FILE",
     {"写入文件，而不是标准输出", "write to the file instead of standard output"}},
    {"encoding",
     OPTION_ENCODING,
     JX_TAKES_ENCODING,
     "NAME",
     {"实际值的编码：utf-8 或 gb18030，默认自动识别",
      "the actuals' encoding: utf-8 or gb18030; found out by default"}},
    {"reference",
     OPTION_REFERENCE,
     JX_TAKES_REFERENCE,
     NULL,
     {"以 Markdown 打印全部键的参考手册", "print the reference of all keys as Markdown"}},
    {"plugin-path",
     OPTION_PLUGIN_PATH,
     JX_TAKES_PLUGINS,
     "DIR:DIR…",
     {"插件所在的文件夹，先列者优先", "where plugins are, the first folder before the next"}},
    {"lang",
     OPTION_LANG,
     TAKES_ALWAYS,
     "zh|en",
     {"报告和消息的语言", "the language of reports and messages"}},
    {"help", 'h', TAKES_ALWAYS, NULL, {"显示帮助", "show this help"}},
};

enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

_Static_assert((int)ROW_COUNT < (int)MOST_OPTIONS,
               "room for the options and the end of their list");

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

static bool is_taken(const option_row *row, unsigned takes)
{
    return row->taken_by == TAKES_ALWAYS || (row->taken_by & takes) != 0;
}

// -------------------------------------------------------------------------------------------- parsing

static void list_options(unsigned takes, struct option options[MOST_OPTIONS])
{
    size_t count = 0;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (is_taken(&rows[i], takes)) {
            options[count++] = (struct option){
                rows[i].name, rows[i].argument == NULL ? no_argument : required_argument, NULL,
                rows[i].value};
        }
    }
    options[count] = (struct option){NULL, 0, NULL, 0};
}

static jx_status take_lang(const char *value, jx_options *options, jx_error *err)
{
    bool chinese = strcmp(value, "zh") == 0;
    if (!chinese && strcmp(value, "en") != 0) {
        return jx_fail(err, NULL, JX_MESSAGE_LANG_UNKNOWN, jx_str_of(value));
    }
    options->message_lang = chinese ? JX_ZH : JX_EN;
    options->report_lang = options->message_lang;
    err->lang = options->message_lang;
    return JX_OK;
}

static jx_status take_encoding(const char *value, jx_options *options, jx_error *err)
{
    if (strcmp(value, "utf-8") == 0 || strcmp(value, "utf8") == 0) {
        options->encoding = JX_ENCODING_UTF8;
    } else if (strcmp(value, "gb18030") == 0 || strcmp(value, "gbk") == 0) {
        options->encoding = JX_ENCODING_GB18030;
    } else {
        return jx_fail(err, NULL, JX_MESSAGE_ENCODING_UNKNOWN, jx_str_of(value));
    }
    return JX_OK;
}

static jx_status take_option(int option, const char *value, jx_options *options, jx_error *err)
{
    switch (option) {
    case OPTION_ACTUALS:
        options->actuals = value;
        return JX_OK;
    case OPTION_PROJECT:
        options->project = value;
        return JX_OK;
    case OPTION_FORMAT:
        options->format = value;
        return JX_OK;
    case OPTION_PLUGIN_PATH:
        options->plugin_path = value;
        return JX_OK;
    case 'o':
        options->output = value;
        return JX_OK;
    case OPTION_REFERENCE:
        options->reference = true;
        return JX_OK;
    case OPTION_ENCODING:
        return take_encoding(value, options, err);
    case OPTION_LANG:
        return take_lang(value, options, err);
    default:
        options->help = true;
        return JX_OK;
    }
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
    struct option options[MOST_OPTIONS];
    jx_lang locale = jx_options_locale();
    *ret = (jx_options){.message_lang = locale, .report_lang = JX_ZH};
    err->lang = locale;
    list_options(takes, options);
    opterr = 0;
    optind = 1;
    const char *letters = (takes & JX_TAKES_OUTPUT) != 0 ? ":ho:" : ":h";
    for (;;) {
        int option = getopt_long(argc, argv, letters, options, NULL);
        if (option == -1) {
            break;
        }
        jx_status status = option == '?' || option == ':' ? fail_option(option, argv, err)
                                                          : take_option(option, optarg, ret, err);
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
    size_t used = jx_utf8_width(left);
    jx_text_put(out, "  ");
    jx_text_add(out, left);
    for (size_t i = used; i < width; i++) {
        jx_text_add_char(out, ' ');
    }
    jx_text_put(out, used >= width ? "  " : "");
    jx_text_add(out, right);
    jx_text_add_char(out, '\n');
}

void jx_options_help(jx_text *out, unsigned takes, jx_lang lang)
{
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (!is_taken(&rows[i], takes)) {
            continue;
        }
        jx_text left = jx_text_in(out->arena);
        if (rows[i].value < OPTION_LANG) {
            jx_text_add_char(&left, '-');
            jx_text_add_char(&left, (char)rows[i].value);
            jx_text_put(&left, ", ");
        }
        jx_text_put(&left, "--");
        jx_text_put(&left, rows[i].name);
        jx_text_put(&left, rows[i].argument == NULL ? "" : " ");
        jx_text_put(&left, rows[i].argument == NULL ? "" : rows[i].argument);
        jx_options_line(out, jx_text_str(&left), HELP_COLUMN,
                        jx_str_of(jx_words_in(rows[i].says, lang)));
    }
}
