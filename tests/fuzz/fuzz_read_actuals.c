// SPDX-License-Identifier: MIT
// Any bytes may be actuals: what is read of them keeps the promises of model/observations.h.
#include "base/utf8.h"
#include "fuzz/fuzz_file.h"
#include "support/sample_actuals.h"

#include <string.h>

static void check_error(const jx_error *err)
{
    const jx_str text = jx_str_of(err->text);
    fuzz_expect(err->status == JX_EDATA && text.size != 0 && jx_utf8_check(text, NULL));
    fuzz_expect(memchr(text.data, '\n', text.size) == NULL);
}

static void check_cells(const jx_observations *found)
{
    for (uint32_t i = 0; i < sample_sheets[found->sheet]->slot_count; i++) {
        const jx_str text = {found->cells[i].data, found->cells[i].size};
        fuzz_expect(text.size == 0 || (jx_utf8_check(text, NULL) && found->cells[i].line != 0));
        fuzz_expect(jx_str_trim(text).size == text.size);
    }
}

static void check_observations(const jx_observations *found, size_t sheets)
{
    fuzz_expect(found->line > 1 && found->project.data != NULL);
    fuzz_expect(jx_utf8_check(found->project, NULL));
    if (found->fault != NULL) {
        check_error(found->fault);
    }
    if (found->sheet == JX_NO_SHEET) {
        fuzz_expect(found->fault != NULL && found->cells == NULL);
        return;
    }
    fuzz_expect(found->sheet < sheets);
    fuzz_expect(jx_str_trim(found->project).size != 0);
    fuzz_expect(found->instance.data == NULL || found->instance.size != 0);
    check_cells(found);
}

static void read_all(const char *path, size_t sheets, jx_encoding encoding)
{
    jx_actuals *actuals = NULL;
    jx_error err = JX_ERROR(JX_ZH);
    jx_status status = jx_actuals_open(path, encoding, sample_sheets, sheets, &actuals, &err);
    uint32_t line = 1;
    for (bool more = status == JX_OK; more;) {
        jx_observations found;
        status = jx_actuals_next(actuals, &found, &more, &err);
        more = more && status == JX_OK;
        if (more) {
            fuzz_expect(found.line > line);
            line = found.line;
            check_observations(&found, sheets);
        }
    }
    if (status != JX_OK) {
        check_error(&err);
    }
    jx_actuals_close(actuals);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[FUZZ_PATH];
    fuzz_file_write(path, data, size);
    read_all(path, 1, JX_ENCODING_DETECT);
    read_all(path, 2, JX_ENCODING_DETECT);
    read_all(path, 1, JX_ENCODING_GB18030);
    fuzz_file_remove(path);
    return 0;
}
