// SPDX-License-Identifier: MIT
#include "base/folder.h"

#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

bool jx_folder_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

jx_str jx_path_folder(jx_str path)
{
    size_t size = path.size;
    while (size > 0 && path.data[size - 1] != '/') {
        size--;
    }
    return jx_str_first(path, size);
}

jx_str jx_path_name(jx_str path)
{
    return jx_str_from(path, jx_path_folder(path).size);
}

bool jx_path_ends_in(jx_str path, jx_str endings)
{
    while (endings.data != NULL && path.data != NULL) {
        const jx_str ending = jx_str_next(&endings, ' ');
        if (jx_path_name(path).size > ending.size &&
            strncasecmp(path.data + path.size - ending.size, ending.data, ending.size) == 0) {
            return true;
        }
    }
    return false;
}

jx_str jx_path_bare(jx_str path)
{
    while (path.size > 1 && path.data[path.size - 1] == '/') {
        path.size--;
    }
    return path;
}

jx_str jx_path_join(jx_arena *arena, jx_str folder, const char *name)
{
    jx_text path = jx_text_in(arena);
    jx_text_add(&path, folder);
    if (folder.size > 0 && !jx_str_ends(folder, (jx_str)JX_STR("/"))) {
        jx_text_add_char(&path, '/');
    }
    jx_text_put(&path, name);
    return jx_text_end(&path);
}

int jx_link_read(jx_arena *arena, const char *path, const char **ret)
{
    struct stat status;
    *ret = NULL;
    if (lstat(path, &status) != 0 || !S_ISLNK(status.st_mode)) {
        return 0;
    }
    char link[PATH_MAX];
    const ssize_t size = readlink(path, link, sizeof link);
    if (size < 0) {
        return errno;
    }
    jx_text next = jx_text_in(arena);
    jx_text_add(&next, link[0] == '/' ? JX_STR_NONE : jx_path_folder(jx_str_of(path)));
    jx_text_add(&next, (jx_str){link, (size_t)size});
    *ret = jx_text_end(&next).data;
    return *ret == NULL ? ENOMEM : 0;
}

int jx_link_follow(jx_arena *arena, const char *path, const char **ret)
{
    const char *at = path;
    for (int links = 0; links <= JX_LINKS_FOLLOWED; links++) {
        const char *next = NULL;
        const int fault = jx_link_read(arena, at, &next);
        if (fault != 0) {
            return fault;
        }
        if (next == NULL) {
            *ret = at;
            return 0;
        }
        at = next;
    }
    return ELOOP;
}

static bool add_path(jx_arena *arena, jx_str path, jx_paths *paths)
{
    const char **rows = jx_arena_room(arena, paths->rows, paths->count, sizeof *rows);
    if (rows == NULL || path.data == NULL) {
        return false;
    }
    rows[paths->count++] = path.data;
    paths->rows = rows;
    return true;
}

static int order_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// *ret_fault is an errno where the folder cannot be read to its end. False where memory is out.
static bool read_folder(jx_arena *arena,
                        DIR *folder,
                        const char *path,
                        const char *suffixes,
                        jx_paths *ret,
                        int *ret_fault)
{
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(folder);
        if (entry == NULL) {
            *ret_fault = errno;
            return true;
        }
        const char *name = entry->d_name;
        if (name[0] != '.' && jx_path_ends_in(jx_str_of(name), jx_str_of(suffixes)) &&
            !add_path(arena, jx_path_join(arena, jx_str_of(path), name), ret)) {
            return false;
        }
    }
}

jx_status jx_folder_list(jx_arena *arena,
                         const char *path,
                         const char *suffixes,
                         jx_message message,
                         jx_paths *ret,
                         jx_error *err)
{
    const jx_place place = {.file = path};
    DIR *folder = opendir(path);
    if (folder == NULL) {
        return jx_fail_system(err, &place, message, errno);
    }
    jx_paths paths = {0};
    int fault = 0;
    const bool enough = read_folder(arena, folder, path, suffixes, &paths, &fault);
    closedir(folder);
    if (!enough) {
        return jx_fail_memory(err);
    }
    if (fault != 0) {
        return jx_fail_system(err, &place, message, fault);
    }
    if (paths.count > 0) {
        qsort(paths.rows, paths.count, sizeof *paths.rows, order_paths);
    }
    *ret = paths;
    return JX_OK;
}
