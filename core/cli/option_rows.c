// SPDX-License-Identifier: MIT
#include "cli/option_rows.h"

#include "batch/trailer.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_WORKERS = 256, DECIMAL = 10 };

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

static jx_status take_workers(const char *value, jx_options *options, jx_error *err)
{
    char most[JX_NUMBER_TEXT];
    char *end = NULL;
    const unsigned long number =
        value[0] >= '1' && value[0] <= '9' ? strtoul(value, &end, DECIMAL) : 0;
    if (number == 0 || number > MOST_WORKERS || *end != '\0') {
        return jx_fail(err, NULL, JX_MESSAGE_WORKERS_COUNT, jx_str_of(value),
                       jx_str_number(MOST_WORKERS, most));
    }
    options->workers = number;
    return JX_OK;
}

static jx_status take_shard(const char *value, jx_options *options, jx_error *err)
{
    char most[JX_NUMBER_TEXT];
    return jx_trailer_parse_shard(jx_str_of(value), &options->shard, &options->shards)
               ? JX_OK
               : jx_fail(err, NULL, JX_MESSAGE_SHARD_WORD, jx_str_of(value),
                         jx_str_number(JX_SHARDS_MOST, most));
}

static jx_status take_try(const char *value, jx_options *options, jx_error *err)
{
    char most[JX_NUMBER_TEXT];
    if (options->try_count == JX_TRIES_MOST) {
        return jx_fail(err, NULL, JX_MESSAGE_TRIES_MANY, jx_str_number(JX_TRIES_MOST, most));
    }
    options->tries[options->try_count++] = value;
    return JX_OK;
}

const jx_option_row jx_option_rows[] = {
    {"actuals",
     '\0',
     JX_TAKES_ACTUALS,
     "FILE",
     offsetof(jx_options, actuals),
     NULL,
     {"实际完成值，CSV 或工作簿（.xlsx）；“-”为标准输入",
      "the actuals, CSV or a workbook (.xlsx); - is standard input"}},
    {"project",
     '\0',
     JX_TAKES_PROJECT,
     "X",
     offsetof(jx_options, project),
     NULL,
     {"只取实际值中的这一个项目", "take this project of the actuals only"}},
    {"format",
     '\0',
     JX_TAKES_FORMAT,
     "NAME",
     offsetof(jx_options, format),
     NULL,
     {"报告格式；未给出时看 -o 的扩展名",
      "the report's format; usually what the name behind -o ends in"}},
    {"output",
     'o',
     JX_TAKES_OUTPUT,
     "FILE",
     offsetof(jx_options, output),
     NULL,
     {"写入文件，而不是标准输出", "write to the file instead of standard output"}},
    {"output",
     'o',
     JX_TAKES_FOLDER,
     "DIR",
     offsetof(jx_options, output),
     NULL,
     {"写入该文件夹，而不是当前文件夹", "write into the folder instead of the current one"}},
    {"encoding",
     '\0',
     JX_TAKES_ENCODING,
     "NAME",
     0,
     take_encoding,
     {"实际值的编码：utf-8 或 gb18030，默认自动识别",
      "the actuals' encoding: utf-8 or gb18030; found out by default"}},
    {"encoding",
     '\0',
     JX_TAKES_TABLE,
     "NAME",
     0,
     take_encoding,
     {"表格的编码：utf-8 或 gb18030，默认自动识别",
      "the table's encoding: utf-8 or gb18030; found out by default"}},
    {"file",
     '\0',
     JX_TAKES_RULE,
     "RULES.csv|tsv",
     offsetof(jx_options, file),
     NULL,
     {"读一个文件里的评分标准，一行一条", "read the rules of a file, a row each"}},
    {"try",
     '\0',
     JX_TAKES_RULE,
     "V",
     0,
     take_try,
     {"用读出的规则试算这个实际值；可以写几次",
      "score this actual by what was read; may be given several times"}},
    {"weight",
     '\0',
     JX_TAKES_RULE,
     "N",
     offsetof(jx_options, weight),
     NULL,
     {"表中的分值；不写时取自原文", "the table's points; those in the words by default"}},
    {"target",
     '\0',
     JX_TAKES_RULE,
     "CELL",
     offsetof(jx_options, target),
     NULL,
     {"表中的指标值，如 ≥95%；不写时取自原文",
      "the table's target, as in >=95%; that in the words by default"}},
    {"unit",
     '\0',
     JX_TAKES_RULE,
     "UNIT",
     offsetof(jx_options, unit),
     NULL,
     {"表中的度量单位；不写时取自原文", "the table's unit; that in the words by default"}},
    {"json",
     '\0',
     JX_TAKES_RULE,
     NULL,
     offsetof(jx_options, json),
     NULL,
     {"每条一行 JSON", "a line of JSON for each rule"}},
    {"instance",
     '\0',
     JX_TAKES_FORM,
     "BODY",
     offsetof(jx_options, instance),
     NULL,
     {"填报单位：几个单位填同一张表时，各给一份",
      "who fills it in, where several bodies fill in one table"}},
    {"sheet",
     '\0',
     JX_TAKES_IMPORT,
     "NAME",
     offsetof(jx_options, sheet),
     NULL,
     {"读工作簿的这个工作表，默认为第一个有内容的",
      "the sheet of the workbook, by default the first with text"}},
    {"budget-execution",
     '\0',
     JX_TAKES_IMPORT,
     NULL,
     offsetof(jx_options, budget_execution),
     NULL,
     {"另加一行预算执行率，10 分", "add the row of budget execution, 10 points"}},
    {"id",
     '\0',
     JX_TAKES_IMPORT,
     "ID",
     offsetof(jx_options, id),
     NULL,
     {"项目代码，默认取自 -o 的文件名", "the project's id; that of the file behind -o by default"}},
    {"name",
     '\0',
     JX_TAKES_IMPORT,
     "NAME",
     offsetof(jx_options, name),
     NULL,
     {"项目名称，默认取自表格上方", "the project's name; what stands above the table by default"}},
    {"year",
     '\0',
     JX_TAKES_IMPORT,
     "YEAR",
     offsetof(jx_options, year),
     NULL,
     {"项目年度，默认取自表格或项目代码",
      "the project's year; that of the table or the id by default"}},
    {"jobs",
     'j',
     JX_TAKES_WORKERS,
     "N",
     0,
     take_workers,
     {"同时评分的工作进程数，默认为处理器核数；结果与此无关",
      "how many processes score at once, as many as there are cores by default; results are the same"}},
    {"resume",
     '\0',
     JX_TAKES_RESUME,
     NULL,
     offsetof(jx_options, resume),
     NULL,
     {"记日志；中断后以同样的命令接着评，结果一字不差",
      "keep a journal; the same command goes on where a run was cut off, to the same bytes"}},
    {"quiet",
     'q',
     JX_TAKES_WORKERS,
     NULL,
     offsetof(jx_options, quiet),
     NULL,
     {"不显示进度和汇总", "show neither progress nor a summary"}},
    {"shard",
     '\0',
     JX_TAKES_SHARD,
     "I/N",
     0,
     take_shard,
     {"只评实际值 N 份中的第 I 份，用 jixiao merge 合并",
      "score the I-th of N parts of the actuals only; jixiao merge joins them"}},
    {"header",
     '\0',
     JX_TAKES_HEADER,
     "FILE",
     offsetof(jx_options, header),
     NULL,
     {"列名取自该文件，实际值没有列名行",
      "take the names of the columns from the file; the actuals have none"}},
    {"reference",
     '\0',
     JX_TAKES_REFERENCE,
     NULL,
     offsetof(jx_options, reference),
     NULL,
     {"以 Markdown 打印全部键的参考手册", "print the reference of all keys as Markdown"}},
    {"check",
     '\0',
     JX_TAKES_CHECK,
     "FILE.so",
     offsetof(jx_options, check),
     NULL,
     {"检查一个插件是否守规则，在子进程中试运行",
      "whether the plugin keeps the rules, tried in a process of its own"}},
    {"coverage",
     '\0',
     JX_TAKES_COVERAGE,
     NULL,
     offsetof(jx_options, coverage),
     NULL,
     {"列出没有用例到达的指标和分支", "tell which indicators and branches no case reached"}},
    {"plugin-path",
     '\0',
     JX_TAKES_PLUGINS,
     "DIR:DIR…",
     offsetof(jx_options, plugin_path),
     NULL,
     {"插件所在的文件夹，先列者优先；空的一段为通常的文件夹",
      "where plugins are, first to last; an empty part is the usual folder"}},
    {"settings",
     '\0',
     JX_TAKES_PLUGINS,
     "FILE",
     offsetof(jx_options, settings),
     NULL,
     {"本机的设置，默认为 etc/jixiao/jixiao.ini",
      "the host's settings; etc/jixiao/jixiao.ini by default"}},
    {"script-path",
     '\0',
     JX_TAKES_PLUGINS,
     "DIR:DIR…",
     offsetof(jx_options, script_path),
     NULL,
     {"脚本所在的文件夹，先找项目文件所在的文件夹；空的一段为通常的文件夹",
      "where scripts are, behind the project file's own folder; an empty part is the usual one"}},
    {"lang",
     '\0',
     JX_TAKES_ALWAYS,
     "zh|en",
     0,
     take_lang,
     {"报告和消息的语言", "the language of reports and messages"}},
    {"help",
     'h',
     JX_TAKES_ALWAYS,
     NULL,
     offsetof(jx_options, help),
     NULL,
     {"显示帮助", "show this help"}},
};

_Static_assert(sizeof jx_option_rows / sizeof jx_option_rows[0] < JX_OPTIONS_MOST,
               "room for the options and the end of their list");

const size_t jx_option_count = sizeof jx_option_rows / sizeof jx_option_rows[0];
