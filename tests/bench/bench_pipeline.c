// SPDX-License-Identifier: MIT
// How long the pipeline takes for an indicator: bench_pipeline [PROJECTS [LOAD]], by default 200,000 of the seven indicators of
// the industry development project, under every load. Cells are parsed, measured, lost by and settled; nothing is printed. Time
// is taken in slices, of which the least and the median are shown.
#include "score/run.h"
#include "support/score_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SLICES = 200, INDICATORS = 7, ROWS = 8, USUAL_PROJECTS = 200000, MOST_PROJECTS = 100000000 };

// Actuals in the order of the table; a baseline follows |.
typedef struct workload {
    const char *name;
    const char *rows[ROWS][INDICATORS];
} workload;

static const workload loads[] = {
    {"everything met, rates",
     {
         {"99.5", "31", "5.2%", "2024-05-31", "3.25%", "非常满意", "100%"},
         {"100", "30", "0%", "2024-01-15", "0.5%", "满意", "100%"},
         {"98.75", "35", "7%", "2024", "11.2%", "较为满意", "103.5%"},
         {"87", "42", "1.5%", "2024-12-31", "4%", "满意", "100.2%"},
         {"95.2", "33", "12.25%", "2024-07-01", "6.6%", "非常满意", "100%"},
         {"100", "30", "2.1%", "2024-06", "0%", "较为满意", "101%"},
         {"99.99", "38", "3%", "2024-03-08", "9.1%", "满意", "100%"},
         {"60.5", "51", "0.1%", "2024-11-11", "1%", "满意", "120%"},
     }},
    {"everything met, amounts",
     {
         {"99.5", "31", "1052000|1000000", "2024-05-31", "10325|10000", "非常满意",
          "500000|500000"},
         {"100", "30", "88.5|88.5", "2024-01-15", "20100|20000", "满意", "1234567.89|1234567.89"},
         {"98.75", "35", "107|100", "2024", "111200|100000", "较为满意", "1035|1000"},
         {"87", "42", "1015|1000", "2024-12-31", "104|100", "满意", "100200|100000"},
         {"95.2", "33", "44900|40000", "2024-07-01", "1066|1000", "非常满意", "77|77"},
         {"100", "30", "102.1|100", "2024-06", "5000|5000", "较为满意", "10100|10000"},
         {"99.99", "38", "103|100", "2024-03-08", "10910|10000", "满意", "8000000|8000000"},
         {"60.5", "51", "100.1|100", "2024-11-11", "10100|10000", "满意", "1200|1000"},
     }},
    {"everything lost, rates",
     {
         {"100.5", "27", "-5.2%", "2023-12-31", "-3.25%", "基本满意", "96.5%"},
         {"120", "12", "-0.5%", "2025-01-15", "-0.5%", "不满意", "88%"},
         {"101.75", "5", "-7%", "2025", "-11.2%", "基本满意", "93.5%"},
         {"107", "22", "-1.5%", "2023-12-31", "-4%", "不满意", "90.2%"},
         {"195.2", "13", "-12.25%", "2025-07-01", "-6.6%", "基本满意", "75%"},
         {"100.01", "29", "-2.1%", "2023-06", "-1%", "基本满意", "99.1%"},
         {"110.99", "8", "-3%", "2025-03-08", "-9.1%", "不满意", "50%"},
         {"160.5", "1", "-0.1%", "2022-11-11", "-1%", "基本满意", "20%"},
     }},
    {"everything lost, amounts",
     {
         {"100.5", "27", "948000|1000000", "2023-12-31", "9675|10000", "基本满意", "482500|500000"},
         {"120", "12", "88.1|88.5", "2025-01-15", "19900|20000", "不满意", "1086419.74|1234567.89"},
         {"101.75", "5", "93|100", "2025", "88800|100000", "基本满意", "935|1000"},
         {"107", "22", "985|1000", "2023-12-31", "96|100", "不满意", "90200|100000"},
         {"195.2", "13", "35100|40000", "2025-07-01", "934|1000", "基本满意", "58|77"},
         {"100.01", "29", "97.9|100", "2023-06", "4950|5000", "基本满意", "9910|10000"},
         {"110.99", "8", "97|100", "2025-03-08", "9090|10000", "不满意", "4000000|8000000"},
         {"160.5", "1", "99.9|100", "2022-11-11", "9900|10000", "基本满意", "200|1000"},
     }},
    {"half lost, as people write",
     {
         {"99.5%", "27个", "5.2％", "2024年5月31日", "10,325|10,000", "基本满意", "48.25万|50万"},
         {"100", "30个", "0%", "2024/1/15", "-0.5%", "满意", "1,234,567.89|1,234,567.89"},
         {"101.75%", "35", "107|100", "2024", "11.2%", "较为满意", "935|1,000"},
         {"87", "22个", "-1.5%", "2024.12.31", "104|100", "满意", "9.02万|10万"},
         {"95.2%", "33", "-12.25％", "2024-07-01", "6.6%", "不满意", "77|77"},
         {"100", "29个", "2.1%", "2024年6月", "4,950|5,000", "较为满意", "1.01亿|1亿"},
         {"110.99%", "38", "97|100", "2024-03-08", "9.1%", "满意", "400万|800万"},
         {"60.5", "51个", "0.1%", "2024-11-11", "-1%", "满意", "1,200|1,000"},
     }},
};

// Slices of so many projects, and what they lost altogether.
typedef struct timing {
    int64_t projects;
    uint64_t losses;
    int64_t taken[SLICES];
} timing;

enum { LOADS = sizeof loads / sizeof loads[0] };

static int64_t now_nanoseconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static jx_cell make_cell(jx_str text)
{
    return (jx_cell){text.data, (uint32_t)text.size, 1};
}

static void fill_row(const jx_score_fixture *fixture, const char *const *texts, jx_cell *cells)
{
    for (size_t i = 0; i < INDICATORS; i++) {
        jx_str rest = jx_str_of(texts[i]);
        jx_cell *first = &cells[fixture->plan->table.rows[i].slot];
        first[JX_SLOT_ACTUAL] = make_cell(jx_str_next(&rest, '|'));
        first[JX_SLOT_BASELINE] = make_cell(rest.data == NULL ? (jx_str)JX_STR("") : rest);
    }
}

static int order_times(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a;
    int64_t right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static void print_times(const char *name, timing *times)
{
    qsort(times->taken, SLICES, sizeof times->taken[0], order_times);
    int64_t indicators = times->projects * INDICATORS;
    int64_t least = times->taken[0] * 10 / indicators;
    int64_t median = times->taken[SLICES / 2] * 10 / indicators;
    printf("%-28s least %3ld.%ld, median %3ld.%ld ns an indicator; %llu losses\n", name,
           (long)(least / 10), (long)(least % 10), (long)(median / 10), (long)(median % 10),
           (unsigned long long)times->losses);
}

static bool score_projects(jx_score_fixture *fixture, jx_cell *cells, timing *times)
{
    size_t slots = fixture->plan->sheet.slot_count;
    for (int64_t i = 0; i < times->projects; i++) {
        fixture->observations.cells = &cells[(size_t)(i % ROWS) * slots];
        const jx_scorecard *card = jx_evaluate(fixture->evaluator, &fixture->observations);
        if (card->state != JX_SCORED) {
            fprintf(stderr, "bench_pipeline: %s\n", card->error);
            return false;
        }
        times->losses += card->loss_count;
    }
    return true;
}

static bool time_load(jx_score_fixture *fixture, const workload *load, timing *times)
{
    size_t slots = fixture->plan->sheet.slot_count;
    jx_cell *own = fixture->observations.cells;
    jx_cell *cells = jx_arena_array(fixture->arena, ROWS * slots, sizeof *cells);
    bool scored = cells != NULL;
    for (size_t row = 0; row < ROWS && scored; row++) {
        fill_row(fixture, load->rows[row], &cells[row * slots]);
    }
    for (int slice = 0; slice < SLICES && scored; slice++) {
        int64_t start = now_nanoseconds();
        scored = score_projects(fixture, cells, times);
        times->taken[slice] = now_nanoseconds() - start;
    }
    fixture->observations.cells = own;
    return scored;
}

// ------------------------------------------------------------------------------------------ points alone

// Measures, loses and settles what was observed before.
static uint64_t settle_jobs(jx_evaluator *evaluator, const jx_job jobs[INDICATORS])
{
    const jx_plan *plan = evaluator->plan;
    uint64_t losses = 0;
    evaluator->card.loss_count = 0;
    for (size_t i = 0; i < INDICATORS; i++) {
        const jx_plan_indicator *indicator = &plan->indicators[i];
        evaluator->indicator = indicator;
        evaluator->outcome = &evaluator->outcomes[i];
        evaluator->outcome->loss_count = 0;
        evaluator->job = jobs[i];
        evaluator->floor = indicator->floor;
        evaluator->remainder =
            jx_settle_start(indicator->facts.weight, plan->table.places, plan->table.rounding);
        bool settled = indicator->measure->find(&plan->host, &evaluator->job,
                                                &evaluator->job.measured) == JX_OK &&
                       indicator->method->lose(indicator->terms, &evaluator->job) == JX_OK;
        losses += settled ? evaluator->outcome->loss_count : 0;
    }
    return losses;
}

static void observe_jobs(jx_score_fixture *fixture, const workload *load, size_t row, jx_job *jobs)
{
    jx_evaluator *evaluator = fixture->evaluator;
    fill_row(fixture, load->rows[row], fixture->observations.cells);
    (void)jx_score_run(fixture);
    for (size_t i = 0; i < INDICATORS; i++) {
        jx_state state;
        evaluator->indicator = &fixture->plan->indicators[i];
        evaluator->cells = &fixture->observations.cells[evaluator->indicator->row->slot];
        evaluator->job.indicator = &evaluator->indicator->facts;
        evaluator->job.baseline = JX_DECIMAL_ZERO;
        (void)jx_observe(evaluator, &state);
        jobs[i] = evaluator->job;
    }
}

static void time_points(jx_score_fixture *fixture, const workload *load, timing *times)
{
    static jx_job jobs[ROWS][INDICATORS];
    for (size_t row = 0; row < ROWS; row++) {
        observe_jobs(fixture, load, row, jobs[row]);
    }
    for (int slice = 0; slice < SLICES; slice++) {
        int64_t start = now_nanoseconds();
        for (int64_t i = 0; i < times->projects; i++) {
            times->losses += settle_jobs(fixture->evaluator, jobs[i % ROWS]);
        }
        times->taken[slice] = now_nanoseconds() - start;
    }
}

int main(int argc, char **argv)
{
    long projects = argc > 1 ? strtol(argv[1], NULL, 10) : USUAL_PROJECTS;
    if (projects < 1 || projects > MOST_PROJECTS) {
        fprintf(stderr, "bench_pipeline: expected 1 to %d projects\n", MOST_PROJECTS);
        return 2;
    }
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read(&fixture, JX_TEST_SOURCE_DIR "/conf/industry-development-2024.ini");
    if (fixture.plan == NULL || fixture.plan->count != INDICATORS) {
        fputs("bench_pipeline: not the project it was written for\n", stderr);
        return 1;
    }
    bool scored = true;
    size_t first = argc > 2 ? (size_t)strtol(argv[2], NULL, 10) - 1 : 0;
    size_t end = argc > 2 ? first + 1 : LOADS;
    for (size_t i = first; i < end && i < LOADS && scored; i++) {
        timing all = {.projects = 1 + projects / SLICES};
        timing points = {.projects = 1 + projects / SLICES};
        scored = time_load(&fixture, &loads[i], &all);
        if (scored) {
            time_points(&fixture, &loads[i], &points);
            print_times(loads[i].name, &all);
            print_times("  of it, points alone", &points);
        }
    }
    jx_score_end(&fixture);
    return scored ? 0 : 1;
}
