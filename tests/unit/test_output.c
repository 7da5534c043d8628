// SPDX-License-Identifier: MIT
#include "base/output.h"
#include "support/jx_folder.h"
#include "support/jx_rows.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LARGE = 300000 };

static jx_output *open_output(jx_folder *folder, const char *path)
{
    jx_output *output = NULL;
    assert_int_equal(jx_output_open(path, &output, &folder->err), JX_OK);
    assert_non_null(output);
    return output;
}

static void write_text(jx_output *output, const char *text)
{
    assert_int_equal(jx_output_write(output, jx_str_of(text), NULL), JX_OK);
}

static void test_writing(void **state)
{
    mode_t mask = umask(027);
    jx_output *output = open_output(*state, "out.csv");
    write_text(output, "project,");
    write_text(output, "");
    write_text(output, "total\n");
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
    jx_output *output = open_output(*state, "out.csv");
    write_text(output, "after");
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
    jx_output *output = open_output(*state, "out.csv");
    write_text(output, "after");
    assert_int_equal(jx_folder_count(), 2);
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
    jx_output *output = open_output(folder, "out.csv");
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
    jx_output *first = open_output(*state, "first.csv");
    jx_output *second = open_output(*state, "second.csv");
    write_text(first, "1");
    write_text(second, "2");
    assert_int_equal(jx_output_commit(second, NULL), JX_OK);
    assert_int_equal(jx_output_commit(first, NULL), JX_OK);
    jx_folder_expect(*state, "first.csv", "1");
    jx_folder_expect(*state, "second.csv", "2");
}

static void write_whole(jx_folder *folder, const char *path, const char *text)
{
    jx_output *output = open_output(folder, path);
    write_text(output, text);
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

static void test_pipe(void **state)
{
    jx_folder *folder = *state;
    assert_int_equal(mkfifo("pipe", 0600), 0);
    int reader = open("pipe", O_RDONLY | O_NONBLOCK);
    jx_output *output = open_output(folder, "pipe");
    write_text(output, "total\n");
    assert_int_equal(jx_output_commit(output, NULL), JX_OK);
    char bytes[16];
    assert_int_equal(read(reader, bytes, sizeof bytes), 6);
    assert_memory_equal(bytes, "total\n", 6);
    struct stat status;
    assert_int_equal(lstat("pipe", &status), 0);
    assert_true(S_ISFIFO(status.st_mode));
    assert_int_equal(jx_folder_count(), 1);
    close(reader);
}

static void test_closed_pipe(void **state)
{
    jx_folder *folder = *state;
    signal(SIGPIPE, SIG_IGN);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    int reader = open("pipe", O_RDONLY | O_NONBLOCK);
    jx_output *output = open_output(folder, "pipe");
    close(reader);
    write_text(output, "total\n");
    assert_int_equal(jx_output_commit(output, &folder->err), JX_ESYSTEM);
    assert_string_equal(folder->err.text, "pipe: the reader has closed the pipe");
    assert_int_equal(folder->err.message, JX_MESSAGE_OUTPUT_CLOSED);
}

static void test_full_disk(void **state)
{
    jx_folder *folder = *state;
    jx_output *output = open_output(folder, "/dev/full");
    write_text(output, "total\n");
    assert_int_equal(jx_output_commit(output, &folder->err), JX_ESYSTEM);
    assert_string_equal(folder->err.text, "/dev/full: no space is left on the disk");
}

// The first fault stays: nothing is written after it.
static void test_full_disk_while_writing(void **state)
{
    jx_folder *folder = *state;
    char *bytes = calloc(LARGE, 1);
    jx_output *output = open_output(folder, "/dev/full");
    assert_int_equal(jx_output_write(output, (jx_str){bytes, LARGE}, &folder->err), JX_ESYSTEM);
    assert_int_equal(folder->err.message, JX_MESSAGE_OUTPUT_FULL);
    assert_int_equal(jx_output_write(output, (jx_str)JX_STR("x"), NULL), JX_ESYSTEM);
    assert_int_equal(jx_output_commit(output, NULL), JX_ESYSTEM);
    free(bytes);
}

static void test_occupied_place(void **state)
{
    jx_folder *folder = *state;
    jx_output *output = open_output(folder, "out.csv");
    write_text(output, "total\n");
    assert_int_equal(mkdir("out.csv", 0700), 0);
    assert_int_equal(jx_output_commit(output, &folder->err), JX_ESYSTEM);
    assert_string_equal(folder->err.text, "out.csv: cannot be written: Is a directory");
    assert_int_equal(jx_folder_count(), 1);
}

static void test_lost_directory(void **state)
{
    jx_folder *folder = *state;
    assert_int_equal(mkdir("results", 0700), 0);
    jx_output *output = open_output(folder, "results/out.csv");
    write_text(output, "total\n");
    assert_int_equal(rename("results", "moved"), 0);
    assert_int_equal(jx_output_commit(output, &folder->err), JX_ESYSTEM);
    assert_int_equal(folder->err.message, JX_MESSAGE_OUTPUT_UNWRITTEN);
    assert_int_equal(access("results/out.csv", F_OK), -1);
    assert_int_equal(system("rm -r moved"), 0);
}

// Puts the file in the place of standard output and closes it; returns what was there.
static int replace_standard_output(int file)
{
    fflush(stdout);
    int before = dup(STDOUT_FILENO);
    dup2(file, STDOUT_FILENO);
    close(file);
    return before;
}

static void restore_standard_output(int before)
{
    dup2(before, STDOUT_FILENO);
    close(before);
}

// Adds a line to `out.csv`, which is standard output for the while.
static void write_standard_output(jx_folder *folder, const char *path)
{
    int before = replace_standard_output(open("out.csv", O_WRONLY | O_APPEND));
    jx_output *output = NULL;
    jx_status opened = jx_output_open(path, &output, &folder->err);
    jx_status written = jx_output_write(output, (jx_str)JX_STR("total\n"), NULL);
    jx_status committed = jx_output_commit(output, NULL);
    restore_standard_output(before);
    assert_int_equal(opened, JX_OK);
    assert_int_equal(written, JX_OK);
    assert_int_equal(committed, JX_OK);
}

static void test_standard_output(void **state)
{
    jx_folder_put_text("out.csv", "kept\n");
    write_standard_output(*state, NULL);
    write_standard_output(*state, "-");
    write_standard_output(*state, "/dev/stdout");
    jx_folder_expect(*state, "out.csv", "kept\ntotal\ntotal\ntotal\n");
}

// Reads what the parent writes, late.
static _Noreturn void read_late(int reader)
{
    char bytes[4096];
    nanosleep(&(struct timespec){.tv_nsec = 20000000}, NULL);
    for (size_t left = LARGE; left > 0;) {
        ssize_t got = read(reader, bytes, sizeof bytes);
        if (got <= 0) {
            _exit(1);
        }
        left -= (size_t)got;
    }
    _exit(0);
}

// Standard output may be a pipe that answers "not now" to a writer that is too quick.
static void test_waiting_pipe(void **state)
{
    jx_folder *folder = *state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        read_late(ends[0]);
    }
    assert_int_equal(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
    char *bytes = calloc(LARGE, 1);
    jx_output *output = NULL;
    int before = replace_standard_output(ends[1]);
    jx_status opened = jx_output_open("-", &output, &folder->err);
    jx_status written = jx_output_write(output, (jx_str){bytes, LARGE}, NULL);
    jx_status committed = jx_output_commit(output, NULL);
    restore_standard_output(before);
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(opened, JX_OK);
    assert_int_equal(written, JX_OK);
    assert_int_equal(committed, JX_OK);
    free(bytes);
    close(ends[0]);
}

static void test_closed_standard_output(void **state)
{
    jx_folder *folder = *state;
    fflush(stdout);
    int before = dup(STDOUT_FILENO);
    close(STDOUT_FILENO);
    jx_output *output = NULL;
    jx_status status = jx_output_open("-", &output, &folder->err);
    dup2(before, STDOUT_FILENO);
    close(before);
    assert_int_equal(status, JX_ESYSTEM);
    assert_string_equal(folder->err.text,
                        "standard output: cannot be opened for writing: Bad file descriptor");
}

int main(void)
{
    static const struct test {
        const char *name;
        CMUnitTestFunction run;
    } tests[] = {
        {"writes a file that appears whole", test_writing},
        {"replaces a file and keeps its permissions", test_replacing},
        {"puts a whole text into a file", test_putting},
        {"leaves the target as it was", test_abandoning},
        {"writes more than its buffer", test_writing_much},
        {"writes two files into one directory", test_two_outputs},
        {"follows links", test_links},
        {"says why a file cannot be opened for writing", test_unopened},
        {"says that a file may not be written", test_write_denied},
        {"writes a pipe straight", test_pipe},
        {"says that a pipe is closed", test_closed_pipe},
        {"waits for a slow pipe", test_waiting_pipe},
        {"says that the disk is full", test_full_disk},
        {"stops writing at the first fault", test_full_disk_while_writing},
        {"says that the place is taken and leaves nothing behind", test_occupied_place},
        {"says that a file could not be put in its place", test_lost_directory},
        {"appends to standard output", test_standard_output},
        {"says that standard output is closed", test_closed_standard_output},
    };
    jx_rows all = {.count = 0};
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++) {
        jx_rows_add_one(&all, tests[i].name, tests[i].run, NULL);
        all.tests[i].setup_func = jx_folder_enter;
        all.tests[i].teardown_func = jx_folder_leave;
    }
    return jx_rows_run(&all, "output");
}
