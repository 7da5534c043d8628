// SPDX-License-Identifier: MIT
#include "base/apart.h"

#include "base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PIECE = 1 << 16 };

// What both processes see.
typedef struct shared {
    jx_error err;
    jx_status status;
    bool ended; // the function returned
} shared;

typedef struct ends {
    int read;
    int write;
} ends;

bool jx_apart_write(const jx_apart_sink *sink, const void *bytes, size_t size)
{
    const char *rest = bytes;
    while (size > 0) {
        const ssize_t written = write(sink->pipe, rest, size);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        rest += written;
        size -= (size_t)written;
    }
    return true;
}

static noreturn void be_child(jx_apart run, void *user, ends pipe, shared *both)
{
    const jx_apart_sink sink = {.pipe = pipe.write};
    const int nothing = open("/dev/null", O_RDONLY);
    jx_process_restore_signals();
    (void)signal(SIGPIPE, SIG_IGN);
    jx_process_limit(RLIMIT_CORE, 0);
    if (nothing >= 0) {
        (void)dup2(nothing, STDIN_FILENO);
    }
    close(pipe.read);
    both->status = run(user, &sink, &both->err);
    both->ended = true;
    jx_process_leave();
}

// To the end, though memory ran out: the child must not wait for ever.
static void read_all(int pipe, jx_text *out)
{
    char lost[BUFSIZ];
    for (;;) {
        char *room = jx_text_reserve(out, PIECE);
        const ssize_t size =
            read(pipe, room == NULL ? lost : room, room == NULL ? sizeof lost : PIECE);
        if (size < 0 && errno == EINTR) {
            continue;
        }
        if (size <= 0) {
            return;
        }
        if (room != NULL) {
            jx_text_keep(out, room + size);
        }
    }
}

static int wait_for(pid_t child)
{
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

static jx_status fail_ended(int status, jx_message crashed, jx_error *err)
{
    const char *name = WIFSIGNALED(status) ? sigabbrev_np(WTERMSIG(status)) : NULL;
    return jx_fail(err, NULL, crashed, jx_str_of(name == NULL ? "?" : name));
}

static jx_status be_parent(
    jx_text *out, pid_t child, ends pipe, const shared *both, jx_message crashed, jx_error *err)
{
    close(pipe.write);
    read_all(pipe.read, out);
    const int status = wait_for(child);
    if (!both->ended) {
        return fail_ended(status, crashed, err);
    }
    if (both->status != JX_OK) {
        *err = both->err;
        return both->status;
    }
    return out->failed ? jx_fail_memory(err) : JX_OK;
}

static jx_status fork_child(
    jx_text *out, jx_apart run, void *user, shared *both, jx_message crashed, jx_error *err)
{
    int pair[2];
    if (pipe2(pair, O_CLOEXEC) != 0) {
        return jx_fail_system(err, NULL, JX_MESSAGE_CHILD_UNSTARTED, errno);
    }
    const ends pipe = {pair[0], pair[1]};
    (void)fflush(NULL);
    const pid_t child = fork();
    if (child == 0) {
        be_child(run, user, pipe, both);
    }
    const jx_status status = child < 0
                                 ? jx_fail_system(err, NULL, JX_MESSAGE_CHILD_UNSTARTED, errno)
                                 : be_parent(out, child, pipe, both, crashed, err);
    if (child < 0) {
        close(pipe.write);
    }
    close(pipe.read);
    return status;
}

jx_status jx_apart_run(jx_text *out, jx_apart run, void *user, jx_message crashed, jx_error *err)
{
    shared *both =
        mmap(NULL, sizeof *both, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (both == MAP_FAILED) {
        return jx_fail_system(err, NULL, JX_MESSAGE_CHILD_UNSTARTED, errno);
    }
    both->err = JX_ERROR(err->lang);
    const jx_status status = fork_child(out, run, user, both, crashed, err);
    munmap(both, sizeof *both);
    return status;
}
