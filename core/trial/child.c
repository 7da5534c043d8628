// SPDX-License-Identifier: MIT
#include "trial/child.h"

#include "base/process.h"
#include "base/sanitized.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MEMORY_MOST = 1 << 30, OUTPUT_MOST = 1 << 20, NAP = 2000000 };

// ----------------------------------------------------------------------------------------- in the child

static void be_child(void (*run)(void *user), void *user, int output)
{
    const int nothing = open("/dev/null", O_RDONLY);
    (void)setpgid(0, 0);
    jx_process_restore_signals();
    jx_process_limit(RLIMIT_CORE, 0);
    jx_process_limit(RLIMIT_FSIZE, OUTPUT_MOST);
    if (!JIXIAO_SANITIZED) {
        jx_process_limit(RLIMIT_AS, MEMORY_MOST);
    }
    if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 ||
        dup2(output, STDERR_FILENO) < 0) {
        _exit(-JX_ESYSTEM);
    }
    run(user);
    (void)fflush(NULL);
    _exit(0);
}

// ---------------------------------------------------------------------------------------- in the parent

static bool is_later(const struct timespec *a, const struct timespec *b)
{
    return a->tv_sec > b->tv_sec || (a->tv_sec == b->tv_sec && a->tv_nsec >= b->tv_nsec);
}

// Waits for the child's end, in naps; false where time ran out first.
static bool wait_until(pid_t child, const struct timespec *deadline, int *ret_status)
{
    const struct timespec nap = {0, NAP};
    struct timespec now = {0, 0};
    while (!is_later(&now, deadline)) {
        const pid_t ended = waitpid(child, ret_status, WNOHANG);
        if (ended == child || (ended < 0 && errno != EINTR)) {
            return true;
        }
        (void)nanosleep(&nap, NULL);
        (void)clock_gettime(CLOCK_MONOTONIC, &now);
    }
    return false;
}

static void read_output(int output, char ret[JX_CHILD_OUTPUT])
{
    const ssize_t size = pread(output, ret, JX_CHILD_OUTPUT - 1, 0);
    ret[size < 0 ? 0 : size] = '\0';
}

static void wait_for(pid_t child, uint32_t seconds, jx_child_end *ret)
{
    struct timespec deadline;
    int status = 0;
    (void)clock_gettime(CLOCK_MONOTONIC, &deadline);
    deadline.tv_sec += (time_t)seconds;
    ret->timed_out = !wait_until(child, &deadline, &status);
    (void)kill(-child, SIGKILL);
    (void)kill(child, SIGKILL); // where it had no time to lead a group
    if (ret->timed_out) {
        (void)waitpid(child, &status, 0);
    } else {
        ret->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        ret->code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    }
}

jx_status jx_child_run(
    void (*run)(void *user), void *user, uint32_t seconds, jx_child_end *ret, jx_error *err)
{
    FILE *output = tmpfile();
    if (output == NULL) {
        return jx_fail_system(err, NULL, JX_MESSAGE_CHILD_UNSTARTED, errno);
    }
    *ret = (jx_child_end){0};
    (void)fflush(NULL);
    const pid_t child = fork();
    if (child == 0) {
        be_child(run, user, fileno(output));
    }
    if (child < 0) {
        const int number = errno;
        (void)fclose(output);
        return jx_fail_system(err, NULL, JX_MESSAGE_CHILD_UNSTARTED, number);
    }
    wait_for(child, seconds, ret);
    read_output(fileno(output), ret->output);
    (void)fclose(output);
    return JX_OK;
}
