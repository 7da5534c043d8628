// SPDX-License-Identifier: MIT
// How well wordings are read that nobody tuned to: rule_blind MOST_WRONG LEAST_RIGHT WORDINGS.tsv [--all]. Columns and what is right
// are in tests/wordings/README.md. Prints the rows that are wrong (--all: those that are missed, too), then the counts; exits 1
// where more than MOST_WRONG in a thousand of the compiled rows are wrong, or less than LEAST_RIGHT in a hundred of those that say
// it all are compiled right.
#include "support/jx_test.h"
#include "support/rule_ground.h"

#include <stdio.h>
#include <stdlib.h>

enum { ID, CATEGORY, SUBCATEGORY, NAME, VALUE, CONTENT, TARGET, COMPARATOR, UNIT, WEIGHT };
enum { KIND = WEIGHT + 1, YEAR, RULE, EXPECT, CASES, WHY, COLUMNS };

// Of the rows that expect one thing.
typedef struct counts {
    size_t rows;
    size_t right;
    size_t wrong;
    size_t unclear;
} counts;

typedef struct runner {
    jx_rule_ground ground;
    bool all;
    counts compiled;
    counts either;
    counts unclear;
} runner;

static void split(jx_str line, jx_str columns[COLUMNS])
{
    for (size_t i = 0; i < COLUMNS; i++) {
        columns[i] = line.data == NULL ? (jx_str)JX_STR("") : jx_str_next(&line, '\t');
    }
}

// With line breaks for the two characters that stand for them.
static jx_str unfold(jx_arena *arena, jx_str text)
{
    char *folded = jx_arena_alloc(arena, text.size + 1);
    size_t size = 0;
    assert_non_null(folded);
    for (size_t i = 0; i < text.size; i++) {
        const bool breaks = text.data[i] == '\\' && i + 1 < text.size && text.data[i + 1] == 'n';
        folded[size++] = breaks ? '\n' : text.data[i];
        i += breaks;
    }
    return (jx_str){folded, size};
}

static jx_wording make_wording(const runner *run, const jx_str *columns)
{
    return (jx_wording){
        .category = columns[CATEGORY],
        .subcategory = columns[SUBCATEGORY],
        .name = columns[NAME],
        .value = columns[VALUE],
        .content = columns[CONTENT],
        .target = columns[TARGET],
        .comparator = columns[COMPARATOR],
        .unit = columns[UNIT],
        .weight = columns[WEIGHT],
        .kind = columns[KIND],
        .year = columns[YEAR],
        .rule = unfold(run->ground.arena, columns[RULE]),
    };
}

// Whether every case comes out as stated.
static bool agree(runner *run, const jx_reading *reading, const jx_str *columns)
{
    jx_str rest = columns[CASES];
    bool right = jx_rule_plan(&run->ground, reading, columns[CATEGORY], columns[UNIT]);
    if (!right) {
        printf("  %s\n", run->ground.fixture.faults.shown[0].text);
    }
    while (right && rest.size > 0) {
        jx_str points = jx_str_next(&rest, ';');
        const jx_str actual = jx_str_next(&points, '=');
        right = jx_rule_agrees(&run->ground, columns[ID], actual, points);
    }
    return right;
}

static void print_row(const jx_str *columns, const char *verdict, const char *why)
{
    printf("%.*s\t%s, expected %.*s\t%.*s\n\t%s\n", (int)columns[ID].size, columns[ID].data,
           verdict, (int)columns[EXPECT].size, columns[EXPECT].data, (int)columns[RULE].size,
           columns[RULE].data, why);
}

static void run_row(runner *run, const jx_str *columns)
{
    jx_reading reading;
    jx_arena_reset(run->ground.arena);
    const jx_wording wording = make_wording(run, columns);
    assert_int_equal(
        jx_rule_read(run->ground.vocabulary, &wording, run->ground.arena, &reading, NULL), JX_OK);
    const bool never = jx_str_is(columns[EXPECT], "unclear");
    const bool always = jx_str_is(columns[EXPECT], "compiled");
    counts *count = never ? &run->unclear : always ? &run->compiled : &run->either;
    count->rows++;
    if (!reading.is_compiled) {
        count->unclear++;
        if (run->all && always) {
            print_row(columns, "missed", reading.because.en);
        }
    } else if (!never && agree(run, &reading, columns)) {
        count->right++;
    } else {
        count->wrong++;
        print_row(columns, "WRONG", reading.reads.zh);
    }
}

static void print_counts(const char *name, const counts *count)
{
    printf("%-9s %3zu rows: %3zu compiled right, %zu compiled wrong, %3zu unclear\n", name,
           count->rows, count->right, count->wrong, count->unclear);
}

int main(int argc, char **argv)
{
    static runner run;
    if (argc < 4) {
        return EXIT_FAILURE;
    }
    const size_t most_wrong = strtoul(argv[1], NULL, 10);
    const size_t least_right = strtoul(argv[2], NULL, 10);
    jx_rule_begin(&run.ground);
    run.all = argc > 4;
    jx_str rows = jx_rule_file(&run.ground, argv[3]);
    (void)jx_str_next(&rows, '\n');
    while (rows.data != NULL) {
        jx_str columns[COLUMNS];
        const jx_str line = jx_str_next(&rows, '\n');
        split(line, columns);
        if (line.size > 0) {
            run_row(&run, columns);
        }
    }
    print_counts("compiled", &run.compiled);
    print_counts("either", &run.either);
    print_counts("unclear", &run.unclear);
    const size_t wrong = run.compiled.wrong + run.either.wrong + run.unclear.wrong;
    const size_t compiled = wrong + run.compiled.right + run.either.right;
    printf("wrong: %zu of %zu compiled; compiled right: %zu of %zu\n", wrong, compiled,
           run.compiled.right, run.compiled.rows);
    jx_rule_end(&run.ground);
    return run.compiled.rows > 0 && wrong * 1000 <= compiled * most_wrong &&
                   run.compiled.right * 100 >= run.compiled.rows * least_right
               ? EXIT_SUCCESS
               : EXIT_FAILURE;
}
