// SPDX-License-Identifier: MIT
// Outputs that are no files: pipes, devices, standard output.
#include "support/jx_output.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LARGE = 300000 };

static void test_pipe(void **state)
{
    jx_folder *folder = *state;
    assert_int_equal(mkfifo("pipe", 0600), 0);
    int reader = open("pipe", O_RDONLY | O_NONBLOCK);
    jx_output *output = jx_output_begin(folder, "pipe");
    jx_output_text(output, "total\n");
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
    jx_output *output = jx_output_begin(folder, "pipe");
    close(reader);
    jx_output_text(output, "total\n");
    assert_int_equal(jx_output_commit(output, &folder->err), JX_ESYSTEM);
    assert_string_equal(folder->err.text, "pipe: the reader has closed the pipe");
    assert_int_equal(folder->err.message, JX_MESSAGE_OUTPUT_CLOSED);
}

static void test_full_disk(void **state)
{
    jx_folder *folder = *state;
    jx_output *output = jx_output_begin(folder, "/dev/full");
    jx_output_text(output, "total\n");
    assert_int_equal(jx_output_commit(output, &folder->err), JX_ESYSTEM);
    assert_string_equal(folder->err.text, "/dev/full: no space is left on the disk");
}

// The first fault stays: nothing is written after it.
static void test_full_disk_while_writing(void **state)
{
    jx_folder *folder = *state;
    char *bytes = calloc(LARGE, 1);
    jx_output *output = jx_output_begin(folder, "/dev/full");
    assert_int_equal(jx_output_write(output, (jx_str){bytes, LARGE}, &folder->err), JX_ESYSTEM);
    assert_int_equal(folder->err.message, JX_MESSAGE_OUTPUT_FULL);
    assert_int_equal(jx_output_write(output, (jx_str)JX_STR("x"), NULL), JX_ESYSTEM);
    assert_int_equal(jx_output_commit(output, NULL), JX_ESYSTEM);
    free(bytes);
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
    static const jx_folder_test tests[] = {
        {"writes a pipe straight", test_pipe},
        {"says that a pipe is closed", test_closed_pipe},
        {"waits for a slow pipe", test_waiting_pipe},
        {"says that the disk is full", test_full_disk},
        {"stops writing at the first fault", test_full_disk_while_writing},
        {"appends to standard output", test_standard_output},
        {"says that standard output is closed", test_closed_standard_output},
    };
    return jx_output_run(tests, sizeof tests / sizeof tests[0], "output_pipes");
}
