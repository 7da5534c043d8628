// SPDX-License-Identifier: MIT
#include "base/process.h"

#include <signal.h>
#include <stddef.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef JIXIAO_COVERED
void __gcov_dump(void);
#endif

void jx_process_limit(int resource, uint64_t most)
{
    const struct rlimit bound = {most, most};
    (void)setrlimit((__rlimit_resource_t)resource, &bound);
}

void jx_process_restore_signals(void)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP};
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        (void)signal(signals[i], SIG_DFL);
    }
}

noreturn void jx_process_leave(void)
{
#ifdef JIXIAO_COVERED
    __gcov_dump(); // counts are written at exit(), which does not happen here
#endif
    _exit(0);
}
