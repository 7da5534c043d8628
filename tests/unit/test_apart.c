// SPDX-License-Identifier: MIT
#include "base/apart.h"
#include "base/arena.h"
#include "support/jx_rows.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MANY = 3 << 20 };

static jx_status say_nothing(void *user, const jx_apart_sink *sink, jx_error *err)
{
    (void)user;
    (void)sink;
    (void)err;
    return JX_OK;
}

static jx_status say_much(void *user, const jx_apart_sink *sink, jx_error *err)
{
    static char bytes[MANY];
    (void)user;
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (char)(i % 251);
    }
    return jx_apart_write(sink, bytes, sizeof bytes) ? JX_OK : jx_fail_memory(err);
}

static jx_status refuse(void *user, const jx_apart_sink *sink, jx_error *err)
{
    (void)user;
    (void)jx_apart_write(sink, "half", 4);
    return jx_fail(err, NULL, JX_MESSAGE_FORMAT_UNKNOWN, jx_str_of("odd"));
}

static jx_status crash(void *user, const jx_apart_sink *sink, jx_error *err)
{
    (void)user;
    (void)sink;
    (void)err;
    (void)raise(SIGABRT);
    return JX_OK;
}

static jx_status leave(void *user, const jx_apart_sink *sink, jx_error *err)
{
    (void)user;
    (void)sink;
    (void)err;
    _exit(0);
}

static jx_status read_input(void *user, const jx_apart_sink *sink, jx_error *err)
{
    char byte;
    (void)user;
    (void)sink;
    return read(STDIN_FILENO, &byte, 1) == 0 ? JX_OK : jx_fail_memory(err);
}

static const struct run_row {
    const char *name;
    jx_apart run;
    size_t bytes;
    jx_status status;
    const char *text; // of the error
} runs[] = {
    {"brings nothing back", say_nothing, 0, JX_OK, ""},
    {"brings more back than a pipe holds", say_much, MANY, JX_OK, ""},
    {"brings an error back", refuse, SIZE_MAX, JX_EUSAGE,
     "this command has no format \"odd\"; see --help"},
    {"names the signal of a crash", crash, SIZE_MAX, JX_ESYSTEM,
     "the process that draws the PDF ended unexpectedly (ABRT), perhaps for lack of memory"},
    {"takes a process that leaves early for a crash", leave, SIZE_MAX, JX_ESYSTEM,
     "the process that draws the PDF ended unexpectedly (?), perhaps for lack of memory"},
    {"gives no standard input", read_input, 0, JX_OK, ""},
};

static void runs_apart(void **state)
{
    const struct run_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_error err = JX_ERROR(JX_EN);
    const jx_status status = jx_apart_run(&out, row->run, NULL, JX_MESSAGE_PDF_CRASHED, &err);
    assert_string_equal(err.text, row->text);
    assert_int_equal(status, row->status);
    if (row->bytes != SIZE_MAX) {
        assert_int_equal(out.size, row->bytes);
    }
    for (size_t i = 0; row->bytes != SIZE_MAX && i < out.size; i++) {
        assert_true((unsigned char)out.data[i] == i % 251);
    }
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); // no child is left
    jx_arena_free(arena);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, runs, runs_apart);
    return jx_rows_run(&all, "apart");
}
