// SPDX-License-Identifier: MIT
#include "base/decimal.h"
#include "report/json_card.h"
#include "report/json_writer.h"
#include "support/json_check.h"
#include "support/jx_rows.h"
#include "support/sample_build.h"
#include "support/sample_report.h"

#include <stdlib.h>

#define GOLDEN(file) "golden/report/" file
#define EVERYONE                                                                                   \
  {                                                                                                \
    jx_sample_scored, jx_sample_incomplete, jx_sample_faulty, jx_sample_unreadable,                \
        jx_sample_hostile, jx_sample_unknown                                                       \
  }

static const jx_sample_report reports[] = {
    {"tells what scripts took and said",
     "json",
     JX_EN,
     false,
     false,
     {jx_sample_scripted},
     GOLDEN("json-scripted.en")},
    {"writes a scored project",
     "json",
     JX_ZH,
     false,
     false,
     {jx_sample_scored},
     GOLDEN("json-scored.zh")},
    {"writes nulls, cuts and rescaling",
     "json",
     JX_EN,
     false,
     false,
     {jx_sample_incomplete},
     GOLDEN("json-incomplete.en")},
    {"writes an error without numbers in disguise",
     "json",
     JX_ZH,
     false,
     false,
     {jx_sample_faulty},
     GOLDEN("json-faulty.zh")},
    {"escapes hostile texts",
     "json",
     JX_ZH,
     false,
     false,
     {jx_sample_hostile},
     GOLDEN("json-hostile.zh")},
    {"tells what scripts took",
     "jsonl",
     JX_EN,
     true,
     false,
     {jx_sample_scripted},
     GOLDEN("jsonl-scripted.en")},
    {"writes a batch as lines", "jsonl", JX_ZH, true, false, EVERYONE, GOLDEN("jsonl-batch.zh")},
    {"puts the config of a single table into the provenance",
     "jsonl",
     JX_ZH,
     true,
     false,
     {jx_sample_incomplete},
     GOLDEN("jsonl-one.zh")},
};

static const jx_sample_report sound[] = {
    {"is sound JSON when scored", "json", JX_EN, false, false, {jx_sample_scored}, NULL},
    {"is sound JSON when incomplete", "json", JX_ZH, false, false, {jx_sample_incomplete}, NULL},
    {"is sound JSON when faulty", "json", JX_EN, false, false, {jx_sample_faulty}, NULL},
    {"is sound JSON when hostile", "json", JX_EN, false, false, {jx_sample_hostile}, NULL},
    {"is sound JSON when unreadable", "json", JX_ZH, false, false, {jx_sample_unreadable}, NULL},
    {"is sound JSON when unknown", "json", JX_ZH, false, false, {jx_sample_unknown}, NULL},
};

static void is_sound(void **state)
{
    jx_arena *arena = jx_arena_new();
    jx_str report = jx_sample_report_write(arena, *state);
    size_t bad = 0;
    if (!jx_json_check(report, &bad)) {
        fail_msg("no JSON from byte %zu on: %.40s", bad, report.data + bad);
    }
    jx_arena_free(arena);
}

static const jx_sample_report lines[] = {
    {"is sound JSON on every line", "jsonl", JX_EN, true, false, EVERYONE, NULL},
};

static void has_sound_lines(void **state)
{
    jx_arena *arena = jx_arena_new();
    jx_str rest = jx_sample_report_write(arena, *state);
    size_t bad = 0;
    size_t count = 0;
    while (rest.size > 0) {
        assert_true(jx_json_check(jx_str_next(&rest, '\n'), &bad));
        count++;
    }
    assert_int_equal(count, 1 + JX_SAMPLE_CARDS);
    jx_arena_free(arena);
}

// ---------------------------------------------------------------------------------------------- checker

typedef struct check_row {
    const char *name;
    const char *text;
    bool sound;
} check_row;

static const check_row checks[] = {
    {"the checker takes all kinds of values",
     " {\"a\":[1,-0.50,true,false,null,\"\\u00e9\\n\"],\"b\":{}} \n", true},
    {"the checker refuses a comma at the end", "[1,]", false},
    {"the checker refuses a leading zero", "[01]", false},
    {"the checker refuses a bare point", "[1.]", false},
    {"the checker refuses a raw control character", "[\"\n\"]", false},
    {"the checker refuses an unknown escape", "[\"\\x41\"]", false},
    {"the checker refuses broken UTF-8", "[\"\xC3\"]", false},
    {"the checker refuses a surrogate", "[\"\xED\xA0\x80\"]", false},
    {"the checker refuses text behind the value", "{} {}", false},
    {"the checker refuses a name without value", "{\"a\"}", false},
    {"the checker refuses an open string", "\"a", false},
    {"the checker refuses nothing at all", "", false},
};

static void checks_json(void **state)
{
    const check_row *row = *state;
    size_t bad = 0;
    assert_int_equal(jx_json_check(jx_str_of(row->text), &bad), row->sound);
}

// ----------------------------------------------------------------------------------------------- writer

typedef struct string_row {
    const char *name;
    const char *text;
    const char *written;
} string_row;

static const string_row strings[] = {
    {"writes null for no text", NULL, "null"},
    {"keeps an empty text", "", "\"\""},
    {"keeps UTF-8 as it is", "绩效é😀", "\"绩效é😀\""},
    {"escapes quotes and backslashes", "a\"b\\c/", "\"a\\\"b\\\\c/\""},
    {"escapes line ends and tabs by letter", "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
    {"escapes other control characters by number", "\x01\x0b\x1f\x7f",
     "\"\\u0001\\u000b\\u001f\x7f\""},
    {"replaces bytes that are no UTF-8", "a\xff\xc3(b\xe4\xbd",
     "\"a\xEF\xBF\xBD\xEF\xBF\xBD(b\xEF\xBF\xBD\xEF\xBF\xBD\""},
};

static void writes_string(void **state)
{
    const string_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_json json = jx_json_on(&out);
    jx_json_string(&json, row->text);
    jx_expect_text(jx_text_str(&out), row->written);
    jx_arena_free(arena);
}

// Runs of plain bytes, up to and over the lengths that are copied at once, before what is not plain: at the end, or with
// more behind it.
enum { LONGEST_RUN = 35 };

static const string_row edges[] = {
    {"keeps plain runs of any length", "", ""},
    {"escapes a quote behind runs of any length", "\"", "\\\""},
    {"escapes a backslash behind runs of any length", "\\", "\\\\"},
    {"escapes a control byte behind runs of any length", "\x1f", "\\u001f"},
    {"keeps a delete behind runs of any length", "\x7f", "\x7f"},
    {"keeps Chinese behind runs of any length", "绩效", "绩效"},
    {"keeps characters of two and four bytes behind runs of any length", "é😀", "é😀"},
    {"escapes between Chinese behind runs of any length", "绩\"效", "绩\\\"效"},
    {"replaces a stray byte behind runs of any length", "\xff", "\xEF\xBF\xBD"},
    {"replaces half a character behind runs of any length", "\xe4\xbd", "\xEF\xBF\xBD\xEF\xBF\xBD"},
    {"replaces a byte too many behind runs of any length", "\xc3\xa9\xa9", "\xc3\xa9\xEF\xBF\xBD"},
    {"replaces a surrogate behind runs of any length", "\xed\xa0\x80",
     "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
    {"replaces an overlong character behind runs of any length", "\xe0\x80\x80",
     "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
};

// A run of that length, the middle, and another run.
static jx_str surround(jx_arena *arena, size_t before, const char *middle, size_t behind)
{
    static const char run[LONGEST_RUN] = "abcdefghijklmnopqrstuvwxyz !#[]{}:,";
    jx_text text = jx_text_in(arena);
    jx_text_add(&text, (jx_str){run, before});
    jx_text_put(&text, middle);
    jx_text_add(&text, (jx_str){run, behind});
    return jx_text_end(&text);
}

// The text is a block of its own, so that reading beyond it is seen; once there is room for it and once there is none.
static void expect_members(jx_arena *arena, jx_str text, const char *written, size_t room)
{
    char *block = malloc(text.size == 0 ? 1 : text.size);
    assert_non_null(block);
    memcpy(block, text.data, text.size);
    jx_text out = jx_text_in(arena);
    if (room > 0) {
        assert_non_null(jx_text_reserve(&out, room));
    }
    jx_json json = jx_json_on(&out);
    jx_json_open_object(&json);
    jx_json_key_text(&json, (jx_str){block, text.size});
    jx_json_text(&json, (jx_str){block, text.size});
    jx_json_key_decimal(&json, (jx_str){block, text.size}, jx_decimal_make(5, 1), 2);
    jx_json_close_object(&json);
    free(block);
    jx_text expected = jx_text_in(arena);
    jx_text_put(&expected, "{\"");
    jx_text_put(&expected, written);
    jx_text_put(&expected, "\":\"");
    jx_text_put(&expected, written);
    jx_text_put(&expected, "\",\"");
    jx_text_put(&expected, written);
    jx_text_put(&expected, "\":0.50}");
    jx_expect_text(jx_text_str(&out), jx_text_end(&expected).data);
}

static void writes_behind_runs(void **state)
{
    const string_row *row = *state;
    for (size_t i = 0; i < LONGEST_RUN * LONGEST_RUN; i++) {
        jx_arena *arena = jx_arena_new();
        const size_t before = i / LONGEST_RUN;
        const size_t behind = i % LONGEST_RUN;
        const jx_str text = surround(arena, before, row->text, behind);
        const jx_str written = surround(arena, before, row->written, behind);
        expect_members(arena, text, written.data, i % 2 == 0 ? 0 : 1000);
        jx_arena_free(arena);
    }
}

typedef struct number_row {
    const char *name;
    const char *number;
    uint32_t places;
    const char *written;
} number_row;

static const number_row numbers[] = {
    {"fills up to the places", "9", 2, "9.00"},
    {"writes no zeros beyond them", "9.500", 0, "9.5"},
    {"keeps a zero before the point", "-0.05", 0, "-0.05"},
    {"writes large numbers in full", "12345678901234567890123456789012345", 0,
     "12345678901234567890123456789012345"},
};

static void writes_number(void **state)
{
    const number_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_json json = jx_json_on(&out);
    jx_json_decimal(&json, jx_sample_decimal(row->number), row->places);
    jx_expect_text(jx_text_str(&out), row->written);
    jx_arena_free(arena);
}

typedef struct ratio_row {
    const char *name;
    const char *above;
    const char *below;
    const char *written;
} ratio_row;

static const ratio_row ratios[] = {
    {"writes a whole ratio", "4", "1", "4"},
    {"writes no zeros at the end of a ratio", "-0.500", "1", "-0.5"},
    {"writes six places of a ratio", "5.123456", "1", "5.123456"},
    {"rounds a seventh place", "5.1234565", "1", "5.123457"},
    {"takes no zero for a seventh place", "5.1230000", "1", "5.123"},
    {"divides", "-2", "3", "-0.666667"},
    {"divides by one of many places", "7", "1.00", "7"},
    {"writes a ratio of 35 digits", "123456789012345678901234567890123.45", "1",
     "123456789012345678901234567890123.45"},
};

static void writes_ratio(void **state)
{
    const ratio_row *row = *state;
    const jx_ratio ratio = {jx_sample_decimal(row->above), jx_sample_decimal(row->below)};
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_text expected = jx_text_in(arena);
    jx_json json = jx_json_on(&out);
    jx_json_ratio(&json, ratio);
    jx_json_key_ratio(&json, (jx_str)JX_STR("a"), ratio);
    jx_text_put(&expected, row->written);
    jx_text_put(&expected, ",\"a\":");
    jx_text_put(&expected, row->written);
    jx_expect_text(jx_text_str(&out), jx_text_end(&expected).data);
    jx_arena_free(arena);
}

static void replaces_nul(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_json json = jx_json_on(&out);
    jx_json_text(&json, (jx_str)JX_STR("a\0b"));
    jx_expect_text(jx_text_str(&out), "\"a\xEF\xBF\xBD"
                                      "b\"");
    jx_arena_free(arena);
}

static void places_commas(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_json json = jx_json_on(&out);
    jx_json_open_object(&json);
    jx_json_key(&json, "a");
    jx_json_open_array(&json);
    jx_json_integer(&json, -7);
    jx_json_null(&json);
    jx_json_open_object(&json);
    jx_json_close_object(&json);
    jx_json_close_array(&json);
    jx_json_line(&json);
    jx_json_key(&json, "b\"");
    jx_json_open_array(&json);
    jx_json_line(&json);
    jx_json_close_array(&json);
    jx_json_close_object(&json);
    jx_expect_text(jx_text_str(&out), "{\"a\":[-7,null,{}],\n\"b\\\"\":[]}");
    jx_arena_free(arena);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, checks, checks_json);
    JX_ROWS(&all, strings, writes_string);
    JX_ROWS(&all, edges, writes_behind_runs);
    jx_rows_add_one(&all, "replaces NUL", replaces_nul, NULL);
    JX_ROWS(&all, numbers, writes_number);
    JX_ROWS(&all, ratios, writes_ratio);
    jx_rows_add_one(&all, "places commas and line ends", places_commas, NULL);
    JX_ROWS(&all, reports, jx_sample_report_test);
    JX_ROWS(&all, sound, is_sound);
    JX_ROWS(&all, lines, has_sound_lines);
    return jx_rows_run(&all, "report_json");
}
