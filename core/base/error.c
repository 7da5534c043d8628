// SPDX-License-Identifier: MIT
#include "base/error.h"

#include "base/sheet_path.h"
#include "base/utf8.h"

#include <assert.h>
#include <string.h>

enum {
    ARGUMENT_COLUMNS = 60,
    FILE_BYTES = 400,
    LINE_BYTES = JX_ERROR_TEXT - 4, // leaves room for an ellipsis and NUL
    REASON_TEXT = 128
};

static const jx_str ELLIPSIS = JX_STR("…");

static const jx_words PROJECT = {"项目 ", "project "};
static const jx_words INDICATOR = {"指标 ", "indicator "};
static const jx_words SHEET = {"工作表 ", "sheet "};
static const jx_words CELL = {"单元格 ", "cell "};
static const jx_words ROW = {"第 ", "row "};
static const jx_words ROW_END = {" 行", ""};
static const jx_words COLUMN = {"列 ", "column "};
static const jx_words COMMA = {"，", ", "};
static const jx_words COLON = {"：", ": "};

static const jx_message_row CATALOGUE[] = {
    {"NONE", JX_OK, {"", ""}},
#define JX_MESSAGE(id, status, zh, en) {#id, status, {zh, en}},
#include "base/messages.def"
#undef JX_MESSAGE
};

_Static_assert(JX_NAME_MOST == 39, "the limit is written in messages, too");

// A line being written into an error's text.
struct line {
    char *text;
    size_t size;
    bool full;
};

static void add(struct line *line, jx_str more)
{
    if (line->full || more.size == 0) {
        return;
    }
    jx_str fitting = jx_utf8_cut(more, LINE_BYTES - line->size);
    memcpy(line->text + line->size, fitting.data, fitting.size);
    line->size += fitting.size;
    if (fitting.size < more.size) {
        line->full = true;
        memcpy(line->text + line->size, ELLIPSIS.data, ELLIPSIS.size);
        line->size += ELLIPSIS.size;
    }
}

static void add_words(struct line *line, jx_words words, jx_lang lang)
{
    add(line, jx_str_of(jx_words_in(words, lang)));
}

static bool is_wider(jx_str text, size_t columns)
{
    size_t wide = 0;
    for (jx_str rest = text; rest.size > 0 && wide <= columns;) {
        char buffer[JX_UTF8_SHOWN];
        size_t more = 0;
        jx_utf8_show(&rest, buffer, &more);
        wide += more;
    }
    return wide > columns;
}

static void add_shown(struct line *line, jx_str text, size_t columns)
{
    bool shortened = is_wider(text, columns);
    size_t left = shortened ? columns - 1 : columns;
    for (jx_str rest = text; rest.size > 0;) {
        char buffer[JX_UTF8_SHOWN];
        size_t taken = 0;
        jx_str shown = jx_utf8_show(&rest, buffer, &taken);
        if (taken > left) {
            break;
        }
        left -= taken;
        add(line, shown);
    }
    if (shortened) {
        add(line, ELLIPSIS);
    }
}

// The whole name, or the end of a very long one.
static void add_file(struct line *line, jx_str file)
{
    if (file.size > FILE_BYTES) {
        add(line, ELLIPSIS);
        file = jx_str_from(file, jx_utf8_cut(file, file.size - FILE_BYTES).size);
    }
    add_shown(line, file, FILE_BYTES);
}

// ", sheet S, cell D7"; of a sheet as a whole, of a row or a column the rest is left out.
static void add_sheet(struct line *line, jx_str sheet, const jx_place *place, jx_lang lang)
{
    char name[JX_CELL_NAME];
    char digits[JX_NUMBER_TEXT];
    add_words(line, COMMA, lang);
    add_words(line, SHEET, lang);
    add_shown(line, sheet, ARGUMENT_COLUMNS);
    if (place->line == 0 && place->column == 0) {
        return;
    }
    add_words(line, COMMA, lang);
    if (place->column == 0) {
        add_words(line, ROW, lang);
        add(line, jx_str_number(place->line, digits));
        add_words(line, ROW_END, lang);
        return;
    }
    add_words(line, place->line == 0 ? COLUMN : CELL, lang);
    add(line, jx_cell_name(place->column, place->line, name));
}

static void add_where(struct line *line, const jx_place *place, jx_lang lang)
{
    char digits[JX_NUMBER_TEXT];
    jx_str file;
    const jx_str sheet = jx_sheet_path_cut(place->file, &file);
    add_file(line, file);
    if (sheet.data != NULL) {
        add_sheet(line, sheet, place, lang);
    } else if (place->line > 0) {
        add(line, (jx_str)JX_STR(":"));
        add(line, jx_str_number(place->line, digits));
    }
    add(line, (jx_str)JX_STR(": "));
}

static void add_place(struct line *line, const jx_place *place, jx_lang lang)
{
    if (place->file != NULL) {
        add_where(line, place, lang);
    }
    if (place->finding.size > 0) {
        add(line, place->finding);
        add_words(line, COLON, lang);
    }
    if (place->project.size > 0) {
        add_words(line, PROJECT, lang);
        add_shown(line, place->project, ARGUMENT_COLUMNS);
        add_words(line, place->indicator.size > 0 ? COMMA : COLON, lang);
    }
    if (place->indicator.size > 0) {
        add_words(line, INDICATOR, lang);
        add_shown(line, place->indicator, ARGUMENT_COLUMNS);
        add_words(line, COLON, lang);
    }
    if (place->key.size > 0) {
        add_shown(line, place->key, ARGUMENT_COLUMNS);
        add_words(line, COLON, lang);
    }
}

// Reads {1}, {2}… or {1!}, {2!}… at the beginning of the text; returns its size, 0 where there is none.
static size_t read_placeholder(jx_str text, size_t *ret_number, bool *ret_whole)
{
    if (text.size < 3 || text.data[1] < '1' || text.data[1] > '9') {
        return 0;
    }
    bool whole = text.data[2] == '!';
    size_t size = whole ? 4 : 3;
    if (text.size < size || text.data[size - 1] != '}') {
        return 0;
    }
    *ret_number = (size_t)(text.data[1] - '0');
    *ret_whole = whole;
    return size;
}

// The argument of that number, JX_STR_NONE where there are not so many.
static jx_str find_argument(const jx_str *args, size_t number)
{
    const jx_str *at = args;
    for (size_t left = number - 1; left > 0 && at->data != NULL; left--) {
        at++;
    }
    return *at;
}

static void add_message(struct line *line, jx_str says, const jx_str *args)
{
    jx_str rest = says;
    while (rest.size > 0) {
        const char *brace = (const char *)memchr(rest.data, '{', rest.size);
        size_t plain = brace == NULL ? rest.size : (size_t)(brace - rest.data);
        add(line, jx_str_first(rest, plain));
        rest = jx_str_from(rest, plain);
        size_t number = 0;
        bool whole = false;
        size_t taken = read_placeholder(rest, &number, &whole);
        if (taken > 0) {
            add_shown(line, find_argument(args, number), whole ? LINE_BYTES : ARGUMENT_COLUMNS);
        } else if (rest.size > 0) {
            taken = 1;
            add(line, jx_str_first(rest, 1));
        }
        rest = jx_str_from(rest, taken);
    }
}

const jx_message_row *jx_message_find(jx_message message)
{
    bool known = message > JX_MESSAGE_NONE && message < JX_MESSAGE_COUNT;
    return known ? &CATALOGUE[message] : NULL;
}

jx_status jx_error_set(jx_error *err, const jx_place *place, jx_message message, const jx_str *args)
{
    const jx_message_row *row = jx_message_find(message);
    assert(row != NULL);
    if (err == NULL) {
        return row->status;
    }
    err->status = row->status;
    err->message = message;
    err->line = place == NULL ? 0 : place->line;
    struct line line = {.text = err->text};
    if (place != NULL) {
        add_place(&line, place, err->lang);
    }
    add_message(&line, jx_str_of(jx_words_in(row->says, err->lang)), args);
    err->text[line.size] = '\0';
    return row->status;
}

jx_status jx_fail_memory(jx_error *err)
{
    return jx_fail(err, NULL, JX_MESSAGE_MEMORY, JX_STR_NONE);
}

jx_status jx_fail_system(jx_error *err, const jx_place *place, jx_message message, int number)
{
    char reason[REASON_TEXT] = "";
    const char *said = strerror_r(number, reason, sizeof reason);
    return jx_fail(err, place, message, jx_str_of(said));
}

jx_status jx_fail_verdict(jx_error *err, const jx_place *place, const jx_verdict *rows, int number)
{
    const jx_verdict *row = rows;
    while (row->number != 0 && row->number != number) {
        row++;
    }
    return jx_fail_system(err, place, row->message, number);
}

void jx_faults_init(jx_faults *faults, jx_lang lang)
{
    faults->lang = lang;
    faults->count = 0;
    faults->status = JX_OK;
}

// The next fault to be filled in, NULL where no more are shown.
static jx_error *count_fault(jx_faults *faults, jx_status status)
{
    faults->status = jx_status_worse(faults->status, status);
    size_t place = faults->count++;
    return place < JX_FAULTS_SHOWN ? &faults->shown[place] : NULL;
}

jx_status jx_faults_add(jx_faults *faults,
                        const jx_place *place,
                        jx_message message,
                        const jx_str *args)
{
    const jx_message_row *row = jx_message_find(message);
    assert(row != NULL);
    jx_error *shown = count_fault(faults, row->status);
    if (shown != NULL) {
        *shown = JX_ERROR(faults->lang);
    }
    return jx_error_set(shown, place, message, args);
}

jx_status jx_fault_memory(jx_faults *faults)
{
    return jx_fault(faults, NULL, JX_MESSAGE_MEMORY, JX_STR_NONE);
}

jx_status jx_faults_take(jx_faults *faults, const jx_error *err)
{
    jx_error *shown = count_fault(faults, err->status);
    if (shown != NULL) {
        *shown = *err;
    }
    return err->status;
}

jx_status jx_faults_take_once(jx_faults *faults, const jx_error *err)
{
    for (size_t i = 0; i < faults->count && i < JX_FAULTS_SHOWN; i++) {
        if (strcmp(faults->shown[i].text, err->text) == 0) {
            return err->status;
        }
    }
    return jx_faults_take(faults, err);
}
