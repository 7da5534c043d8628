// SPDX-License-Identifier: MIT
#include "base/output.h"

#include "base/arena.h"
#include "base/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    BUFFER = 1 << 16,
    NAMES_TRIED = 1000,
    PERMISSIONS = S_IRWXU | S_IRWXG | S_IRWXO,
    PERMISSIONS_OF_NEW = S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH
};

struct jx_output {
    jx_arena *arena;
    const char *name; // as given, for messages
    const char *target;
    const char *beside; // the file that becomes the target; NULL: written straight, or nameless
    bool is_nameless; // the file has no name yet: nothing is left of it where the process is killed
    bool is_kept;     // beside is not removed
    int file;
    int fault; // the first errno; nothing is written after it
    size_t used;
    char buffer[BUFFER];
};

static const jx_verdict OPENING[] = {
    {ENOENT, JX_MESSAGE_OUTPUT_HAS_NO_DIRECTORY},
    {ENOTDIR, JX_MESSAGE_OUTPUT_HAS_NO_DIRECTORY},
    {EISDIR, JX_MESSAGE_OUTPUT_IS_DIRECTORY},
    {EACCES, JX_MESSAGE_OUTPUT_DENIED},
    {EPERM, JX_MESSAGE_OUTPUT_DENIED},
    {EROFS, JX_MESSAGE_OUTPUT_DENIED},
    {ENOMEM, JX_MESSAGE_MEMORY},
    {0, JX_MESSAGE_OUTPUT_UNOPENED},
};

static const jx_verdict WRITING[] = {
    {ENOSPC, JX_MESSAGE_OUTPUT_FULL},
    {EDQUOT, JX_MESSAGE_OUTPUT_FULL},
    {EPIPE, JX_MESSAGE_OUTPUT_CLOSED},
    {0, JX_MESSAGE_OUTPUT_UNWRITTEN},
};

static int write_whole(int file, jx_str bytes)
{
    for (jx_str left = bytes; left.size > 0;) {
        ssize_t put = write(file, left.data, left.size);
        if (put >= 0) {
            left = jx_str_from(left, (size_t)put);
        } else if (errno == EAGAIN) {
            struct pollfd room = {.fd = file, .events = POLLOUT};
            poll(&room, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

static void flush_buffer(jx_output *output)
{
    if (output->fault == 0) {
        output->fault = write_whole(output->file, (jx_str){output->buffer, output->used});
    }
    output->used = 0;
}

static int make_named(jx_output *output, const char *beside)
{
    output->file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, PERMISSIONS_OF_NEW);
    return output->file >= 0 ? 0 : errno;
}

// Gives the nameless file the name.
static int give_name(jx_output *output, const char *beside)
{
    char number[JX_NUMBER_TEXT];
    jx_text file = jx_text_in(output->arena);
    jx_text_put(&file, "/proc/self/fd/");
    jx_text_add(&file, jx_str_number((uint64_t)output->file, number));
    const char *path = jx_text_end(&file).data;
    if (path == NULL) {
        return ENOMEM;
    }
    return linkat(AT_FDCWD, path, AT_FDCWD, beside, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

// Does it with the first name in the directory of the target that nobody has.
static int find_name(jx_output *output, int (*take)(jx_output *output, const char *beside))
{
    for (uint64_t number = 0; number < NAMES_TRIED; number++) {
        jx_text name = jx_text_in(output->arena);
        jx_text_add(&name, jx_path_folder(jx_str_of(output->target)));
        jx_text_put(&name, ".jixiao-");
        jx_text_add_number(&name, (uint64_t)getpid());
        jx_text_add_char(&name, '-');
        jx_text_add_number(&name, number);
        const char *beside = jx_text_end(&name).data;
        if (beside == NULL) {
            return ENOMEM;
        }
        const int fault = take(output, beside);
        if (fault == 0) {
            output->beside = beside;
        }
        if (fault != EEXIST) {
            return fault;
        }
    }
    return EEXIST;
}

// A new file in the directory of the target, with the permissions that the process gives to new files: nameless where the
// file system has such files and /proc is there to name them.
static int open_beside(jx_output *output)
{
    const jx_str before = jx_path_folder(jx_str_of(output->target));
    const char *folder = before.size == 0 ? "." : jx_arena_copy(output->arena, before).data;
    if (folder == NULL) {
        return ENOMEM;
    }
    output->file = access("/proc/self/fd", X_OK) == 0
                       ? open(folder, O_WRONLY | O_TMPFILE | O_CLOEXEC, PERMISSIONS_OF_NEW)
                       : -1;
    output->is_nameless = output->file >= 0;
    return output->is_nameless ? 0 : find_name(output, make_named);
}

// The file that the next run will find; what it holds stays.
static int open_part(jx_output *output)
{
    jx_text name = jx_text_in(output->arena);
    jx_text_put(&name, output->target);
    jx_text_put(&name, ".jixiao-part");
    output->beside = jx_text_end(&name).data;
    if (output->beside == NULL) {
        return ENOMEM;
    }
    output->file =
        open(output->beside, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, PERMISSIONS_OF_NEW);
    return output->file < 0 ? errno : 0;
}

static int open_straight(jx_output *output, const char *path)
{
    output->file = path == NULL ? fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
                                : open(path, O_WRONLY | O_CLOEXEC);
    return output->file < 0 ? errno : 0;
}

static int replace_later(jx_output *output, const char *path, const struct stat *existing)
{
    int fault = jx_link_follow(output->arena, path, &output->target);
    if (fault != 0) {
        return fault;
    }
    const jx_str target = jx_str_of(output->target);
    if (jx_path_folder(target).size == target.size) {
        return EISDIR;
    }
    if (existing != NULL && access(path, W_OK) != 0) {
        return errno;
    }
    fault = output->is_kept ? open_part(output) : open_beside(output);
    if (fault == 0 && existing != NULL &&
        fchmod(output->file, existing->st_mode & PERMISSIONS) != 0) {
        fault = errno;
    }
    return fault;
}

static int open_output(jx_output *output, const char *path)
{
    if (path == NULL || strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0) {
        output->name = NULL;
        return open_straight(output, NULL);
    }
    struct stat status;
    if (stat(path, &status) != 0) {
        return errno == ENOENT ? replace_later(output, path, NULL) : errno;
    }
    if (S_ISREG(status.st_mode)) {
        return replace_later(output, path, &status);
    }
    return S_ISDIR(status.st_mode) ? EISDIR : open_straight(output, path);
}

static jx_status fail_output(const jx_output *output,
                             const jx_verdict *verdicts,
                             int fault,
                             jx_error *err)
{
    static const jx_words standard_output = {"标准输出", "standard output"};
    const char *name = output->name;
    if (name == NULL) {
        name = jx_words_in(standard_output, err == NULL ? JX_ZH : err->lang);
    }
    const jx_place place = {.file = name};
    return jx_fail_verdict(err, &place, verdicts, fault);
}

static jx_status open_as(const char *path, bool is_kept, jx_output **ret, jx_error *err)
{
    jx_arena *arena = jx_arena_new();
    jx_output *output = arena == NULL ? NULL : (jx_output *)jx_arena_alloc(arena, sizeof *output);
    if (output == NULL) {
        jx_arena_free(arena);
        return jx_fail_memory(err);
    }
    output->arena = arena;
    output->name = path;
    output->file = -1;
    output->is_kept = is_kept;
    int fault = open_output(output, path);
    if (fault != 0) {
        jx_status status = fail_output(output, OPENING, fault, err);
        jx_output_abandon(output);
        return status;
    }
    *ret = output;
    return JX_OK;
}

jx_status jx_output_open(const char *path, jx_output **ret, jx_error *err)
{
    return open_as(path, false, ret, err);
}

jx_status jx_output_open_kept(const char *path, jx_output **ret, jx_error *err)
{
    jx_output *output = NULL;
    const jx_status status = open_as(path, true, &output, err);
    if (output == NULL) {
        return status;
    }
    if (output->beside != NULL) {
        *ret = output;
        return JX_OK;
    }
    const jx_place place = {.file = path == NULL ? "-" : path};
    jx_output_abandon(output);
    return jx_fail(err, &place, JX_MESSAGE_OUTPUT_NOT_KEPT, JX_STR_NONE);
}

const char *jx_output_part(const jx_output *output)
{
    return output->beside;
}

const char *jx_output_target(const jx_output *output)
{
    return output->target;
}

jx_status jx_output_go_on(jx_output *output, uint64_t size, jx_error *err)
{
    if (ftruncate(output->file, (off_t)size) != 0 ||
        lseek(output->file, (off_t)size, SEEK_SET) != (off_t)size) {
        output->fault = errno;
    }
    return output->fault == 0 ? JX_OK : fail_output(output, WRITING, output->fault, err);
}

jx_status jx_output_flush(jx_output *output, bool sync, jx_error *err)
{
    flush_buffer(output);
    if (sync && output->fault == 0 && fdatasync(output->file) != 0) {
        output->fault = errno;
    }
    return output->fault == 0 ? JX_OK : fail_output(output, WRITING, output->fault, err);
}

jx_status jx_output_write(jx_output *output, jx_str bytes, jx_error *err)
{
    if (bytes.size > BUFFER - output->used) {
        flush_buffer(output);
    }
    if (output->fault == 0 && bytes.size > BUFFER) {
        output->fault = write_whole(output->file, bytes);
    } else if (output->fault == 0 && bytes.size > 0) {
        memcpy(output->buffer + output->used, bytes.data, bytes.size);
        output->used += bytes.size;
    }
    return output->fault == 0 ? JX_OK : fail_output(output, WRITING, output->fault, err);
}

// So that the name outlives a power cut, too; some file systems know no such thing.
static void sync_folder(const jx_output *output)
{
    const jx_str path = jx_path_folder(jx_str_of(output->target));
    const char *folder = path.size == 0 ? "." : jx_arena_copy(output->arena, path).data;
    const int file = folder == NULL ? -1 : open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file >= 0) {
        (void)fsync(file);
        (void)close(file);
    }
}

jx_status jx_output_commit(jx_output *output, jx_error *err)
{
    const bool replaces = output->beside != NULL || output->is_nameless;
    flush_buffer(output);
    if (output->fault == 0 && replaces && fsync(output->file) != 0) {
        output->fault = errno;
    }
    if (output->fault == 0 && output->is_nameless) {
        output->fault = find_name(output, give_name);
    }
    if (close(output->file) != 0 && output->fault == 0) {
        output->fault = errno;
    }
    output->file = -1;
    if (output->fault == 0 && replaces) {
        output->fault = rename(output->beside, output->target) == 0 ? 0 : errno;
        output->beside = output->fault == 0 ? NULL : output->beside;
        sync_folder(output);
    }
    jx_status status =
        output->fault == 0 ? JX_OK : fail_output(output, WRITING, output->fault, err);
    jx_output_abandon(output);
    return status;
}

void jx_output_drop(jx_output *output)
{
    output->is_kept = false;
}

uint64_t jx_output_size(const jx_output *output)
{
    struct stat about;
    return fstat(output->file, &about) == 0 ? (uint64_t)about.st_size : 0;
}

void jx_output_abandon(jx_output *output)
{
    if (output == NULL) {
        return;
    }
    output->is_kept = output->is_kept && output->file >= 0 && jx_output_size(output) != 0;
    if (output->file >= 0) {
        close(output->file);
    }
    if (output->beside != NULL && !output->is_kept) {
        unlink(output->beside);
    }
    jx_arena_free(output->arena);
}

void jx_output_leave(jx_output *output)
{
    (void)close(output->file);
    output->file = -1;
}

jx_status jx_output_put(const char *path, const jx_text *text, jx_error *err)
{
    if (text->failed) {
        return jx_fail_memory(err);
    }
    jx_output *output = NULL;
    jx_status status = jx_output_open(path, &output, err);
    if (output == NULL) {
        return status;
    }
    status = jx_output_write(output, jx_text_str(text), err);
    if (status != JX_OK) {
        jx_output_abandon(output);
        return status;
    }
    return jx_output_commit(output, err);
}
