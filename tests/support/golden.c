// SPDX-License-Identifier: MIT
#include "support/golden.h"

#include "base/arena.h"
#include "base/file.h"
#include "support/jx_test.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { GOLDEN_LIMIT = 1 << 20, FOUND_PATH = 1024 };

static const jx_str version = JX_STR("{version}");

static jx_str next_line(jx_str *rest)
{
    return jx_str_next(rest, '\n');
}

static jx_str without_version(jx_str text)
{
    size_t size = 0;
    while (size < text.size && strchr("0123456789.", text.data[size]) != NULL) {
        size++;
    }
    return jx_str_from(text, size);
}

static bool line_matches(jx_str expected, jx_str found)
{
    while (expected.size > 0 && found.size > 0) {
        if (jx_str_starts(expected, version)) {
            expected = jx_str_from(expected, version.size);
            found = without_version(found);
        } else if (expected.data[0] == found.data[0]) {
            expected = jx_str_from(expected, 1);
            found = jx_str_from(found, 1);
        } else {
            return false;
        }
    }
    return expected.size == found.size;
}

static bool matches(jx_str expected, jx_str found)
{
    for (size_t line = 1; expected.data != NULL || found.data != NULL; line++) {
        bool both = expected.data != NULL && found.data != NULL;
        jx_str wanted = next_line(&expected);
        jx_str got = next_line(&found);
        if (!both || !line_matches(wanted, got)) {
            print_error("line %zu\nexpected: %.*s\nfound:    %.*s\n", line, (int)wanted.size,
                        wanted.size == 0 ? "" : wanted.data, (int)got.size,
                        got.size == 0 ? "" : got.data);
            return false;
        }
    }
    return true;
}

// What was found, for whoever asks for it to look at and to take over: JIXIAO_FOUND names a folder.
static void write_found(jx_str text, const char *path)
{
    char name[FOUND_PATH];
    const char *folder = getenv("JIXIAO_FOUND");
    const char *base = strrchr(path, '/');
    if (folder == NULL) {
        return;
    }
    snprintf(name, sizeof name, "%s/%s", folder, base == NULL ? path : base + 1);
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    fwrite(text.data, 1, text.size, file);
    fclose(file);
}

void jx_expect_golden(jx_str text, const char *path)
{
    jx_str expected = JX_STR_NONE;
    jx_error err = JX_ERROR(JX_EN);
    jx_arena *arena = jx_arena_new();
    assert_non_null(arena);
    jx_status status = jx_file_read(arena, path, GOLDEN_LIMIT, JX_EDATA, &expected, &err);
    bool same = status == JX_OK && matches(expected, text);
    jx_arena_free(arena);
    if (status != JX_OK) {
        print_error("%s\n", err.text);
    }
    if (!same) {
        write_found(text, path);
        fail_msg("differs from %s", path);
    }
}
