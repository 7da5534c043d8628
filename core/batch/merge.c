// SPDX-License-Identifier: MIT
#include "batch/merge.h"

#include "batch/result_row.h"
#include "batch/shard_set.h"
#include "read/seen.h"

enum { PIECE = 1 << 16 };

// A row of a project that none of the shards so far has rows of.
typedef struct tail_row {
    jx_str text;
    uint32_t shards; // that have it
} tail_row;

typedef struct merge {
    jx_arena *arena;
    jx_output *output;
    jx_shard_set set;
    jx_text out;
    jx_text room;
    jx_str head;
    jx_str mark;          // of the shard at work
    uint64_t lines;       // of the file that it begins in, before it
    jx_seen *before;      // the projects of the shards before it
    jx_seen *own;         // its own
    jx_encoding encoding; // of the file that it begins in, as far as shards before it tell
    const char *told_by;
    tail_row *tail; // of the first shard
    size_t tail_count;
} merge;

static jx_status refuse(const jx_shard_file *shard, jx_message message, jx_error *err)
{
    const jx_place place = {.file = shard->path};
    return jx_fail(err, &place, message, JX_STR_NONE);
}

static jx_status write_out(merge *it, size_t least, jx_error *err)
{
    if (it->out.failed) {
        return jx_fail_memory(err);
    }
    if (it->out.size < least) {
        return JX_OK;
    }
    const jx_status status = jx_output_write(it->output, jx_text_str(&it->out), err);
    jx_text_clear(&it->out);
    return status;
}

// ------------------------------------------------------------------------------------ a shard's rows

static jx_status take_head(merge *it, jx_shard_file *shard, jx_error *err)
{
    jx_str head;
    bool more = false;
    const jx_status status = jx_shard_file_next(shard, &head, &more, err);
    if (status != JX_OK) {
        return status;
    }
    if (!more) {
        return refuse(shard, JX_MESSAGE_SHARD_NONE, err);
    }
    if (it->head.data == NULL) {
        it->head = jx_arena_copy(it->arena, head);
        jx_text_add(&it->out, head);
        return it->head.data == NULL ? jx_fail_memory(err) : JX_OK;
    }
    const jx_place place = {.file = shard->path};
    return jx_str_equal(head, it->head)
               ? JX_OK
               : jx_fail(err, &place, JX_MESSAGE_SHARD_HEAD, jx_str_of(it->set.files[0].path));
}

// Which shard before this one has a row of the project.
static jx_status find_other(
    merge *it, const jx_shard_file *shard, uint64_t key, const char **ret, jx_error *err)
{
    jx_status status = JX_OK;
    *ret = "";
    for (jx_shard_file *other = it->set.files; other != shard && status == JX_OK; other++) {
        jx_shard_file file;
        bool more = true;
        status = jx_shard_file_open(other->path, &file, err);
        while (status == JX_OK && more) {
            jx_str text;
            status = jx_shard_file_next(&file, &text, &more, err);
            if (status == JX_OK && more) {
                const jx_result_row row = jx_result_row_read(text, file.is_json);
                *ret = jx_result_row_key(&row, file.is_json, &it->room) == key ? other->path : *ret;
            }
        }
        jx_shard_file_close(&file);
    }
    return status;
}

static jx_status check_project(merge *it,
                               const jx_shard_file *shard,
                               const jx_result_row *row,
                               jx_error *err)
{
    const uint64_t key = jx_result_row_key(row, shard->is_json, &it->room);
    bool again = false;
    if (it->room.failed) {
        return jx_fail_memory(err);
    }
    jx_status status = key == 0 ? JX_OK : jx_seen_add(it->own, key, &again, err);
    if (status != JX_OK || key == 0 || again) {
        return status; // that it comes again in one shard is told by its row
    }
    status = jx_seen_add(it->before, key, &again, err);
    if (status == JX_OK && again) {
        const char *other = "";
        const jx_str name = jx_arena_copy(it->arena, jx_text_str(&it->room));
        const jx_place place = {.file = shard->path};
        status = find_other(it, shard, key, &other, err);
        return status != JX_OK
                   ? status
                   : jx_fail(err, &place, JX_MESSAGE_SHARD_PROJECT_TWICE, name, jx_str_of(other));
    }
    return status;
}

static jx_status take_project(merge *it, const jx_shard_file *shard, jx_str text, jx_error *err)
{
    const jx_result_row row = jx_result_row_read(text, shard->is_json);
    const jx_status status = check_project(it, shard, &row, err);
    if (status != JX_OK) {
        return status;
    }
    if (!jx_result_row_put(&it->out, text, &row, it->mark, it->lines)) {
        return refuse(shard, JX_MESSAGE_SHARD_ERROR_LONG, err);
    }
    return write_out(it, PIECE, err);
}

// The first shard's are remembered; of each other one's those that it has as well are counted. All have them in the order
// of the plans.
static jx_status take_tail(
    merge *it, const jx_shard_file *shard, size_t *next, jx_str text, jx_error *err)
{
    if (shard == it->set.files) {
        tail_row *tail = jx_arena_room(it->arena, it->tail, it->tail_count, sizeof *tail);
        if (tail == NULL) {
            return jx_fail_memory(err);
        }
        it->tail = tail;
        it->tail[it->tail_count] = (tail_row){.text = jx_arena_copy(it->arena, text), .shards = 1};
        return it->tail[it->tail_count++].text.data == NULL ? jx_fail_memory(err) : JX_OK;
    }
    for (size_t i = *next; i < it->tail_count; i++) {
        if (jx_str_equal(it->tail[i].text, text)) {
            it->tail[i].shards++;
            *next = i + 1;
            break;
        }
    }
    return JX_OK;
}

static jx_status take_rows(merge *it, jx_shard_file *shard, jx_error *err)
{
    const jx_trailer *trailer = &shard->trailer;
    uint64_t rows = 0;
    size_t next = 0;
    bool more = true;
    jx_status status = take_head(it, shard, err);
    while (status == JX_OK) {
        jx_str text;
        status = jx_shard_file_next(shard, &text, &more, err);
        if (status != JX_OK || !more) {
            break;
        }
        status = rows++ < trailer->projects ? take_project(it, shard, text, err)
                                            : take_tail(it, shard, &next, text, err);
    }
    if (status == JX_OK && rows != trailer->projects + trailer->unseen) {
        char expected[JX_NUMBER_TEXT];
        char found[JX_NUMBER_TEXT];
        const jx_place place = {.file = shard->path};
        return jx_fail(err, &place, JX_MESSAGE_SHARD_ROWS,
                       jx_str_number(trailer->projects + trailer->unseen, expected),
                       jx_str_number(rows, found));
    }
    return status;
}

// ---------------------------------------------------------------------------------- from shard to shard

// Shards that read the same file must have taken it for the same encoding.
static jx_status check_encoding(merge *it, const jx_shard_file *shard, jx_error *err)
{
    const jx_encoding begins = shard->trailer.begins;
    if (begins != JX_ENCODING_DETECT && it->encoding != JX_ENCODING_DETECT &&
        begins != it->encoding) {
        const jx_place place = {.file = shard->path};
        return jx_fail(err, &place, JX_MESSAGE_SHARD_ENCODING, jx_str_of(it->told_by));
    }
    return JX_OK;
}

static void go_behind(merge *it, const jx_shard_file *shard)
{
    const jx_trailer *trailer = &shard->trailer;
    it->lines = trailer->adds ? it->lines + trailer->lines : trailer->lines;
    if (!trailer->adds || trailer->ends != JX_ENCODING_DETECT) {
        it->encoding = trailer->ends;
        it->told_by = shard->path;
    }
}

static jx_status take_shard(merge *it, jx_shard_file *shard, jx_error *err)
{
    const jx_trailer checked = shard->trailer;
    jx_text mark = jx_text_in(it->arena);
    jx_text_add_char(&mark, '@');
    jx_text_add_number(&mark, checked.number);
    jx_text_add_char(&mark, '/');
    jx_text_add_number(&mark, checked.count);
    jx_text_add_char(&mark, ':');
    it->mark = jx_text_str(&mark);
    it->own = jx_seen_new("/tmp");
    if (mark.failed || it->own == NULL) {
        return jx_fail_memory(err);
    }
    jx_status status = check_encoding(it, shard, err);
    status = status != JX_OK ? status : jx_shard_file_open(shard->path, shard, err);
    if (status == JX_OK) {
        status = jx_trailer_equal(&checked, &shard->trailer)
                     ? take_rows(it, shard, err)
                     : refuse(shard, JX_MESSAGE_SHARD_NONE, err);
        jx_shard_file_close(shard);
    }
    jx_seen_free(it->own);
    it->own = NULL;
    go_behind(it, shard);
    return status;
}

static jx_status join(merge *it, jx_error *err)
{
    jx_status status = JX_OK;
    for (size_t i = 0; i < it->set.count && status == JX_OK; i++) {
        status = take_shard(it, &it->set.files[i], err);
    }
    for (size_t i = 0; i < it->tail_count && status == JX_OK; i++) {
        if (it->tail[i].shards == it->set.count) {
            jx_text_add(&it->out, it->tail[i].text);
        }
    }
    return status != JX_OK ? status : write_out(it, 1, err);
}

jx_status jx_merge_run(const char *const *paths, size_t count, jx_output *output, jx_error *err)
{
    merge it = {.arena = jx_arena_new(), .output = output, .before = jx_seen_new("/tmp")};
    jx_status status = JX_OK;
    if (it.arena == NULL || it.before == NULL) {
        status = jx_fail_memory(err);
    } else {
        it.out = jx_text_in(it.arena);
        it.room = jx_text_in(it.arena);
        status = jx_shard_set_open(paths, count, it.arena, &it.set, err);
        status = status != JX_OK ? status : join(&it, err);
    }
    jx_seen_free(it.own);
    jx_seen_free(it.before);
    jx_arena_free(it.arena);
    return status;
}
