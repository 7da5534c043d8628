// SPDX-License-Identifier: MIT
#include "read/actuals_layout.h"

#include "read/headings.h"

typedef struct row {
    const jx_layout *layout;
    const jx_str *cells;
    size_t count;
} row;

static jx_str cell_at(const row *it, size_t column)
{
    return column < it->count ? jx_str_trim(it->cells[column]) : (jx_str)JX_STR("");
}

static jx_str first_text(const row *it)
{
    for (size_t i = 0; i < it->count; i++) {
        if (cell_at(it, i).size != 0) {
            return cell_at(it, i);
        }
    }
    return (jx_str)JX_STR("");
}

static bool names_indicator(const row *it)
{
    const jx_sheets sheets = it->layout->sheets;
    const jx_str name = cell_at(it, it->layout->indicator);
    for (size_t i = 0; i < sheets.count && name.size != 0; i++) {
        bool several = false;
        if (jx_sheet_find_row(sheets.rows[i], name) != NULL ||
            jx_sheet_find_named(sheets.rows[i], name, &several) != NULL || several) {
            return true;
        }
    }
    return false;
}

// In a column that counts, but those that tell what the row is of.
static bool has_value(const row *it)
{
    const jx_layout *layout = it->layout;
    for (size_t i = 0; i < it->count && i < layout->count; i++) {
        const bool counts = i != layout->project && i != layout->indicator && !layout->apart[i];
        if (counts && cell_at(it, i).size != 0 &&
            jx_heading_find_row(cell_at(it, i)) == JX_ROW_OF_TABLE) {
            return true;
        }
    }
    return false;
}

// Under a word for people; a name for programs is no row's.
static bool repeats_heading(const row *it)
{
    const jx_layout *layout = it->layout;
    const size_t column = layout->is_long ? layout->indicator : layout->project;
    return !jx_str_equal(layout->headings[column], layout->names[column]) &&
           jx_str_equal(cell_at(it, column), layout->headings[column]);
}

bool jx_layout_passes(const jx_layout *layout, const jx_str *cells, size_t count)
{
    const row it = {layout, cells, count};
    const bool has_project = layout->project != JX_NO_COLUMN;
    if (!layout->is_long && !has_project) {
        return false;
    }
    const jx_str project = has_project ? cell_at(&it, layout->project) : (jx_str)JX_STR("");
    if (project.size != 0 && jx_heading_find_row(project) == JX_ROW_TOTAL) {
        return true;
    }
    const jx_heading_row kind =
        jx_heading_find_row(layout->is_long || project.size == 0 ? first_text(&it) : project);
    if (kind == JX_ROW_OF_TABLE) {
        return repeats_heading(&it);
    }
    if (layout->is_long && names_indicator(&it)) {
        return false;
    }
    return kind != JX_ROW_REMARK || !has_value(&it);
}
