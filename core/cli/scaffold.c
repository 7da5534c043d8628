// SPDX-License-Identifier: MIT
#include "cli/scaffold.h"

#include "base/folder.h"
#include "base/output.h"
#include "base/text.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PERMISSIONS = S_IRWXU | S_IRWXG | S_IRWXO };

// Whether anything has that name, a link to nowhere included.
static jx_status check_free(const char *path, jx_error *err)
{
    struct stat found;
    const jx_place place = {.file = path};
    return lstat(path, &found) != 0 ? JX_OK
                                    : jx_fail(err, &place, JX_MESSAGE_NEW_EXISTS, JX_STR_NONE);
}

static jx_status make_folder(const char *path, jx_error *err)
{
    static const jx_verdict verdicts[] = {
        {EEXIST, JX_MESSAGE_NEW_EXISTS},
        {ENOENT, JX_MESSAGE_OUTPUT_HAS_NO_DIRECTORY},
        {ENOTDIR, JX_MESSAGE_OUTPUT_HAS_NO_DIRECTORY},
        {EACCES, JX_MESSAGE_OUTPUT_DENIED},
        {EPERM, JX_MESSAGE_OUTPUT_DENIED},
        {EROFS, JX_MESSAGE_OUTPUT_DENIED},
        {0, JX_MESSAGE_OUTPUT_UNOPENED},
    };
    const jx_place place = {.file = path};
    return mkdir(path, PERMISSIONS) == 0 ? JX_OK : jx_fail_verdict(err, &place, verdicts, errno);
}

static jx_status write_file(jx_arena *arena, const char *path, jx_str content, jx_error *err)
{
    jx_text text = jx_text_in(arena);
    jx_text_add(&text, content);
    return jx_output_put(path, &text, err);
}

static jx_status check_all(jx_paths paths, jx_error *err)
{
    jx_status status = JX_OK;
    for (size_t i = 0; status == JX_OK && i < paths.count; i++) {
        status = check_free(paths.rows[i], err);
    }
    return status;
}

static jx_status write_all(jx_arena *arena, jx_paths paths, const jx_new_file *files, jx_error *err)
{
    for (size_t i = 0; i < paths.count; i++) {
        jx_status status = write_file(arena, paths.rows[i], files[i].text, err);
        while (status != JX_OK && i > 0) {
            (void)unlink(paths.rows[--i]);
        }
        if (status != JX_OK) {
            return status;
        }
    }
    return JX_OK;
}

jx_status jx_scaffold_write(jx_arena *arena,
                            jx_str folder,
                            bool is_new,
                            const jx_new_file *files,
                            size_t count,
                            jx_error *err)
{
    jx_paths paths = {jx_arena_array(arena, count, sizeof(const char *)), count};
    if (paths.rows == NULL) {
        return jx_fail_memory(err);
    }
    for (size_t i = 0; i < count; i++) {
        paths.rows[i] = jx_path_join(arena, folder, files[i].path).data;
        if (paths.rows[i] == NULL) {
            return jx_fail_memory(err);
        }
    }
    jx_status status = is_new ? make_folder(folder.data, err) : check_all(paths, err);
    if (status != JX_OK) {
        return status;
    }
    status = write_all(arena, paths, files, err);
    if (status != JX_OK && is_new) {
        (void)rmdir(folder.data);
    }
    return status;
}
