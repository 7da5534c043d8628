// SPDX-License-Identifier: MIT
#include "base/workbook.h"

#include "base/workbook_number.h"
#include "base/workbook_text.h"

#include <errno.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { CREATED = 946684800, PATH = 64, BLOCK = 1 << 16, NAMES_TRIED = 1000 }; // 2000-01-01
enum { ROOM = 1 << 24, ROOM_STREAMED = 1 << 28 };                             // bytes

struct jx_workbook {
    jx_arena *arena;
    int file; // in memory
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format **formats;
    jx_text safe;     // the last text made fit
    lxw_error answer; // the first one that was none
    bool failed;      // memory ran out
    jx_lang lang;
    bool streamed;
};

static const char *const fonts[] = {[JX_ZH] = "宋体", [JX_EN] = "Arial"};

// ------------------------------------------------------------------------------------------------- looks

static lxw_format *make_format(jx_workbook *book, const jx_workbook_look *look)
{
    static const uint8_t aligns[] = {[JX_ALIGN_LEFT] = LXW_ALIGN_LEFT,
                                     [JX_ALIGN_CENTER] = LXW_ALIGN_CENTER,
                                     [JX_ALIGN_RIGHT] = LXW_ALIGN_RIGHT};
    lxw_format *format = workbook_add_format(book->book);
    if (format == NULL) {
        return NULL;
    }
    format_set_font_name(format, fonts[book->lang]);
    format_set_font_size(format, look->size);
    format_set_align(format, aligns[look->align]);
    format_set_align(format, look->top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    if (look->number != NULL) {
        format_set_num_format(format, look->number);
    }
    if (look->bold) {
        format_set_bold(format);
    }
    if (look->align == JX_ALIGN_LEFT && look->border) {
        format_set_indent(format, 1);
    }
    if (look->wrap) {
        format_set_text_wrap(format);
    }
    if (look->border) {
        format_set_border(format, LXW_BORDER_THIN);
    }
    if (look->fill != 0) {
        format_set_bg_color(format, look->fill);
    }
    if (look->ink != 0) {
        format_set_font_color(format, look->ink);
    }
    if (look->unlocked) {
        format_set_unlocked(format);
    }
    return format;
}

static bool make_formats(jx_workbook *book, const jx_workbook_look *looks, size_t count)
{
    book->formats = jx_arena_array(book->arena, count, sizeof(lxw_format *));
    for (size_t i = 0; book->formats != NULL && i < count; i++) {
        book->formats[i] = make_format(book, &looks[i]);
        if (book->formats[i] == NULL) {
            return false;
        }
    }
    return book->formats != NULL;
}

// ------------------------------------------------------------------------------------------ begin and end

static lxw_workbook *open_book(int file, bool streamed)
{
    char path[PATH];
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    lxw_workbook_options options = {.constant_memory = streamed,
                                    .tmpdir = jx_workbook_lend(P_tmpdir)};
    lxw_doc_properties properties = {.created = CREATED};
    lxw_workbook *book = workbook_new_opt(path, &options);
    if (book != NULL && workbook_set_properties(book, &properties) != LXW_NO_ERROR) {
        lxw_workbook_free(book);
        return NULL;
    }
    return book;
}

// The library writes the parts where P_tmpdir is and does not say when they do not fit: so room is asked for beforehand.
static jx_status check_room(bool streamed, jx_error *err)
{
    struct statvfs about;
    const jx_place place = {.file = P_tmpdir};
    const uint64_t wanted = streamed ? ROOM_STREAMED : ROOM;
    const bool full =
        statvfs(P_tmpdir, &about) == 0 && (uint64_t)about.f_bavail * about.f_frsize < wanted;
    return full ? jx_fail(err, &place, JX_MESSAGE_OUTPUT_FULL, JX_STR_NONE) : JX_OK;
}

jx_status jx_workbook_open(jx_arena *arena,
                           const jx_workbook_look *looks,
                           size_t count,
                           jx_lang lang,
                           bool streamed,
                           jx_workbook **ret,
                           jx_error *err)
{
    jx_workbook *book = jx_arena_alloc(arena, sizeof *book);
    if (book == NULL) {
        return jx_fail_memory(err);
    }
    *book = (jx_workbook){
        .arena = arena, .lang = lang, .streamed = streamed, .safe = jx_text_in(arena)};
    if (check_room(streamed, err) != JX_OK) {
        return err->status;
    }
    book->file = memfd_create("jixiao.xlsx", MFD_CLOEXEC);
    if (book->file < 0) {
        return jx_fail_system(err, NULL, JX_MESSAGE_WORKBOOK_UNMADE, errno);
    }
    book->book = open_book(book->file, streamed);
    if (book->book == NULL || !make_formats(book, looks, count)) {
        jx_workbook_abandon(book);
        return jx_fail_memory(err);
    }
    *ret = book;
    return JX_OK;
}

void jx_workbook_abandon(jx_workbook *book)
{
    if (book != NULL) {
        lxw_workbook_free(book->book);
        (void)close(book->file);
    }
}

static jx_status add_bytes(int file, jx_text *out, jx_error *err)
{
    for (off_t at = 0;;) {
        char *room = jx_text_reserve(out, BLOCK);
        if (room == NULL) {
            return jx_fail_memory(err);
        }
        const ssize_t got = pread(file, room, BLOCK, at);
        if (got < 0 && errno != EINTR) {
            return jx_fail_system(err, NULL, JX_MESSAGE_WORKBOOK_UNMADE, errno);
        }
        if (got == 0) {
            return JX_OK;
        }
        at += got > 0 ? got : 0;
        jx_text_keep(out, room + (got > 0 ? got : 0));
    }
}

static jx_status fail_answer(lxw_error answer, jx_error *err)
{
    return answer == LXW_ERROR_MEMORY_MALLOC_FAILED
               ? jx_fail_memory(err)
               : jx_fail(err, NULL, JX_MESSAGE_WORKBOOK_UNMADE, jx_str_of(lxw_strerror(answer)));
}

jx_status jx_workbook_close(jx_workbook *book, jx_text *out, jx_error *err)
{
    if (book->failed || book->safe.failed || book->answer != LXW_NO_ERROR) {
        const lxw_error answer = book->answer;
        jx_workbook_abandon(book);
        return answer == LXW_NO_ERROR ? jx_fail_memory(err) : fail_answer(answer, err);
    }
    if (check_room(book->streamed, err) != JX_OK) {
        jx_workbook_abandon(book);
        return err->status;
    }
    const lxw_error answer = workbook_close(book->book); // frees it
    const jx_status status =
        answer == LXW_NO_ERROR ? add_bytes(book->file, out, err) : fail_answer(answer, err);
    (void)close(book->file);
    return status;
}

// ------------------------------------------------------------------------------------------------ sheets

void jx_workbook_note(jx_workbook *book, uint32_t answer)
{
    if (book->answer == LXW_NO_ERROR) {
        book->answer = (lxw_error)answer;
    }
}

static bool is_taken(jx_workbook *book, const char *name)
{
    return workbook_validate_sheet_name(book->book, name) != LXW_NO_ERROR;
}

// Names that others have get a number behind them.
static const char *find_name(jx_workbook *book, jx_str name)
{
    for (uint64_t number = 1; number < NAMES_TRIED; number++) {
        char digits[JX_NUMBER_TEXT];
        jx_text tried = jx_text_in(book->arena);
        const jx_str behind = number == 1 ? JX_STR_NONE : jx_str_number(number, digits);
        const size_t room = behind.size == 0 ? 0 : behind.size + 3;
        jx_workbook_name_add(&tried, name, JX_WORKBOOK_NAME_MOST - room);
        if (behind.size > 0) {
            jx_text_put(&tried, " (");
            jx_text_add(&tried, behind);
            jx_text_add_char(&tried, ')');
        }
        const char *text = jx_text_end(&tried).data;
        if (text == NULL || !is_taken(book, text)) {
            return text;
        }
    }
    return NULL;
}

jx_workbook_sheet *jx_workbook_add(jx_workbook *book, jx_str name)
{
    const char *found = find_name(book, name);
    book->sheet = found == NULL ? NULL : workbook_add_worksheet(book->book, found);
    book->failed = book->failed || book->sheet == NULL;
    return book->sheet;
}

jx_workbook_file *jx_workbook_file_of(jx_workbook *book)
{
    return book->book;
}

jx_arena *jx_workbook_arena(jx_workbook *book)
{
    return book->arena;
}

jx_workbook_sheet *jx_workbook_current(jx_workbook *book)
{
    return book->sheet;
}

const char *jx_workbook_name(const jx_workbook *book)
{
    return book->sheet == NULL ? "" : book->sheet->name;
}

struct lxw_format *jx_workbook_format(jx_workbook *book, size_t look)
{
    return book->formats[look];
}

// ------------------------------------------------------------------------------------------------- cells

const char *jx_workbook_safe(jx_workbook *book, jx_str text, size_t most)
{
    jx_text safe = jx_text_in(book->arena);
    jx_workbook_text_add(&safe, text, most);
    const char *ended = jx_text_end(&safe).data;
    book->failed = book->failed || ended == NULL;
    return ended;
}

// The same, lent until the next text.
static const char *lend_safe(jx_workbook *book, jx_str text)
{
    book->failed = book->failed || book->safe.failed;
    jx_text_clear(&book->safe);
    jx_workbook_text_add(&book->safe, text, JX_WORKBOOK_TEXT_MOST);
    jx_text_add_char(&book->safe, '\0');
    return book->safe.failed ? NULL : book->safe.data;
}

void jx_workbook_text(jx_workbook *book, uint32_t row, uint16_t column, size_t look, jx_str text)
{
    const char *safe = lend_safe(book, text);
    if (book->sheet != NULL && safe != NULL) {
        jx_workbook_note(book, safe[0] == '\0' ? worksheet_write_blank(book->sheet, row, column,
                                                                       book->formats[look])
                                               : worksheet_write_string(book->sheet, row, column,
                                                                        safe, book->formats[look]));
    }
}

void jx_workbook_blank(jx_workbook *book, uint32_t row, uint16_t column, size_t look)
{
    jx_workbook_text(book, row, column, look, JX_STR_NONE);
}

static void write_digits(
    jx_workbook *book, uint32_t row, uint16_t column, size_t look, jx_decimal number)
{
    char buffer[JX_DECIMAL_TEXT];
    jx_workbook_text(book, row, column, look, jx_decimal_format(number, 0, buffer));
}

void jx_workbook_number(
    jx_workbook *book, uint32_t row, uint16_t column, size_t look, jx_decimal number)
{
    double shown = 0;
    if (!jx_workbook_number_of(number, &shown)) {
        write_digits(book, row, column, look, number);
    } else if (book->sheet != NULL) {
        jx_workbook_note(
            book, worksheet_write_number(book->sheet, row, column, shown, book->formats[look]));
    }
}

void jx_workbook_formula(jx_workbook *book,
                         uint32_t row,
                         uint16_t column,
                         size_t look,
                         const char *formula,
                         jx_decimal number)
{
    double shown = 0;
    if (!jx_workbook_number_of(number, &shown)) {
        write_digits(book, row, column, look, number);
    } else if (book->sheet != NULL) {
        jx_workbook_note(book, worksheet_write_formula_num(book->sheet, row, column, formula,
                                                           book->formats[look], shown));
    }
}

void jx_workbook_merged(jx_workbook *book, jx_workbook_block block, size_t look, jx_str text)
{
    const bool is_one = block.row == block.last_row && block.column == block.last_column;
    const char *safe = is_one ? NULL : lend_safe(book, text);
    if (is_one) {
        jx_workbook_text(book, block.row, block.column, look, text);
    } else if (book->sheet != NULL && safe != NULL) {
        jx_workbook_note(book,
                         worksheet_merge_range(book->sheet, block.row, block.column, block.last_row,
                                               block.last_column, safe, book->formats[look]));
    }
}
