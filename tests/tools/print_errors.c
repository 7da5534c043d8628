// SPDX-License-Identifier: MIT
// Prints docs/errors.md from the catalogue of messages; given the word `findings`, docs/findings.md.
#include "base/error.h"
#include "model/finding.h"

#include <stdio.h>

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

static void print_findings(void)
{
    puts("# Findings · 发现\n");
    puts(
        "What `jixiao check` says of a table that can be scored all the same, and `jixiao import` of one that is published. A line each, on standard error: "
        "`FILE:LINE: SEVERITY CODE: SENTENCE`. Codes are stable; sentences may be reworded. This page is made from "
        "`core/base/messages/findings.def`.\n");
    puts(
        "`jixiao check` 对可以照常评分的表、`jixiao import` 对公开的表所作的提醒，每条一行，写到标准错误："
        "`文件:行号: 轻重 代码：句子`。代码不变，句子可能改写。\n");
    puts("| severity | 轻重 | meaning · 含义 | exit · 退出码 |\n| --- | --- | --- | --- |");
    static const jx_words meanings[JX_SEVERITIES] = {
        {"值得知道，多半没有错", "worth knowing, and mostly right as it is"},
        {"多半有错，应当看一看", "mostly a mistake: look at it"},
        {"评分结果多半不是本意", "results will mostly not be what was meant"},
    };
    for (int i = 0; i < JX_SEVERITIES; i++) {
        const jx_words word = jx_severity_words((jx_severity)i);
        printf("| `%s` | %s | %s · %s | %d |\n", word.en, word.zh, meanings[i].en, meanings[i].zh,
               i == JX_INFO ? 0 : 1);
    }
    puts(
        "\nA finding about the project's type has a severity of `warning` where the project file names the type, `info` "
        "where it is only the usual one, and is a fault (exit code 2) where the type does not merely advise.\n");
    puts("关于项目类型的发现：项目文件写明了该类型时为 `warning`，只是通用类型时为 `info`；"
         "类型从严时是错误（退出码2）。\n");
    puts("| code | 中文 | English |\n| --- | --- | --- |");
    for (size_t i = 0; i < sizeof findings / sizeof findings[0]; i++) {
        char code[JX_FINDING_CODE];
        printf("| `%s` | ", jx_finding_code(findings[i].message, code).data);
        print_says(jx_message_find(findings[i].message));
    }
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
        print_findings();
    } else {
        print_errors();
    }
    return 0;
}
