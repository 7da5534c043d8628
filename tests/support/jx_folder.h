// SPDX-License-Identifier: MIT
// A folder of its own for every test that reads or writes files; the test runs inside it.
#ifndef JIXIAO_TESTS_SUPPORT_JX_FOLDER_H
#define JIXIAO_TESTS_SUPPORT_JX_FOLDER_H

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "support/jx_rows.h"
#include "support/jx_test.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { JX_FOLDER_PATH = 512, JX_FOLDER_NOBODY = 65534 };

typedef struct jx_folder {
    char path[JX_FOLDER_PATH];
    int before;
    jx_arena *arena;
    jx_error err;
} jx_folder;

static inline int jx_folder_enter(void **state)
{
    jx_folder *folder = malloc(sizeof *folder);
    const char *temporary = getenv("TMPDIR");
    snprintf(folder->path, JX_FOLDER_PATH, "%s/jixiao-test-XXXXXX",
             temporary == NULL ? "/tmp" : temporary);
    folder->before = open(".", O_RDONLY | O_DIRECTORY);
    folder->arena = jx_arena_new();
    folder->err = JX_ERROR(JX_EN);
    *state = folder;
    return mkdtemp(folder->path) == NULL || chdir(folder->path) != 0;
}

static inline int jx_folder_remove(const char *path,
                                   const struct stat *about,
                                   int kind,
                                   struct FTW *place)
{
    (void)about;
    (void)kind;
    (void)place;
    return remove(path);
}

// Removes the folder and all that is in it.
static inline int jx_folder_leave(void **state)
{
    jx_folder *folder = *state;
    enum { FILES_OPEN = 8 };
    int left = fchdir(folder->before) != 0 ||
               nftw(folder->path, jx_folder_remove, FILES_OPEN, FTW_DEPTH | FTW_PHYS) != 0;
    close(folder->before);
    jx_arena_free(folder->arena);
    free(folder);
    return left;
}

// How many files and directories there are.
static inline size_t jx_folder_count(void)
{
    size_t count = 0;
    DIR *listing = opendir(".");
    assert_non_null(listing);
    while (readdir(listing) != NULL) {
        count++;
    }
    closedir(listing);
    return count - 2;
}

static inline void jx_folder_put(const char *path, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static inline void jx_folder_put_text(const char *path, const char *text)
{
    jx_folder_put(path, text, strlen(text));
}

static inline void jx_folder_expect(jx_folder *folder, const char *path, const char *expected)
{
    jx_str found;
    assert_int_equal(jx_file_read(folder->arena, path, SIZE_MAX, JX_EDATA, &found, &folder->err),
                     JX_OK);
    jx_expect_text(found, expected);
}

static inline mode_t jx_folder_permissions(const char *path)
{
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return status.st_mode & 0777;
}

// Runs the rows, then those tests, all in one folder of their own.
typedef struct jx_folder_test {
    const char *name;
    CMUnitTestFunction run;
} jx_folder_test;

static inline int jx_folder_run(jx_rows *rows,
                                const jx_folder_test *tests,
                                size_t count,
                                const char *group)
{
    void *state = NULL;
    if (jx_folder_enter(&state) != 0) {
        return 1;
    }
    for (size_t i = 0; i < count; i++) {
        jx_rows_add_one(rows, tests[i].name, tests[i].run, state);
    }
    const int failed = jx_rows_run(rows, group);
    return jx_folder_leave(&state) != 0 || failed != 0;
}

// Runs in a child that is nobody in particular, so that permissions count whoever runs the test.
static inline void jx_folder_as_nobody(jx_folder *folder, void (*check)(jx_folder *))
{
    pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && (setgid(JX_FOLDER_NOBODY) != 0 || setuid(JX_FOLDER_NOBODY) != 0)) {
            _exit(2);
        }
        check(folder);
        _exit(0);
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

#endif
