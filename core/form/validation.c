// SPDX-License-Identifier: MIT
#include "form/validation.h"

#include "base/decimal.h"
#include "report/labels.h"

#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

enum { TITLE_MOST = 32, MESSAGE_MOST = 255, LIST_MOST = 255, FORMULA_MOST = 255, NAME = 16 };

// A number as somebody may type it where the cell keeps what is typed: 96.5%, 1,200.
#define TYPED "SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(%s,\"%%\",\"\"),\"％\",\"\"),\",\",\"\")"

// -------------------------------------------------------------------------------------------------- lists

static size_t characters(jx_str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++) {
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    }
    return count;
}

static bool can_be_listed(const jx_form_cell *cell, jx_str also)
{
    size_t total = also.size > 0 ? characters(also) + 1 : 0;
    for (size_t i = 0; i < cell->choice_count; i++) {
        const jx_str choice = cell->choices[i];
        if (choice.size == 0 || memchr(choice.data, ',', choice.size) != NULL ||
            memchr(choice.data, '"', choice.size) != NULL) {
            return false;
        }
        total += characters(choice) + 1;
    }
    return cell->choice_count > 0 && total <= LIST_MOST;
}

// NULL where memory is out.
static char **make_list(jx_workbook *book, const jx_form_cell *cell, jx_str also)
{
    const size_t count = cell->choice_count + (also.size > 0);
    char **list = jx_arena_array(jx_workbook_arena(book), count + 1, sizeof(char *));
    for (size_t i = 0; list != NULL && i < count; i++) {
        list[i] = jx_workbook_lend(
            jx_workbook_safe(book, i < cell->choice_count ? cell->choices[i] : also, LIST_MOST));
        if (list[i] == NULL) {
            return NULL;
        }
    }
    return list;
}

// ------------------------------------------------------------------------------------------------ formulas

static void add_bound(jx_text *out, const char *typed, const char *sign, const jx_bound *bound)
{
    char buffer[JX_DECIMAL_TEXT];
    if (bound->given) {
        jx_text_add_char(out, ',');
        jx_text_put(out, typed);
        jx_text_put(out, sign);
        jx_text_add(out, jx_decimal_format(bound->at, 0, buffer));
    }
}

// AND(ISNUMBER(J5),J5=INT(J5),J5>=0)
static void add_amount(jx_text *out, const char *name, const jx_form_cell *cell)
{
    jx_text_put(out, "AND(ISNUMBER(");
    jx_text_put(out, name);
    jx_text_put(out, ")");
    if (cell->whole) {
        jx_text_put(out, ",");
        jx_text_put(out, name);
        jx_text_put(out, "=INT(");
        jx_text_put(out, name);
        jx_text_put(out, ")");
    }
    add_bound(out, name, cell->above ? ">" : ">=", &cell->least);
    add_bound(out, name, "<=", &cell->most);
    jx_text_put(out, ")");
}

static void add_rate(jx_text *out, const char *name, const jx_form_cell *cell)
{
    char typed[FORMULA_MOST];
    (void)snprintf(typed, sizeof typed, "--" TYPED, name);
    jx_text_put(out, "IFERROR(AND(ISNUMBER(");
    jx_text_put(out, typed);
    jx_text_put(out, ")");
    const size_t before = out->size;
    add_bound(out, typed, ">=", &cell->least);
    add_bound(out, typed, "<=", &cell->most);
    if (out->size > FORMULA_MOST - 64 && !out->failed) {
        out->size = before; // as much as there is room for: the rest is said when the form is read
    }
    jx_text_put(out, "),FALSE)");
}

static void add_day(jx_text *out, const char *name)
{
    char test[FORMULA_MOST];
    (void)snprintf(test, sizeof test, "IFERROR(AND(--LEFT(%s,4)>=1900,--LEFT(%s,4)<=2999),FALSE)",
                   name, name);
    jx_text_put(out, test);
}

// The check of a cell: true where what stands in it will do.
static const char *make_formula(
    jx_workbook *book, uint32_t row, uint16_t column, const jx_form_cell *cell, jx_lang lang)
{
    char name[NAME];
    lxw_rowcol_to_cell(name, row, column);
    jx_text out = jx_text_in(jx_workbook_arena(book));
    jx_text_put(&out, cell->not_applicable ? "=OR(" : "=");
    if (cell->not_applicable) {
        jx_text_put(&out, name);
        jx_text_put(&out, "=\"");
        jx_text_put(&out, jx_label_in(JX_LABEL_NOT_APPLICABLE, lang));
        jx_text_put(&out, "\",");
    }
    if (cell->kind == JX_FORM_AMOUNT) {
        add_amount(&out, name, cell);
    } else if (cell->kind == JX_FORM_RATE) {
        add_rate(&out, name, cell);
    } else {
        add_day(&out, name);
    }
    jx_text_put(&out, cell->not_applicable ? ")" : "");
    const jx_str formula = jx_text_end(&out);
    return formula.data;
}

// ------------------------------------------------------------------------------------------------- setting

static void set_check(jx_workbook *book,
                      uint32_t row,
                      uint16_t column,
                      const jx_form_cell *cell,
                      jx_lang lang,
                      lxw_data_validation *check)
{
    const jx_str also =
        cell->not_applicable ? jx_str_of(jx_label_in(JX_LABEL_NOT_APPLICABLE, lang)) : JX_STR_NONE;
    check->validate = LXW_VALIDATION_TYPE_ANY;
    if (cell->kind == JX_FORM_CHOICE && can_be_listed(cell, also)) {
        check->validate = LXW_VALIDATION_TYPE_LIST;
        check->value_list = make_list(book, cell, also);
    } else if (cell->kind == JX_FORM_AMOUNT || cell->kind == JX_FORM_RATE ||
               cell->kind == JX_FORM_DAY) {
        check->validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
        check->value_formula = jx_workbook_lend(make_formula(book, row, column, cell, lang));
    }
}

void jx_form_validate(jx_workbook *book,
                      uint32_t row,
                      uint16_t column,
                      const jx_form_cell *cell,
                      jx_str title,
                      jx_lang lang)
{
    lxw_worksheet *sheet = jx_workbook_current(book);
    lxw_data_validation check = {.ignore_blank = LXW_VALIDATION_ON,
                                 .show_input = LXW_VALIDATION_ON,
                                 .show_error = LXW_VALIDATION_ON,
                                 .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
                                 .dropdown = LXW_VALIDATION_ON};
    const jx_str wrong = jx_str_of(jx_label_in(JX_LABEL_FORM_WRONG, lang));
    check.input_title = jx_workbook_lend(jx_workbook_safe(book, title, TITLE_MOST));
    check.input_message = jx_workbook_lend(jx_workbook_safe(book, cell->hint, MESSAGE_MOST));
    check.error_title = jx_workbook_lend(jx_workbook_safe(book, wrong, TITLE_MOST));
    check.error_message = check.input_message;
    set_check(book, row, column, cell, lang, &check);
    const bool is_whole = check.validate == LXW_VALIDATION_TYPE_ANY || check.value_list != NULL ||
                          check.value_formula != NULL;
    if (!is_whole) {
        jx_workbook_note(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
    }
    if (sheet != NULL && is_whole && check.error_title != NULL && check.input_message != NULL) {
        jx_workbook_note(book, worksheet_data_validation_cell(sheet, row, column, &check));
    }
}

void jx_form_mark_fraction(jx_workbook *book, uint32_t row, uint16_t column, size_t look)
{
    char name[NAME];
    char formula[FORMULA_MOST];
    lxw_worksheet *sheet = jx_workbook_current(book);
    lxw_rowcol_to_cell(name, row, column);
    (void)snprintf(formula, sizeof formula,
                   "=IFERROR(AND(ISERROR(FIND(\"%%\",%s)),ABS(--%s)<1,ABS(--%s)>0),FALSE)", name,
                   name, name);
    lxw_conditional_format mark = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                   .value_string = formula,
                                   .format = jx_workbook_format(book, look)};
    if (sheet != NULL) {
        jx_workbook_note(book, worksheet_conditional_format_cell(sheet, row, column, &mark));
    }
}
