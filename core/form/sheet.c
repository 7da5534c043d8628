// SPDX-License-Identifier: MIT
// Forms as a workbook: a protected sheet a project, whose cells that are asked for are open.
#include "base/decimal.h"
#include "base/workbook.h"
#include "base/workbook_text.h"
#include "form/page.h"
#include "form/validation.h"

#include <string.h>
#include <xlsxwriter.h>

// How cells look; behind these a number for each unit.
enum { TITLE, GUIDE, HEAD, HEAD_ASKED, TEXT, CENTER, FREE, CLOSED, WORDS, CODE, DOUBTFUL, LOOKS };

// Where things stand.
enum {
    NAMES_ROW,
    TITLE_ROW,
    GUIDE_ROW,
    HEAD_ROW,
    FIRST_ROW,
    PROJECT = 0,
    INDICATOR,
    FACTS,
    ANSWERS = FACTS + JX_FORM_FACTS,
    IN_VIEW = FACTS + 3, // up to the indicator's name
    LINE = 14,
    AROUND = 8,
    HIGHEST = 409,
    PAPER_A4 = 9,
    ID_WIDTH = 12,
    ANSWER_WIDTH = 15,
    WORDS_WIDTH = 20,
    HINT_WIDTH = 28
};

static const uint8_t fact_widths[JX_FORM_FACTS] = {9, 11, 19, 14, 8, 26, 6};

static const jx_workbook_look looks[LOOKS] = {
    [TITLE] = {.size = 16, .bold = true},
    [GUIDE] = {.size = 10, .ink = 0x475467, .wrap = true},
    [HEAD] = {.size = 10,
              .bold = true,
              .align = JX_ALIGN_CENTER,
              .wrap = true,
              .border = true,
              .fill = 0xEEF2F7},
    [HEAD_ASKED] = {.size = 10,
                    .bold = true,
                    .align = JX_ALIGN_CENTER,
                    .wrap = true,
                    .border = true,
                    .fill = 0xFFE08A},
    [TEXT] = {.size = 10, .wrap = true, .border = true},
    [CENTER] = {.size = 10, .wrap = true, .border = true, .align = JX_ALIGN_CENTER},
    [FREE] = {.size = 10, .border = true, .align = JX_ALIGN_CENTER},
    [CLOSED] = {.size = 10, .border = true, .fill = 0xD0D5DD},
    [WORDS] = {.size = 10,
               .number = "@",
               .wrap = true,
               .border = true,
               .unlocked = true,
               .fill = 0xFFFBEB},
    [CODE] = {.size = 10,
              .number = "@",
              .wrap = true,
              .border = true,
              .unlocked = true,
              .align = JX_ALIGN_CENTER,
              .fill = 0xFFFBEB},
    [DOUBTFUL] = {.size = 10, .fill = 0xFDB022},
};

static const jx_workbook_look amount = {
    .size = 10, .border = true, .unlocked = true, .align = JX_ALIGN_CENTER, .fill = 0xFFFBEB};

typedef struct writing {
    jx_arena *arena;
    jx_workbook *book;
    jx_lang lang;
    jx_workbook_look *looks;
    jx_str *units; // of looks[LOOKS + i]
    size_t unit_count;
    jx_text raw;
    bool failed;
} writing;

static void clear_raw(writing *to)
{
    to->failed = to->failed || to->raw.failed;
    jx_text_clear(&to->raw);
}

// ---------------------------------------------------------------------------------------------- units

static size_t find_unit(const writing *to, jx_str unit)
{
    size_t at = 0;
    while (at < to->unit_count && !jx_str_equal(to->units[at], unit)) {
        at++;
    }
    return at;
}

// General"个": the number as it comes, and its unit.
static const char *unit_format(writing *to, jx_str unit)
{
    jx_text format = jx_text_in(to->arena);
    jx_text_put(&format, "General\"");
    for (size_t i = 0; i < unit.size; i++) {
        const jx_str byte = {unit.data + i, 1};
        jx_text_add(&format, jx_str_is(byte, "\"") ? (jx_str)JX_STR("'") : byte);
    }
    jx_text_put(&format, "\"");
    jx_text safe = jx_text_in(to->arena);
    jx_workbook_text_add(&safe, jx_text_str(&format), JX_WORKBOOK_TEXT_MOST);
    to->failed = to->failed || format.failed;
    return jx_text_end(&safe).data;
}

static void add_unit(writing *to, jx_str unit)
{
    if (find_unit(to, unit) < to->unit_count) {
        return;
    }
    jx_workbook_look *look = &to->looks[LOOKS + to->unit_count];
    *look = amount;
    look->number = unit.size == 0 ? "General" : unit_format(to, unit);
    to->failed = to->failed || look->number == NULL;
    to->units[to->unit_count++] = unit;
}

static size_t count_cells(const jx_form *forms, size_t count)
{
    size_t cells = 0;
    for (size_t i = 0; i < count; i++) {
        cells += forms[i].row_count * forms[i].column_count;
    }
    return cells;
}

static bool make_looks(writing *to, const jx_form *forms, size_t count)
{
    const size_t most = count_cells(forms, count);
    to->looks = jx_arena_array(to->arena, LOOKS + most, sizeof *to->looks);
    to->units = jx_arena_array(to->arena, most, sizeof *to->units);
    if (to->looks == NULL || to->units == NULL) {
        return false;
    }
    memcpy(to->looks, looks, sizeof looks);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < forms[i].row_count; k++) {
            for (size_t c = 0; c < forms[i].column_count; c++) {
                const jx_form_cell *cell = &forms[i].rows[k].cells[c];
                if (cell->kind == JX_FORM_AMOUNT) {
                    add_unit(to, cell->unit);
                }
            }
        }
    }
    return !to->failed;
}

static size_t look_of(const writing *to, const jx_form_cell *cell)
{
    switch (cell->kind) {
    case JX_FORM_ABSENT:
        return CLOSED;
    case JX_FORM_AMOUNT:
        return LOOKS + find_unit(to, cell->unit);
    case JX_FORM_RATE:
    case JX_FORM_DAY:
    case JX_FORM_CHOICE:
        return CODE;
    case JX_FORM_WORDS:
    default:
        return WORDS;
    }
}

// ------------------------------------------------------------------------------------------- the sheet's frame

static bool holds_words(const jx_form *form, size_t column)
{
    for (size_t i = 0; i < form->row_count; i++) {
        const jx_form_kind kind = form->rows[i].cells[column].kind;
        if (kind != JX_FORM_WORDS && kind != JX_FORM_ABSENT) {
            return false;
        }
    }
    return true;
}

static uint32_t answer_width(const jx_form *form, size_t column)
{
    return holds_words(form, column) ? WORDS_WIDTH : ANSWER_WIDTH;
}

static void set_columns(writing *to, lxw_worksheet *sheet, const jx_form *form)
{
    lxw_row_col_options hidden = {.hidden = 1};
    uint16_t at = ANSWERS;
    jx_workbook_note(to->book,
                     worksheet_set_column_opt(sheet, PROJECT, INDICATOR, ID_WIDTH, NULL, &hidden));
    for (size_t i = 0; i < JX_FORM_FACTS; i++) {
        const uint16_t column = (uint16_t)(FACTS + i);
        jx_workbook_note(to->book,
                         worksheet_set_column(sheet, column, column, fact_widths[i], NULL));
    }
    for (size_t i = 0; i < form->column_count; i++, at++) {
        jx_workbook_note(to->book,
                         worksheet_set_column(sheet, at, at, answer_width(form, i), NULL));
    }
    jx_workbook_note(to->book, worksheet_set_column(sheet, at, at, HINT_WIDTH, NULL));
}

static void set_row(writing *to, uint32_t row, uint32_t lines, bool is_hidden)
{
    lxw_row_col_options options = {.hidden = is_hidden};
    const uint32_t height = LINE * lines + AROUND;
    jx_workbook_note(to->book,
                     worksheet_set_row_opt(jx_workbook_current(to->book), row,
                                           height > HIGHEST ? HIGHEST : height, NULL, &options));
}

static void set_sheet(writing *to, lxw_worksheet *sheet, const jx_form *form)
{
    lxw_protection may = {.format_columns = 1, .format_rows = 1};
    worksheet_set_paper(sheet, PAPER_A4);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6);
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_freeze_panes(sheet, FIRST_ROW, IN_VIEW);
    worksheet_protect(sheet, NULL, &may);
    worksheet_set_selection(sheet, FIRST_ROW, ANSWERS, FIRST_ROW, ANSWERS);
    jx_workbook_note(to->book, worksheet_repeat_rows(sheet, HEAD_ROW, HEAD_ROW));
    jx_workbook_note(to->book,
                     worksheet_set_footer(sheet, jx_label_in(JX_LABEL_XLSX_FOOTER, to->lang)));
    set_columns(to, sheet, form);
}

// ------------------------------------------------------------------------------------------------- its rows

// The names that a reader goes by, where nobody looks.
static void put_names(writing *to, const jx_form *form)
{
    jx_workbook_text(to->book, NAMES_ROW, PROJECT, CENTER, (jx_str)JX_STR("project"));
    jx_workbook_text(to->book, NAMES_ROW, INDICATOR, CENTER, (jx_str)JX_STR("indicator"));
    for (size_t i = 0; i < form->column_count; i++) {
        jx_workbook_text(to->book, NAMES_ROW, (uint16_t)(ANSWERS + i), CENTER,
                         form->columns[i].key);
    }
    set_row(to, NAMES_ROW, 1, true);
}

static void put_head(writing *to, const jx_form *form)
{
    enum { TITLE_LINES = 2, HEAD_LINES = 2 };
    const uint16_t last = ANSWERS - 1;
    uint16_t at = ANSWERS;
    clear_raw(to);
    jx_label_add(&to->raw, to->lang, JX_LABEL_FORM_TITLE, form->table->name);
    jx_workbook_merged(to->book, (jx_workbook_block){TITLE_ROW, FACTS, TITLE_ROW, last}, TITLE,
                       jx_text_str(&to->raw));
    set_row(to, TITLE_ROW, TITLE_LINES, false);
    jx_workbook_merged(to->book, (jx_workbook_block){GUIDE_ROW, FACTS, GUIDE_ROW, last}, GUIDE,
                       jx_str_of(jx_label_in(JX_LABEL_FORM_GUIDE, to->lang)));
    set_row(to, GUIDE_ROW, 2, false);
    for (size_t i = 0; i < JX_FORM_FACTS; i++) {
        jx_workbook_text(to->book, HEAD_ROW, (uint16_t)(FACTS + i), HEAD,
                         jx_str_of(jx_label_in(jx_form_facts[i], to->lang)));
    }
    uint32_t lines = HEAD_LINES;
    for (size_t i = 0; i < form->column_count; i++, at++) {
        const jx_str title = form->columns[i].title;
        const uint32_t needed = jx_workbook_lines(title, answer_width(form, i));
        lines = needed > lines ? needed : lines;
        jx_workbook_text(to->book, HEAD_ROW, at, HEAD_ASKED, title);
    }
    jx_workbook_text(to->book, HEAD_ROW, at, HEAD,
                     jx_str_of(jx_label_in(JX_LABEL_FORM_EXPECTS, to->lang)));
    set_row(to, HEAD_ROW, lines, false);
}

// Returns how many lines they take.
static uint32_t put_facts(writing *to, const jx_form *form, const jx_form_row *row, uint32_t at)
{
    static const uint8_t fact_looks[JX_FORM_FACTS] = {CENTER, CENTER, TEXT, CENTER,
                                                      CENTER, TEXT,   FREE};
    enum { WEIGHT = JX_FORM_FACTS - 1 };
    uint32_t lines = 2;
    for (size_t i = 0; i < JX_FORM_FACTS; i++) {
        const uint16_t column = (uint16_t)(FACTS + i);
        clear_raw(to);
        jx_form_fact_add(&to->raw, form, row, i, to->lang);
        const uint32_t needed = jx_workbook_lines(jx_text_str(&to->raw), fact_widths[i] - 2);
        lines = needed > lines ? needed : lines;
        if (i == WEIGHT && row->row != NULL) {
            jx_workbook_number(to->book, at, column, FREE, row->row->weight);
        } else {
            jx_workbook_text(to->book, at, column, fact_looks[i], jx_text_str(&to->raw));
        }
    }
    return lines;
}

static void put_answer(
    writing *to, const jx_form *form, const jx_form_row *row, size_t index, uint32_t at)
{
    const jx_form_cell *cell = &row->cells[index];
    const uint16_t column = (uint16_t)(ANSWERS + index);
    jx_workbook_blank(to->book, at, column, look_of(to, cell));
    if (cell->kind == JX_FORM_ABSENT) {
        return;
    }
    jx_form_validate(to->book, at, column, cell, form->columns[index].title, to->lang);
    if (cell->kind == JX_FORM_RATE && jx_str_is(cell->unit, "%")) {
        jx_form_mark_fraction(to->book, at, column, DOUBTFUL);
    }
}

static jx_str first_hint(const jx_form *form, const jx_form_row *row)
{
    size_t at = 0;
    while (at < form->column_count && row->cells[at].kind == JX_FORM_ABSENT) {
        at++;
    }
    return at == form->column_count ? JX_STR_NONE : row->cells[at].hint;
}

static void put_row(writing *to, const jx_form *form, const jx_form_row *row, uint32_t at)
{
    const uint16_t hint_column = (uint16_t)(ANSWERS + form->column_count);
    const jx_str hint = first_hint(form, row);
    jx_workbook_text(to->book, at, PROJECT, TEXT, form->project);
    jx_workbook_text(to->book, at, INDICATOR, TEXT, row->row == NULL ? JX_STR_NONE : row->row->id);
    uint32_t lines = put_facts(to, form, row, at);
    for (size_t i = 0; i < form->column_count; i++) {
        put_answer(to, form, row, i, at);
    }
    const uint32_t needed = jx_workbook_lines(hint, HINT_WIDTH - 2);
    lines = needed > lines ? needed : lines;
    jx_workbook_text(to->book, at, hint_column, TEXT, hint);
    set_row(to, at, lines, false);
}

static void put_form(writing *to, const jx_form *form)
{
    lxw_worksheet *sheet = jx_workbook_add(to->book, form->table->name);
    if (sheet == NULL) {
        return;
    }
    set_sheet(to, sheet, form);
    put_names(to, form);
    put_head(to, form);
    for (size_t i = 0; i < form->row_count; i++) {
        put_row(to, form, &form->rows[i], (uint32_t)(FIRST_ROW + i));
    }
    jx_workbook_note(
        to->book, worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD10000"));
}

jx_status jx_form_add_workbook(
    jx_text *out, const jx_form *forms, size_t count, jx_lang lang, jx_error *err)
{
    writing to = {.arena = out->arena, .lang = lang, .raw = jx_text_in(out->arena)};
    if (!make_looks(&to, forms, count)) {
        return jx_fail_memory(err);
    }
    jx_status status =
        jx_workbook_open(out->arena, to.looks, LOOKS + to.unit_count, lang, false, &to.book, err);
    if (status != JX_OK) {
        return status;
    }
    for (size_t i = 0; i < count; i++) {
        put_form(&to, &forms[i]);
    }
    if (to.failed || to.raw.failed) {
        jx_workbook_abandon(to.book);
        return jx_fail_memory(err);
    }
    return jx_workbook_close(to.book, out, err);
}
