// SPDX-License-Identifier: MIT
#include "support/good_library.h"

#include "base/file.h"
#include "plugin/loader.h"
#include "support/jx_test.h"

#include <string.h>

jx_str jx_read_good_library(jx_arena *arena)
{
    jx_str bytes;
    assert_int_equal(
        jx_file_read(arena, JX_GOOD_LIBRARY, JX_LIBRARY_BYTES, JX_EPLUGIN, &bytes, NULL), JX_OK);
    return bytes;
}

void jx_expect_unloadable(const char *path, jx_message message, const char *part)
{
    jx_arena *arena = jx_arena_new();
    jx_library library = {.plugin_count = 77};
    jx_error err = JX_ERROR(JX_EN);
    assert_int_equal(jx_library_load(arena, path, &jx_usual_trust, &library, &err), JX_EPLUGIN);
    assert_int_equal(err.status, JX_EPLUGIN);
    if (err.message != message || strstr(err.text, part) == NULL) {
        fail_msg("expected message %d with \"%s\", got %d: %s", (int)message, part,
                 (int)err.message, err.text);
    }
    assert_int_equal(strncmp(err.text, path, strlen(path)), 0);
    assert_int_equal(library.plugin_count, 77);
    assert_int_equal(jx_library_load(arena, path, &jx_usual_trust, &library, NULL), JX_EPLUGIN);
    jx_arena_free(arena);
}
