// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "support/jx_rows.h"
#include "support/sample_report.h"

#define GOLDEN(file) "golden/report/" file
#define EVERYONE                                                                                   \
  {                                                                                                \
    jx_sample_scored, jx_sample_incomplete, jx_sample_faulty, jx_sample_unreadable,                \
        jx_sample_hostile, jx_sample_unknown                                                       \
  }

static const jx_sample_report reports[] = {
    {"tells what scripts took and said",
     "csv",
     JX_ZH,
     false,
     false,
     {jx_sample_scripted},
     GOLDEN("csv-scripted.zh")},
    {"writes a row an indicator and one for the total",
     "csv",
     JX_ZH,
     false,
     false,
     {jx_sample_scored},
     GOLDEN("csv-scored.zh")},
    {"writes sentences in English",
     "csv",
     JX_EN,
     false,
     false,
     {jx_sample_incomplete},
     GOLDEN("csv-incomplete.en")},
    {"writes an error beside its indicator",
     "csv",
     JX_ZH,
     false,
     false,
     {jx_sample_faulty},
     GOLDEN("csv-faulty.zh")},
    {"leaves what looks like a formula as it was written",
     "csv",
     JX_ZH,
     false,
     false,
     {jx_sample_hostile},
     GOLDEN("csv-hostile.zh")},
    {"writes a batch over the union of the columns", "csv", JX_ZH, true, false, EVERYONE,
     GOLDEN("csv-batch.zh")},
    {"writes a batch of one project",
     "csv",
     JX_EN,
     true,
     false,
     {jx_sample_scored},
     GOLDEN("csv-one.en")},
};

// ---------------------------------------------------------------------------------------- reading back

static const jx_sample_report batches[] = {
    {"has as many fields in every row of a batch", "csv", JX_ZH, true, false, EVERYONE, NULL},
    {"has as many fields in every row of a scorecard",
     "csv",
     JX_EN,
     false,
     false,
     {jx_sample_incomplete},
     NULL},
    {"has as many fields in every row of hostile texts",
     "csv",
     JX_ZH,
     false,
     false,
     {jx_sample_hostile},
     NULL},
};

// Reads a field of RFC 4180, its quotes taken off, into `ret`; tells whether it ends its row.
static bool read_field(jx_str *rest, jx_text *ret)
{
    bool quoted = rest->size > 0 && rest->data[0] == '"';
    size_t i = quoted ? 1 : 0;
    jx_text_clear(ret);
    for (; i < rest->size; i++) {
        char byte = rest->data[i];
        if (quoted && byte == '"') {
            i++;
            if (i == rest->size || rest->data[i] != '"') {
                break;
            }
        } else if (!quoted && (byte == ',' || byte == '\n')) {
            break;
        }
        jx_text_add_char(ret, byte);
    }
    assert_true(i < rest->size);
    bool last = rest->data[i] == '\n';
    assert_true(last || rest->data[i] == ',');
    *rest = jx_str_from(*rest, i + 1);
    return last;
}

static size_t count_fields(jx_str *rest, jx_text *field)
{
    size_t count = 1;
    while (!read_field(rest, field)) {
        count++;
    }
    return count;
}

static void has_even_rows(void **state)
{
    jx_arena *arena = jx_arena_new();
    jx_text field = jx_text_in(arena);
    jx_str rest = jx_sample_report_write(arena, *state);
    size_t columns = count_fields(&rest, &field);
    while (rest.size > 0) {
        assert_int_equal(count_fields(&rest, &field), columns);
    }
    jx_arena_free(arena);
}

static void repeats_projects(void **state)
{
    (void)state;
    static const jx_sample_report batch = {"", "csv", JX_ZH, true, false, EVERYONE, NULL};
    jx_arena *arena = jx_arena_new();
    jx_text field = jx_text_in(arena);
    jx_str rest = jx_sample_report_write(arena, &batch);
    (void)count_fields(&rest, &field);
    for (size_t i = 0; i < JX_SAMPLE_CARDS; i++) {
        jx_sample sample;
        batch.cards[i](&sample);
        (void)read_field(&rest, &field);
        assert_true(jx_str_equal(jx_text_str(&field), sample.observations.project));
        (void)count_fields(&rest, &field);
    }
    assert_int_equal(rest.size, 0);
    jx_arena_free(arena);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, reports, jx_sample_report_test);
    JX_ROWS(&all, batches, has_even_rows);
    jx_rows_add_one(&all, "repeats the actuals' value of project byte for byte", repeats_projects,
                    NULL);
    return jx_rows_run(&all, "report_csv");
}
