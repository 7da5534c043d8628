// SPDX-License-Identifier: MIT
#include "cli/places.h"

#include "base/folder.h"
#include "base/text.h"

#include <unistd.h>

enum { PATH_BYTES = 4096 };

static const char *const inside[] = {
    [JX_BESIDE_NOTHING] = "",
    [JX_BESIDE_SETTINGS] = JX_SETTINGS_FILE,
    [JX_BESIDE_PLUGINS] = JX_PLUGIN_DIR,
    [JX_BESIDE_MODULES] = JX_MODULE_DIR,
    [JX_BESIDE_SCRIPTS] = JX_SCRIPT_DIR,
    [JX_BESIDE_TEMPLATES] = JX_TEMPLATE_DIR,
};

jx_status jx_places_find(jx_arena *arena, jx_beside what, const char **ret, jx_error *err)
{
    char command[PATH_BYTES];
    ssize_t size = readlink("/proc/self/exe", command, sizeof command);
    if (size <= 0 || size == sizeof command) {
        return jx_fail(err, NULL, JX_MESSAGE_PLACES_UNKNOWN, JX_STR_NONE);
    }
    jx_str folder = {command, (size_t)size};
    for (int levels = 0; levels < 2; levels++) {
        folder = jx_path_bare(jx_path_folder(folder));
    }
    const char *path = inside[what][0] == '\0' ? jx_arena_copy(arena, folder).data
                                               : jx_path_join(arena, folder, inside[what]).data;
    if (path == NULL) {
        return jx_fail_memory(err);
    }
    *ret = path;
    return JX_OK;
}

jx_status jx_places_path(
    jx_arena *arena, const char *path, jx_beside what, const char **ret, jx_error *err)
{
    const char *usual = NULL;
    jx_text text = jx_text_in(arena);
    for (jx_str rest = jx_str_of(path == NULL ? "" : path); rest.data != NULL;) {
        const jx_str part = jx_str_next(&rest, ':');
        if (part.size == 0 && usual == NULL) {
            jx_status status = jx_places_find(arena, what, &usual, err);
            if (status != JX_OK) {
                return status;
            }
        }
        jx_text_add(&text, part.size == 0 ? jx_str_of(usual) : part);
        jx_text_put(&text, rest.data == NULL ? "" : ":");
    }
    const char *whole = jx_text_end(&text).data;
    if (whole == NULL) {
        return jx_fail_memory(err);
    }
    *ret = whole;
    return JX_OK;
}
