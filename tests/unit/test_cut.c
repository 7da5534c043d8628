// SPDX-License-Identifier: MIT
// Read part by part, a file says what it says when it is read in one go.
#include "read/cut.h"
#include "support/jx_folder.h"
#include "support/jx_random.h"
#include "support/jx_rows.h"
#include "support/sample_actuals.h"

#include <iconv.h>
#include <sys/socket.h>

#define PATH "a.csv"

enum { ROUNDS = 4, MOST_LONG = 600, NAME = 64 };

struct row {
    const char *name;
    bool is_long;
    bool has_quotes;
    bool gb18030;
    bool is_pipe;
    const char *line_end;
    const char *mark;
    size_t plain; // so many projects come in plain ASCII first
};

static const struct row rows[] = {
    {"cuts wide actuals", false, false, false, false, "\n", "", 0},
    {"cuts wide actuals with quotes", false, true, false, false, "\n", "\xEF\xBB\xBF", 0},
    {"cuts wide actuals with CRLF", false, true, false, false, "\r\n", "", 0},
    {"cuts wide actuals in GB18030", false, true, true, false, "\n", "", 0},
    {"cuts actuals that begin in plain ASCII", false, false, true, false, "\n", "", 7000},
    {"cuts wide actuals from a pipe", false, true, false, true, "\n", "", 0},
    {"cuts long actuals", true, false, false, false, "\n", "", 0},
    {"cuts long actuals with quotes", true, true, false, false, "\r\n", "", 0},
    {"cuts long actuals in GB18030", true, true, true, false, "\n", "", 0},
    {"cuts long actuals from a pipe", true, true, true, true, "\n", "", 0},
};

// ---------------------------------------------------------------------------------------- what is cut

static void put_note(jx_text *text, jx_random *random, const struct row *row)
{
    static const char *const notes[] = {
        "",         "平安", "\"a,b\"", "\"他说\"\"好\"\"\"", "\"上\n下\n\"", "\"\"\"\n,\"",
        "\",\n,\"", "x"};
    const size_t count = row->has_quotes ? sizeof notes / sizeof notes[0] : 2;
    jx_text_put(text, notes[jx_random_below(random, count)]);
    if (row->has_quotes && jx_random_below(random, 500) == 0) {
        jx_text_put(text, ",\""); // one field too many, and long
        for (size_t i = jx_random_below(random, 40000); i > 0; i--) {
            jx_text_put(text, i % 7 == 0 ? "\n" : i % 5 == 0 ? "\"\"" : ",");
        }
        jx_text_put(text, "\"");
    }
}

static void put_name(jx_text *text, jx_random *random, const struct row *row, size_t number)
{
    char name[NAME];
    if (number < row->plain) {
        jx_text_put(text, "P");
        jx_text_add_number(text, number);
        return;
    }
    const bool quoted = row->has_quotes && jx_random_below(random, 4) == 0;
    const char *blank = jx_random_below(random, 8) == 0 ? "　" : "";
    snprintf(name, sizeof name, quoted ? "\"%s县%zu \"" : "%s县%zu", blank, number);
    jx_text_put(text, name);
}

static void put_wide(jx_text *text, jx_random *random, const struct row *row, size_t number)
{
    put_name(text, random, row, number);
    jx_text_put(text, ",12,2024-05-31,");
    if (number >= row->plain) {
        put_note(text, random, row);
    }
    jx_text_put(text, row->line_end);
}

// Mostly a few rows; some projects fill more than a block.
static void put_long(jx_text *text, jx_random *random, const struct row *row, size_t number)
{
    static const char *const indicators[] = {"firms", "started", "", "firms"};
    const size_t most = jx_random_below(random, MOST_LONG) == 0 ? 9000 : 3;
    for (size_t i = 0, count = 1 + jx_random_below(random, most); i < count; i++) {
        if (i == 0 || jx_random_below(random, 5) != 0) {
            put_name(text, random, row, number);
        }
        jx_text_put(text, ",");
        jx_text_put(text, indicators[i % 4]);
        jx_text_put(text, i % 4 == 2 ? ",," : ",2024,");
        put_note(text, random, row);
        jx_text_put(text, row->line_end);
    }
}

static void put_actuals(jx_text *text, jx_random *random, const struct row *row)
{
    const size_t size = 200000 + jx_random_below(random, 900000);
    jx_text_put(text, row->mark);
    jx_text_put(text, row->is_long ? "project,indicator,actual,note"
                                   : "project,firms,started,firms.note");
    jx_text_put(text, row->line_end);
    for (size_t number = 0; text->size < size; number++) {
        if (jx_random_below(random, 50) == 0) {
            jx_text_put(text, row->line_end);
        }
        (row->is_long ? put_long : put_wide)(text, random, row, number);
    }
    text->size -= jx_random_below(random, 2) == 0 ? strlen(row->line_end) : 0;
}

static jx_str convert(jx_arena *arena, jx_str text)
{
    iconv_t converter = iconv_open("GB18030", "UTF-8");
    const size_t room = text.size * 2;
    char *made = jx_arena_alloc(arena, room);
    char *from = (char *)(uintptr_t)text.data;
    char *to = made;
    size_t left = text.size;
    size_t free_bytes = room;
    assert_int_equal(iconv(converter, &from, &left, &to, &free_bytes), 0);
    iconv_close(converter);
    return (jx_str){made, room - free_bytes};
}

// --------------------------------------------------------------------------------------------- reading

static void say_whole(jx_text *said)
{
    jx_error err = JX_ERROR(JX_EN);
    jx_actuals *actuals = NULL;
    assert_int_equal(jx_actuals_open(PATH, JX_ENCODING_DETECT, sample_sheets, 1, &actuals, &err),
                     JX_OK);
    sample_actuals_say(said, actuals, &err);
    jx_actuals_close(actuals);
}

static size_t say_parts(jx_text *said, jx_cut *cut, jx_actuals *actuals)
{
    size_t parts = 0;
    jx_error err = JX_ERROR(JX_EN);
    jx_position at = JX_POSITION_START;
    jx_part part;
    jx_str rest;
    bool more = true;
    const jx_columns *columns = NULL;
    for (;; parts++) {
        assert_int_equal(jx_cut_next(cut, columns, &at, &part, &rest, &more, &err), JX_OK);
        if (!more) {
            return parts;
        }
        if (columns == NULL) { // the head's part is read again, with the columns that it has
            assert_int_equal(jx_actuals_take_head(actuals, &part, &err), JX_OK);
            columns = jx_actuals_columns(actuals);
            jx_cut_hold(cut, (jx_str){part.data, part.size + rest.size});
            at = JX_POSITION_START;
            continue;
        }
        assert_int_equal(jx_actuals_take_part(actuals, &part, false, &err), JX_OK);
        sample_actuals_say(said, actuals, &err);
        jx_cut_hold(cut, rest);
    }
}

// A pipe that a child fills.
static int open_pipe(jx_str text)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    if (fork() == 0) {
        for (size_t at = 0; at < text.size;) {
            const ssize_t put = write(ends[1], text.data + at, text.size - at);
            at += put < 0 ? text.size : (size_t)put;
        }
        _exit(0);
    }
    close(ends[1]);
    return ends[0];
}

static void compare(const struct row *row, jx_arena *arena, jx_str text)
{
    jx_text whole = jx_text_in(arena);
    jx_text parts = jx_text_in(arena);
    jx_actuals *actuals = NULL;
    jx_cut cut;
    char *room = jx_part_room_new(false);
    remove(PATH);
    jx_folder_put(PATH, text.data, text.size);
    say_whole(&whole);
    assert_int_equal(jx_actuals_new(sample_sheets, 1, JX_EN, &actuals, NULL), JX_OK);
    if (row->is_pipe) {
        cut = (jx_cut){.path = PATH,
                       .file = open_pipe(text),
                       .is_stream = true,
                       .end = UINT64_MAX,
                       .room = room};
    } else {
        assert_int_equal(jx_cut_open(PATH, room, &cut, NULL), JX_OK);
    }
    const size_t count = say_parts(&parts, &cut, actuals);
    assert_true(count > 1 || text.size < 2 * (size_t)JX_PART_BYTES);
    assert_int_equal(parts.size, whole.size);
    assert_memory_equal(parts.data, whole.data, whole.size);
    jx_cut_close(&cut);
    jx_actuals_close(actuals);
    jx_part_room_free(room);
}

static void test_row(void **state)
{
    const struct row *row = *state;
    jx_random random = jx_random_from((uint64_t)(row - rows) + 1);
    for (size_t i = 0; i < ROUNDS; i++) {
        jx_arena *arena = jx_arena_new();
        jx_text text = jx_text_in(arena);
        put_actuals(&text, &random, row);
        assert_false(text.failed);
        compare(row, arena, row->gb18030 ? convert(arena, jx_text_str(&text)) : jx_text_str(&text));
        jx_arena_free(arena);
    }
}

// The first character that is not plain ASCII begins in one block of the file and ends in the next.
static void test_straddling(void **state)
{
    (void)state;
    static const struct row plain = {.name = "", .line_end = "\n"};
    for (size_t before = 1; before <= 3; before++) {
        jx_arena *arena = jx_arena_new();
        jx_text text = jx_text_in(arena);
        jx_text_put(&text, "project,firms,started\n");
        for (size_t i = 0; text.size < JX_SOURCE_BYTES - 100; i++) {
            jx_text_put(&text, "P");
            jx_text_add_number(&text, i);
            jx_text_put(&text, ",1,2024\n");
        }
        while (text.size < JX_SOURCE_BYTES - before) {
            jx_text_put(&text, "x");
        }
        for (size_t i = 0; text.size < 3 * (size_t)JX_PART_BYTES; i++) {
            jx_text_put(&text, "项目");
            jx_text_add_number(&text, i);
            jx_text_put(&text, ",1,2024\n");
        }
        compare(&plain, arena, jx_text_str(&text));
        jx_arena_free(arena);
    }
}

// ---------------------------------------------------------------------------------------------- refusals

static void expect_fault(jx_cut *cut, const jx_columns *columns, const char *says)
{
    jx_error err = JX_ERROR(JX_EN);
    jx_position at = JX_POSITION_START;
    jx_part part;
    jx_str rest;
    bool more = true;
    jx_status status = JX_OK;
    while (status == JX_OK && more) {
        status = jx_cut_next(cut, columns, &at, &part, &rest, &more, &err);
    }
    assert_int_equal(status, JX_EDATA);
    assert_string_equal(err.text, says);
}

static void test_shorter(void **state)
{
    (void)state;
    jx_cut cut;
    char *room = jx_part_room_new(false);
    jx_folder_put_text(PATH, "project,firms\na,1\n");
    assert_int_equal(jx_cut_open(PATH, room, &cut, NULL), JX_OK);
    assert_int_equal(truncate(PATH, 3), 0);
    expect_fault(
        &cut, NULL,
        "a.csv: the file became shorter while it was read: score it once nobody writes it");
    jx_cut_close(&cut);
    jx_part_room_free(room);
}

static void test_endless_project(void **state)
{
    (void)state;
    jx_cut cut;
    char *room = jx_part_room_new(false);
    const jx_columns columns = {.is_long = true, .project = 0};
    FILE *file = fopen(PATH, "w");
    for (int i = 0; i < 3000000; i++) {
        fputs("a,1\n\"a\",", file);
    }
    fclose(file);
    assert_int_equal(jx_cut_open(PATH, room, &cut, NULL), JX_OK);
    expect_fault(
        &cut, &columns,
        "a.csv:1: expected the rows of the project that begins here to have at most 16777216 "
        "bytes, found more");
    jx_cut_close(&cut);
    jx_part_room_free(room);
}

int main(void)
{
    jx_rows all = {.count = 0};
    const jx_folder_test tests[] = {
        {"finds the encoding by a character across two blocks", test_straddling},
        {"notices a file that becomes shorter", test_shorter},
        {"refuses a project without end", test_endless_project},
    };
    JX_ROWS(&all, rows, test_row);
    return jx_folder_run(&all, tests, sizeof tests / sizeof tests[0], "cut");
}
