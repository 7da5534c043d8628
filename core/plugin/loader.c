// SPDX-License-Identifier: MIT
#include "plugin/loader.h"

#include "base/file.h"
#include "base/sanitized.h"
#include "plugin/adopt.h"
#include "plugin/conformance.h"
#include "plugin/elf_check.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    // a leak inside a plugin can only be told while the library is still mapped
    OPENING = RTLD_NOW | RTLD_LOCAL | (JIXIAO_SANITIZED ? RTLD_NODELETE : 0),
    PLUGINS_MOST = 64,
};

typedef const jx_plugin *(*plugin_entry)(uint32_t index);

// The file while it is looked at; it stays open until the library is loaded, so that no other can have its number.
typedef struct opened {
    int file; // -1: not opened
    struct stat found;
} opened;

typedef struct listing {
    const jx_plugin *plugins[PLUGINS_MOST];
    uint32_t count;
} listing;

_Static_assert(sizeof(plugin_entry) == sizeof(void *), "dlsym answers functions as data pointers");

// ---------------------------------------------------------------------------------------- the file

static jx_status refuse_kind(const jx_place *place, jx_error *err)
{
    return jx_fail(err, place, JX_MESSAGE_PLUGIN_NOT_FILE, JX_STR_NONE);
}

// Does not wait for the writer of a pipe. A socket cannot be opened at all.
static jx_status open_file(const char *path, const jx_place *place, opened *ret, jx_error *err)
{
    ret->file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (ret->file < 0 || fstat(ret->file, &ret->found) != 0) {
        return errno == ENXIO ? refuse_kind(place, err)
                              : jx_file_fail(path, errno, JX_EPLUGIN, err);
    }
    return S_ISREG(ret->found.st_mode) ? JX_OK : refuse_kind(place, err);
}

static jx_status check_bytes(jx_arena *arena,
                             const char *path,
                             const opened *library,
                             const jx_trust *trust,
                             jx_digest *ret,
                             jx_error *err)
{
    const jx_place place = {.file = path};
    jx_str bytes;
    jx_status status =
        jx_file_read_open(arena, library->file, path, JX_LIBRARY_BYTES, JX_EPLUGIN, &bytes, err);
    if (status != JX_OK) {
        return status;
    }
    *ret = jx_digest_of(bytes);
    status = jx_trust_check_pin(trust, arena, path, ret, err);
    return status != JX_OK ? status : jx_elf_check(bytes, &place, err);
}

static jx_status check_file(
    const char *path, const opened *library, const jx_trust *trust, jx_digest *ret, jx_error *err)
{
    jx_arena *arena = jx_arena_new();
    if (arena == NULL) {
        return jx_fail_memory(err);
    }
    jx_status status = jx_trust_check(trust, arena, path, library->file, err);
    if (status == JX_OK) {
        status = check_bytes(arena, path, library, trust, ret, err);
    }
    jx_arena_free(arena);
    return status;
}

// The linker opens the name by itself, not the file that was checked. Whoever can swap the one for the other in
// between, and back again, is not noticed: that is who may write to the file or its folder, which jx_trust_check has
// looked at, and who may rename a folder further up.
static jx_status check_same(const char *path,
                            const opened *library,
                            const jx_place *place,
                            jx_error *err)
{
    struct stat now;
    const struct stat *then = &library->found;
    if (stat(path, &now) == 0 && now.st_dev == then->st_dev && now.st_ino == then->st_ino &&
        now.st_size == then->st_size && now.st_mtim.tv_sec == then->st_mtim.tv_sec &&
        now.st_mtim.tv_nsec == then->st_mtim.tv_nsec) {
        return JX_OK;
    }
    return jx_fail(err, place, JX_MESSAGE_PLUGIN_CHANGED, JX_STR_NONE);
}

// --------------------------------------------------------------------------------------- the linker

// The linker names the file as well; once is enough.
static jx_status fail_refused(const char *spelled, const jx_place *place, jx_error *err)
{
    const char *text = dlerror();
    jx_str reason = jx_str_of(text == NULL ? "" : text);
    const jx_str file = jx_str_of(spelled);
    if (jx_str_starts(reason, file)) {
        reason = jx_str_from(reason, file.size);
        reason = jx_str_starts(reason, (jx_str)JX_STR(": ")) ? jx_str_from(reason, 2) : reason;
    }
    return jx_fail(err, place, JX_MESSAGE_PLUGIN_REFUSED, reason);
}

// A bare name would be searched in the system's folders.
static const char *spell_path(jx_arena *arena, const char *path)
{
    if (strchr(path, '/') != NULL) {
        return path;
    }
    const size_t size = strlen(path) + sizeof "./";
    char *spelled = jx_arena_alloc(arena, size);
    if (spelled != NULL) {
        (void)snprintf(spelled, size, "./%s", path);
    }
    return spelled;
}

static jx_status open_library(
    jx_arena *arena, const char *path, const jx_place *place, void **ret, jx_error *err)
{
    const char *spelled = spell_path(arena, path);
    if (spelled == NULL) {
        return jx_fail_memory(err);
    }
    void *handle = dlopen(spelled, OPENING);
    if (handle == NULL) {
        return fail_refused(spelled, place, err);
    }
    *ret = handle;
    return JX_OK;
}

static plugin_entry find_entry(void *handle)
{
    void *symbol = dlsym(handle, "jx_plugin_v1");
    plugin_entry entry;
    memcpy(&entry, &symbol, sizeof entry);
    return entry;
}

// -------------------------------------------------------------------------------------- its plugins

static jx_status fail_index(jx_message message,
                            uint32_t index,
                            const jx_place *place,
                            jx_error *err)
{
    char number[JX_NUMBER_TEXT];
    return jx_fail(err, place, message, jx_str_number(index, number));
}

static jx_status check_size(const jx_plugin *plugin,
                            uint32_t index,
                            const jx_place *place,
                            jx_error *err)
{
    if (jx_plugin_size_is_sound(plugin->struct_size)) {
        return JX_OK;
    }
    char texts[4][JX_NUMBER_TEXT];
    return jx_fail(err, place, JX_MESSAGE_PLUGIN_SIZE, jx_str_number(index, texts[0]),
                   jx_str_number(plugin->struct_size, texts[1]),
                   jx_str_number(_Alignof(jx_plugin), texts[2]),
                   jx_str_number(JX_PLUGIN_LEAST, texts[3]));
}

static jx_status list_plugins(plugin_entry entry,
                              const jx_place *place,
                              listing *ret,
                              jx_error *err)
{
    ret->count = 0;
    for (uint32_t i = 0; i < PLUGINS_MOST; i++) {
        ret->plugins[i] = entry(i);
        if (ret->plugins[i] == NULL) {
            break;
        }
        ret->count++;
    }
    if (ret->count == 0) {
        return jx_fail(err, place, JX_MESSAGE_PLUGIN_NONE, JX_STR_NONE);
    }
    if (ret->count == PLUGINS_MOST && entry(PLUGINS_MOST) != NULL) {
        return fail_index(JX_MESSAGE_PLUGIN_ENDLESS, PLUGINS_MOST, place, err);
    }
    return JX_OK;
}

static jx_status check_steady(plugin_entry entry,
                              const listing *list,
                              const jx_place *place,
                              jx_error *err)
{
    for (uint32_t i = 0; i <= list->count; i++) {
        const jx_plugin *expected = i < list->count ? list->plugins[i] : NULL;
        if (entry(i) != expected) {
            return fail_index(JX_MESSAGE_PLUGIN_UNSTEADY, i, place, err);
        }
    }
    return JX_OK;
}

static jx_status adopt_plugins(
    jx_arena *arena, const listing *list, const char *path, jx_library *ret, jx_error *err)
{
    const jx_place place = {.file = path};
    const jx_plugin **plugins = jx_arena_array(arena, list->count, sizeof(jx_plugin *));
    if (plugins == NULL) {
        return jx_fail_memory(err);
    }
    for (uint32_t i = 0; i < list->count; i++) {
        jx_status status = check_size(list->plugins[i], i, &place, err);
        if (status != JX_OK) {
            return status;
        }
        plugins[i] = jx_plugin_adopt(arena, list->plugins[i]);
        if (plugins[i] == NULL) {
            return jx_fail_memory(err);
        }
    }
    ret->plugins = plugins;
    ret->plugin_count = list->count;
    return JX_OK;
}

static jx_status read_plugins(jx_arena *arena, const char *path, jx_library *ret, jx_error *err)
{
    const jx_place place = {.file = path};
    listing list;
    const plugin_entry entry = find_entry(ret->handle);
    if (entry == NULL) {
        return fail_refused(path, &place, err);
    }
    jx_status status = list_plugins(entry, &place, &list, err);
    if (status == JX_OK) {
        status = check_steady(entry, &list, &place, err);
    }
    if (status == JX_OK) {
        status = adopt_plugins(arena, &list, path, ret, err);
    }
    return status;
}

jx_status jx_library_open(
    jx_arena *arena, const char *path, const jx_trust *trust, jx_library *ret, jx_error *err)
{
    const jx_place place = {.file = path};
    jx_library library = {0};
    opened file = {.file = -1};
    jx_status status = open_file(path, &place, &file, err);
    if (status == JX_OK) {
        status = check_file(path, &file, trust, &library.digest, err);
    }
    if (status == JX_OK) {
        status = open_library(arena, path, &place, &library.handle, err);
    }
    if (status == JX_OK) {
        status = check_same(path, &file, &place, err);
    }
    if (status == JX_OK) {
        status = read_plugins(arena, path, &library, err);
    }
    if (file.file >= 0) {
        close(file.file);
    }
    if (status != JX_OK) {
        jx_library_unload(&library);
        return status;
    }
    *ret = library;
    return JX_OK;
}

jx_status jx_library_load(
    jx_arena *arena, const char *path, const jx_trust *trust, jx_library *ret, jx_error *err)
{
    jx_library library;
    jx_status status = jx_library_open(arena, path, trust, &library, err);
    if (status != JX_OK) {
        return status;
    }
    for (size_t i = 0; status == JX_OK && i < library.plugin_count; i++) {
        status = jx_conformance_check(library.plugins[i], path, err);
    }
    if (status != JX_OK) {
        jx_library_unload(&library);
        return status;
    }
    *ret = library;
    return JX_OK;
}

void jx_library_unload(jx_library *library)
{
    if (library->handle != NULL) {
        dlclose(library->handle);
    }
    *library = (jx_library){0};
}
