// SPDX-License-Identifier: MIT
#include "plugin/registry.h"

#include "base/arena.h"
#include "base/folder.h"

#include <stdlib.h>
#include <string.h>

struct jx_registry {
    jx_arena *arena;
    const char *path;
    jx_library *libraries; // in the order in which they were loaded
    size_t library_count;
    jx_registered *rows; // while loading in that order, then categories before types, each by name
    size_t row_count;
    const jx_trust *trust; // while loading
    bool *found;           // of each pin: whether its library is on the path
};

// ---------------------------------------------------------------------------------------- libraries

static jx_registered *find_row(const jx_registry *registry, uint32_t kind, jx_str name)
{
    for (size_t i = 0; i < registry->row_count; i++) {
        const jx_plugin *plugin = registry->rows[i].plugin;
        if (plugin->kind == kind && jx_str_is(name, plugin->name)) {
            return &registry->rows[i];
        }
    }
    return NULL;
}

// Registers a plugin unless an earlier folder gave its name; `folder_start` is the first row of this folder.
static jx_status add_plugin(jx_registry *registry,
                            size_t folder_start,
                            const jx_registered *row,
                            jx_error *err)
{
    const jx_place place = {.file = row->path};
    const jx_registered *earlier =
        find_row(registry, row->plugin->kind, jx_str_of(row->plugin->name));
    if (earlier != NULL) {
        return earlier < registry->rows + folder_start
                   ? JX_OK
                   : jx_fail(err, &place, JX_MESSAGE_PLUGIN_TWICE, jx_str_of(row->plugin->name),
                             jx_str_of(earlier->path));
    }
    jx_registered *rows =
        jx_arena_room(registry->arena, registry->rows, registry->row_count, sizeof *rows);
    if (rows == NULL) {
        return jx_fail_memory(err);
    }
    registry->rows = rows;
    rows[registry->row_count++] = *row;
    return JX_OK;
}

static jx_status keep_library(jx_registry *registry, const jx_library *library, jx_error *err)
{
    jx_library *libraries = jx_arena_room(registry->arena, registry->libraries,
                                          registry->library_count, sizeof *libraries);
    if (libraries == NULL) {
        return jx_fail_memory(err);
    }
    registry->libraries = libraries;
    libraries[registry->library_count++] = *library;
    return JX_OK;
}

static jx_status load_library(jx_registry *registry,
                              const char *path,
                              jx_library *ret,
                              jx_error *err)
{
    jx_status status = jx_library_load(registry->arena, path, registry->trust, ret, err);
    if (status != JX_OK) {
        return status;
    }
    status = keep_library(registry, ret, err);
    if (status != JX_OK) {
        jx_library_unload(ret);
    }
    return status;
}

static jx_status add_library(jx_registry *registry,
                             size_t folder_start,
                             const char *path,
                             jx_faults *faults)
{
    jx_error err = JX_ERROR(faults->lang);
    jx_library library;
    const jx_pin *pin = jx_trust_find_pin(registry->trust, path);
    if (pin != NULL) {
        registry->found[pin - registry->trust->settings->pins] = true;
    }
    if (load_library(registry, path, &library, &err) != JX_OK) {
        // what is wrong with a folder is found with each of its libraries
        return jx_faults_take_once(faults, &err);
    }
    jx_status worst = JX_OK;
    for (size_t i = 0; i < library.plugin_count; i++) {
        const jx_registered row = {library.plugins[i], path, library.library.digest};
        err = JX_ERROR(faults->lang);
        if (add_plugin(registry, folder_start, &row, &err) != JX_OK) {
            worst = jx_status_worse(worst, jx_faults_take(faults, &err));
        }
    }
    return worst;
}

static jx_status add_folder(jx_registry *registry, const char *folder, jx_faults *faults)
{
    jx_error err = JX_ERROR(faults->lang);
    jx_paths files = {0};
    const size_t folder_start = registry->row_count;
    if (jx_folder_list(registry->arena, folder, ".so", JX_MESSAGE_PLUGIN_FOLDER, &files, &err) !=
        JX_OK) {
        return jx_faults_take(faults, &err);
    }
    jx_status worst = JX_OK;
    for (size_t i = 0; i < files.count; i++) {
        worst = jx_status_worse(worst, add_library(registry, folder_start, files.rows[i], faults));
    }
    return worst;
}

// ----------------------------------------------------------------------------------------- registry

static int order_rows(const void *a, const void *b)
{
    const jx_registered *row = a;
    const jx_registered *other = b;
    const uint32_t kind = row->plugin->kind;
    const uint32_t other_kind = other->plugin->kind;
    return kind != other_kind ? (kind > other_kind) - (kind < other_kind)
                              : strcmp(row->plugin->name, other->plugin->name);
}

static jx_registry *new_registry(const char *path, const jx_trust *trust)
{
    jx_arena *arena = jx_arena_new();
    jx_registry *registry = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *registry);
    const jx_str kept = registry == NULL ? JX_STR_NONE : jx_arena_copy(arena, jx_str_of(path));
    bool *found =
        arena == NULL ? NULL : jx_arena_array(arena, trust->settings->pin_count, sizeof *found);
    if (kept.data == NULL || found == NULL) {
        jx_arena_free(arena);
        return NULL;
    }
    registry->arena = arena;
    registry->path = kept.data;
    registry->trust = trust;
    registry->found = found;
    return registry;
}

static jx_status add_folders(jx_registry *registry, jx_faults *faults)
{
    jx_status worst = JX_OK;
    jx_str rest = jx_str_of(registry->path);
    while (rest.data != NULL) {
        const jx_str part = jx_str_next(&rest, ':');
        if (part.size == 0) {
            continue;
        }
        const jx_str folder = jx_arena_copy(registry->arena, part);
        if (folder.data == NULL) {
            return jx_fault_memory(faults);
        }
        worst = jx_status_worse(worst, add_folder(registry, folder.data, faults));
    }
    return worst;
}

static jx_status find_pinned(const jx_registry *registry, jx_faults *faults)
{
    const jx_settings *settings = registry->trust->settings;
    jx_status worst = JX_OK;
    for (size_t i = 0; i < settings->pin_count; i++) {
        const jx_pin *pin = &settings->pins[i];
        const jx_place place = {.file = settings->path, .line = pin->line};
        if (!registry->found[i]) {
            const jx_status status = jx_fault(faults, &place, JX_MESSAGE_PLUGIN_PIN_ABSENT,
                                              pin->name, jx_str_of(registry->path));
            worst = jx_status_worse(worst, status);
        }
    }
    return worst;
}

jx_status jx_registry_load(const char *path,
                           const jx_trust *trust,
                           jx_faults *faults,
                           jx_registry **ret)
{
    jx_registry *registry = new_registry(path, trust);
    if (registry == NULL) {
        return jx_fault_memory(faults);
    }
    const jx_status loaded = add_folders(registry, faults);
    const jx_status pinned = find_pinned(registry, faults);
    if (registry->row_count > 0) {
        qsort(registry->rows, registry->row_count, sizeof *registry->rows, order_rows);
    }
    registry->trust = NULL;
    *ret = registry;
    return jx_status_worse(loaded, pinned);
}

jx_status jx_registry_of(const jx_library *library,
                         const char *path,
                         jx_registry **ret,
                         jx_error *err)
{
    jx_registry *registry = new_registry(path, &jx_usual_trust);
    jx_status status = registry == NULL ? jx_fail_memory(err) : JX_OK;
    for (size_t i = 0; status == JX_OK && i < library->plugin_count; i++) {
        const jx_registered row = {library->plugins[i], registry->path, library->library.digest};
        status = add_plugin(registry, 0, &row, err);
    }
    if (status != JX_OK) {
        jx_registry_free(registry);
        return status;
    }
    if (registry->row_count > 0) {
        qsort(registry->rows, registry->row_count, sizeof *registry->rows, order_rows);
    }
    *ret = registry;
    return JX_OK;
}

void jx_registry_free(jx_registry *registry)
{
    if (registry == NULL) {
        return;
    }
    for (size_t i = registry->library_count; i > 0; i--) {
        jx_library_unload(&registry->libraries[i - 1]);
    }
    jx_arena_free(registry->arena);
}

const jx_registered *jx_registry_find(const jx_registry *registry, jx_str name)
{
    return find_row(registry, JX_PLUGIN_CATEGORY, name);
}

const jx_registered *jx_registry_find_type(const jx_registry *registry, jx_str name)
{
    return find_row(registry, JX_PLUGIN_PROJECT_TYPE, name);
}

const jx_registered *jx_registry_usual_type(const jx_registry *registry)
{
    for (size_t i = 0; i < registry->row_count; i++) {
        if ((registry->rows[i].plugin->type_flags & JX_TYPE_USUAL) != 0) {
            return &registry->rows[i];
        }
    }
    return NULL;
}

jx_str jx_registry_nearest(const jx_registry *registry, uint32_t kind, jx_str name, jx_arena *arena)
{
    size_t count = 0;
    jx_str *names = jx_arena_array(arena, registry->row_count, sizeof *names);
    for (size_t i = 0; i < registry->row_count && names != NULL; i++) {
        if (registry->rows[i].plugin->kind == kind) {
            names[count++] = jx_str_of(registry->rows[i].plugin->name);
        }
    }
    return jx_str_nearest(name, names, count);
}

size_t jx_registry_count(const jx_registry *registry)
{
    return registry->row_count;
}

const jx_registered *jx_registry_at(const jx_registry *registry, size_t index)
{
    return &registry->rows[index];
}

const char *jx_registry_path(const jx_registry *registry)
{
    return registry->path;
}

bool jx_plugin_admits(const char *standard, jx_str name)
{
    return standard == NULL || jx_str_has_part(jx_str_of(standard), ' ', name);
}
