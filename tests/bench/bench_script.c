// SPDX-License-Identifier: MIT
// What a script costs: bench_script [PROJECTS], by default 100,000 of one indicator, under every script. A call is what a
// project takes with the script, less what it takes without. Time is taken in slices; the least and the median are shown.
#include "script/cage.h"
#include "support/score_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SLICES = 50, USUAL_PROJECTS = 100000, MOST_PROJECTS = 10000000, FRESH_STATES = 20 };

typedef struct workload {
    const char *name;
    const char *file; // of the script; NULL: none
    const char *keys; // its parameters
    const char *input;
    const char *value;
} workload;

static const workload loads[] = {
    {"no script", NULL, "", NULL, NULL},
    {"empty", "bench-empty.lua", "", NULL, NULL},
    {"empty, run anew", "bench-anew.lua", "", NULL, NULL},
    {"context used", "bench-context.lua", "script.limit = 150\n", NULL, NULL},
    {"context used, run anew", "bench-context-anew.lua", "script.limit = 150\n", NULL, NULL},
    {"late_start.lua, in time", "late_start.lua", "", "months_late", ""},
    {"late_start.lua, 3 months late", "late_start.lua", "", "months_late", "3"},
    {"overfulfilment.lua, within", "overfulfilment.lua", "script.deduct = 1\n", NULL, NULL},
};

enum { LOADS = sizeof loads / sizeof loads[0] };

static int64_t now_nanoseconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static int order_times(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a;
    int64_t right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static void plan_load(jx_score_fixture *fixture, const workload *load)
{
    char keys[512];
    snprintf(keys, sizeof keys, "unit = 个\ntarget = 100\nmethod = step\ndeduct = 1\n%s%s%s%s",
             load->file == NULL ? "" : "script = ", load->file == NULL ? "" : load->file,
             load->file == NULL ? "" : "\n", load->keys);
    jx_score_read_text(fixture, jx_score_one(fixture, keys));
    if (fixture->plan == NULL) {
        fprintf(stderr, "bench_script: %s\n", fixture->faults.shown[0].text);
        exit(1);
    }
    jx_score_set(fixture, "it", "actual", (jx_str)JX_STR("120"));
    if (load->input != NULL) {
        jx_score_set(fixture, "it", load->input, jx_str_of(load->value));
    }
}

// Nanoseconds for each project, by slices in order.
static void time_load(jx_score_fixture *fixture, int64_t projects, int64_t taken[SLICES])
{
    for (int slice = 0; slice < SLICES; slice++) {
        int64_t start = now_nanoseconds();
        for (int64_t i = 0; i < projects; i++) {
            const jx_scorecard *card = jx_score_run(fixture);
            if (card->state != JX_SCORED) {
                fprintf(stderr, "bench_script: %s\n", card->error);
                exit(1);
            }
        }
        taken[slice] = (now_nanoseconds() - start) / projects;
    }
    qsort(taken, SLICES, sizeof *taken, order_times);
}

// What it would take to share nothing by making a state for each project.
static void time_states(const jx_score_fixture *fixture)
{
    int64_t least = INT64_MAX;
    const jx_plan *plan = fixture->plan;
    for (int slice = 0; slice < SLICES; slice++) {
        int64_t start = now_nanoseconds();
        for (int i = 0; i < FRESH_STATES; i++) {
            jx_cage *cage = jx_cage_new(plan->scripts, plan->script_count, &plan->limits, JX_EN);
            jx_cage_begin(cage);
            jx_cage_free(cage);
        }
        int64_t taken = (now_nanoseconds() - start) / FRESH_STATES;
        least = taken < least ? taken : least;
    }
    printf("%-32s least %6ld ns\n", "for comparison: a fresh state", (long)least);
}

int main(int argc, char **argv)
{
    long projects = argc > 1 ? strtol(argv[1], NULL, 10) : USUAL_PROJECTS;
    if (projects < 1 || projects > MOST_PROJECTS) {
        fprintf(stderr, "usage: bench_script [PROJECTS], 1 to %d\n", MOST_PROJECTS);
        return 2;
    }
    jx_score_fixture fixture;
    int64_t without[SLICES];
    int64_t slice = projects / SLICES + 1;
    jx_score_begin(&fixture, NULL);
    for (size_t i = 0; i < LOADS; i++) {
        int64_t taken[SLICES];
        plan_load(&fixture, &loads[i]);
        time_load(&fixture, slice, i == 0 ? without : taken);
        if (i > 0) {
            printf("%-32s least %6ld, median %6ld ns a call\n", loads[i].name,
                   (long)(taken[0] - without[0]), (long)(taken[SLICES / 2] - without[SLICES / 2]));
        }
    }
    time_states(&fixture);
    jx_score_end(&fixture);
    return 0;
}
