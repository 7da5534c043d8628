// SPDX-License-Identifier: MIT
// Prints docs/errors.md from the catalogue of messages; given the words `findings en` or `findings zh`, docs/findings*.md.
#include "base/error.h"
#include "model/finding.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

typedef struct room_row {
    jx_message message;
    const char *room;
} room_row;

#define JX_MESSAGE(id, status, zh, en) {JX_MESSAGE_##id, ROOM},

static const room_row rows[] = {
#define ROOM "base · 文件与内存 · files and memory"
#include "base/messages/base.def"
#undef ROOM
#define ROOM "read · 读取项目文件和实际值 · reading project files and actuals"
#include "base/messages/read.def"
#undef ROOM
#define ROOM "plugin · 插件 · plugins"
#include "base/messages/plugin.def"
#undef ROOM
#define ROOM "script · 脚本 · scripts"
#include "base/messages/script.def"
#undef ROOM
#define ROOM "rule · 读懂扣分标准 · reading wordings"
#include "base/messages/rule.def"
#undef ROOM
#define ROOM "score · 评分 · scoring"
#include "base/messages/score.def"
#undef ROOM
#define ROOM "batch · 批量评分 · scoring in batches"
#include "base/messages/batch.def"
#undef ROOM
#define ROOM "cli · 命令行 · the command line"
#include "base/messages/cli.def"
#undef ROOM
};

static const room_row findings[] = {
#define ROOM "findings"
#include "base/messages/findings.def"
#undef ROOM
};

_Static_assert(sizeof rows / sizeof rows[0] + sizeof findings / sizeof findings[0] ==
                   JX_MESSAGE_COUNT - 1,
               "every message stands in one of them");

static void print_cell(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '|' || *text == '<') {
            putchar('\\');
        }
        putchar(*text == '\n' ? ' ' : *text);
    }
}

static void print_says(const jx_message_row *row)
{
    print_cell(row->says.zh);
    printf(" | ");
    print_cell(row->says.en);
    puts(" |");
}

typedef struct advice_row {
    const char *code;
    jx_words says;
} advice_row;

static const advice_row advice[] = {
#define ADVICE(code, zh, en) {code, {zh, en}},
#include "finding_advice.def"
#undef ADVICE
};

static const jx_words findings_head = {
    "# 发现\n\n"
    "`jixiao check` 对可以照常评分的绩效目标表、`jixiao import` 对公开的表所作的提醒：哪里值得再看一眼，怎么办。English: [findings.md](findings.md)。\n\n"
    "每条一行，写到标准错误：`文件:行号: 轻重 代码：句子`。代码不变，句子可能改写。`{1}`、`{2}` 处填入所发现的内容。"
    "本页由 `core/base/messages/findings.def` 生成；使评分不能进行的差错见 [errors.md](errors.md)。\n\n"
    "| 轻重 | 含义 | `check` 的退出码 |\n| --- | --- | --- |",
    "# Findings\n\n"
    "What `jixiao check` says of a table that can be scored all the same, and `jixiao import` of one that is published; and what to do "
    "about it. 中文：[findings.zh-CN.md](findings.zh-CN.md).\n\n"
    "A line each, on standard error: `FILE:LINE: SEVERITY CODE: SENTENCE`. Codes are stable; sentences may be reworded. `{1}`, `{2}` stand "
    "for what was found. This page is made from `core/base/messages/findings.def`; faults that stop scoring are in [errors.md](errors.md).\n\n"
    "| severity | meaning | exit code of `check` |\n| --- | --- | --- |",
};

static const jx_words findings_body = {
    "\n关于项目类型的发现（前五条）：项目文件写明了该类型时为警告，只是通用类型时为提示；类型从严时是错误（退出码 2）。\n\n"
    "| 代码 | 句子 | 怎么办 |\n| --- | --- | --- |",
    "\nA finding about the project's type (the first five) is a warning where the project file names the type, information where it is only "
    "the usual one, and a fault (exit code 2) where the type does not merely advise.\n\n"
    "| code | sentence | what to do |\n| --- | --- | --- |",
};

static void print_severities(jx_lang lang)
{
    static const jx_words meanings[JX_SEVERITIES] = {
        {"值得知道，多半没有错", "worth knowing, and mostly right as it is"},
        {"多半有错，应当看一看", "mostly a mistake: look at it"},
        {"评分结果多半不是本意", "results will mostly not be what was meant"},
    };
    for (int i = 0; i < JX_SEVERITIES; i++) {
        printf("| %s | %s | %d |\n", jx_words_in(jx_severity_words((jx_severity)i), lang),
               jx_words_in(meanings[i], lang), i == JX_INFO ? 0 : 1);
    }
}

static bool print_finding(jx_message message, jx_lang lang)
{
    char code[JX_FINDING_CODE];
    const char *name = jx_finding_code(message, code).data;
    for (size_t i = 0; i < sizeof advice / sizeof advice[0]; i++) {
        if (strcmp(advice[i].code, name) == 0) {
            printf("| `%s` | ", name);
            print_cell(jx_words_in(jx_message_find(message)->says, lang));
            printf(" | %s |\n", jx_words_in(advice[i].says, lang));
            return true;
        }
    }
    fprintf(stderr, "tests/tools/finding_advice.def: no row for %s\n", name);
    return false;
}

static bool print_findings(jx_lang lang)
{
    bool whole = true;
    puts(jx_words_in(findings_head, lang));
    print_severities(lang);
    puts(jx_words_in(findings_body, lang));
    for (size_t i = 0; i < sizeof findings / sizeof findings[0]; i++) {
        whole = print_finding(findings[i].message, lang) && whole;
    }
    return whole;
}

static void print_errors(void)
{
    const char *room = "";
    puts("# Errors · 错误\n");
    puts(
        "Every message is one line: the place (file:line, project, indicator, key), what was expected, what was found, and what to "
        "do where that is not plain. `{1}`, `{2}` stand for what was found, `{1!}` for what is shown whole however long it is. This page is made from `core/base/messages/`.\n");
    puts(
        "每条消息一行：位置（文件:行号、项目、指标、键）、应为什么、实为什么，必要时写明怎么办。`{1}`、`{2}` 处填入所发现的内容。\n");
    puts(
        "Exit codes · 退出码：2 usage or configuration 用法或配置 · 3 actuals 实际值 · 4 plugin or script 插件或脚本 · 5 system 系统.");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const jx_message_row *row = jx_message_find(rows[i].message);
        if (strcmp(room, rows[i].room) != 0) {
            room = rows[i].room;
            printf("\n## %s\n\n| code | exit | 中文 | English |\n| --- | --- | --- | --- |\n",
                   room);
        }
        printf("| `%s` | %d | ", row->id, -row->status);
        print_says(row);
    }
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "findings") == 0) {
        return print_findings(argc > 2 && strcmp(argv[2], "zh") == 0 ? JX_ZH : JX_EN) ? 0 : 1;
    }
    print_errors();
    return 0;
}
