// SPDX-License-Identifier: MIT
#include "support/evil_files.h"

#include "base/file.h"
#include "base/text.h"
#include "model/settings.h"
#include "support/jx_fast.h"
#include "support/jx_test.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 1 << 20, PATIENCE = 4 };

// What stands on the second line behind `-- expect: `.
static const char *read_expect(jx_arena *arena, const char *name)
{
    static const jx_str mark = JX_STR("-- expect: ");
    jx_str bytes;
    jx_text path = jx_text_in(arena);
    jx_text_put(&path, JX_EVIL_FOLDER "/");
    jx_text_put(&path, name);
    jx_text_add_char(&path, '\0');
    assert_false(path.failed);
    assert_int_equal(jx_file_read(arena, path.data, FILE_MOST, JX_EDATA, &bytes, NULL), JX_OK);
    jx_str first = jx_str_next(&bytes, '\n');
    jx_str second = jx_str_next(&bytes, '\n');
    bool good = jx_str_starts(first, (jx_str)JX_STR("-- ")) && jx_str_starts(second, mark) &&
                second.size > mark.size;
    return good ? jx_arena_copy(arena, jx_str_from(second, mark.size)).data : NULL;
}

static int order_rows(const void *a, const void *b)
{
    const jx_evil *left = a;
    const jx_evil *right = b;
    return strcmp(left->name, right->name);
}

uint64_t jx_evil_time(const jx_evil *evil)
{
    bool is_usual = JX_IS_FAST || (evil->expect != NULL && strstr(evil->expect, "10 ms") != NULL);
    return jx_usual_settings.scripts.milliseconds * (is_usual ? 1 : PATIENCE);
}

void jx_evil_list(jx_arena *arena, jx_evil_files *ret)
{
    DIR *folder = opendir(JX_EVIL_FOLDER);
    ret->count = 0;
    if (folder == NULL) {
        return;
    }
    for (struct dirent *entry = NULL; (entry = readdir(folder)) != NULL;) {
        if (jx_str_ends(jx_str_of(entry->d_name), (jx_str)JX_STR(".lua")) &&
            ret->count < JX_EVIL_MOST) {
            const char *name = jx_arena_copy(arena, jx_str_of(entry->d_name)).data;
            ret->rows[ret->count++] = (jx_evil){.name = name};
        }
    }
    closedir(folder);
    qsort(ret->rows, ret->count, sizeof ret->rows[0], order_rows);
    for (size_t i = 0; i < ret->count; i++) {
        ret->rows[i].expect = read_expect(arena, ret->rows[i].name);
        ret->rows[i].of_project =
            jx_str_starts(jx_str_of(ret->rows[i].name), (jx_str)JX_STR("project_"));
    }
}

const char *jx_evil_project(jx_arena *arena, const jx_evil *evil)
{
    jx_text text = jx_text_in(arena);
    jx_text_put(&text, "[project]\nid = demo\nname = 示例\nfull = 20\nnot_applicable = rescale\n");
    if (evil->of_project) {
        jx_text_put(&text, "script = ");
        jx_text_put(&text, evil->name);
    }
    jx_text_put(&text, "\n[indicator it]\nname = 指标\ncategory = output\nweight = 10\n"
                       "unit = 个\ntarget = 30\nscript = witness.lua\n"
                       "[indicator evil]\nname = 另一指标\ncategory = output\nweight = 10\n"
                       "unit = 个\ntarget = 30\n");
    if (!evil->of_project) {
        jx_text_put(&text, "script = ");
        jx_text_put(&text, evil->name);
        jx_text_put(&text, "\n");
    }
    assert_false(text.failed);
    return jx_arena_copy(arena, jx_text_str(&text)).data;
}
