// SPDX-License-Identifier: MIT
#include "batch/wall.h"

#include "base/process.h"
#include "base/sanitized.h"

#include <seccomp.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

// The size of this process's address space, 0 where it cannot be told.
static uint64_t find_size(void)
{
    unsigned long long pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");
    if (file == NULL) {
        return 0;
    }
    const bool read = fscanf(file, "%llu", &pages) == 1; // NOLINT(cert-err34-c): the kernel's own
    (void)fclose(file);
    return read ? pages * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
}

static void limit_resources(uint64_t bytes)
{
    jx_process_limit(RLIMIT_CORE, 0);
    const uint64_t size = find_size();
    if (size != 0 && !JIXIAO_SANITIZED) {
        jx_process_limit(RLIMIT_AS, size + bytes);
    }
}

#if JIXIAO_SANITIZED || defined(JIXIAO_COVERED)

static bool limit_calls(int line)
{
    (void)line;
    return true;
}

#else

// Memory, messages, the clock, and an end of one's own.
static const int calls[] = {
    SCMP_SYS(read),
    SCMP_SYS(pread64),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(lseek),
    SCMP_SYS(brk),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

static bool allow_writing(scmp_filter_ctx filter, int file)
{
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1,
                            SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)file)) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(writev), 1,
                            SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)file)) == 0;
}

// But not the line to the parent, whose end would be taken for that of the process.
static bool allow_closing(scmp_filter_ctx filter, int line)
{
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(close), 1,
                            SCMP_A0(SCMP_CMP_NE, (scmp_datum_t)line)) == 0;
}

// A process may abort itself, and signal no other.
static bool allow_aborting(scmp_filter_ctx filter)
{
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                            SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid())) == 0;
}

static bool limit_calls(int line)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (filter == NULL) {
        return false;
    }
    bool made = allow_aborting(filter) && allow_closing(filter, line) &&
                allow_writing(filter, line) && allow_writing(filter, STDOUT_FILENO) &&
                allow_writing(filter, STDERR_FILENO);
    for (size_t i = 0; i < sizeof calls / sizeof calls[0] && made; i++) {
        made = seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0) == 0;
    }
    made = made && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return made;
}

#endif

bool jx_wall_up(int line, uint64_t bytes)
{
    limit_resources(bytes);
    return limit_calls(line);
}
