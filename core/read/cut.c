// SPDX-License-Identifier: MIT
#include "read/cut.h"

#include "base/file.h"
#include "read/boundary.h"
#include "read/source.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

char *jx_part_room_new(bool shared)
{
    const int flags = MAP_ANONYMOUS | MAP_NORESERVE | (shared ? MAP_SHARED : MAP_PRIVATE);
    void *room = mmap(NULL, JX_PART_ROOM, PROT_READ | PROT_WRITE, flags, -1, 0);
    return room == MAP_FAILED ? NULL : room;
}

void jx_part_room_free(char *room)
{
    if (room != NULL) {
        (void)munmap(room, JX_PART_ROOM);
    }
}

// NOLINTNEXTLINE(readability-non-const-parameter): parts are read into it
jx_status jx_cut_open_file(int file, const char *path, char *room, jx_cut *ret, jx_error *err)
{
    struct stat about;
    if (fstat(file, &about) != 0) {
        const int number = errno;
        (void)close(file);
        return jx_file_fail(path, number, JX_EDATA, err);
    }
    // a file that the kernel makes up while it is read has no size
    const bool is_stream =
        !S_ISREG(about.st_mode) || about.st_size == 0 || lseek(file, 0, SEEK_CUR) != 0;
    *ret = (jx_cut){.path = path,
                    .file = file,
                    .is_stream = is_stream,
                    .end = is_stream ? UINT64_MAX : (uint64_t)about.st_size,
                    .room = room};
    return JX_OK;
}

jx_status jx_cut_open(const char *path, char *room, jx_cut *ret, jx_error *err)
{
    const int file = jx_str_is(jx_str_of(path), "-")
                         ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
                         : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    return file < 0 ? jx_file_fail(path, errno, JX_EDATA, err)
                    : jx_cut_open_file(file, path, room, ret, err);
}

void jx_cut_close(jx_cut *cut)
{
    if (cut->file >= 0) {
        (void)close(cut->file);
        cut->file = -1;
    }
}

void jx_cut_hold(jx_cut *cut, jx_str rest)
{
    memmove(cut->room, rest.data, rest.size);
    cut->held = rest.size;
}

static ssize_t read_some(const jx_cut *cut, uint64_t offset, size_t most)
{
    char *to = cut->room + cut->held;
    ssize_t got = -1;
    do {
        got = cut->is_stream ? read(cut->file, to, most)
                             : pread(cut->file, to, most, (off_t)(offset + cut->held));
    } while (got < 0 && errno == EINTR);
    return got;
}

// Reads on until so many bytes are held, up to the end of a block of the file.
static jx_status read_on(
    jx_cut *cut, uint64_t offset, size_t wanted, bool *ret_at_end, jx_error *err)
{
    const uint64_t block = JX_SOURCE_BYTES;
    const uint64_t behind = (offset + wanted + block - 1) / block * block;
    const uint64_t goal = behind < cut->end ? behind : cut->end;
    while (offset + cut->held < goal) {
        const ssize_t got = read_some(cut, offset, (size_t)(goal - offset - cut->held));
        if (got < 0) {
            return jx_file_fail(cut->path, errno, JX_EDATA, err);
        }
        if (got == 0 && !cut->is_stream) {
            const jx_place place = {.file = cut->path};
            return jx_fail(err, &place, JX_MESSAGE_ACTUALS_SHORTER, JX_STR_NONE);
        }
        if (got == 0) {
            cut->end = offset + cut->held;
            break;
        }
        cut->held += (size_t)got;
    }
    *ret_at_end = offset + cut->held >= cut->end;
    return JX_OK;
}

// Looks at the blocks that were read and not looked at yet.
static void find_writing(const jx_cut *cut, bool at_end, jx_position *at)
{
    jx_str text = {cut->room, cut->held};
    if (at->offset == 0 && at->examined == 0) {
        (void)jx_writing_take_mark(&at->writing, text);
    }
    while (at->examined < at->offset + cut->held) {
        const size_t from = (size_t)(at->examined - at->offset);
        const size_t in_block = JX_SOURCE_BYTES - (size_t)(at->examined % JX_SOURCE_BYTES);
        const size_t left = cut->held - from;
        const size_t size = left < in_block ? left : in_block;
        if (at->writing.encoding == JX_ENCODING_DETECT) {
            // the beginning of a character that the block before ends in belongs to this one
            const size_t first = from - jx_writing_cut(jx_str_first(text, from));
            const uint32_t line = at->line + jx_source_count_lines(jx_str_first(text, first));
            jx_writing_look(&at->writing, line,
                            jx_str_first(jx_str_from(text, first), from - first + size),
                            at_end && size == left);
        }
        at->examined += size;
    }
}

// Whether the text has grown beyond what a part may be; then a record or a project is too long.
static bool is_too_long(jx_str text, const jx_columns *columns, bool *ret_of_record)
{
    const size_t open = text.size - jx_boundary_of_records(text);
    *ret_of_record = open > JX_CSV_RECORD;
    return *ret_of_record || (columns != NULL && text.size > JX_PROJECT_BYTES);
}

static jx_status refuse_project(const jx_cut *cut, const jx_position *at, jx_error *err)
{
    char most[JX_NUMBER_TEXT];
    const jx_place place = {.file = cut->path, .line = at->line};
    return jx_fail(err, &place, JX_MESSAGE_ACTUALS_PROJECT_LONG,
                   jx_str_number(JX_PROJECT_BYTES, most));
}

// Sets *ret to the size of the part that begins at the position, 0 where the file ends there.
static jx_status find_size(
    jx_cut *cut, const jx_columns *columns, jx_position *at, size_t *ret, jx_error *err)
{
    size_t wanted = columns == NULL ? 1 : JX_PART_BYTES;
    for (;;) {
        bool at_end = false;
        bool of_record = false;
        const jx_status status = read_on(cut, at->offset, wanted, &at_end, err);
        if (status != JX_OK) {
            return status;
        }
        find_writing(cut, at_end, at);
        const jx_str text = {cut->room, cut->held};
        *ret = at_end ? text.size : jx_boundary_of_projects(text, columns, at->writing.encoding);
        if (at_end || *ret != 0) {
            return JX_OK;
        }
        if (is_too_long(text, columns, &of_record)) {
            *ret = text.size;
            return of_record ? JX_OK : refuse_project(cut, at, err);
        }
        wanted = text.size + JX_PART_BYTES;
    }
}

jx_status jx_cut_next(jx_cut *cut,
                      const jx_columns *columns,
                      jx_position *at,
                      jx_part *ret,
                      jx_str *ret_rest,
                      bool *ret_more,
                      jx_error *err)
{
    size_t size = 0;
    const jx_status status = find_size(cut, columns, at, &size, err);
    if (status != JX_OK) {
        return status;
    }
    const jx_str text = {cut->room, size};
    *ret = (jx_part){.path = cut->path, .at = *at, .data = cut->room, .size = size};
    *ret_rest = (jx_str){cut->room + size, cut->held - size};
    *ret_more = size != 0;
    at->offset += size;
    at->line += jx_source_count_lines(text);
    cut->held = 0;
    return JX_OK;
}
