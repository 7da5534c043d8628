// SPDX-License-Identifier: MIT
#include "read/actuals_names.h"

#include "read/headings.h"

const jx_str jx_actuals_own = JX_STR("x-");

// Of each role, the least rank that a heading has.
static void find_least(const jx_str *headings, size_t count, uint32_t least[JX_ROLE_COUNT])
{
    memset(least, 0xFF, JX_ROLE_COUNT * sizeof *least);
    for (size_t i = 0; i < count; i++) {
        uint32_t rank = 0;
        const jx_actuals_role role = jx_heading_find_role(headings[i], &rank);
        if (role < JX_ROLE_COUNT && rank < least[role]) {
            least[role] = rank;
        }
    }
}

void jx_actuals_name_columns(const jx_str *headings, size_t count, jx_str *names, bool *apart)
{
    uint32_t least[JX_ROLE_COUNT];
    find_least(headings, count, least);
    for (size_t i = 0; i < count; i++) {
        uint32_t rank = 0;
        const jx_actuals_role role = jx_heading_find_role(headings[i], &rank);
        const bool has_role = role < JX_ROLE_COUNT;
        apart[i] = role == JX_ROLE_NONE || (has_role && rank != least[role]) ||
                   jx_str_starts(headings[i], jx_actuals_own) || headings[i].size == 0;
        names[i] = has_role ? jx_heading_role_name(role) : headings[i];
    }
}
