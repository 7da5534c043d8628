// SPDX-License-Identifier: MIT
#include "report/xlsx_formula.h"

#include <stdio.h>
#include <xlsxwriter.h>

enum { RANGE = 192 };

// What a template is filled in from.
typedef struct filler {
    const jx_batch_page *batch;
    size_t at;
    char text[RANGE]; // the last answer
} filler;

typedef enum kind { OF_RANKING, OF_GRADED, OF_LISTING, OF_STATE, OF_POINTS, SHEET, ROW, AT } kind;

static const struct known {
    const char *name;
    kind kind;
    uint16_t column;
} known[] = {
    {"rank", OF_RANKING, JX_RANKING_RANK},
    {"grade", OF_RANKING, JX_RANKING_GRADE},
    {"total", OF_RANKING, JX_RANKING_TOTAL},
    {"graded", OF_GRADED, JX_RANKING_TOTAL},
    {"state", OF_STATE, 0},
    {"points", OF_POINTS, 0},
    {"category", OF_LISTING, JX_LISTING_CATEGORY},
    {"id", OF_LISTING, JX_LISTING_ID},
    {"lost", OF_LISTING, JX_LISTING_LOST},
    {"ranking", SHEET, 0},
    {"row", ROW, 0},
    {"at", AT, 0},
};

// A column of another sheet: '排名'!$E$3:$E$12. One row at the least.
static jx_str range(filler *fill, const char *sheet, uint32_t first, uint64_t count, size_t column)
{
    char name[LXW_MAX_COL_NAME_LENGTH];
    lxw_col_to_name(name, (lxw_col_t)column, 1);
    (void)snprintf(fill->text, RANGE, "'%s'!%s$%u:%s$%u", sheet, name, first + 1, name,
                   first + (uint32_t)(count == 0 ? 1 : count));
    return jx_str_of(fill->text);
}

static jx_str answer(filler *fill, const struct known *asked)
{
    const jx_batch_page *batch = fill->batch;
    switch (asked->kind) {
    case OF_RANKING:
        return range(fill, batch->ranking, JX_RANKING_FIRST, batch->count, asked->column);
    case OF_GRADED:
        return range(fill, batch->ranking, JX_RANKING_FIRST, batch->scored, asked->column);
    case OF_STATE:
        return range(fill, batch->ranking, JX_RANKING_FIRST, batch->count,
                     JX_RANKING_POINTS + batch->report->column_count);
    case OF_POINTS:
        return range(fill, batch->ranking, JX_RANKING_FIRST, batch->count,
                     JX_RANKING_POINTS + fill->at);
    case OF_LISTING:
        return range(fill, batch->listing, JX_LISTING_FIRST, batch->losses, asked->column);
    case SHEET:
        return jx_str_of(batch->ranking);
    case ROW:
        return jx_str_number(batch->page.row + 1, fill->text);
    case AT:
        return jx_str_number(fill->at, fill->text);
    }
    return JX_STR_NONE;
}

static jx_str find(void *user, jx_str name)
{
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (jx_str_equal(jx_str_of(known[i].name), name)) {
            return answer(user, &known[i]);
        }
    }
    return JX_STR_NONE;
}

void jx_batch_formula(jx_batch_page *batch,
                      uint16_t column,
                      jx_paper_look look,
                      const char *template,
                      size_t at,
                      jx_decimal number)
{
    const uint64_t most = JX_SHEET_ROWS - JX_RANKING_FIRST - 1;
    jx_paper *page = &batch->page;
    filler fill = {.batch = batch, .at = at};
    if (batch->count == 0 || batch->count > most || batch->losses > most) {
        jx_paper_number(page, column, look, number);
        return;
    }
    jx_text *raw = jx_paper_raw(page);
    jx_text_fill(raw, jx_str_of(template), find, &fill);
    const char *formula = jx_text_end(raw).data;
    if (formula != NULL) {
        jx_workbook_formula(page->book, page->row, column, look, formula, number);
    }
}
