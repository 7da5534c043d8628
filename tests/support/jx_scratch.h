// SPDX-License-Identifier: MIT
// Files that a test makes for itself, in a folder of its own in the build.
#ifndef JIXIAO_TESTS_SUPPORT_JX_SCRATCH_H
#define JIXIAO_TESTS_SUPPORT_JX_SCRATCH_H

#include "base/str.h"
#include "support/jx_test.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { JX_SCRATCH_PATH = 1024 };

typedef struct jx_scratch {
    char folder[JX_SCRATCH_PATH];
} jx_scratch;

// The path of `name` in the folder.
static inline const char *jx_scratch_path(const jx_scratch *scratch,
                                          const char *name,
                                          char ret[JX_SCRATCH_PATH])
{
    const int size = snprintf(ret, JX_SCRATCH_PATH, "%s/%s", scratch->folder, name);
    assert_in_range(size, 1, JX_SCRATCH_PATH - 1);
    return ret;
}

// Removes the folder with its files.
static inline void jx_scratch_end(const jx_scratch *scratch)
{
    DIR *folder = opendir(scratch->folder);
    for (struct dirent *entry = NULL; folder != NULL && (entry = readdir(folder)) != NULL;) {
        char path[JX_SCRATCH_PATH];
        if (entry->d_name[0] != '.' || strlen(entry->d_name) > 2) {
            remove(jx_scratch_path(scratch, entry->d_name, path));
        }
    }
    if (folder != NULL) {
        closedir(folder);
    }
    remove(scratch->folder);
}

// Makes an empty folder of a name that was not used before: sanitizers keep libraries mapped under theirs.
static inline jx_scratch jx_scratch_begin(const char *name)
{
    jx_scratch scratch;
    snprintf(scratch.folder, sizeof scratch.folder, "%s/scratch-%s-XXXXXX", JX_TEST_BUILD_DIR,
             name);
    assert_non_null(mkdtemp(scratch.folder));
    return scratch;
}

// Writes a file and lends its path.
static inline const char *jx_scratch_write(const jx_scratch *scratch,
                                           const char *name,
                                           jx_str bytes,
                                           char ret[JX_SCRATCH_PATH])
{
    FILE *file = fopen(jx_scratch_path(scratch, name, ret), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.size, file), bytes.size);
    assert_int_equal(fclose(file), 0);
    return ret;
}

#endif
