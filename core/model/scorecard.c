// SPDX-License-Identifier: MIT
#include "model/scorecard.h"

const char *jx_state_name(jx_state state, bool of_project)
{
    static const char *const names[] = {"scored", "missing", "not_applicable", "error"};
    return of_project && state == JX_MISSING ? "incomplete" : names[state];
}
