// SPDX-License-Identifier: MIT
#include "batch/shard.h"

#include "base/file.h"
#include "base/text.h"
#include "read/middle.h"
#include "read/xlsx_package.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    SAMPLE = 256, // bytes of the actuals at each cut that are part of their identity
    HEAD_SAMPLE = 4096,
    PATH_MOST = 300 // messages show longer ones cut
};

typedef struct search {
    jx_shard *shard;
    const jx_paths *files;
    jx_encoding encoding;
    jx_actuals *actuals;
    bool headless;
    jx_arena *arena;
    uint64_t *sizes;
    uint64_t total;
} search;

// ------------------------------------------------------------------------------------------ the files

// What `merge` could not find again at the beginning of an error: see batch/result_row.
static bool is_misleading(const search *it, jx_str path)
{
    jx_text mark = jx_text_in(it->arena);
    jx_text_add_char(&mark, '@');
    jx_text_add_number(&mark, it->shard->number);
    jx_text_add_char(&mark, '/');
    jx_text_add_number(&mark, it->shard->count);
    return path.size > PATH_MOST || jx_str_ends(path, jx_text_str(&mark)) ||
           memmem(path.data, path.size, ": ", 2) != NULL;
}

static jx_status measure(search *it, size_t file, jx_error *err)
{
    const char *path = it->files->rows[file];
    const jx_place place = {.file = path};
    struct stat about;
    if (jx_str_is(jx_str_of(path), "-")) {
        return jx_fail(err, NULL, JX_MESSAGE_SHARD_STREAM, (jx_str)JX_STR("-"));
    }
    if (jx_xlsx_is_named(path)) {
        return jx_fail(err, &place, JX_MESSAGE_XLSX_SHARD, JX_STR_NONE);
    }
    if (stat(path, &about) != 0) {
        return jx_file_fail(path, errno, JX_EDATA, err);
    }
    if (!S_ISREG(about.st_mode)) {
        return jx_fail(err, NULL, JX_MESSAGE_SHARD_STREAM, jx_str_of(path));
    }
    if (is_misleading(it, jx_str_of(path))) {
        return jx_fail(err, &place, JX_MESSAGE_SHARD_PATH, JX_STR_NONE);
    }
    it->sizes[file] = (uint64_t)about.st_size;
    it->total += it->sizes[file];
    return JX_OK;
}

static jx_status measure_all(search *it, jx_error *err)
{
    jx_status status = JX_OK;
    it->sizes = jx_arena_array(it->arena, it->files->count, sizeof *it->sizes);
    if (it->sizes == NULL) {
        return jx_fail_memory(err);
    }
    for (size_t i = 0; i < it->files->count && status == JX_OK; i++) {
        status = measure(it, i, err);
    }
    return status;
}

// The byte at which the shard behind the k-th cut would begin if all shards were equal.
static uint64_t nominal(const search *it, uint32_t k)
{
    const uint64_t count = it->shard->count;
    return it->total / count * k + it->total % count * k / count;
}

// The file that the byte lies in; *offset becomes one of that file.
static uint32_t find_file(const search *it, uint64_t *offset)
{
    uint32_t file = 0;
    while (file < it->files->count && *offset >= it->sizes[file]) {
        *offset -= it->sizes[file++];
    }
    return file;
}

// ------------------------------------------------------------------------------------------- identity

static jx_status add_sample(
    const search *it, jx_text *text, uint64_t offset, size_t most, jx_error *err)
{
    char sample[HEAD_SAMPLE];
    const uint32_t number = find_file(it, &offset);
    if (number == it->files->count) {
        return JX_OK;
    }
    const char *path = it->files->rows[number];
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    const ssize_t got = file < 0 ? -1 : pread(file, sample, most, (off_t)offset);
    const int reason = errno;
    if (file >= 0) {
        (void)close(file);
    }
    if (got < 0) {
        return jx_file_fail(path, reason, JX_EDATA, err);
    }
    jx_text_add(text, (jx_str){sample, (size_t)got});
    jx_text_add_char(text, '\n');
    return JX_OK;
}

static void add_number(jx_text *text, uint64_t number)
{
    jx_text_add_number(text, number);
    jx_text_add_char(text, '\n');
}

static jx_status identify(const search *it, jx_digest *ret, jx_error *err)
{
    jx_text text = jx_text_in(it->arena);
    add_number(&text, it->shard->count);
    add_number(&text, (uint64_t)it->encoding);
    for (size_t i = 0; i < it->files->count; i++) {
        add_number(&text, it->sizes[i]);
    }
    if (it->headless) {
        const jx_columns *columns = jx_actuals_columns(it->actuals);
        for (size_t i = 0; i < columns->count; i++) {
            jx_text_add(&text, columns->names[i]);
            jx_text_add_char(&text, '\n');
        }
    }
    jx_status status = add_sample(it, &text, 0, HEAD_SAMPLE, err);
    for (uint32_t k = 1; k < it->shard->count && status == JX_OK; k++) {
        status = add_sample(it, &text, nominal(it, k), SAMPLE, err);
    }
    if (status == JX_OK && text.failed) {
        return jx_fail_memory(err);
    }
    *ret = jx_digest_of(jx_text_str(&text));
    return status;
}

// ----------------------------------------------------------------------------------------------- cuts

// Reads the file's first block: its writing, and its columns unless they are known.
static jx_status read_head(
    const search *it, jx_cut *cut, jx_position *at, uint64_t *ret_data, jx_error *err)
{
    jx_part part;
    jx_str rest;
    bool more = false;
    at->writing.encoding = it->encoding;
    const jx_status status = jx_cut_next(cut, NULL, at, &part, &rest, &more, err);
    if (status != JX_OK || it->headless) {
        return status;
    }
    *ret_data = jx_middle_head((jx_str){part.data, part.size});
    return jx_actuals_take_head(it->actuals, &part, err);
}

static jx_status find_in_file(
    const search *it, uint64_t offset, jx_cut *cut, jx_shard_cut *ret, jx_error *err)
{
    uint64_t data = 0;
    uint64_t found = cut->end;
    jx_position at = JX_POSITION_START;
    jx_status status = read_head(it, cut, &at, &data, err);
    const jx_columns *columns = jx_actuals_columns(it->actuals);
    if (status != JX_OK || offset <= data) {
        return status; // the file is not cut: its beginning is the place
    }
    if (columns->project != JX_NO_COLUMN) {
        const jx_middle middle = {
            .cut = cut, .data = data, .columns = columns, .encoding = at.writing.encoding};
        status = jx_middle_find(&middle, offset, &found, err);
    }
    if (found < cut->end) {
        ret->offset = found;
        ret->writing = at.writing;
    } else {
        ret->file++;
    }
    return status;
}

static jx_status find_cut(const search *it, uint32_t k, jx_shard_cut *ret, jx_error *err)
{
    uint64_t offset = nominal(it, k);
    *ret = (jx_shard_cut){.file = k == it->shard->count ? (uint32_t)it->files->count
                                                        : find_file(it, &offset)};
    if (k == 0 || ret->file == it->files->count) {
        ret->file = k == 0 ? 0 : ret->file;
        return JX_OK;
    }
    jx_cut cut;
    char *room = jx_part_room_new(false);
    if (room == NULL) {
        return jx_fail_memory(err);
    }
    jx_status status = jx_cut_open(it->files->rows[ret->file], room, &cut, err);
    if (status == JX_OK) {
        status = find_in_file(it, offset, &cut, ret, err);
        jx_cut_close(&cut);
    }
    jx_part_room_free(room);
    return status;
}

static jx_status refuse_cut(const jx_shard_cut *cut, const jx_paths *files, jx_error *err)
{
    char offset[JX_NUMBER_TEXT];
    const jx_place place = {.file = files->rows[cut->file]};
    return jx_fail(err, &place, JX_MESSAGE_SHARD_CUT, jx_str_number(cut->offset, offset));
}

static bool is_behind(const jx_shard_cut *a, const jx_shard_cut *b)
{
    return a->file != b->file ? a->file > b->file : a->offset > b->offset;
}

// Errors of rows of a file that began before the shard tell it: their lines are counted from the cut.
static jx_status name_files(const search *it, jx_error *err)
{
    jx_shard *shard = it->shard;
    shard->names = jx_arena_array(it->arena, it->files->count, sizeof *shard->names);
    if (shard->names == NULL) {
        return jx_fail_memory(err);
    }
    memcpy(shard->names, it->files->rows, it->files->count * sizeof *shard->names);
    if (shard->start.offset != 0) {
        jx_text name = jx_text_in(it->arena);
        jx_text_put(&name, shard->names[shard->start.file]);
        jx_text_add_char(&name, '@');
        jx_text_add_number(&name, shard->number);
        jx_text_add_char(&name, '/');
        jx_text_add_number(&name, shard->count);
        shard->names[shard->start.file] = jx_text_end(&name).data;
        return name.failed ? jx_fail_memory(err) : JX_OK;
    }
    return JX_OK;
}

jx_status jx_shard_find(jx_shard *shard,
                        const jx_paths *files,
                        jx_encoding encoding,
                        jx_actuals *actuals,
                        bool headless,
                        jx_arena *arena,
                        jx_error *err)
{
    search it = {.shard = shard,
                 .files = files,
                 .encoding = encoding,
                 .actuals = actuals,
                 .headless = headless,
                 .arena = arena};
    jx_status status = measure_all(&it, err);
    status = status != JX_OK ? status : identify(&it, &shard->input, err);
    status = status != JX_OK ? status : find_cut(&it, shard->number - 1, &shard->start, err);
    status = status != JX_OK ? status : find_cut(&it, shard->number, &shard->end, err);
    if (status == JX_OK && is_behind(&shard->start, &shard->end)) {
        return refuse_cut(&shard->start, files, err);
    }
    return status != JX_OK ? status : name_files(&it, err);
}

// ------------------------------------------------------------------------------------------- in its files

void jx_shard_tell(const jx_shard *shard, uint32_t file, jx_writing *writing)
{
    if (file == shard->end.file && shard->end.offset != 0) {
        *writing = shard->end.writing;
    } else if (file == shard->start.file && shard->start.offset != 0) {
        *writing = shard->start.writing;
    }
}

void jx_shard_bound(const jx_shard *shard, uint32_t file, jx_position *at, uint64_t *end)
{
    jx_shard_tell(shard, file, &at->writing);
    if (file == shard->start.file && shard->start.offset != 0) {
        at->offset = at->examined = shard->start.offset;
    }
    if (file == shard->end.file && shard->end.offset != 0 && shard->end.offset < *end) {
        *end = shard->end.offset;
    }
}

jx_status jx_shard_explain(const jx_shard *shard, const jx_paths *files, jx_error *err)
{
    return err->message == JX_MESSAGE_CSV_OPEN_QUOTE && shard->end.offset != 0
               ? refuse_cut(&shard->end, files, err)
               : err->status;
}
