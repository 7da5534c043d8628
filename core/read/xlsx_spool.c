// SPDX-License-Identifier: MIT
#include "read/xlsx_spool.h"

#include "base/file.h"
#include "base/text.h"
#include "read/actuals_layout.h"
#include "read/xlsx_cells.h"
#include "read/xlsx_row_check.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

enum { PIECE = 1 << 16 };

struct spool {
    jx_arena *arena;
    const jx_xlsx_sheet *sheet;
    jx_sheets sheets;
    jx_xlsx_head head;
    bool *headed; // by column of the sheet: some row says what stands in it
    jx_xlsx_rows *rows;
    jx_text text;
    jx_text project; // that was told last
    int file;
    uint64_t written;
    uint32_t line; // that comes next
    bool had_name; // a row told its project or indicator
    jx_error *err;
};

// ------------------------------------------------------------------------------------------- writing

static jx_status fail_writing(const struct spool *it, int number)
{
    const jx_place place = {.file = P_tmpdir};
    return jx_fail_system(it->err, &place, JX_MESSAGE_XLSX_SPOOL, number);
}

static jx_status flush(struct spool *it)
{
    char most[JX_NUMBER_TEXT];
    jx_str rest = jx_text_str(&it->text);
    if (it->text.failed) {
        return jx_fail_memory(it->err);
    }
    it->written += rest.size;
    if (it->written > JX_XLSX_SPOOL) {
        const jx_place place = {.file = it->sheet->path};
        return jx_fail(it->err, &place, JX_MESSAGE_XLSX_SHEET_LARGE,
                       jx_str_number(JX_XLSX_SPOOL, most));
    }
    while (rest.size != 0) {
        const ssize_t count = write(it->file, rest.data, rest.size);
        if (count < 0 && errno != EINTR) {
            return fail_writing(it, errno);
        }
        rest = jx_str_from(rest, count < 0 ? 0 : (size_t)count);
    }
    jx_text_clear(&it->text);
    return JX_OK;
}

static bool needs_quotes(jx_str cell)
{
    for (size_t i = 0; i < cell.size; i++) {
        const char byte = cell.data[i];
        if (byte == '"' || byte == ',' || byte == '\n' || byte == '\r') {
            return true;
        }
    }
    return false;
}

static void write_quoted(jx_text *text, jx_str cell)
{
    jx_text_add_char(text, '"');
    for (size_t i = 0; i < cell.size; i++) {
        const char byte = cell.data[i];
        if (byte == '"') {
            jx_text_add_char(text, '"');
        }
        if (byte != '\n' || i == 0 || cell.data[i - 1] != '\r') {
            jx_text_add_char(text, (char)(byte == '\n' ? '\r' : byte));
        }
    }
    jx_text_add_char(text, '"');
}

static void write_cell(jx_text *text, jx_str cell)
{
    if (needs_quotes(cell)) {
        write_quoted(text, cell);
    } else {
        jx_text_add(text, cell);
    }
}

// `count` cells, of which those beyond the head have no heading.
static jx_status write_row(struct spool *it, uint32_t number, const jx_str *cells, size_t count)
{
    for (; it->line < number; it->line++) {
        jx_text_add_char(&it->text, '\n');
    }
    for (size_t i = 0; i < count; i++) {
        if (i != 0) {
            jx_text_add_char(&it->text, ',');
        }
        write_cell(&it->text, cells[i]);
    }
    jx_text_add_char(&it->text, '\n');
    it->line++;
    return it->text.size < PIECE ? JX_OK : flush(it);
}

// ------------------------------------------------------------------------------------------------ rows

static bool is_layout(const struct spool *it, const jx_xlsx_row *row)
{
    const jx_xlsx_head *head = &it->head;
    const jx_layout layout = {.sheets = it->sheets,
                              .headings = head->headings,
                              .names = head->names,
                              .apart = head->apart,
                              .count = head->count,
                              .project = head->project,
                              .indicator = head->indicator,
                              .is_long = head->what == JX_XLSX_LONG};
    return jx_layout_passes(&layout, row->cells, row->count);
}

// Whether a row that tells neither project nor indicator is a title, a heading, a total: in a form, whose head is hidden, it
// always is; elsewhere it is above the first row that tells its project.
static bool is_passed_over(const struct spool *it, bool has_name)
{
    const jx_xlsx_head *head = &it->head;
    const bool by_project = head->project != JX_NO_COLUMN;
    const bool is_long = head->what == JX_XLSX_LONG;
    return !has_name && ((head->is_hidden && (is_long || by_project)) ||
                         (is_long && by_project && !it->had_name));
}

// The project that the row tells: of merged cells, each row below the first tells the same.
static jx_str find_project(struct spool *it, const jx_xlsx_row *row)
{
    const size_t column = it->head.project;
    const jx_str own = column == JX_NO_COLUMN ? (jx_str)JX_STR("") : jx_xlsx_row_cell(row, column);
    if (own.size != 0) {
        jx_text_clear(&it->project);
        jx_text_add(&it->project, own);
    }
    const bool is_merged = own.size == 0 && column != JX_NO_COLUMN &&
                           it->head.what == JX_XLSX_LONG && jx_xlsx_rows_cover(it->rows, column);
    return is_merged ? jx_text_str(&it->project) : own;
}

// A form has the headings that people see below its head, or a heading is merged with the one above.
static void note_headings(struct spool *it, const jx_xlsx_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        it->headed[i] = it->headed[i] || jx_xlsx_row_cell(row, i).size != 0;
    }
}

// What the cell has to say: nothing where its column is of no use, but what no heading explains.
static jx_str say_cell(const struct spool *it, const jx_xlsx_row *row, size_t column)
{
    const jx_str text = jx_xlsx_row_cell(row, column);
    const bool has_heading = it->headed[column];
    const bool is_apart = column >= it->head.count || it->head.apart[column];
    return is_apart && (has_heading || jx_xlsx_is_marked(text)) ? (jx_str)JX_STR("") : text;
}

static jx_status write_told(struct spool *it, const jx_xlsx_row *row, jx_str project)
{
    const jx_xlsx_head *head = &it->head;
    const size_t most = row->count < head->count ? head->count : row->count;
    size_t count = head->count;
    bool has_text = false;
    jx_arena_reset(it->arena);
    jx_str *cells = jx_arena_array(it->arena, most, sizeof *cells);
    if (cells == NULL) {
        return jx_fail_memory(it->err);
    }
    for (size_t i = 0; i < most; i++) {
        cells[i] = say_cell(it, row, i);
        has_text = has_text || (i < head->count && !head->apart[i] && cells[i].size != 0);
        count = i >= count && cells[i].size != 0 ? i + 1 : count;
    }
    if (head->project != JX_NO_COLUMN) {
        cells[head->project] = project;
    }
    return has_text ? write_row(it, row->number, cells, count) : JX_OK;
}

static jx_status take_row(struct spool *it, const jx_xlsx_row *row)
{
    const jx_xlsx_head *head = &it->head;
    const jx_str project = find_project(it, row);
    const bool is_only = head->what == JX_XLSX_WIDE && head->project == JX_NO_COLUMN;
    const bool has_name =
        project.size != 0 || is_only ||
        (head->indicator != JX_NO_COLUMN && jx_xlsx_row_cell(row, head->indicator).size != 0);
    const bool layout = is_layout(it, row);
    if (!has_name && !it->had_name) {
        note_headings(it, row);
    }
    if (layout || is_passed_over(it, has_name)) {
        return layout ? JX_OK
                      : jx_xlsx_check_nameless(head, row, it->had_name, it->sheet->path, it->err);
    }
    it->had_name = it->had_name || has_name;
    if (jx_xlsx_check_project(head, row, it->sheets, it->sheet->path, it->err) != JX_OK ||
        jx_xlsx_check_names(head, row, it->sheets, it->sheet->path, it->err) != JX_OK) {
        return it->err->status;
    }
    return it->project.failed ? jx_fail_memory(it->err) : write_told(it, row, project);
}

// Reads up to the head; *ret_what tells whether there is one.
static jx_status find_head(jx_xlsx_rows *rows,
                           jx_sheets sheets,
                           jx_xlsx_row *ret,
                           jx_xlsx_what *ret_what,
                           jx_place *ret_place,
                           jx_error *err)
{
    *ret_what = JX_XLSX_NO_HEAD;
    for (size_t i = 0; i < JX_XLSX_HEAD_ROWS; i++) {
        bool more = false;
        uint32_t column = 0;
        const jx_status status = jx_xlsx_rows_next(rows, ret, &more, err);
        if (status != JX_OK || !more || ret->number > JX_XLSX_HEAD_LAST) {
            return status;
        }
        const jx_xlsx_what what = jx_xlsx_head_find(ret, sheets, &column);
        if (what != JX_XLSX_NO_HEAD && (what != JX_XLSX_SUSPECT || what != *ret_what)) {
            *ret_what = what;
            ret_place->line = ret->number;
            ret_place->column = column;
        }
        if (what == JX_XLSX_LONG || what == JX_XLSX_WIDE) {
            return JX_OK;
        }
    }
    return JX_OK;
}

jx_status jx_xlsx_sheet_look(const jx_xlsx *book,
                             const jx_xlsx_sheet *sheet,
                             jx_sheets sheets,
                             jx_xlsx_what *ret,
                             jx_place *ret_place,
                             jx_error *err)
{
    jx_xlsx_rows *rows = NULL;
    jx_xlsx_row row;
    *ret_place = (jx_place){.file = sheet->path};
    jx_status status = jx_xlsx_rows_open(book, sheet, false, &rows, err);
    status = status != JX_OK ? status : find_head(rows, sheets, &row, ret, ret_place, err);
    jx_xlsx_rows_close(rows);
    return status;
}

// Headings of columns of no use are left out.
static jx_status write_head(struct spool *it)
{
    const jx_xlsx_head *head = &it->head;
    jx_str *cells = jx_arena_array(it->arena, head->count, sizeof *cells);
    if (cells == NULL) {
        return jx_fail_memory(it->err);
    }
    for (size_t i = 0; i < head->count; i++) {
        cells[i] = head->apart[i] ? (jx_str)JX_STR("") : head->headings[i];
    }
    return write_row(it, head->row, cells, head->count);
}

static jx_status write_rows(struct spool *it, jx_arena *of_head, jx_xlsx_rows *rows)
{
    jx_xlsx_row row = {.count = 0};
    jx_xlsx_what what = JX_XLSX_NO_HEAD;
    jx_place place;
    bool more = true;
    jx_status status = find_head(rows, it->sheets, &row, &what, &place, it->err);
    if (status != JX_OK || (what != JX_XLSX_LONG && what != JX_XLSX_WIDE)) {
        return status;
    }
    it->headed = jx_arena_array(of_head, JX_XLSX_COLUMNS, sizeof *it->headed);
    if (it->headed == NULL || !jx_xlsx_head_take(of_head, &row, what, &it->head)) {
        return jx_fail_memory(it->err);
    }
    for (size_t i = 0; i < it->head.count; i++) {
        it->headed[i] = it->head.headings[i].size != 0 || jx_xlsx_rows_cover(rows, i);
    }
    status = write_head(it);
    while (status == JX_OK && more) {
        status = jx_xlsx_rows_next(rows, &row, &more, it->err);
        if (status == JX_OK && more) {
            status = take_row(it, &row);
        }
    }
    return status != JX_OK ? status : flush(it);
}

jx_status jx_xlsx_spool(
    const jx_xlsx *book, const jx_xlsx_sheet *sheet, jx_sheets sheets, int *ret, jx_error *err)
{
    jx_xlsx_rows *rows = NULL;
    jx_arena *of_head = jx_arena_new();
    struct spool it = {.arena = jx_arena_new(),
                       .sheet = sheet,
                       .sheets = sheets,
                       .file = -1,
                       .line = 1,
                       .err = err};
    jx_status status = it.arena == NULL || of_head == NULL ? jx_fail_memory(err) : JX_OK;
    status = status != JX_OK ? status : jx_xlsx_rows_open(book, sheet, true, &rows, err);
    if (status == JX_OK) {
        it.rows = rows;
        it.text = jx_text_in(of_head);
        it.project = jx_text_in(of_head);
        it.file = jx_file_open_nameless(P_tmpdir);
        status = it.file < 0 ? fail_writing(&it, errno) : write_rows(&it, of_head, rows);
    }
    if (status == JX_OK && lseek(it.file, 0, SEEK_SET) != 0) {
        status = fail_writing(&it, errno);
    }
    jx_xlsx_rows_close(rows);
    jx_arena_free(of_head);
    jx_arena_free(it.arena);
    if (status == JX_OK) {
        *ret = it.file;
    } else if (it.file >= 0) {
        (void)close(it.file);
    }
    return status;
}
