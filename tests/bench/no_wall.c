// SPDX-License-Identifier: MIT
// Preloaded where callgrind counts a batch, nowhere else: workers of a batch stand behind a wall of system calls and are killed when
// all is done, so that callgrind could not write down what it counted in them. Here they have no wall and are asked to go.
#include <seccomp.h>
#include <signal.h>
#include <sys/types.h>

int seccomp_load(const scmp_filter_ctx filter)
{
    (void)filter;
    return 0;
}

int kill(pid_t process, int number)
{
    return sigqueue(process, number == SIGKILL ? SIGTERM : number, (union sigval){0});
}
