// SPDX-License-Identifier: MIT
// Prints docs/errors.md from the catalogue of messages.
#include "base/error.h"

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
#define ROOM "score · 评分 · scoring"
#include "base/messages/score.def"
#undef ROOM
#define ROOM "cli · 命令行 · the command line"
#include "base/messages/cli.def"
#undef ROOM
};

static void print_cell(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '|' || *text == '<') {
            putchar('\\');
        }
        putchar(*text == '\n' ? ' ' : *text);
    }
}

int main(void)
{
    const char *room = "";
    puts("# Errors · 错误\n");
    puts(
        "Every message is one line: the place (file:line, project, indicator, key), what was expected, what was found, and what to "
        "do where that is not plain. `{1}`, `{2}` stand for what was found, `{1!}` for what is shown whole however long it is. This page is made from `core/base/messages/`.\n");
    puts(
        "每条消息一行：位置（文件:行号、项目、指标、键）、应为什么、实为什么，必要时写明怎么办。`{1}`、`{2}` 处填入所发现的内容。\n");
    puts(
        "Exit codes · 退出码：2 usage or configuration 用法或配置 · 3 actuals 实际值 · 4 plugin 插件 · 5 system 系统.");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const jx_message_row *row = jx_message_find(rows[i].message);
        if (strcmp(room, rows[i].room) != 0) {
            room = rows[i].room;
            printf("\n## %s\n\n| code | exit | 中文 | English |\n| --- | --- | --- | --- |\n",
                   room);
        }
        printf("| `%s` | %d | ", row->id, -row->status);
        print_cell(row->says.zh);
        printf(" | ");
        print_cell(row->says.en);
        puts(" |");
    }
    return 0;
}
