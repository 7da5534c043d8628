// SPDX-License-Identifier: MIT
// A plugin that does to its process what its actual says, for tests of those who must survive it.
#include <jixiao/plugin.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

enum { HUGE_BLOCK = 64 << 20, SMALL_BLOCK = 1 << 16, HOARD = 40 << 20, EXIT_CODE = 3 };

static void stay_calm(void)
{
}

static void crash(void)
{
    volatile char *nowhere = mmap(NULL, 1, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    *nowhere = 1;
}

static void loop(void)
{
    volatile int turns = 0;
    for (;;) {
        turns = 1 - turns;
    }
}

static void take_memory(size_t block)
{
    for (;;) {
        memset(malloc(block), 1, block); // NULL once there is none
    }
}

static void take_blocks(void)
{
    take_memory(SMALL_BLOCK);
}

static void take_huge_blocks(void)
{
    take_memory(HUGE_BLOCK);
}

// Most of what there is, and never given back.
static void hoard(void)
{
    void *(*volatile fill)(void *, int, size_t) = memset; // which no compiler leaves out
    fill(malloc(HOARD), 1, HOARD);
}

static void exhaust_stack(void)
{
    volatile char room[SMALL_BLOCK];
    void (*volatile again)(void) = exhaust_stack;
    room[0] = 1;
    again();
    room[1] = room[0];
}

static void leave(void)
{
    _exit(EXIT_CODE);
}

static void leave_at_once(void)
{
    exit(0);
}

static void be_killed(void)
{
    (void)kill(getpid(), SIGKILL);
}

static void open_file(void)
{
    (void)open("/etc/passwd", O_RDONLY);
}

static void reach_network(void)
{
    (void)socket(AF_INET, SOCK_STREAM, 0);
}

static void breed(void)
{
    (void)fork();
}

static void print(void)
{
    puts("not,a,row");
    (void)fflush(stdout);
    (void)dprintf(STDOUT_FILENO, "nor this\n");
}

static void close_files(void)
{
    for (int file = 0; file < 64; file++) {
        (void)close(file);
    }
}

static void divide_by_zero(void)
{
    (void)raise(SIGFPE);
}

static void (*const deeds[])(void) = {
    stay_calm,     crash,          loop,      take_blocks, take_huge_blocks, exhaust_stack, leave,
    leave_at_once, abort,          be_killed, open_file,   reach_network,    breed,         print,
    close_files,   divide_by_zero, hoard,
};

static const jx_default defaults[] = {
    {.key = "measure", .value = "level"},
    {.key = "method", .value = "threshold"},
    {.key = "levels",
     .value =
         "calm, crash, loop, memory, huge, stack, exit, end, abort, killed, file, network, fork, print, close, division, hoard"},
};

static int32_t lose(const jx_host *host, const jx_job *job)
{
    (void)host;
    deeds[job->actual.index]();
    return JX_OK;
}

static const jx_plugin reckless = {
    .struct_size = sizeof(jx_plugin),
    .kind = JX_PLUGIN_CATEGORY,
    .name = "reckless",
    .version = "1.0",
    .label = {"鲁莽指标", "Reckless ones"},
    .says = {"什么都做得出来", "stops at nothing"},
    .standard_measures = "level",
    .standard_methods = "threshold",
    .defaults = JX_LIST(defaults),
    .lose = lose,
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index == 0 ? &reckless : NULL;
}
