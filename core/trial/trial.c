// SPDX-License-Identifier: MIT
#include "trial/trial.h"

#include "base/arena.h"
#include "plugin/loader.h"
#include "plugin/registry.h"
#include "trial/category.h"
#include "trial/child.h"
#include "trial/library.h"
#include "trial/memory.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

enum { FOUND_TEXT = 640 };

// -------------------------------------------------------------------------------------- in the child

// Whether every plugin keeps every rule of conformance.
static bool check_tables(const jx_library *library, jx_trial_notes *notes)
{
    bool sound = true;
    notes->tables_kept = UINT32_MAX;
    for (size_t i = 0; i < library->plugin_count; i++) {
        uint32_t kept = 0;
        const jx_status status =
            jx_conformance_check_all(library->plugins[i], notes->path, &notes->faults, &kept);
        notes->tables_kept &= kept;
        sound = sound && status == JX_OK;
    }
    return sound;
}

// Without the types of projects, which would have other indicators beside the one that is tried.
static jx_status find_categories(jx_arena *arena,
                                 const jx_library *library,
                                 jx_library *ret,
                                 jx_error *err)
{
    const jx_plugin **plugins =
        jx_arena_array(arena, library->plugin_count, sizeof(const jx_plugin *));
    if (plugins == NULL) {
        return jx_fail_memory(err);
    }
    *ret = (jx_library){.library = {.digest = library->library.digest}, .plugins = plugins};
    for (size_t i = 0; i < library->plugin_count; i++) {
        if (library->plugins[i]->kind == JX_PLUGIN_CATEGORY) {
            plugins[ret->plugin_count++] = library->plugins[i];
        }
    }
    return JX_OK;
}

static jx_status check_names(const jx_library *library, const char *path, jx_error *err)
{
    jx_registry *registry = NULL;
    const jx_status status = jx_registry_of(library, path, &registry, err);
    jx_registry_free(registry);
    return status;
}

static jx_status try_plugins(jx_arena *arena,
                             const jx_library *library,
                             jx_trial_notes *notes,
                             jx_error *err)
{
    jx_library categories = {0};
    jx_registry *registry = NULL;
    jx_status status = check_names(library, notes->path, err);
    status = status != JX_OK ? status : find_categories(arena, library, &categories, err);
    status = status != JX_OK ? status : jx_registry_of(&categories, notes->path, &registry, err);
    const jx_plan_sources sources = {.registry = registry, .limits = jx_usual_settings.scripts};
    for (size_t i = 0; status == JX_OK && i < categories.plugin_count; i++) {
        jx_trial_category(categories.plugins[i], &sources, notes);
    }
    jx_registry_free(registry);
    return status;
}

static void check_variables(const jx_memory *memory, jx_trial_notes *notes)
{
    uint64_t address;
    char found[FOUND_TEXT];
    if (jx_memory_has_changed(memory, &address)) {
        (void)snprintf(found, sizeof found,
                       notes->faults.lang == JX_ZH ? "地址 0x%" PRIx64 " 处的值变了，见 nm -n"
                                                   : "another value at address 0x%" PRIx64
                                                     ", see nm -n",
                       address);
        (void)jx_trial_blame(notes, JX_TRIAL_GLOBALS, found);
    }
}

static jx_status try_library(jx_arena *arena, jx_trial_notes *notes, jx_error *err)
{
    jx_library library;
    jx_memory memory;
    jx_trial_library(arena, notes);
    jx_status status = jx_library_open(arena, notes->path, &jx_usual_trust, &library, err);
    if (status != JX_OK) {
        return status;
    }
    if (!jx_memory_keep(arena, library.library.handle, &memory)) {
        status = jx_fail_memory(err);
    } else if (check_tables(&library, notes)) {
        status = try_plugins(arena, &library, notes, err);
        check_variables(&memory, notes);
        notes->tried = (1u << JX_TRIAL_SILENT) - 1;
    }
    jx_library_unload(&library);
    return status;
}

static void run_trial(void *user)
{
    jx_trial_notes *notes = user;
    jx_error err = JX_ERROR(notes->faults.lang);
    jx_arena *arena = jx_arena_new();
    const jx_status status = arena == NULL ? jx_fail_memory(&err) : try_library(arena, notes, &err);
    if (status != JX_OK) {
        (void)jx_faults_take(&notes->faults, &err);
    }
    jx_arena_free(arena);
    notes->ended = true;
}

// ------------------------------------------------------------------------------------- in the parent

static const char *name_signal(int number)
{
    static const struct {
        int number;
        const char *name;
    } names[] = {{SIGSEGV, "SIGSEGV"}, {SIGBUS, "SIGBUS"},   {SIGFPE, "SIGFPE"},
                 {SIGILL, "SIGILL"},   {SIGABRT, "SIGABRT"}, {SIGTRAP, "SIGTRAP"},
                 {SIGKILL, "SIGKILL"}, {SIGTERM, "SIGTERM"}, {SIGXCPU, "SIGXCPU"}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (names[i].number == number) {
            return names[i].name;
        }
    }
    return "SIG?";
}

static void describe_end(const jx_child_end *end,
                         uint32_t seconds,
                         jx_lang lang,
                         char ret[FOUND_TEXT])
{
    const bool chinese = lang == JX_ZH;
    if (end->timed_out) {
        (void)snprintf(ret, FOUND_TEXT,
                       chinese ? "%" PRIu32 " 秒后仍未结束" : "no end after %" PRIu32 " seconds",
                       seconds);
    } else if (end->signal != 0) {
        (void)snprintf(ret, FOUND_TEXT, chinese ? "崩溃：%s（%s）" : "a crash: %s (%s)",
                       name_signal(end->signal), strsignal(end->signal));
    } else {
        (void)snprintf(ret, FOUND_TEXT,
                       chinese ? "它结束了进程，退出码 %d" : "it ended the process, exit code %d",
                       end->code);
    }
}

static void judge_end(const jx_child_end *end, uint32_t seconds, jx_trial_notes *notes)
{
    char how[FOUND_TEXT];
    char found[2 * FOUND_TEXT];
    if (end->timed_out || end->signal != 0 || !notes->ended) {
        describe_end(end, seconds, notes->faults.lang, how);
        (void)snprintf(found, sizeof found, "%s%s%s", how, notes->step[0] == '\0' ? "" : "; ",
                       notes->step);
        (void)jx_trial_blame(notes, JX_TRIAL_SURVIVES, found);
        return;
    }
    if (end->output[0] != '\0') {
        (void)snprintf(found, sizeof found, "\"%.*s\"", (int)strcspn(end->output, "\n"),
                       end->output);
        (void)jx_trial_blame(notes, JX_TRIAL_SILENT, found);
    }
    notes->tried |= notes->tried == 0 ? 0 : 1u << JX_TRIAL_SILENT | 1u << JX_TRIAL_SURVIVES;
}

jx_status jx_trial_run(
    const char *path, jx_lang lang, uint32_t seconds, jx_trial_notes *ret, jx_error *err)
{
    jx_trial_notes *notes =
        mmap(NULL, sizeof *notes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (notes == MAP_FAILED) {
        return jx_fail_memory(err);
    }
    notes->path = path;
    jx_faults_init(&notes->faults, lang);
    jx_child_end end;
    jx_status status = jx_child_run(run_trial, notes, seconds, &end, err);
    if (status == JX_OK) {
        judge_end(&end, seconds, notes);
        *ret = *notes;
        status = notes->failed ? jx_fail_memory(err) : notes->faults.status;
    }
    (void)munmap(notes, sizeof *notes);
    return status;
}
