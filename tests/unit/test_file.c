// SPDX-License-Identifier: MIT
#include "base/file.h"
#include "support/jx_folder.h"
#include "support/jx_rows.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LIMIT = 1000, LARGE = 300000 };

static void expect_refusal(jx_folder *folder,
                           const char *path,
                           jx_message message,
                           const char *text)
{
    jx_str found = JX_STR("untouched");
    jx_status status = jx_file_read(folder->arena, path, LIMIT, JX_EDATA, &found, &folder->err);
    assert_int_equal(status, JX_EDATA);
    assert_int_equal(folder->err.status, JX_EDATA);
    assert_int_equal(folder->err.message, message);
    assert_string_equal(folder->err.text, text);
    jx_expect_text(found, "untouched");
    assert_int_equal(jx_file_read(folder->arena, path, LIMIT, JX_ECONFIG, &found, NULL),
                     JX_ECONFIG);
}

static void test_reading(void **state)
{
    jx_folder *folder = *state;
    jx_folder_put("a.csv", "a\0b\n", 4);
    jx_str found;
    assert_int_equal(jx_file_read(folder->arena, "a.csv", 4, JX_EDATA, &found, NULL), JX_OK);
    assert_int_equal(found.size, 4);
    assert_memory_equal(found.data, "a\0b\n", 5);
    jx_folder_put("empty.csv", "", 0);
    jx_folder_expect(folder, "empty.csv", "");
    jx_folder_expect(folder, "/dev/null", "");
}

static void test_reading_much(void **state)
{
    jx_folder *folder = *state;
    char *bytes = malloc(LARGE + 1);
    for (size_t i = 0; i < LARGE; i++) {
        bytes[i] = (char)('a' + i % 23);
    }
    bytes[LARGE] = '\0';
    jx_folder_put_text("large.csv", bytes);
    jx_folder_expect(folder, "large.csv", bytes);
    free(bytes);
}

static void test_absent(void **state)
{
    expect_refusal(*state, "absent.csv", JX_MESSAGE_FILE_ABSENT,
                   "absent.csv: expected a file, found none of that name");
    jx_folder_put_text("a.csv", "");
    expect_refusal(*state, "a.csv/b.csv", JX_MESSAGE_FILE_ABSENT,
                   "a.csv/b.csv: expected a file, found none of that name");
}

static void test_directory(void **state)
{
    expect_refusal(*state, ".", JX_MESSAGE_FILE_IS_DIRECTORY,
                   ".: expected a file, found a directory");
}

static void test_too_large(void **state)
{
    jx_folder *folder = *state;
    char bytes[LIMIT + 1];
    memset(bytes, 'x', sizeof bytes);
    jx_folder_put("limit.csv", bytes, LIMIT);
    jx_str found;
    assert_int_equal(jx_file_read(folder->arena, "limit.csv", LIMIT, JX_EDATA, &found, NULL),
                     JX_OK);
    assert_int_equal(found.size, LIMIT);
    jx_folder_put("more.csv", bytes, LIMIT + 1);
    expect_refusal(folder, "more.csv", JX_MESSAGE_FILE_TOO_LARGE,
                   "more.csv: expected a file of at most 1000 bytes, found a larger one");
    expect_refusal(folder, "/dev/zero", JX_MESSAGE_FILE_TOO_LARGE,
                   "/dev/zero: expected a file of at most 1000 bytes, found a larger one");
}

static void test_unreadable(void **state)
{
    expect_refusal(*state, "/proc/self/mem", JX_MESSAGE_FILE_UNREADABLE,
                   "/proc/self/mem: cannot be read: Input/output error");
}

static void read_denied(jx_folder *folder)
{
    jx_str found;
    jx_status status =
        jx_file_read(folder->arena, "secret.csv", LIMIT, JX_EDATA, &found, &folder->err);
    bool denied = status == JX_EDATA && folder->err.message == JX_MESSAGE_FILE_DENIED;
    if (!denied) {
        _exit(1);
    }
}

static void test_denied(void **state)
{
    jx_folder *folder = *state;
    assert_int_equal(chmod(".", 0755), 0);
    jx_folder_put_text("secret.csv", "1");
    assert_int_equal(chmod("secret.csv", 0), 0);
    jx_folder_as_nobody(folder, read_denied);
}

static void test_reading_pipe(void **state)
{
    jx_folder *folder = *state;
    assert_int_equal(mkfifo("pipe", 0600), 0);
    pid_t child = fork();
    if (child == 0) {
        int file = open("pipe", O_WRONLY);
        bool written = write(file, "project,", 8) == 8 && write(file, "actual\n", 7) == 7;
        _exit(!written);
    }
    jx_folder_expect(folder, "pipe", "project,actual\n");
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

int main(void)
{
    static const struct test {
        const char *name;
        CMUnitTestFunction run;
    } tests[] = {
        {"reads whole files", test_reading},
        {"reads more than a buffer", test_reading_much},
        {"says that a file is absent", test_absent},
        {"says that a file is a directory", test_directory},
        {"says that a file is too large", test_too_large},
        {"says why a file cannot be read", test_unreadable},
        {"says that a file may not be read", test_denied},
        {"reads a pipe", test_reading_pipe},
    };
    jx_rows all = {.count = 0};
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++) {
        jx_rows_add_one(&all, tests[i].name, tests[i].run, NULL);
        all.tests[i].setup_func = jx_folder_enter;
        all.tests[i].teardown_func = jx_folder_leave;
    }
    return jx_rows_run(&all, "file");
}
