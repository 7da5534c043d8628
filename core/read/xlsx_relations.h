// SPDX-License-Identifier: MIT
// Which other parts a part of a workbook's file speaks of.
#ifndef JIXIAO_READ_XLSX_RELATIONS_H
#define JIXIAO_READ_XLSX_RELATIONS_H

#include "base/arena.h"
#include "base/error.h"
#include "read/xlsx_package.h"

typedef struct jx_xlsx_relation {
    jx_str id;
    jx_str type; // an address, of which the end tells
    jx_str part; // the name of the other part
} jx_xlsx_relation;

typedef struct jx_xlsx_relations {
    const jx_xlsx_relation *rows;
    size_t count;
} jx_xlsx_relations;

// Reads what the part of that name (empty: the package itself) speaks of into the arena; nothing outside the file is.
// Errors: those of jx_xml_next, too many.
jx_status jx_xlsx_relations_read(
    jx_arena *arena, jx_xlsx_package *package, jx_str part, jx_xlsx_relations *ret, jx_error *err);

// The one of that id; the first whose type ends so. NULL: there is none.
const jx_xlsx_relation *jx_xlsx_relations_find(const jx_xlsx_relations *relations, jx_str id);
const jx_xlsx_relation *jx_xlsx_relations_of_type(const jx_xlsx_relations *relations,
                                                  jx_str ending);

#endif
