// SPDX-License-Identifier: MIT
#include "batch/inputs.h"

#include "base/sheet_path.h"

#include <sys/stat.h>

void jx_inputs_limit(jx_inputs *inputs, const jx_shard *shard)
{
    inputs->shard = shard;
    inputs->next = shard->start.file;
    inputs->paths.count = jx_shard_past(shard);
}

static bool is_sheet(const char *path)
{
    return jx_sheet_path_cut(path, NULL).data != NULL;
}

jx_position jx_inputs_start(const jx_inputs *inputs)
{
    jx_position start = JX_POSITION_START;
    start.writing.encoding = is_sheet(inputs->paths.rows[jx_inputs_number(inputs)])
                                 ? JX_ENCODING_UTF8
                                 : inputs->encoding;
    if (inputs->shard != NULL) {
        jx_shard_tell(inputs->shard, jx_inputs_number(inputs), &start.writing);
    }
    return start;
}

// Of several files each is regular, and has bytes: a pipe among them might be waited for for ever.
static bool is_fit(const jx_inputs *inputs, const char *path)
{
    struct stat about;
    return inputs->paths.count == 1 || stat(path, &about) != 0 ||
           (S_ISREG(about.st_mode) && about.st_size > 0);
}

static jx_status open_sheet(jx_inputs *inputs, const char *path, jx_error *err)
{
    int file = -1;
    jx_arena *arena = jx_arena_new();
    const jx_status status = arena == NULL
                                 ? jx_fail_memory(err)
                                 : jx_xlsx_actuals_open(&inputs->book, arena, path, &file, err);
    jx_arena_free(arena);
    return status != JX_OK ? status : jx_cut_open_file(file, path, NULL, &inputs->cut, err);
}

static jx_status open_next(jx_inputs *inputs, jx_error *err)
{
    const char *path = inputs->paths.rows[inputs->next];
    jx_cut_close(&inputs->cut);
    inputs->cut = (jx_cut){.file = -1};
    if (!is_fit(inputs, path)) {
        const jx_place place = {.file = path};
        return jx_fail(err, &place, JX_MESSAGE_ACTUALS_NOT_REGULAR, JX_STR_NONE);
    }
    const jx_status status =
        is_sheet(path) ? open_sheet(inputs, path, err) : jx_cut_open(path, NULL, &inputs->cut, err);
    if (status == JX_OK) {
        inputs->next++;
        inputs->at = jx_inputs_start(inputs);
    }
    if (status == JX_OK && inputs->shard != NULL) {
        jx_shard_bound(inputs->shard, jx_inputs_number(inputs), &inputs->at, &inputs->cut.end);
    }
    return status;
}

static jx_status read_head(jx_inputs *inputs,
                           jx_actuals *actuals,
                           const jx_lanes *lanes,
                           jx_error *err)
{
    jx_cut cut = inputs->cut;
    jx_position at = jx_inputs_start(inputs);
    jx_part part;
    jx_str rest = JX_STR_NONE;
    bool more = false;
    cut.room = lanes->carry;
    jx_status status = jx_cut_next(&cut, NULL, &at, &part, &rest, &more, err);
    inputs->cut.end = cut.end;
    if (status == JX_OK && inputs->cut.is_stream) {
        *lanes->carried = part.size + rest.size;
    }
    return status != JX_OK ? status : jx_actuals_take_head(actuals, &part, err);
}

jx_status jx_inputs_begin(
    jx_inputs *inputs, jx_actuals *actuals, bool headless, const jx_lanes *lanes, jx_error *err)
{
    const jx_status status = open_next(inputs, err);
    return status != JX_OK || headless ? status : read_head(inputs, actuals, lanes, err);
}

jx_status jx_inputs_continue(jx_inputs *inputs, bool *ret_more, jx_error *err)
{
    if (inputs->shard != NULL && jx_inputs_number(inputs) == inputs->shard->start.file) {
        inputs->began = inputs->at.writing.encoding;
    }
    *ret_more = inputs->next < inputs->paths.count;
    return *ret_more ? open_next(inputs, err) : JX_OK;
}

uint64_t jx_inputs_size(const jx_inputs *inputs, size_t before)
{
    uint64_t size = 0;
    for (size_t i = 0; i < before; i++) {
        struct stat about;
        if (stat(inputs->paths.rows[i], &about) != 0 || !S_ISREG(about.st_mode)) {
            return 0;
        }
        size += (uint64_t)about.st_size;
    }
    return size;
}

jx_status jx_inputs_read_header(const char *path,
                                jx_encoding encoding,
                                jx_actuals *actuals,
                                const jx_lanes *lanes,
                                jx_error *err)
{
    jx_cut cut;
    jx_position at = JX_POSITION_START;
    jx_part part;
    jx_str rest = JX_STR_NONE;
    bool more = false;
    at.writing.encoding = encoding;
    jx_status status = jx_cut_open(path, lanes->carry, &cut, err);
    if (status != JX_OK) {
        return status;
    }
    status = jx_cut_next(&cut, NULL, &at, &part, &rest, &more, err);
    jx_cut_close(&cut);
    return status != JX_OK ? status : jx_actuals_take_head(actuals, &part, err);
}

void jx_inputs_end(jx_inputs *inputs)
{
    jx_cut_close(&inputs->cut);
    jx_xlsx_actuals_close(&inputs->book);
}
