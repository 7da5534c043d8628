// SPDX-License-Identifier: MIT
#include "cli/session.h"

#include "read/read_project.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_BYTES = 4096 };

// --------------------------------------------------------------------------------------------- faults

void jx_session_print(const jx_faults *faults)
{
    size_t shown = faults->count < JX_FAULTS_SHOWN ? faults->count : JX_FAULTS_SHOWN;
    for (size_t i = 0; i < shown; i++) {
        fprintf(stderr, "jixiao: %s\n", faults->shown[i].text);
    }
    if (faults->count > shown) {
        fprintf(stderr,
                faults->lang == JX_ZH ? "jixiao: 另有 %zu 处错误\n" : "jixiao: and %zu more\n",
                faults->count - shown);
    }
}

static jx_status fail_out_of_memory(jx_lang lang)
{
    jx_error err = JX_ERROR(lang);
    (void)jx_fail_memory(&err);
    fprintf(stderr, "jixiao: %s\n", err.text);
    return JX_ESYSTEM;
}

// ---------------------------------------------------------------------------------------------- folders

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int order_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static jx_str join_path(jx_arena *arena, const char *folder, const char *name)
{
    jx_text path = jx_text_in(arena);
    jx_text_put(&path, folder);
    jx_text_put(&path, folder[strlen(folder) - 1] == '/' ? "" : "/");
    jx_text_put(&path, name);
    return path.failed ? JX_STR_NONE : jx_arena_copy(arena, jx_text_str(&path));
}

static jx_status add_name(
    jx_arena *arena, jx_str path, const char ***names, size_t *count, jx_error *err)
{
    const char **grown =
        jx_arena_grow(arena, *names, *count * sizeof **names, (*count + 1) * sizeof **names);
    if (grown == NULL || path.data == NULL) {
        return jx_fail_memory(err);
    }
    grown[(*count)++] = path.data;
    *names = grown;
    return JX_OK;
}

static jx_status list_folder(jx_arena *arena,
                             const char *path,
                             const char *suffix,
                             const char ***names,
                             size_t *count,
                             jx_error *err)
{
    jx_place place = {.file = path};
    jx_status status = JX_OK;
    DIR *folder = opendir(path);
    if (folder == NULL) {
        return jx_fail(err, &place, JX_MESSAGE_FOLDER_UNREADABLE, JX_STR_NONE);
    }
    for (const struct dirent *entry = readdir(folder); entry != NULL && status == JX_OK;
         entry = readdir(folder)) {
        if (entry->d_name[0] != '.' && jx_str_ends(jx_str_of(entry->d_name), jx_str_of(suffix))) {
            status = add_name(arena, join_path(arena, path, entry->d_name), names, count, err);
        }
    }
    closedir(folder);
    if (status == JX_OK && *count == 0) {
        return jx_fail(err, &place, JX_MESSAGE_FOLDER_EMPTY, jx_str_of(suffix));
    }
    return status;
}

jx_status jx_session_list(jx_arena *arena,
                          const char *path,
                          const char *suffix,
                          const char *const **ret,
                          size_t *ret_count,
                          jx_error *err)
{
    const char **names = NULL;
    size_t count = 0;
    jx_status status = is_folder(path) ? list_folder(arena, path, suffix, &names, &count, err)
                                       : add_name(arena, jx_arena_copy(arena, jx_str_of(path)),
                                                  &names, &count, err);
    if (status != JX_OK) {
        return status;
    }
    qsort(names, count, sizeof *names, order_names);
    *ret = names;
    *ret_count = count;
    return JX_OK;
}

// ---------------------------------------------------------------------------------------------- plugins

// Where the plugins lie beside the command: DIR/bin/jixiao and DIR/JX_PLUGIN_DIR.
static jx_str default_plugin_path(jx_arena *arena)
{
    char path[PATH_BYTES];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path);
    for (int levels = 0; size > 0 && levels < 2; levels++) {
        do {
            size--;
        } while (size > 0 && path[size] != '/');
    }
    return size < 0
               ? (jx_str)JX_STR(JX_PLUGIN_DIR)
               : join_path(arena,
                           jx_arena_copy(arena, (jx_str){path, (size_t)size + (size == 0)}).data,
                           JX_PLUGIN_DIR);
}

static jx_status load_plugins(jx_session *session, const jx_options *options)
{
    jx_str path = options->plugin_path != NULL ? jx_str_of(options->plugin_path)
                                               : default_plugin_path(session->arena);
    jx_faults *faults = jx_arena_alloc(session->arena, sizeof *faults);
    if (path.data == NULL || faults == NULL) {
        return fail_out_of_memory(options->message_lang);
    }
    jx_faults_init(faults, options->message_lang);
    jx_status status = jx_registry_load(path.data, faults, &session->registry);
    jx_session_print(faults);
    return status;
}

// --------------------------------------------------------------------------------------------- projects

static jx_status plan_project(jx_session *session, const char *path, jx_lang lang, jx_plan **ret)
{
    const jx_project *project = NULL;
    jx_faults *faults = jx_arena_alloc(session->arena, sizeof *faults);
    if (faults == NULL) {
        return fail_out_of_memory(lang);
    }
    jx_faults_init(faults, lang);
    jx_status read = jx_read_project(session->arena, path, faults, &project);
    jx_status status = project == NULL
                           ? read
                           : jx_plan_build(session->arena, project, session->registry, faults, ret);
    jx_session_print(faults);
    return read < status ? read : status;
}

static jx_status check_unique(const jx_session *session, const jx_plan *plan, jx_lang lang)
{
    for (size_t i = 0; i < session->count; i++) {
        if (jx_str_equal(session->plans[i]->table.id, plan->table.id)) {
            jx_error err = JX_ERROR(lang);
            jx_place place = {.file = plan->table.path};
            jx_status status = jx_fail(&err, &place, JX_MESSAGE_PROJECT_TWICE, plan->table.id,
                                       jx_str_of(session->plans[i]->table.path));
            fprintf(stderr, "jixiao: %s\n", err.text);
            return status;
        }
    }
    return JX_OK;
}

static jx_status add_plan(jx_session *session, jx_plan *plan, jx_lang lang)
{
    size_t count = session->count;
    size_t size = (count + 1) * sizeof(void *);
    jx_arena *arena = session->arena;
    jx_status status = check_unique(session, plan, lang);
    jx_plan **plans = jx_arena_grow(arena, session->plans, count * sizeof(void *), size);
    const jx_sheet **sheets = jx_arena_grow(arena, session->sheets, count * sizeof(void *), size);
    const jx_table **tables = jx_arena_grow(arena, session->tables, count * sizeof(void *), size);
    if (plans == NULL || sheets == NULL || tables == NULL) {
        jx_plan_free(plan);
        return fail_out_of_memory(lang);
    }
    session->plans = plans;
    session->sheets = sheets;
    session->tables = tables;
    plans[count] = plan;
    sheets[count] = &plan->sheet;
    tables[count] = &plan->table;
    session->count++;
    return status;
}

static jx_status open_operand(jx_session *session, const char *operand, jx_lang lang)
{
    const char *const *names = NULL;
    size_t count = 0;
    jx_error err = JX_ERROR(lang);
    jx_status worst = jx_session_list(session->arena, operand, ".ini", &names, &count, &err);
    if (worst != JX_OK) {
        fprintf(stderr, "jixiao: %s\n", err.text);
        return worst;
    }
    for (size_t i = 0; i < count; i++) {
        jx_plan *plan = NULL;
        jx_status status = plan_project(session, names[i], lang, &plan);
        worst = status < worst ? status : worst;
        status = plan == NULL ? status : add_plan(session, plan, lang);
        worst = status < worst ? status : worst;
    }
    return worst;
}

jx_status jx_session_open(jx_session *session, const jx_options *options, size_t first, size_t last)
{
    *session = (jx_session){.arena = jx_arena_new()};
    if (session->arena == NULL) {
        return fail_out_of_memory(options->message_lang);
    }
    jx_status worst = load_plugins(session, options);
    for (size_t i = first; i < last && worst == JX_OK; i++) {
        jx_status status = open_operand(session, options->operands[i], options->message_lang);
        worst = status < worst ? status : worst;
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
