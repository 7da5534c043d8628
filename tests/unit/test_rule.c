// SPDX-License-Identifier: MIT
// Wordings and what they are read as: every row of tests/rule_rows/*.tsv is a test. Columns: wording, target cell, comparator,
// unit, weight (10), name, content, year, and what is expected: the keys, those that are assumed in brackets; or `unclear`
// and the words of the reason.
#include "base/file.h"
#include "base/text.h"
#include "rule/rule.h"
#include "support/jx_rows.h"

enum { COLUMNS = 9, LARGEST = 1 << 20, NAME_BYTES = 80 };

static const char *const files[] = {"rule_rows/steps.tsv", "rule_rows/others.tsv",
                                    "rule_rows/unclear.tsv", "rule_rows/shipped.tsv"};

typedef struct reading_row {
    const char *name;
    jx_str columns[COLUMNS];
} reading_row;

static jx_arena *arena;
static jx_vocabulary *vocabulary;

static jx_str say(const jx_reading *reading)
{
    jx_text text = jx_text_in(arena);
    if (!reading->is_compiled) {
        jx_text_put(&text, "unclear ");
        jx_text_put(&text, reading->because.en);
        return jx_text_end(&text);
    }
    for (size_t i = 0; i < reading->key_count; i++) {
        jx_text_put(&text, i == 0 ? "" : " ");
        jx_text_put(&text, reading->keys[i].key);
        jx_text_put(&text, "=");
        jx_text_add(&text, reading->keys[i].value);
    }
    jx_text_put(&text, " [");
    for (size_t i = 0; i < reading->assume_count; i++) {
        jx_text_put(&text, i == 0 ? "" : " ");
        jx_text_put(&text, reading->assumes[i]);
    }
    jx_text_put(&text, "]");
    return jx_text_end(&text);
}

// Whatever is quoted are words of the wording, where they stand.
static void expect_quote(const jx_reading *reading, jx_str rule)
{
    if (reading->at.data != NULL) {
        assert_true(reading->at.data >= rule.data);
        assert_true(reading->at.data + reading->at.size <= rule.data + rule.size);
    }
}

static void test_reading(void **state)
{
    const reading_row *row = *state;
    jx_reading reading;
    const jx_str *columns = row->columns;
    const jx_wording wording = {
        .rule = columns[0],
        .value = columns[1],
        .kind = columns[2],
        .unit = columns[3],
        .weight = columns[4].size > 0 ? columns[4] : (jx_str)JX_STR("10"),
        .name = columns[5],
        .content = columns[6],
        .year = columns[7],
    };
    assert_int_equal(jx_rule_read(vocabulary, &wording, arena, &reading, NULL), JX_OK);
    assert_string_equal(say(&reading).data, columns[8].data);
    expect_quote(&reading, columns[0]);
    if (reading.is_compiled) {
        assert_non_null(reading.reads.zh);
        assert_non_null(reading.reads.en);
        assert_true(strlen(reading.reads.zh) > 0 && strlen(reading.actual_is.en) > 0);
    }
}

static void add_file(jx_rows *all, const char *path)
{
    jx_str text = JX_STR_NONE;
    assert_int_equal(jx_file_read(arena, path, LARGEST, JX_ECONFIG, &text, NULL), JX_OK);
    while (text.data != NULL) {
        jx_str line = jx_str_next(&text, '\n');
        if (line.size == 0 || line.data[0] == '#') {
            continue;
        }
        reading_row *row = jx_arena_alloc(arena, sizeof *row);
        for (size_t i = 0; i < COLUMNS; i++) {
            const jx_str column = jx_str_next(&line, '\t');
            row->columns[i] = jx_arena_copy(arena, column);
        }
        row->name = row->columns[0].data;
        jx_rows_add_one(all, row->name, test_reading, row);
    }
}

int main(void)
{
    static jx_rows all = {.count = 0};
    arena = jx_arena_new();
    vocabulary = jx_vocabulary_new(arena);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        add_file(&all, files[i]);
    }
    return jx_rows_run(&all, "rule");
}
