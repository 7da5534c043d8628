// SPDX-License-Identifier: MIT
#include "import/year.h"

#include "base/folder.h"

enum { DIGITS = 4 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool jx_import_is_year(jx_str text)
{
    if (text.size != DIGITS ||
        (!jx_str_starts(text, (jx_str)JX_STR("19")) && text.data[0] != '2')) {
        return false;
    }
    return is_digit(text.data[1]) && is_digit(text.data[2]) && is_digit(text.data[3]);
}

// The first four digits alone that may be a year, from *at on, which is moved behind them; empty where there are none.
static jx_str next_year(jx_str text, size_t *at)
{
    while (*at < text.size) {
        size_t end = *at;
        while (end < text.size && is_digit(text.data[end])) {
            end++;
        }
        const jx_str digits = jx_str_first(jx_str_from(text, *at), end - *at);
        *at = end == *at ? end + 1 : end;
        if (jx_import_is_year(digits)) {
            return digits;
        }
    }
    return (jx_str)JX_STR("");
}

static jx_str first_year(jx_str text)
{
    size_t at = 0;
    return text.size == 0 ? (jx_str)JX_STR("") : next_year(text, &at);
}

// In a cell only a number that 年 follows is a year: 2024 may be a count of people.
static bool is_marked(jx_str text, size_t behind)
{
    return jx_str_starts(jx_str_trim(jx_str_from(text, behind)), (jx_str)JX_STR("年"));
}

// Keeps the year; false where the cells name different ones.
static bool look(jx_str cell, jx_str *found)
{
    for (size_t at = 0; at < cell.size;) {
        const jx_str year = next_year(cell, &at);
        if (year.size == 0 || !is_marked(cell, at < cell.size ? at : cell.size)) {
            continue;
        }
        if (found->size != 0 && !jx_str_equal(*found, year)) {
            return false;
        }
        *found = year;
    }
    return true;
}

jx_str jx_import_find_year(const jx_publication *publication, jx_str id)
{
    static const jx_published_column columns[] = {JX_COLUMN_YEAR, JX_COLUMN_VALUE,
                                                  JX_COLUMN_CONTENT, JX_COLUMN_RULE};
    const jx_str above[] = {publication->facts[JX_FACT_YEAR], publication->facts[JX_FACT_NAME], id,
                            jx_path_name(jx_str_of(publication->path))};
    jx_str found = JX_STR("");
    for (size_t i = 0; i < sizeof above / sizeof above[0] && found.size == 0; i++) {
        found = first_year(above[i]);
    }
    if (found.size != 0) {
        return found;
    }
    for (size_t i = 0; i < publication->count; i++) {
        for (size_t k = 0; k < sizeof columns / sizeof columns[0]; k++) {
            const jx_str cell = publication->rows[i].cells[columns[k]];
            if (columns[k] == JX_COLUMN_YEAR && jx_import_is_year(cell)) {
                found = cell;
            } else if (!look(cell, &found)) {
                return (jx_str)JX_STR("");
            }
        }
    }
    return found;
}
