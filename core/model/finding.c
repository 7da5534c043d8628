// SPDX-License-Identifier: MIT
#include "model/finding.h"

jx_findings jx_findings_in(jx_arena *arena, jx_lang lang)
{
    return (jx_findings){.arena = arena, .lang = lang};
}

void jx_findings_add(jx_findings *findings,
                     jx_severity severity,
                     const jx_place *place,
                     jx_message message,
                     const jx_str *args)
{
    jx_finding *rows =
        jx_arena_room(findings->arena, findings->rows, findings->count, sizeof *rows);
    if (rows == NULL) {
        findings->failed = true;
        return;
    }
    findings->rows = rows;
    jx_finding *finding = &rows[findings->count++];
    finding->severity = severity;
    finding->said = JX_ERROR(findings->lang);
    (void)jx_error_set(&finding->said, place, message, args);
}

jx_severity jx_findings_worst(const jx_findings *findings)
{
    jx_severity worst = JX_INFO;
    for (size_t i = 0; i < findings->count; i++) {
        worst = findings->rows[i].severity > worst ? findings->rows[i].severity : worst;
    }
    return worst;
}
