// SPDX-License-Identifier: MIT
#include "cli/say.h"

#include <stdio.h>

void jx_say(const char *line)
{
    (void)fprintf(stderr, "jixiao: %s\n", line);
}

jx_status jx_say_error(const jx_error *err)
{
    jx_say(err->text);
    return err->status;
}

jx_status jx_say_memory(jx_lang lang)
{
    jx_error err = JX_ERROR(lang);
    (void)jx_fail_memory(&err);
    return jx_say_error(&err);
}

void jx_say_faults(const jx_faults *faults)
{
    size_t shown = faults->count < JX_FAULTS_SHOWN ? faults->count : JX_FAULTS_SHOWN;
    for (size_t i = 0; i < shown; i++) {
        jx_say(faults->shown[i].text);
    }
    if (faults->count > shown) {
        (void)fprintf(
            stderr, faults->lang == JX_ZH ? "jixiao: 另有 %zu 处错误\n" : "jixiao: and %zu more\n",
            faults->count - shown);
    }
}

void jx_say_findings(const jx_findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        jx_say(findings->rows[i].said.text);
    }
}
