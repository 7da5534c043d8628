// SPDX-License-Identifier: MIT
// jixiao plugins: what is loaded, and what project files may say to it.
#include "base/output.h"
#include "cli/command.h"
#include "cli/reference.h"
#include "cli/say.h"
#include "cli/session.h"
#include "trial/trial.h"

enum {
    NAME_COLUMNS = 20,
    VERSION_COLUMNS = 8,
    KIND_COLUMNS = 8,
    LABEL_COLUMNS = 20,
    TRIAL_SECONDS = 10
};

static void put_column(jx_text *out, jx_str text, size_t columns)
{
    jx_text_pad(out, text, columns);
    jx_text_put(out, "  ");
}

static jx_words kind_words(const jx_plugin *plugin)
{
    return plugin->kind == JX_PLUGIN_CATEGORY ? (jx_words){"类别", "category"}
                                              : (jx_words){"项目类型", "type"};
}

static void list_plugins(jx_text *out, const jx_registry *registry, jx_lang lang)
{
    for (size_t i = 0; i < jx_registry_count(registry); i++) {
        const jx_registered *registered = jx_registry_at(registry, i);
        put_column(out, jx_str_of(registered->plugin->name), NAME_COLUMNS);
        put_column(out, jx_str_of(registered->plugin->version), VERSION_COLUMNS);
        put_column(out, jx_str_of(jx_words_in(kind_words(registered->plugin), lang)), KIND_COLUMNS);
        put_column(out, jx_str_of(jx_words_in(registered->plugin->label, lang)), LABEL_COLUMNS);
        jx_text_put(out, registered->path);
        jx_text_add_char(out, '\n');
    }
}

static jx_status fail_name(jx_arena *arena,
                           const jx_registry *registry,
                           const char *name,
                           jx_error *err)
{
    jx_text names = jx_text_in(arena);
    for (size_t i = 0; i < jx_registry_count(registry); i++) {
        const char *known = jx_registry_at(registry, i)->plugin->name;
        jx_text_list(&names, jx_str_of(known), i, SIZE_MAX);
    }
    return jx_fail(err, NULL, JX_MESSAGE_PLUGIN_UNKNOWN, jx_str_of(name), jx_text_str(&names));
}

static jx_status put_page(jx_text *out,
                          const jx_session *session,
                          const jx_options *options,
                          jx_error *err)
{
    if (options->reference) {
        jx_reference_add(out, session->registry, options->report_lang);
        return JX_OK;
    }
    if (options->operand_count == 0) {
        list_plugins(out, session->registry, options->report_lang);
        return JX_OK;
    }
    const jx_str name = jx_str_of(options->operands[0]);
    const jx_registered *category = jx_registry_find(session->registry, name);
    const jx_registered *type = jx_registry_find_type(session->registry, name);
    if (category == NULL && type == NULL) {
        return fail_name(session->arena, session->registry, options->operands[0], err);
    }
    if (category != NULL) {
        jx_reference_add_plugin(out, category->plugin, options->report_lang);
    }
    if (type != NULL) {
        jx_reference_add_plugin(out, type->plugin, options->report_lang);
    }
    return JX_OK;
}

static jx_status print_page(const jx_session *session, const jx_options *options, jx_error *err)
{
    jx_text page = jx_text_in(session->arena);
    jx_status status = put_page(&page, session, options, err);
    return status != JX_OK ? status : jx_output_put(options->output, &page, err);
}

// -------------------------------------------------------------------------------------------- a trial

static void put_kept(jx_text *out, const jx_conformance_rule *rule, jx_lang lang)
{
    jx_text_put(out, lang == JX_ZH ? "守 " : "kept ");
    put_column(out, jx_str_of(rule->name), NAME_COLUMNS);
    jx_text_put(out, jx_words_in(rule->says, lang));
    jx_text_add_char(out, '\n');
}

static jx_status print_kept(jx_arena *arena,
                            const jx_trial_notes *notes,
                            const jx_options *options,
                            jx_error *err)
{
    jx_text page = jx_text_in(arena);
    for (size_t i = 0; i < jx_conformance_count(); i++) {
        if ((notes->tables_kept & (1u << i)) != 0) {
            put_kept(&page, jx_conformance_at(i), options->message_lang);
        }
    }
    for (size_t i = 0; i < JX_TRIAL_RULES; i++) {
        if ((notes->tried & ~notes->broken & (1u << i)) != 0) {
            put_kept(&page, &jx_trial_rules[i], options->message_lang);
        }
    }
    return jx_output_put(options->output, &page, err);
}

static jx_status try_library(jx_arena *arena, const jx_options *options, jx_error *err)
{
    jx_trial_notes *notes = jx_arena_alloc(arena, sizeof *notes);
    if (notes == NULL) {
        return jx_fail_memory(err);
    }
    jx_status status =
        jx_trial_run(options->check, options->message_lang, TRIAL_SECONDS, notes, err);
    if (err->status != JX_OK) {
        return status;
    }
    jx_say_faults(&notes->faults);
    return jx_status_worse(status, print_kept(arena, notes, options, err));
}

static int run_trial(const jx_options *options, jx_error *err)
{
    if (options->operand_count > 0) {
        return -jx_fail(err, NULL, JX_MESSAGE_OPERAND_EXTRA, jx_str_of(options->operands[0]));
    }
    jx_arena *arena = jx_arena_new();
    const jx_status status = arena == NULL ? jx_fail_memory(err) : try_library(arena, options, err);
    jx_arena_free(arena);
    return -status;
}

// -------------------------------------------------------------------------------------------- running

static int run(const jx_options *options, jx_error *err)
{
    jx_session session;
    if (options->check != NULL) {
        return run_trial(options, err);
    }
    if (options->operand_count > 1) {
        return -jx_fail(err, NULL, JX_MESSAGE_OPERAND_EXTRA, jx_str_of(options->operands[1]));
    }
    jx_status loaded = jx_session_open(&session, options, 0);
    jx_status printed = session.registry == NULL ? loaded : print_page(&session, options, err);
    jx_session_close(&session);
    return -jx_status_worse(loaded, printed);
}

const jx_command jx_command_plugins = {
    .name = "plugins",
    .usage = "[NAME] | --check FILE.so",
    .says = {"列出已装入的插件及其参数", "what is loaded, its parameters and inputs"},
    .takes = JX_TAKES_PLUGINS | JX_TAKES_REFERENCE | JX_TAKES_CHECK | JX_TAKES_OUTPUT,
    .run = run,
};
