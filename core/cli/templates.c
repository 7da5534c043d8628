// SPDX-License-Identifier: MIT
#include "cli/templates.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/text.h"
#include "cli/places.h"

enum { TEMPLATE_BYTES_MOST = 1 << 20 };

jx_str jx_templates_fill(jx_arena *arena, jx_str text, jx_str placeholder, jx_str value)
{
    jx_text filled = jx_text_in(arena);
    size_t kept = 0;
    for (size_t i = 0; i + placeholder.size <= text.size; i++) {
        if (i >= kept && jx_str_starts(jx_str_from(text, i), placeholder)) {
            jx_text_add(&filled, (jx_str){text.data + kept, i - kept});
            jx_text_add(&filled, value);
            kept = i + placeholder.size;
        }
    }
    jx_text_add(&filled, jx_str_from(text, kept));
    return jx_text_end(&filled);
}

static jx_status read_template(
    jx_arena *arena, const char *path, jx_str name, jx_new_file *ret, jx_error *err)
{
    const jx_str placeholder = JX_STR("@NAME@");
    jx_str text;
    jx_status status = jx_file_read(arena, path, TEMPLATE_BYTES_MOST, JX_ESYSTEM, &text, err);
    if (status != JX_OK) {
        return status;
    }
    ret->path = jx_templates_fill(arena, jx_path_name(jx_str_of(path)), placeholder, name).data;
    ret->text = jx_templates_fill(arena, text, placeholder, name);
    return ret->path == NULL || ret->text.data == NULL ? jx_fail_memory(err) : JX_OK;
}

static jx_status find_folder(jx_arena *arena, const char *kind, jx_str *ret, jx_error *err)
{
    const char *folder = NULL;
    jx_status status = jx_places_find(arena, JX_BESIDE_TEMPLATES, &folder, err);
    if (status != JX_OK) {
        return status;
    }
    *ret = jx_path_join(arena, jx_str_of(folder), kind);
    return ret->data == NULL ? jx_fail_memory(err) : JX_OK;
}

jx_status jx_templates_read(jx_arena *arena,
                            const char *kind,
                            jx_str name,
                            const jx_new_file **ret,
                            size_t *ret_count,
                            jx_error *err)
{
    jx_str folder;
    jx_paths paths = {0};
    jx_status status = find_folder(arena, kind, &folder, err);
    if (status == JX_OK) {
        status = jx_folder_list(arena, folder.data, "", JX_MESSAGE_TEMPLATES_ABSENT, &paths, err);
    }
    if (status != JX_OK) {
        return status;
    }
    jx_new_file *files = jx_arena_array(arena, paths.count, sizeof *files);
    if (files == NULL) {
        return jx_fail_memory(err);
    }
    for (size_t i = 0; i < paths.count; i++) {
        status = read_template(arena, paths.rows[i], name, &files[i], err);
        if (status != JX_OK) {
            return status;
        }
    }
    *ret = files;
    *ret_count = paths.count;
    return JX_OK;
}
