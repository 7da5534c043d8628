// SPDX-License-Identifier: MIT
// How long one `jixiao score` takes from start to end: bench_score [RUNS], 100 by default.
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_RUNS = 10000 };

static int64_t now_microseconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static int order_times(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a;
    int64_t right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

// Runs the command once with its output thrown away; -1 where it does not score.
static int64_t run_once(void)
{
    static char command[] = JX_TEST_COMMAND;
    static char name[] = "score";
    static char project[] = JX_TEST_SOURCE_DIR "/conf/industry-development-2024.ini";
    static char option[] = "--actuals";
    static char actuals[] = JX_TEST_SOURCE_DIR "/conf/actuals/industry-development-2024.csv";
    char *const arguments[] = {command, name, project, option, actuals, NULL};
    char *const environment[] = {NULL};
    posix_spawn_file_actions_t actions;
    pid_t child = 0;
    int status = 0;
    int64_t start = now_microseconds();
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    int failed = posix_spawn(&child, JX_TEST_COMMAND, &actions, NULL, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0 || waitpid(child, &status, 0) != child || status != 0) {
        return -1;
    }
    return now_microseconds() - start;
}

int main(int argc, char **argv)
{
    static int64_t times[MOST_RUNS];
    long runs = argc > 1 ? strtol(argv[1], NULL, 10) : 100;
    if (runs < 1 || runs > MOST_RUNS) {
        fprintf(stderr, "bench_score: expected 1 to %d runs\n", MOST_RUNS);
        return 2;
    }
    for (long i = 0; i < runs; i++) {
        times[i] = run_once();
        if (times[i] < 0) {
            fputs("bench_score: jixiao score failed\n", stderr);
            return 1;
        }
    }
    qsort(times, (size_t)runs, sizeof times[0], order_times);
    printf("jixiao score, %ld runs: least %ld.%02ld ms, median %ld.%02ld ms\n", runs,
           (long)(times[0] / 1000), (long)(times[0] % 1000 / 10), (long)(times[runs / 2] / 1000),
           (long)(times[runs / 2] % 1000 / 10));
    return 0;
}
