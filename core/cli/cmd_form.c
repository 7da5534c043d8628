// SPDX-License-Identifier: MIT
// jixiao form: an empty form for the people who fill it in.
#include "base/folder.h"
#include "base/output.h"
#include "cli/command.h"
#include "cli/guard.h"
#include "cli/session.h"
#include "form/page.h"

static bool is_workbook(const char *output)
{
    return output != NULL && jx_path_ends_in(jx_str_of(output), (jx_str)JX_STR(".xlsx"));
}

static jx_status check_output(const jx_options *options, jx_error *err)
{
    const char *output = options->output;
    if (output == NULL || strcmp(output, "-") == 0) {
        return JX_OK;
    }
    return is_workbook(output) || jx_path_ends_in(jx_str_of(output), (jx_str)JX_STR(".csv"))
               ? JX_OK
               : jx_fail(err, NULL, JX_MESSAGE_FORM_ENDING, jx_str_of(output));
}

// ID/INSTANCE; false where memory is out.
static bool name_instance(jx_arena *arena, const char *instance, jx_form *form)
{
    jx_text project = jx_text_in(arena);
    if (instance == NULL) {
        return true;
    }
    jx_text_add(&project, form->table->id);
    jx_text_add_char(&project, '/');
    jx_text_put(&project, instance);
    form->project = jx_text_end(&project);
    return form->project.data != NULL;
}

static jx_status write_forms(const jx_session *session, const jx_options *options, jx_error *err)
{
    jx_form *forms = jx_arena_array(session->arena, session->count, sizeof *forms);
    if (forms == NULL) {
        return jx_fail_memory(err);
    }
    for (size_t i = 0; i < session->count; i++) {
        jx_status status =
            jx_form_make(session->arena, session->plans[i], options->report_lang, &forms[i], err);
        if (status != JX_OK || !name_instance(session->arena, options->instance, &forms[i])) {
            return status != JX_OK ? status : jx_fail_memory(err);
        }
    }
    jx_text page = jx_text_in(session->arena);
    jx_status status = JX_OK;
    if (is_workbook(options->output)) {
        status = jx_form_add_workbook(&page, forms, session->count, options->report_lang, err);
    } else {
        jx_form_add_csv(&page, forms, session->count, options->report_lang);
    }
    return status != JX_OK ? status : jx_output_put(options->output, &page, err);
}

static int run(const jx_options *options, jx_error *err)
{
    jx_session session = {.count = 0};
    if (options->operand_count == 0) {
        return -jx_fail(err, NULL, JX_MESSAGE_PROJECT_FILE_MISSING, JX_STR_NONE);
    }
    jx_status status = check_output(options, err);
    status = status != JX_OK ? status : jx_guard_existing(options, err);
    if (status != JX_OK) {
        return -status;
    }
    status = jx_session_open(&session, options, options->operand_count);
    status = status != JX_OK ? status : write_forms(&session, options, err);
    jx_session_close(&session);
    return -status;
}

const jx_command jx_command_form = {
    .name = "form",
    .usage = "PROJECT.ini|DIR… -o FORM.xlsx|FORM.csv",
    .says = {"生成供填报的空表", "write an empty form to fill in"},
    .takes = JX_TAKES_OUTPUT | JX_TAKES_FORM | JX_TAKES_PLUGINS,
    .run = run,
};
