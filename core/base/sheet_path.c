// SPDX-License-Identifier: MIT
#include "base/sheet_path.h"

#include "base/text.h"

enum { LETTERS = 26 };

jx_str jx_sheet_path_cut(const char *path, jx_str *ret_file)
{
    jx_str rest = jx_str_of(path);
    const jx_str file = jx_str_next(&rest, JX_SHEET_MARK);
    if (ret_file != NULL) {
        *ret_file = file;
    }
    return rest;
}

jx_str jx_sheet_path_join(jx_arena *arena, jx_str book, jx_str sheet)
{
    jx_text path = jx_text_in(arena);
    jx_text_add(&path, book);
    jx_text_add_char(&path, JX_SHEET_MARK);
    jx_text_add(&path, sheet);
    return jx_text_end(&path);
}

jx_str jx_cell_name(uint32_t column, uint32_t row, char buffer[JX_CELL_NAME])
{
    char digits[JX_NUMBER_TEXT];
    const jx_str number = row == 0 ? (jx_str)JX_STR("") : jx_str_number(row, digits);
    size_t at = JX_CELL_NAME - number.size;
    if (number.size != 0) {
        memcpy(buffer + at, number.data, number.size);
    }
    for (uint32_t left = column; left != 0; left = (left - 1) / LETTERS) {
        buffer[--at] = (char)('A' + (left - 1) % LETTERS);
    }
    return (jx_str){buffer + at, JX_CELL_NAME - at};
}
