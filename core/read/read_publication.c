// SPDX-License-Identifier: MIT
#include "read/read_publication.h"

#include "base/text.h"
#include "read/headings.h"

enum { ENOUGH_HEADINGS = 3 };

static const jx_str HEADING_LIMIT = JX_STR("40");
static const jx_str CELL_LIMIT = JX_STR("60000");
_Static_assert(JX_HEADING_LINES == 40 && JX_CELL_BYTES == 60000,
               "the limits are written as text, too");

struct reader {
    jx_arena *arena;
    const jx_grid *grid;
    jx_faults *faults;
    jx_publication *publication;
    size_t head;                     // the row of the headings
    size_t columns[JX_COLUMN_COUNT]; // SIZE_MAX: there is none
    jx_publication_row *rows;
    size_t width; // columns with a heading
};

static jx_place place_of(const struct reader *reader, size_t row, jx_str column)
{
    return (jx_place){
        .file = reader->grid->where, .line = reader->grid->rows[row].line, .key = column};
}

// ------------------------------------------------------------------------------------------------ cells

static bool is_letter(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
}

static bool is_control(char byte)
{
    return (unsigned char)byte < ' ' || byte == '\x7f';
}

// A break between two words in Latin letters or two numbers stands for a blank; any other is layout only.
jx_str jx_publication_tidy(jx_arena *arena, jx_str cell)
{
    jx_text text = jx_text_in(arena);
    bool broken = false;
    cell = jx_str_trim(cell);
    for (size_t i = 0; i < cell.size; i++) {
        const char byte = cell.data[i];
        const bool is_break = byte == '\n' || byte == '\r';
        broken = broken || is_break;
        if (is_break || is_control(byte) || (broken && byte == ' ')) {
            continue;
        }
        if (broken && text.size != 0 && is_letter(text.data[text.size - 1]) && is_letter(byte)) {
            jx_text_add_char(&text, ' ');
        }
        broken = false;
        jx_text_add_char(&text, byte);
    }
    return jx_str_trim(jx_text_end(&text));
}

static jx_str cell_at(const struct reader *reader, size_t row, size_t column)
{
    const jx_grid_row *of = &reader->grid->rows[row];
    return column < of->count ? jx_str_trim(of->cells[column]) : (jx_str)JX_STR("");
}

// --------------------------------------------------------------------------------------------- headings

static bool is_head(const struct reader *reader, size_t row)
{
    size_t known = 0;
    bool has_name = false;
    bool has_rule = false;
    for (size_t i = 0; i < reader->grid->rows[row].count; i++) {
        const int found = jx_heading_find(cell_at(reader, row, i));
        known += found < JX_COLUMN_COUNT;
        has_name = has_name || found == JX_COLUMN_NAME;
        has_rule = has_rule || found == JX_COLUMN_RULE;
    }
    return has_rule || (has_name && known >= ENOUGH_HEADINGS);
}

static jx_status find_head(struct reader *reader)
{
    for (size_t i = 0; i < reader->grid->count && i < JX_HEADING_LINES; i++) {
        if (is_head(reader, i)) {
            reader->head = i;
            reader->publication->line = reader->grid->rows[i].line;
            return JX_OK;
        }
    }
    const jx_place place = {.file = reader->grid->where};
    return jx_fault(reader->faults, &place, JX_MESSAGE_TABLE_NO_HEADINGS, HEADING_LIMIT);
}

static jx_status keep_unread(struct reader *reader, jx_str heading, size_t column)
{
    jx_str names[JX_COLUMN_COUNT];
    for (size_t i = 0; i < JX_COLUMN_COUNT; i++) {
        names[i] = jx_str_of(jx_heading_name((jx_published_column)i));
    }
    const jx_str nearest = jx_str_nearest(heading, names, JX_COLUMN_COUNT);
    if (nearest.data != NULL) {
        const jx_place place = place_of(reader, reader->head, JX_STR_NONE);
        return jx_fault(reader->faults, &place, JX_MESSAGE_TABLE_COLUMN_NEAREST, heading, nearest);
    }
    jx_publication *publication = reader->publication;
    jx_unread_column *rows =
        jx_arena_array(reader->arena, publication->unread_count + 1, sizeof *rows);
    if (rows == NULL) {
        return jx_fault_memory(reader->faults);
    }
    if (publication->unread_count != 0) {
        memcpy(rows, publication->unread, publication->unread_count * sizeof *rows);
    }
    rows[publication->unread_count++] = (jx_unread_column){heading, column + 1};
    publication->unread = rows;
    return JX_OK;
}

static jx_status take_heading(struct reader *reader, size_t column)
{
    char first[JX_NUMBER_TEXT];
    char second[JX_NUMBER_TEXT];
    const jx_str heading =
        jx_publication_tidy(reader->arena, cell_at(reader, reader->head, column));
    const int found = jx_heading_find(heading);
    if (heading.data == NULL) {
        return jx_fault_memory(reader->faults);
    }
    if (heading.size == 0 || found == JX_HEADING_SKIPPED ||
        jx_str_starts(heading, (jx_str)JX_STR("x-"))) {
        return JX_OK;
    }
    if (found == JX_HEADING_UNKNOWN) {
        return keep_unread(reader, heading, column);
    }
    if (reader->columns[found] != SIZE_MAX) {
        const jx_place place = place_of(reader, reader->head, JX_STR_NONE);
        return jx_fault(reader->faults, &place, JX_MESSAGE_TABLE_COLUMN_TWICE, heading,
                        jx_str_number(reader->columns[found] + 1, first),
                        jx_str_number(column + 1, second));
    }
    reader->columns[found] = column;
    reader->publication->headings[found] = heading;
    return JX_OK;
}

static jx_status read_head(struct reader *reader)
{
    jx_status worst = JX_OK;
    for (size_t i = 0; i < JX_COLUMN_COUNT; i++) {
        reader->columns[i] = SIZE_MAX;
    }
    for (size_t i = 0; i < reader->grid->rows[reader->head].count; i++) {
        if (cell_at(reader, reader->head, i).size != 0) {
            reader->width = i + 1;
        }
        worst = jx_status_worse(worst, take_heading(reader, i));
    }
    return worst;
}

// ---------------------------------------------------------------------------------- what stands above

static bool keep_fact(struct reader *reader, int fact, jx_str text)
{
    jx_str *to = &reader->publication->facts[fact];
    if (to->size == 0) {
        *to = jx_publication_tidy(reader->arena, text);
    }
    return to->data != NULL;
}

// The next cell with any text, unless that announces something itself: 预期目标 announces the cell below.
static jx_str find_answer(const struct reader *reader, size_t row, size_t column)
{
    for (size_t i = column + 1; i < reader->grid->rows[row].count; i++) {
        const jx_str cell = cell_at(reader, row, i);
        if (cell.size != 0 && jx_heading_points_down(cell)) {
            return row + 1 < reader->head ? cell_at(reader, row + 1, i) : (jx_str)JX_STR("");
        }
        if (cell.size != 0) {
            return jx_heading_find_fact(cell) == JX_FACT_COUNT ? cell : (jx_str)JX_STR("");
        }
    }
    return (jx_str)JX_STR("");
}

// 项目名称：某项目 in one cell: what stands behind the colon, where that before it announces it.
static int cut_fact(jx_str cell, jx_str *ret_answer)
{
    static const jx_str colons[] = {JX_STR("："), JX_STR(":")};
    for (size_t k = 0; k < sizeof colons / sizeof colons[0]; k++) {
        for (size_t i = 1; i + colons[k].size < cell.size; i++) {
            if (jx_str_starts(jx_str_from(cell, i), colons[k])) {
                *ret_answer = jx_str_trim(jx_str_from(cell, i + colons[k].size));
                return jx_heading_find_fact(jx_str_first(cell, i));
            }
        }
    }
    return JX_FACT_COUNT;
}

// A cell above the headings; false where memory is out.
static bool read_cell_above(struct reader *reader, size_t row, size_t column, jx_str *title)
{
    const jx_str cell = cell_at(reader, row, column);
    jx_str answer = JX_STR("");
    int fact = jx_heading_find_fact(cell);
    if (fact != JX_FACT_COUNT) {
        return keep_fact(reader, fact, find_answer(reader, row, column));
    }
    fact = cut_fact(cell, &answer);
    if (fact != JX_FACT_COUNT) {
        return keep_fact(reader, fact, answer);
    }
    const jx_str said = column == 0 ? jx_heading_title(cell) : (jx_str)JX_STR("");
    *title = title->size == 0 ? said : *title;
    return true;
}

// The title names the project where nothing else does.
static jx_status read_above(struct reader *reader)
{
    bool kept = true;
    jx_str title = JX_STR("");
    for (size_t i = 0; i < JX_FACT_COUNT; i++) {
        reader->publication->facts[i] = (jx_str)JX_STR("");
    }
    for (size_t row = 0; row < reader->head; row++) {
        for (size_t i = 0; i < reader->grid->rows[row].count && kept; i++) {
            kept = read_cell_above(reader, row, i, &title);
        }
    }
    kept = kept && (title.size == 0 || keep_fact(reader, JX_FACT_NAME, title));
    return kept ? JX_OK : jx_fault_memory(reader->faults);
}

// ------------------------------------------------------------------------------------------------- rows

static jx_str first_text(const struct reader *reader, size_t row)
{
    for (size_t i = 0; i < reader->grid->rows[row].count; i++) {
        if (cell_at(reader, row, i).size != 0) {
            return cell_at(reader, row, i);
        }
    }
    return (jx_str)JX_STR("");
}

static jx_status check_width(struct reader *reader, size_t row)
{
    char columns[JX_NUMBER_TEXT];
    char column[JX_NUMBER_TEXT];
    for (size_t i = reader->width; i < reader->grid->rows[row].count; i++) {
        const jx_str cell = cell_at(reader, row, i);
        if (cell.size != 0) {
            const jx_place place = place_of(reader, row, JX_STR_NONE);
            return jx_fault(reader->faults, &place, JX_MESSAGE_TABLE_ROW_LONG,
                            jx_str_number(reader->width, columns), jx_str_number(i + 1, column),
                            cell);
        }
    }
    return JX_OK;
}

static jx_status take_row(struct reader *reader, size_t row)
{
    jx_publication_row *kept = &reader->rows[reader->publication->count];
    *kept = (jx_publication_row){.line = reader->grid->rows[row].line};
    bool any = false;
    jx_status status = check_width(reader, row);
    for (size_t i = 0; i < JX_COLUMN_COUNT && status == JX_OK; i++) {
        if (reader->columns[i] == SIZE_MAX) {
            continue;
        }
        const jx_str cell = cell_at(reader, row, reader->columns[i]);
        const jx_place place = place_of(reader, row, reader->publication->headings[i]);
        kept->cells[i] = jx_publication_tidy(reader->arena, cell);
        any = any || kept->cells[i].size != 0;
        if (cell.size > JX_CELL_BYTES) {
            status = jx_fault(reader->faults, &place, JX_MESSAGE_TABLE_CELL_LONG, CELL_LIMIT);
        } else if (kept->cells[i].data == NULL) {
            status = jx_fault_memory(reader->faults);
        }
    }
    reader->publication->count += any;
    return status;
}

static void take_total(struct reader *reader, size_t row)
{
    const size_t column = reader->columns[JX_COLUMN_WEIGHT];
    const jx_str total = column == SIZE_MAX ? (jx_str)JX_STR("") : cell_at(reader, row, column);
    if (total.size != 0 && jx_heading_is_sum(first_text(reader, row))) {
        reader->publication->total = total;
        reader->publication->total_line = reader->grid->rows[row].line;
    }
}

static jx_status read_rows(struct reader *reader)
{
    jx_status worst = JX_OK;
    reader->rows = jx_arena_array(reader->arena, reader->grid->count, sizeof *reader->rows);
    if (reader->rows == NULL) {
        return jx_fault_memory(reader->faults);
    }
    for (size_t row = reader->head + 1; row < reader->grid->count; row++) {
        if (jx_heading_find_row(first_text(reader, row)) != JX_ROW_OF_TABLE) {
            take_total(reader, row);
        } else if (!is_head(reader, row)) {
            worst = jx_status_worse(worst, take_row(reader, row));
        }
    }
    reader->publication->rows = reader->rows;
    if (worst == JX_OK && reader->publication->count == 0) {
        const jx_place place = {.file = reader->grid->where, .line = reader->publication->line};
        return jx_fault(reader->faults, &place, JX_MESSAGE_TABLE_NO_ROWS, JX_STR_NONE);
    }
    return worst;
}

jx_status jx_publication_read(jx_arena *arena,
                              const jx_grid *grid,
                              jx_faults *faults,
                              jx_publication *ret)
{
    jx_publication publication = {.path = grid->path, .where = grid->where};
    struct reader reader = {
        .arena = arena, .grid = grid, .faults = faults, .publication = &publication};
    jx_status status = find_head(&reader);
    status = status != JX_OK ? status : read_head(&reader);
    status = status != JX_OK ? status : read_above(&reader);
    status = status != JX_OK ? status : read_rows(&reader);
    if (status == JX_OK) {
        *ret = publication;
    }
    return status;
}
