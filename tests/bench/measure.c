// SPDX-License-Identifier: MIT
// What a command takes: measure [--memory] OUT ERR COMMAND… runs it with its output going to the files OUT and ERR, then prints
// wall time and CPU time in seconds, the most memory that one of its processes had in MiB, and the exit code. With --memory it
// prints the most anonymous memory in KiB that all its processes had at one moment, looked at about a thousand times a second,
// then how often it looked and the exit code; looking takes time, so times are not told then.
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    NANOSECONDS = 1000000000,
    MILLISECOND = 1000000,
    PATH_MOST = 64,
    LINE_MOST = 512,
    LOST = 127
};

typedef struct usage {
    int64_t wall; // ns
    int64_t cpu;
    long memory; // KiB
    long looks;
    int code;
} usage;

static int64_t now_nanoseconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * NANOSECONDS + time.tv_nsec;
}

static int64_t to_nanoseconds(struct timeval time)
{
    return (int64_t)time.tv_sec * NANOSECONDS + (int64_t)time.tv_usec * 1000;
}

static void send_output(const char *path, int descriptor)
{
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file < 0 || dup2(file, descriptor) < 0) {
        perror(path);
        _exit(LOST);
    }
    close(file);
}

// The command in a session of its own: that is how its processes are known, whoever their parents are.
static pid_t start_command(char **arguments)
{
    pid_t child = fork();
    if (child == 0) {
        setsid();
        send_output(arguments[0], STDOUT_FILENO);
        int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
        send_output(arguments[1], STDERR_FILENO);
        execvp(arguments[2], arguments + 2);
        dprintf(kept, "measure: %s: %s\n", arguments[2], strerror(errno));
        _exit(LOST);
    }
    return child;
}

// ------------------------------------------------------------------------------------------ memory

// The session of a process, 0 where it is gone: the fourth number behind its name, which may hold blanks and brackets.
static long find_session(const char *process)
{
    char path[PATH_MOST];
    char text[LINE_MOST];
    snprintf(path, sizeof path, "/proc/%.16s/stat", process);
    FILE *file = fopen(path, "r");
    size_t size = file == NULL ? 0 : fread(text, 1, sizeof text - 1, file);
    if (file != NULL) {
        fclose(file);
    }
    text[size] = '\0';
    const char *name_end = strrchr(text, ')');
    long session = 0;
    return name_end != NULL && sscanf(name_end, ") %*c %*d %*d %ld", &session) == 1 ? session : 0;
}

// Pages of a process that no file stands behind. Those that several share without having written them count for each; memory that
// was asked for as shared counts by its shares.
static long sum_anonymous(const char *process)
{
    char path[PATH_MOST];
    char line[LINE_MOST];
    long sum = 0;
    snprintf(path, sizeof path, "/proc/%.16s/smaps_rollup", process);
    FILE *file = fopen(path, "r");
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        long size;
        bool counts = sscanf(line, "Anonymous: %ld", &size) == 1 ||
                      sscanf(line, "Pss_Shmem: %ld", &size) == 1 ||
                      sscanf(line, "Swap: %ld", &size) == 1;
        sum += counts ? size : 0;
    }
    if (file != NULL) {
        fclose(file);
    }
    return sum;
}

static long sum_session(pid_t session)
{
    long sum = 0;
    DIR *processes = opendir("/proc");
    for (struct dirent *entry; processes != NULL && (entry = readdir(processes)) != NULL;) {
        if (isdigit((unsigned char)entry->d_name[0]) && find_session(entry->d_name) == session) {
            sum += sum_anonymous(entry->d_name);
        }
    }
    if (processes != NULL) {
        closedir(processes);
    }
    return sum;
}

static void watch_memory(pid_t child, usage *used)
{
    siginfo_t info = {0};
    while (waitid(P_PID, (id_t)child, &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == 0) {
        long sum = sum_session(child);
        used->memory = sum > used->memory ? sum : used->memory;
        used->looks++;
        nanosleep(&(struct timespec){.tv_nsec = MILLISECOND}, NULL);
    }
}

// ------------------------------------------------------------------------------------------ the whole

static bool run_command(char **arguments, bool watches, usage *used)
{
    int64_t start = now_nanoseconds();
    pid_t child = start_command(arguments);
    if (child > 0 && watches) {
        watch_memory(child, used);
    }
    int status;
    struct rusage resources;
    if (child < 0 || waitpid(child, &status, 0) != child ||
        getrusage(RUSAGE_CHILDREN, &resources) != 0) {
        perror("measure");
        return false;
    }
    used->wall = now_nanoseconds() - start;
    used->cpu = to_nanoseconds(resources.ru_utime) + to_nanoseconds(resources.ru_stime);
    used->code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (!watches) {
        used->memory = resources.ru_maxrss;
    }
    return used->code != LOST;
}

static void print_seconds(int64_t nanoseconds)
{
    printf("%lld.%03lld ", (long long)(nanoseconds / NANOSECONDS),
           (long long)(nanoseconds % NANOSECONDS / MILLISECOND));
}

int main(int argc, char **argv)
{
    bool watches = argc > 1 && strcmp(argv[1], "--memory") == 0;
    char **arguments = argv + 1 + watches;
    if (argc - watches < 4) {
        fputs("usage: measure [--memory] OUT ERR COMMAND...\n", stderr);
        return 2;
    }
    usage used = {0};
    if (!run_command(arguments, watches, &used)) {
        return 1;
    }
    if (watches) {
        printf("%ld %ld %d\n", used.memory, used.looks, used.code);
        return 0;
    }
    print_seconds(used.wall);
    print_seconds(used.cpu);
    printf("%ld %d\n", (used.memory + 1023) / 1024, used.code);
    return 0;
}
