// SPDX-License-Identifier: MIT
#include "cli/session.h"

#include "cli/places.h"
#include "cli/say.h"
#include "cli/words_file.h"
#include "read/read_project.h"
#include "read/read_settings.h"
#include "wording/complete.h"

#include <errno.h>
#include <sys/stat.h>

// ------------------------------------------------------------------------------------------ operands

// The host's settings are no project, cases are no actuals, and Excel leaves a file beside each one that it has open.
static bool is_something_else(jx_str path)
{
    return jx_str_starts(jx_path_name(path), (jx_str)JX_STR("~$")) ||
           jx_str_is(jx_path_name(path), JX_SETTINGS_NAME) ||
           jx_str_ends(path, (jx_str)JX_STR(JX_CASES_TAIL));
}

static void leave_out_others(jx_paths *paths)
{
    size_t kept = 0;
    for (size_t i = 0; i < paths->count; i++) {
        if (!is_something_else(jx_str_of(paths->rows[i]))) {
            paths->rows[kept++] = paths->rows[i];
        }
    }
    paths->count = kept;
}

// Tables of other kinds must not go unread without a word.
static jx_status check_unread(jx_arena *arena, const char *path, jx_error *err)
{
    jx_paths others = {0};
    const jx_status status = jx_folder_list(arena, path, ".xls .xlsm .xlsb .ods .et",
                                            JX_MESSAGE_FOLDER_UNREADABLE, &others, err);
    if (status != JX_OK || others.count == 0) {
        return status;
    }
    const jx_place place = {.file = others.rows[0]};
    return jx_fail(err, &place, JX_MESSAGE_FOLDER_UNREAD, JX_STR_NONE);
}

jx_status jx_session_list(
    jx_arena *arena, const char *path, const char *suffixes, jx_paths *ret, jx_error *err)
{
    if (!jx_folder_exists(path)) {
        const char **alone = jx_arena_array(arena, 1, sizeof *alone);
        if (alone == NULL) {
            return jx_fail_memory(err);
        }
        *alone = path;
        *ret = (jx_paths){.rows = alone, .count = 1};
        return JX_OK;
    }
    jx_paths paths = {0};
    jx_status status =
        jx_folder_list(arena, path, suffixes, JX_MESSAGE_FOLDER_UNREADABLE, &paths, err);
    if (status != JX_OK) {
        return status;
    }
    leave_out_others(&paths);
    if (strstr(suffixes, ".xlsx") != NULL && check_unread(arena, path, err) != JX_OK) {
        return err->status;
    }
    if (paths.count == 0) {
        jx_place place = {.file = path};
        return jx_fail(err, &place, JX_MESSAGE_FOLDER_EMPTY, jx_str_of(suffixes));
    }
    *ret = paths;
    return JX_OK;
}

// ------------------------------------------------------------------------------- settings and plugins

static jx_faults *new_faults(jx_session *session, jx_lang lang)
{
    jx_faults *faults = jx_arena_alloc(session->arena, sizeof *faults);
    if (faults != NULL) {
        jx_faults_init(faults, lang);
    }
    return faults;
}

// A link to nowhere is there, so that settings do not vanish unnoticed.
static bool is_absent(const char *path)
{
    struct stat found;
    return lstat(path, &found) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

static jx_status load_settings(jx_session *session, const jx_options *options)
{
    jx_error err = JX_ERROR(options->message_lang);
    const char *path = options->settings;
    session->settings = jx_usual_settings;
    if (path == NULL) {
        if (jx_places_find(session->arena, JX_BESIDE_SETTINGS, &path, &err) != JX_OK) {
            return jx_say_error(&err);
        }
        session->settings_place = path;
        if (is_absent(path)) {
            return JX_OK;
        }
    }
    session->settings_place = path;
    jx_faults *faults = new_faults(session, options->message_lang);
    if (faults == NULL) {
        return jx_say_memory(options->message_lang);
    }
    jx_status status = jx_read_settings(session->arena, path, faults, &session->settings);
    jx_say_faults(faults);
    return status;
}

static jx_status load_plugins(jx_session *session, const jx_options *options)
{
    jx_error err = JX_ERROR(options->message_lang);
    const char *path =
        options->plugin_path != NULL ? options->plugin_path : session->settings.plugin_path;
    if (jx_places_path(session->arena, path, JX_BESIDE_PLUGINS, &path, &err) != JX_OK) {
        return jx_say_error(&err);
    }
    jx_faults *warnings = new_faults(session, options->message_lang);
    jx_faults *faults = new_faults(session, options->message_lang);
    if (warnings == NULL || faults == NULL) {
        return jx_say_memory(options->message_lang);
    }
    const jx_trust trust = {.settings = &session->settings, .warnings = warnings};
    jx_status status = jx_registry_load(path, &trust, faults, &session->registry);
    jx_say_faults(warnings);
    jx_say_faults(faults);
    return status;
}

static jx_status find_sources(jx_session *session, const jx_options *options)
{
    jx_error err = JX_ERROR(options->message_lang);
    const char *path =
        options->script_path != NULL ? options->script_path : session->settings.script_path;
    if (jx_places_path(session->arena, path, JX_BESIDE_SCRIPTS, &path, &err) != JX_OK) {
        return jx_say_error(&err);
    }
    session->sources = (jx_plan_sources){
        .registry = session->registry,
        .script_path = path,
        .limits = session->settings.scripts,
    };
    return JX_OK;
}

// --------------------------------------------------------------------------------------------- projects

jx_status jx_session_vocabulary(jx_session *session, const jx_vocabulary **ret, jx_error *err)
{
    jx_status status = JX_OK;
    if (session->vocabulary == NULL) {
        status =
            jx_words_file_read(session->arena, session->settings_place, &session->vocabulary, err);
    }
    *ret = session->vocabulary;
    return status;
}

// Gives indicators without a method what their wording means.
static jx_status read_wordings(jx_session *session, jx_lang lang, const jx_project **project)
{
    const jx_vocabulary *vocabulary = NULL;
    jx_error err = JX_ERROR(lang);
    if (!jx_project_wants_words(*project)) {
        return JX_OK;
    }
    jx_status status = jx_session_vocabulary(session, &vocabulary, &err);
    if (status == JX_OK) {
        status = jx_project_complete(vocabulary, session->arena, *project, project, &err);
    }
    return status == JX_OK ? JX_OK : jx_say_error(&err);
}

static jx_status plan_project(jx_session *session,
                              const char *path,
                              jx_lang lang,
                              const jx_project **ret_project,
                              jx_plan **ret)
{
    const jx_project *project = NULL;
    jx_faults *faults = new_faults(session, lang);
    if (faults == NULL) {
        return jx_say_memory(lang);
    }
    jx_status read = jx_read_project(session->arena, path, faults, &project);
    jx_status words = project == NULL ? JX_OK : read_wordings(session, lang, &project);
    if (words != JX_OK) {
        return words;
    }
    jx_status status = project == NULL
                           ? read
                           : jx_plan_build(session->arena, project, &session->sources, faults, ret);
    *ret_project = project;
    jx_say_faults(faults);
    return jx_status_worse(read, status);
}

static jx_status check_unique(const jx_session *session, const jx_plan *plan, jx_lang lang)
{
    for (size_t i = 0; i < session->count; i++) {
        if (jx_str_equal(session->plans[i]->table.id, plan->table.id)) {
            jx_error err = JX_ERROR(lang);
            jx_place place = {.file = plan->table.path};
            (void)jx_fail(&err, &place, JX_MESSAGE_PROJECT_TWICE, plan->table.id,
                          jx_str_of(session->plans[i]->table.path));
            return jx_say_error(&err);
        }
    }
    return JX_OK;
}

static jx_status add_plan(jx_session *session,
                          const jx_project *project,
                          jx_plan *plan,
                          jx_lang lang)
{
    size_t count = session->count;
    jx_arena *arena = session->arena;
    jx_status status = check_unique(session, plan, lang);
    jx_plan **plans = jx_arena_room(arena, session->plans, count, sizeof(void *));
    const jx_project **projects = jx_arena_room(arena, session->projects, count, sizeof(void *));
    const jx_sheet **sheets = jx_arena_room(arena, session->sheets, count, sizeof(void *));
    const jx_table **tables = jx_arena_room(arena, session->tables, count, sizeof(void *));
    if (plans == NULL || projects == NULL || sheets == NULL || tables == NULL) {
        jx_plan_free(plan);
        return jx_say_memory(lang);
    }
    session->plans = plans;
    session->projects = projects;
    session->sheets = sheets;
    session->tables = tables;
    plans[count] = plan;
    projects[count] = project;
    sheets[count] = &plan->sheet;
    tables[count] = &plan->table;
    session->count++;
    return status;
}

static jx_status open_operand(jx_session *session, const char *operand, jx_lang lang)
{
    jx_paths paths = {0};
    jx_error err = JX_ERROR(lang);
    if (jx_session_list(session->arena, operand, ".ini", &paths, &err) != JX_OK) {
        return jx_say_error(&err);
    }
    jx_status worst = JX_OK;
    for (size_t i = 0; i < paths.count; i++) {
        jx_plan *plan = NULL;
        const jx_project *project = NULL;
        jx_status status = plan_project(session, paths.rows[i], lang, &project, &plan);
        worst = jx_status_worse(worst, status);
        status = plan == NULL ? status : add_plan(session, project, plan, lang);
        worst = jx_status_worse(worst, status);
    }
    return worst;
}

jx_status jx_session_open(jx_session *session, const jx_options *options, size_t count)
{
    *session = (jx_session){.arena = jx_arena_new()};
    if (session->arena == NULL) {
        return jx_say_memory(options->message_lang);
    }
    jx_status worst = load_settings(session, options);
    worst = worst == JX_OK ? load_plugins(session, options) : worst;
    worst = worst == JX_OK ? find_sources(session, options) : worst;
    for (size_t i = 0, most = worst == JX_OK ? count : 0; i < most; i++) {
        jx_status status = open_operand(session, options->operands[i], options->message_lang);
        worst = jx_status_worse(worst, status);
    }
    return worst;
}

void jx_session_close(jx_session *session)
{
    for (size_t i = 0; i < session->count; i++) {
        jx_plan_free(session->plans[i]);
    }
    jx_registry_free(session->registry);
    jx_arena_free(session->arena);
}
