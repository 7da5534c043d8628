// SPDX-License-Identifier: MIT
// The year that a published table is about. [any-thread]
#ifndef JIXIAO_IMPORT_YEAR_H
#define JIXIAO_IMPORT_YEAR_H

#include "model/publication.h"

#include <stdbool.h>

// Whether the text is a year, 1900 to 2999.
bool jx_import_is_year(jx_str text);

// The year that stands above the table, else in the project's id, else in the name of the table's file, else the only one that
// its cells name; empty where nobody says.
jx_str jx_import_find_year(const jx_publication *publication, jx_str id);

#endif
