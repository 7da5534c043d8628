// SPDX-License-Identifier: MIT
// How well wordings are read: rule_corpus RULES.tsv CASES.tsv [--all]. Each row is compiled, its keys planned and scored by
// the engine itself, and the points compared with those of the cases. Prints a line a row that is wrong or unclear (--all:
// every row), then the counts; exits 1 where a row is wrong or less than the least share is compiled.
#include "support/jx_test.h"
#include "support/rule_ground.h"

#include <stdio.h>
#include <stdlib.h>

enum { COLUMNS = 21, LEAST_SHARE = 90 };
enum {
    ID = 0,
    YEAR = 2,
    CONTENT = 4,
    LEVEL3 = 7,
    TARGET,
    COMPARATOR,
    UNIT,
    WEIGHT,
    RULE,
    EXPRESSIBLE = 14
};

typedef struct counts {
    size_t rows;
    size_t compiled;
    size_t right; // by their cases
    size_t wrong;
    size_t uncased;
} counts;

typedef struct runner {
    jx_rule_ground ground;
    jx_str cases;
    bool all;
    counts yes;
    counts perhaps;
    counts no;
} runner;

static void split(jx_str line, jx_str columns[COLUMNS])
{
    for (size_t i = 0; i < COLUMNS; i++) {
        columns[i] = line.data == NULL ? (jx_str)JX_STR("") : jx_str_next(&line, '\t');
    }
}

static jx_wording make_wording(const jx_str *columns)
{
    return (jx_wording){
        .category = JX_STR_NONE,
        .name = columns[LEVEL3],
        .value = columns[TARGET],
        .content = columns[CONTENT],
        .kind = columns[COMPARATOR],
        .unit = columns[UNIT],
        .weight = columns[WEIGHT],
        .year = columns[YEAR],
        .rule = columns[RULE],
    };
}

// The cases of a row; how many agree and how many do not.
static void try_cases(runner *run, jx_str id, size_t *right, size_t *wrong)
{
    jx_str rest = run->cases;
    while (rest.data != NULL) {
        jx_str line = jx_str_next(&rest, '\n');
        if (!jx_str_equal(jx_str_next(&line, '\t'), id) || line.data == NULL) {
            continue;
        }
        const jx_str actual = jx_str_next(&line, '\t');
        const jx_str points = jx_str_trim(jx_str_next(&line, '\t'));
        if (jx_rule_agrees(&run->ground, id, actual, points)) {
            (*right)++;
        } else {
            (*wrong)++;
        }
    }
}

static void print_reading(const jx_str *columns, const jx_reading *reading, const char *verdict)
{
    printf("%.*s\t%.*s\t%s\t%.*s\n", (int)columns[ID].size, columns[ID].data,
           (int)columns[EXPRESSIBLE].size, columns[EXPRESSIBLE].data, verdict,
           (int)columns[RULE].size, columns[RULE].data);
    printf("\t%s\n", reading->is_compiled ? reading->reads.zh : reading->because.en);
    for (size_t i = 0; i < reading->assume_count && reading->is_compiled; i++) {
        printf("%s%s", i == 0 ? "\tassumes " : ", ", reading->assumes[i]);
    }
    printf(reading->is_compiled && reading->assume_count > 0 ? "\n" : "");
}

static void run_row(runner *run, const jx_str *columns)
{
    jx_reading reading;
    const jx_wording wording = make_wording(columns);
    jx_arena_reset(run->ground.arena);
    assert_int_equal(
        jx_rule_read(run->ground.vocabulary, &wording, run->ground.arena, &reading, NULL), JX_OK);
    const bool yes = jx_str_is(columns[EXPRESSIBLE], "yes");
    const bool no = jx_str_is(columns[EXPRESSIBLE], "no");
    counts *count = yes ? &run->yes : no ? &run->no : &run->perhaps;
    size_t right = 0;
    size_t wrong = 0;
    count->rows++;
    if (reading.is_compiled) {
        count->compiled++;
        if (jx_rule_plan(&run->ground, &reading, JX_STR_NONE, columns[UNIT])) {
            try_cases(run, columns[ID], &right, &wrong);
        } else {
            printf("  %s\n", run->ground.fixture.faults.shown[0].text);
            wrong++;
        }
    }
    count->wrong += wrong > 0 ? 1 : 0;
    count->right += wrong == 0 && right > 0 ? 1 : 0;
    count->uncased += reading.is_compiled && right + wrong == 0 ? 1 : 0;
    if (run->all || wrong > 0 || (reading.is_compiled ? no : yes)) {
        print_reading(columns, &reading,
                      !reading.is_compiled ? "unclear"
                      : wrong > 0          ? "WRONG"
                      : right > 0          ? "right"
                                           : "compiled");
    }
}

static void print_counts(const char *name, const counts *count)
{
    printf("%s: %zu rows, %zu compiled: %zu right by their cases, %zu wrong, %zu without cases\n",
           name, count->rows, count->compiled, count->right, count->wrong, count->uncased);
}

int main(int argc, char **argv)
{
    static runner run;
    if (argc < 3) {
        return EXIT_FAILURE;
    }
    jx_rule_begin(&run.ground);
    run.all = argc > 3;
    jx_str rules = jx_rule_file(&run.ground, argv[1]);
    run.cases = jx_rule_file(&run.ground, argv[2]);
    (void)jx_str_next(&rules, '\n');
    while (rules.data != NULL) {
        jx_str columns[COLUMNS];
        const jx_str line = jx_str_next(&rules, '\n');
        split(line, columns);
        if (line.size > 0) {
            run_row(&run, columns);
        }
    }
    print_counts("yes", &run.yes);
    print_counts("perhaps", &run.perhaps);
    print_counts("no", &run.no);
    const size_t wrong = run.yes.wrong + run.perhaps.wrong + run.no.wrong + run.no.compiled;
    const bool enough = run.yes.compiled * 100 >= run.yes.rows * LEAST_SHARE;
    jx_rule_end(&run.ground);
    return wrong == 0 && enough ? EXIT_SUCCESS : EXIT_FAILURE;
}
