// SPDX-License-Identifier: MIT
// What the readers of the two shapes share.
#ifndef JIXIAO_READ_ACTUALS_READER_H
#define JIXIAO_READ_ACTUALS_READER_H

#include "base/arena.h"
#include "read/actuals_columns.h"
#include "read/csv.h"
#include "read/names.h"
#include "read/read_actuals.h"
#include "read/seen.h"
#include "read/xlsx_actuals.h"

struct jx_actuals {
    jx_arena *arena;
    jx_arena *head;  // of the columns of this file
    jx_arena *group; // of the rows of one project, where it may have several
    jx_encoding encoding;
    jx_sheets sheets;
    jx_str *projects; // the sheets' ids
    jx_names ids;     // the same: their places
    jx_seen *seen;    // NULL: whoever reads parts sees to it
    jx_cell *cells;
    uint32_t cells_of;    // the sheet whose cells were filled last; JX_NO_SHEET: all are empty
    uint32_t *lines;      // long: of the row that filled each row of the sheet; 0: none yet
    const char *path;     // of the file, or of a sheet of a workbook
    const char *file;     // the same without the sheet
    jx_xlsx_actuals book; // that is read sheet by sheet
    jx_paths rest;        // its sheets that are still to be read
    jx_csv *csv;
    jx_columns columns;
    jx_record record;
    bool is_parted;  // a total stands between the record and the one before
    bool is_pending; // the record is the next project's
    bool had_row;
    uint32_t column; // that the next fault is in, from 1; 0: none
    jx_error fault;  // of this project
};

// The next record that has any text, in actuals->record.
jx_status jx_actuals_take(jx_actuals *actuals, bool *ret_more, jx_error *err);

// The next record of the table: those that are for people (see actuals_layout.h) are passed over.
jx_status jx_actuals_take_row(jx_actuals *actuals, bool *ret_more, jx_error *err);

// What the record has in the column `project`, untrimmed; the only project's id where there is no such column;
// JX_STR_NONE where the record is too short to tell.
jx_str jx_actuals_project(const jx_actuals *actuals);

// Begins the observations of the project named by `value` (which must live until the next project) at the
// record's line: finds its sheet and instance, or the fault that it has none, or came before.
jx_status jx_actuals_begin(jx_actuals *actuals, jx_str value, jx_observations *ret, jx_error *err);

// Makes it the project's fault, unless it has one, that the record is what the message says. `indicator` may be
// empty.
#define jx_actuals_refuse(actuals, observations, indicator, message, ...)                          \
  jx_actuals_set_fault((actuals), (observations), (indicator), (message), JX_ARGS(__VA_ARGS__))

void jx_actuals_set_fault(jx_actuals *actuals,
                          jx_observations *observations,
                          jx_str indicator,
                          jx_message message,
                          const jx_str *args);

// Makes it the project's fault that a cell has a text though its column has no heading; false where it has one.
bool jx_actuals_refuse_unnamed(jx_actuals *actuals,
                               jx_observations *observations,
                               jx_str indicator,
                               size_t column);

// Whether the record has as many fields as the head; else that is the project's fault.
bool jx_actuals_check_count(jx_actuals *actuals, jx_observations *observations);

// Makes it the project's fault that a cell has no value in a sheet of a workbook: an error, a formula without result. Cells that
// nobody reads do not matter.
void jx_actuals_check_marks(jx_actuals *actuals, jx_observations *observations);

// Empties the cells, for that sheet.
void jx_actuals_clear(jx_actuals *actuals, uint32_t sheet);

jx_status jx_actuals_next_wide(jx_actuals *actuals,
                               jx_observations *ret,
                               bool *ret_more,
                               jx_error *err);
jx_status jx_actuals_next_long(jx_actuals *actuals,
                               jx_observations *ret,
                               bool *ret_more,
                               jx_error *err);

// jx_str_trim, quick where there is nothing to trim: a character whose bytes begin or end like U+3000 is looked
// at closely.
static inline jx_str jx_actuals_trim(jx_str text)
{
    if (text.size != 0) {
        const unsigned char first = (unsigned char)text.data[0];
        const unsigned char last = (unsigned char)text.data[text.size - 1];
        if (first > ' ' && first != 0xE3u && last > ' ' && last != 0x80u) {
            return text;
        }
    }
    return jx_str_trim(text);
}

#endif
