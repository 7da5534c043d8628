// SPDX-License-Identifier: MIT
#include "model/finding.h"

#include <stdio.h>

enum { LABEL_BYTES = JX_FINDING_CODE + 20 };

jx_words jx_severity_words(jx_severity severity)
{
    static const jx_words words[JX_SEVERITIES] = {
        [JX_INFO] = {"提示", "info"},
        [JX_WARNING] = {"警告", "warning"},
        [JX_SEVERE] = {"错误", "error"},
    };
    return words[severity];
}

jx_str jx_finding_code(jx_message message, char buffer[JX_FINDING_CODE])
{
    size_t size = 0;
    for (const char *id = jx_message_find(message)->id; *id != '\0' && size + 1 < JX_FINDING_CODE;
         id++) {
        buffer[size++] = (char)(*id >= 'A' && *id <= 'Z' ? *id - 'A' + 'a' : *id);
    }
    buffer[size] = '\0';
    return (jx_str){buffer, size};
}

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
    char code[JX_FINDING_CODE];
    char label[LABEL_BYTES];
    (void)snprintf(label, sizeof label, "%s %s",
                   jx_words_in(jx_severity_words(severity), findings->lang),
                   jx_finding_code(message, code).data);
    jx_place labelled = place == NULL ? (jx_place){0} : *place;
    labelled.finding = jx_str_of(label);
    (void)jx_error_set(&finding->said, &labelled, message, args);
}

jx_severity jx_findings_worst(const jx_findings *findings)
{
    jx_severity worst = JX_INFO;
    for (size_t i = 0; i < findings->count; i++) {
        worst = findings->rows[i].severity > worst ? findings->rows[i].severity : worst;
    }
    return worst;
}
