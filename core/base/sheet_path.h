// SPDX-License-Identifier: MIT
// Where a sheet of a workbook stands, as a path: that of the workbook, a mark that no path has, the sheet's name.
// [any-thread]
#ifndef JIXIAO_BASE_SHEET_PATH_H
#define JIXIAO_BASE_SHEET_PATH_H

#include "base/arena.h"
#include "base/str.h"

#include <stdint.h>

#define JX_SHEET_MARK '\x1f'

// The name of the sheet, JX_STR_NONE where the path is that of a file; *ret_file, unless NULL, is the workbook's path, or the
// file's.
jx_str jx_sheet_path_cut(const char *path, jx_str *ret_file);

// The path of a sheet, ended by NUL; JX_STR_NONE where memory is out.
jx_str jx_sheet_path_join(jx_arena *arena, jx_str book, jx_str sheet);

enum { JX_CELL_NAME = 24 }; // bytes of the longest name of a cell

// Writes the name of a cell, D7, by column and row from 1; of a column alone, D, where the row is 0.
jx_str jx_cell_name(uint32_t column, uint32_t row, char buffer[JX_CELL_NAME]);

#endif
