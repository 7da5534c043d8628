// SPDX-License-Identifier: MIT
#include "support/jx_output.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGE = 300000 };

static void test_writing(void **state)
{
    mode_t mask = umask(027);
    jx_output *output = jx_output_begin(*state, "out.csv");
    jx_output_text(output, "project,");
    jx_output_text(output, "");
    jx_output_text(output, "total\n");
    assert_int_equal(access("out.csv", F_OK), -1);
    assert_int_equal(jx_output_commit(output, NULL), JX_OK);
    umask(mask);
    jx_folder_expect(*state, "out.csv", "project,total\n");
    assert_int_equal(jx_folder_permissions("out.csv"), 0640);
    assert_int_equal(jx_folder_count(), 1);
}

static void test_replacing(void **state)
{
    jx_folder_put_text("out.csv", "before");
    assert_int_equal(chmod("out.csv", 0604), 0);
    jx_output *output = jx_output_begin(*state, "out.csv");
    jx_output_text(output, "after");
    jx_folder_expect(*state, "out.csv", "before");
    assert_int_equal(jx_output_commit(output, NULL), JX_OK);
    jx_folder_expect(*state, "out.csv", "after");
    assert_int_equal(jx_folder_permissions("out.csv"), 0604);
    assert_int_equal(jx_folder_count(), 1);
}

static void test_putting(void **state)
{
    jx_folder *folder = *state;
    jx_text text = jx_text_in(folder->arena);
    jx_text_put(&text, "project,total\n");
    assert_int_equal(jx_output_put("out.csv", &text, &folder->err), JX_OK);
    jx_folder_expect(folder, "out.csv", "project,total\n");
    assert_int_equal(jx_output_put("absent/out.csv", &text, &folder->err), JX_ESYSTEM);
    text.failed = true;
    assert_int_equal(jx_output_put("out.csv", &text, &folder->err), JX_ESYSTEM);
    assert_string_equal(folder->err.text, "out of memory");
    jx_folder_expect(folder, "out.csv", "project,total\n");
}

static void test_abandoning(void **state)
{
    jx_folder_put_text("out.csv", "before");
    jx_output *output = jx_output_begin(*state, "out.csv");
    jx_output_text(output, "after");
    assert_true(jx_folder_count() <= 2); // nameless where the file system can
    jx_folder_expect(*state, "out.csv", "before");
    jx_output_abandon(output);
    jx_output_abandon(NULL);
    jx_folder_expect(*state, "out.csv", "before");
    assert_int_equal(jx_folder_count(), 1);
}

static void test_writing_much(void **state)
{
    jx_folder *folder = *state;
    static const size_t sizes[] = {1, 65535, 2, 65536, 70000, 3, 65537, 200000, 0, 5};
    char *bytes = malloc(LARGE);
    char *expected = malloc(2 * LARGE + 1);
    for (size_t i = 0; i < LARGE; i++) {
        bytes[i] = (char)('a' + i % 23);
    }
    jx_output *output = jx_output_begin(folder, "out.csv");
    size_t total = 0;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        memcpy(expected + total, bytes, sizes[i]);
        total += sizes[i];
        assert_int_equal(jx_output_write(output, (jx_str){bytes, sizes[i]}, NULL), JX_OK);
    }
    expected[total] = '\0';
    assert_int_equal(jx_output_commit(output, NULL), JX_OK);
    jx_folder_expect(folder, "out.csv", expected);
    free(bytes);
    free(expected);
}

static void test_two_outputs(void **state)
{
    jx_output *first = jx_output_begin(*state, "first.csv");
    jx_output *second = jx_output_begin(*state, "second.csv");
    jx_output_text(first, "1");
    jx_output_text(second, "2");
    assert_int_equal(jx_output_commit(second, NULL), JX_OK);
    assert_int_equal(jx_output_commit(first, NULL), JX_OK);
    jx_folder_expect(*state, "first.csv", "1");
    jx_folder_expect(*state, "second.csv", "2");
}

static void write_whole(jx_folder *folder, const char *path, const char *text)
{
    jx_output *output = jx_output_begin(folder, path);
    jx_output_text(output, text);
    assert_int_equal(jx_output_commit(output, NULL), JX_OK);
}

static bool is_link(const char *path)
{
    struct stat status;
    assert_int_equal(lstat(path, &status), 0);
    return S_ISLNK(status.st_mode);
}

static void test_links(void **state)
{
    jx_folder *folder = *state;
    char absolute[2 * JX_FOLDER_PATH];
    snprintf(absolute, sizeof absolute, "%s/results/out.csv", folder->path);
    assert_int_equal(mkdir("results", 0700), 0);
    jx_folder_put_text("results/out.csv", "before");
    assert_int_equal(symlink(absolute, "results/absolute.csv"), 0);
    assert_int_equal(symlink("absolute.csv", "results/beside.csv"), 0);
    assert_int_equal(symlink("results/beside.csv", "link.csv"), 0);
    assert_int_equal(symlink("results/new.csv", "dangling.csv"), 0);
    write_whole(folder, "link.csv", "after");
    write_whole(folder, "dangling.csv", "new");
    assert_true(is_link("link.csv") && is_link("dangling.csv") && is_link("results/beside.csv"));
    assert_false(is_link("results/out.csv") || is_link("results/new.csv"));
    jx_folder_expect(folder, "results/out.csv", "after");
    jx_folder_expect(folder, "results/new.csv", "new");
    assert_int_equal(jx_folder_count(), 3);
    assert_int_equal(system("rm -r results"), 0);
}

static void expect_unopened(jx_folder *folder, const char *path, jx_message message)
{
    jx_output *output = NULL;
    size_t entries = jx_folder_count();
    assert_int_equal(jx_output_open(path, &output, &folder->err), JX_ESYSTEM);
    assert_int_equal(folder->err.message, message);
    assert_null(output);
    assert_int_equal(jx_output_open(path, &output, NULL), JX_ESYSTEM);
    assert_int_equal(jx_folder_count(), entries);
}

static void test_unopened(void **state)
{
    jx_folder *folder = *state;
    assert_int_equal(symlink("loop.csv", "loop.csv"), 0);
    jx_folder_put_text("file.csv", "");
    expect_unopened(folder, ".", JX_MESSAGE_OUTPUT_IS_DIRECTORY);
    expect_unopened(folder, "absent/", JX_MESSAGE_OUTPUT_IS_DIRECTORY);
    expect_unopened(folder, "", JX_MESSAGE_OUTPUT_IS_DIRECTORY);
    expect_unopened(folder, "absent/out.csv", JX_MESSAGE_OUTPUT_HAS_NO_DIRECTORY);
    expect_unopened(folder, "file.csv/out.csv", JX_MESSAGE_OUTPUT_HAS_NO_DIRECTORY);
    expect_unopened(folder, "loop.csv", JX_MESSAGE_OUTPUT_UNOPENED);
    assert_string_equal(folder->err.text, "loop.csv: cannot be opened for writing: "
                                          "Too many levels of symbolic links");
}

static void write_denied(jx_folder *folder)
{
    static const char *const paths[] = {"kept.csv", "locked/new.csv"};
    for (size_t i = 0; i < 2; i++) {
        jx_output *output = NULL;
        jx_status status = jx_output_open(paths[i], &output, &folder->err);
        if (status != JX_ESYSTEM || folder->err.message != JX_MESSAGE_OUTPUT_DENIED) {
            _exit(1);
        }
    }
}

static void test_write_denied(void **state)
{
    assert_int_equal(chmod(".", 0777), 0);
    jx_folder_put_text("kept.csv", "1");
    assert_int_equal(chmod("kept.csv", 0444), 0);
    assert_int_equal(mkdir("locked", 0555), 0);
    jx_folder_as_nobody(*state, write_denied);
}

static void test_occupied_place(void **state)
{
    jx_folder *folder = *state;
    jx_output *output = jx_output_begin(folder, "out.csv");
    jx_output_text(output, "total\n");
    assert_int_equal(mkdir("out.csv", 0700), 0);
    assert_int_equal(jx_output_commit(output, &folder->err), JX_ESYSTEM);
    assert_string_equal(folder->err.text, "out.csv: cannot be written: Is a directory");
    assert_int_equal(jx_folder_count(), 1);
}

static void test_lost_directory(void **state)
{
    jx_folder *folder = *state;
    assert_int_equal(mkdir("results", 0700), 0);
    jx_output *output = jx_output_begin(folder, "results/out.csv");
    jx_output_text(output, "total\n");
    assert_int_equal(rename("results", "moved"), 0);
    assert_int_equal(jx_output_commit(output, &folder->err), JX_ESYSTEM);
    assert_int_equal(folder->err.message, JX_MESSAGE_OUTPUT_UNWRITTEN);
    assert_int_equal(access("results/out.csv", F_OK), -1);
    assert_int_equal(system("rm -r moved"), 0);
}

int main(void)
{
    static const jx_folder_test tests[] = {
        {"writes a file that appears whole", test_writing},
        {"replaces a file and keeps its permissions", test_replacing},
        {"puts a whole text into a file", test_putting},
        {"leaves the target as it was", test_abandoning},
        {"writes more than its buffer", test_writing_much},
        {"writes two files into one directory", test_two_outputs},
        {"follows links", test_links},
        {"says why a file cannot be opened for writing", test_unopened},
        {"says that a file may not be written", test_write_denied},
        {"says that the place is taken and leaves nothing behind", test_occupied_place},
        {"says that a file could not be put in its place", test_lost_directory},
    };
    return jx_output_run(tests, sizeof tests / sizeof tests[0], "output");
}
