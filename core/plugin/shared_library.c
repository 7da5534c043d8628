// SPDX-License-Identifier: MIT
#include "plugin/shared_library.h"

#include "base/file.h"
#include "base/sanitized.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    // a leak inside a library can only be told while it is still mapped
    OPENING = RTLD_NOW | RTLD_LOCAL | (JIXIAO_SANITIZED ? RTLD_NODELETE : 0),
};

// The file while it is looked at; it stays open until the library is loaded, so that no other can have its number.
typedef struct opened {
    int file; // -1: not opened
    struct stat found;
} opened;

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
                             const jx_library_checks *checks,
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
    status = jx_trust_check_pin(checks->trust, arena, path, ret, err);
    return status != JX_OK ? status : checks->bytes(bytes, &place, err);
}

static jx_status check_file(const char *path,
                            const opened *library,
                            const jx_library_checks *checks,
                            jx_digest *ret,
                            jx_error *err)
{
    jx_arena *arena = jx_arena_new();
    if (arena == NULL) {
        return jx_fail_memory(err);
    }
    jx_status status = jx_trust_check(checks->trust, arena, path, library->file, err);
    if (status == JX_OK) {
        status = check_bytes(arena, path, library, checks, ret, err);
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

// ------------------------------------------------------------------------------------- the library

jx_status jx_shared_library_open(jx_arena *arena,
                                 const char *path,
                                 const jx_library_checks *checks,
                                 jx_shared_library *ret,
                                 jx_error *err)
{
    const jx_place place = {.file = path};
    jx_shared_library library = {0};
    opened file = {.file = -1};
    jx_status status = open_file(path, &place, &file, err);
    if (status == JX_OK) {
        status = check_file(path, &file, checks, &library.digest, err);
    }
    if (status == JX_OK) {
        status = open_library(arena, path, &place, &library.handle, err);
    }
    if (status == JX_OK) {
        status = check_same(path, &file, &place, err);
    }
    if (file.file >= 0) {
        close(file.file);
    }
    if (status != JX_OK) {
        jx_shared_library_close(&library);
        return status;
    }
    *ret = library;
    return JX_OK;
}

jx_status jx_shared_library_find(
    const jx_shared_library *library, const char *path, const char *name, void **ret, jx_error *err)
{
    const jx_place place = {.file = path};
    void *symbol = dlsym(library->handle, name);
    if (symbol == NULL) {
        return fail_refused(path, &place, err);
    }
    *ret = symbol;
    return JX_OK;
}

void jx_shared_library_close(jx_shared_library *library)
{
    if (library->handle != NULL) {
        dlclose(library->handle);
    }
    *library = (jx_shared_library){0};
}
