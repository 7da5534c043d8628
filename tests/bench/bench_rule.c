// SPDX-License-Identifier: MIT
// How many wordings are read in a second: bench_rule [TIMES], by default each row of tests/rule_rows 1,000 times.
#include "base/file.h"
#include "rule/rule.h"
#include "support/jx_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { WORDINGS = 1000, COLUMNS = 8, LARGEST = 1 << 20, USUAL_TIMES = 1000, MOST_TIMES = 1000000 };

static const char *const files[] = {"rule_rows/steps.tsv", "rule_rows/others.tsv",
                                    "rule_rows/unclear.tsv"};

static size_t read_wordings(jx_arena *arena, const char *path, jx_wording *wordings, size_t count)
{
    jx_str text = JX_STR_NONE;
    assert_int_equal(jx_file_read(arena, path, LARGEST, JX_ECONFIG, &text, NULL), JX_OK);
    while (text.data != NULL && count < WORDINGS) {
        jx_str columns[COLUMNS];
        jx_str line = jx_str_next(&text, '\n');
        if (line.size == 0 || line.data[0] == '#') {
            continue;
        }
        for (size_t i = 0; i < COLUMNS; i++) {
            columns[i] = jx_str_next(&line, '\t');
        }
        wordings[count++] = (jx_wording){
            .rule = columns[0],
            .value = columns[1],
            .kind = columns[2],
            .unit = columns[3],
            .weight = columns[4].size > 0 ? columns[4] : (jx_str)JX_STR("10"),
            .name = columns[5],
            .content = columns[6],
            .year = columns[7],
        };
    }
    return count;
}

int main(int argc, char **argv)
{
    static jx_wording wordings[WORDINGS];
    const long asked = argc > 1 ? strtol(argv[1], NULL, 10) : USUAL_TIMES;
    const long times = asked < 1 || asked > MOST_TIMES ? USUAL_TIMES : asked;
    jx_arena *kept = jx_arena_new();
    jx_arena *arena = jx_arena_new();
    const jx_vocabulary *vocabulary = jx_vocabulary_new(kept);
    size_t count = 0;
    size_t compiled = 0;
    struct timespec from;
    struct timespec to;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        count = read_wordings(kept, files[i], wordings, count);
    }
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (long time = 0; time < times; time++) {
        for (size_t i = 0; i < count; i++) {
            jx_reading reading;
            jx_arena_reset(arena);
            assert_int_equal(jx_rule_read(vocabulary, &wordings[i], arena, &reading, NULL), JX_OK);
            compiled += reading.is_compiled ? 1 : 0;
        }
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    const int64_t taken =
        (to.tv_sec - from.tv_sec) * (int64_t)1000000000 + (to.tv_nsec - from.tv_nsec);
    const int64_t read = (int64_t)count * times;
    printf("%lld wordings, %zu compiled: %lld a second\n", (long long)read, compiled,
           (long long)(read * 1000000000 / (taken > 0 ? taken : 1)));
    jx_arena_free(arena);
    jx_arena_free(kept);
    return compiled > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
