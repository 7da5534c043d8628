// SPDX-License-Identifier: MIT
#include "model/settings.h"

const jx_settings jx_usual_settings = {
    .scripts = {.instructions = 100000, .bytes = 4 << 20, .milliseconds = 50},
};

static const jx_setting script_rows[] = {
    {{JX_FIELD_INTEGER,
      0,
      "instructions",
      NULL,
      "100000",
      "1000",
      "1000000000",
      {"一个项目的全部脚本最多执行多少条 Lua 指令",
       "how many instructions of the Lua machine the scripts of one project may take, all together"}},
     offsetof(jx_settings, scripts.instructions),
     1},
    {{JX_FIELD_INTEGER,
      0,
      "memory",
      NULL,
      "4096",
      "64",
      "1048576",
      {"它们最多使用多少内存，以 KiB 计，不含脚本本身",
       "how much memory they may use, in KiB, beyond what the scripts themselves take"}},
     offsetof(jx_settings, scripts.bytes),
     1024},
    {{JX_FIELD_INTEGER,
      0,
      "milliseconds",
      NULL,
      "50",
      "1",
      "60000",
      {"它们最多使用多少毫秒的处理器时间",
       "how many milliseconds of processor time they may take"}},
     offsetof(jx_settings, scripts.milliseconds),
     1},
};

static const jx_setting path_rows[] = {
    {{JX_FIELD_TEXT,
      0,
      "plugins",
      NULL,
      NULL,
      NULL,
      NULL,
      {"插件所在的文件夹，以“:”分隔，先列者优先；相对路径从本文件所在的文件夹算起，空的一段为通常的文件夹",
       "the folders of plugins, parted by ':', the first before the next; relative ones lie in the folder of "
       "this file, an empty part stands for the usual folder"}},
     offsetof(jx_settings, plugin_path),
     0},
    {{JX_FIELD_TEXT,
      0,
      "scripts",
      NULL,
      NULL,
      NULL,
      NULL,
      {"脚本所在的文件夹，写法同上", "the folders of scripts, written in the same way"}},
     offsetof(jx_settings, script_path),
     0},
};

static const jx_setting trust_rows[] = {
    {{JX_FIELD_BOOLEAN,
      0,
      "writable",
      NULL,
      "no",
      NULL,
      NULL,
      {"人人可改的插件（文件或其文件夹人人可写）是否也装入",
       "whether plugins that everybody may change (the file or its folder is world writable) are loaded all the "
       "same"}},
     offsetof(jx_settings, trust_writable),
     0},
    {{JX_FIELD_BOOLEAN,
      0,
      "others",
      NULL,
      "no",
      NULL,
      NULL,
      {"属于其他用户（既非 root 也非本人）的插件是否也装入",
       "whether plugins of other users (neither root nor oneself) are loaded all the same"}},
     offsetof(jx_settings, trust_others),
     0},
};

#define ROWS(rows) (rows), sizeof(rows) / sizeof((rows)[0])

const jx_settings_section jx_settings_sections[JX_SETTINGS_SECTIONS] = {
    {JX_STR("scripts"), {"脚本的限额", "what scripts may use up"}, ROWS(script_rows)},
    {JX_STR("paths"), {"文件夹", "folders"}, ROWS(path_rows)},
    {JX_STR("trust"),
     {"平常拒绝的插件是否装入", "plugins that are refused unless this allows them"},
     ROWS(trust_rows)},
    {JX_STR("plugins"),
     {"固定插件的内容：`名称 = sha256:64位十六进制数`，名称为库文件名去掉 .so；文件的 SHA-256 不同即拒绝",
      "pins: `NAME = sha256:DIGEST`, the name being that of the library's file without .so and the digest 64 "
      "hexadecimal digits; a file of another SHA-256 is refused"},
     NULL,
     0},
};
