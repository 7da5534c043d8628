// SPDX-License-Identifier: MIT
// jixiao import: a published table becomes a project file.
#include "base/file.h"
#include "base/output.h"
#include "base/sheet_path.h"
#include "cli/command.h"
#include "cli/guard.h"
#include "cli/say.h"
#include "cli/session.h"
#include "import/draft.h"
#include "import/findings.h"
#include "import/page.h"
#include "read/read_grid.h"
#include "read/read_publication.h"
#include "read/xlsx_package.h"

static jx_status make(jx_session *session,
                      const jx_options *options,
                      const jx_publication *publication,
                      jx_faults *faults,
                      jx_import *ret,
                      jx_error *err)
{
    const jx_vocabulary *vocabulary = NULL;
    const jx_import_wishes wishes = {
        .id = options->id,
        .name = options->name,
        .year = options->year,
        .output = options->output,
        .budget_execution = options->budget_execution,
    };
    const jx_status status = jx_session_vocabulary(session, &vocabulary, err);
    return status != JX_OK ? status
                           : jx_import_make(session->arena, publication, &wishes, vocabulary,
                                            &session->sources, faults, ret);
}

static jx_status read_table(jx_session *session,
                            const jx_options *options,
                            jx_grid *ret,
                            jx_error *err)
{
    const char *path = options->operands[0];
    const char *where = path;
    if (options->sheet != NULL && !jx_xlsx_is_named(path)) {
        const jx_place place = {.file = path};
        return jx_fail(err, &place, JX_MESSAGE_IMPORT_SHEET, JX_STR_NONE);
    }
    if (options->sheet != NULL) {
        where = jx_sheet_path_join(session->arena, jx_str_of(path), jx_str_of(options->sheet)).data;
    }
    return where == NULL ? jx_fail_memory(err)
                         : jx_grid_read(session->arena, where, options->encoding, ret, err);
}

static jx_status write(jx_session *session, const jx_options *options, int *ret_code, jx_error *err)
{
    jx_grid grid;
    jx_publication publication;
    jx_import import;
    jx_findings findings = jx_findings_in(session->arena, options->message_lang);
    jx_faults *faults = jx_arena_alloc(session->arena, sizeof *faults);
    if (faults == NULL) {
        return jx_fail_memory(err);
    }
    jx_faults_init(faults, options->message_lang);
    jx_status status = read_table(session, options, &grid, err);
    if (status != JX_OK) {
        return status;
    }
    status = jx_publication_read(session->arena, &grid, faults, &publication);
    if (status == JX_OK) {
        status = make(session, options, &publication, faults, &import, err);
    }
    jx_say_faults(faults);
    if (status != JX_OK) {
        return status;
    }
    jx_text page = jx_text_in(session->arena);
    jx_import_page_add(&page, &import, options->report_lang);
    status = jx_output_put(options->output, &page, err);
    if (status == JX_OK) {
        jx_import_find(&import, session->sources.registry, &findings);
        jx_say_findings(&findings);
        *ret_code = jx_findings_worst(&findings) >= JX_WARNING ? JX_EXIT_INCOMPLETE : 0;
    }
    return findings.failed ? jx_fail_memory(err) : status;
}

static int run(const jx_options *options, jx_error *err)
{
    jx_session session;
    int code = 0;
    if (options->operand_count == 0) {
        return -jx_fail(err, NULL, JX_MESSAGE_IMPORT_TABLE, JX_STR_NONE);
    }
    if (options->operand_count > 1) {
        return -jx_fail(err, NULL, JX_MESSAGE_OPERAND_EXTRA, jx_str_of(options->operands[1]));
    }
    jx_status status = jx_guard_existing(options, err);
    if (status != JX_OK) {
        return -status;
    }
    status = jx_session_open(&session, options, 0);
    status = status != JX_OK ? status : write(&session, options, &code, err);
    jx_session_close(&session);
    return status != JX_OK ? -status : code;
}

const jx_command jx_command_import = {
    .name = "import",
    .usage = "TABLE.xlsx|TABLE.csv|TABLE.tsv -o PROJECT.ini",
    .says = {"把公开的绩效目标表变成项目文件", "turn a published table into a project file"},
    .takes = JX_TAKES_TABLE | JX_TAKES_IMPORT | JX_TAKES_OUTPUT | JX_TAKES_PLUGINS,
    .run = run,
};
