// SPDX-License-Identifier: MIT
#include "batch/identity.h"

#include "base/file.h"
#include "base/sheet_path.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 1 << 16 };

const char *const jx_identity_names[JX_IDENTITY_PARTS] = {
    "actuals", "files", "projects", "plugins", "scripts", "way",
};

static void add_number(jx_digester *digester, uint64_t number)
{
    char buffer[JX_NUMBER_TEXT];
    jx_digester_add_text(digester, jx_str_number(number, buffer));
}

static bool is_stream(const char *path)
{
    struct stat about;
    return jx_str_is(jx_str_of(path), "-") || (stat(path, &about) == 0 && !S_ISREG(about.st_mode));
}

// Adds the bytes of a file from `at` on, up to `end`.
static jx_status add_bytes(
    jx_digester *digester, const char *path, uint64_t at, uint64_t end, jx_error *err)
{
    char block[BLOCK];
    char name[PATH_MAX];
    jx_str whole;
    (void)jx_sheet_path_cut(path, &whole);
    if (whole.size >= sizeof name) {
        return jx_file_fail(path, ENAMETOOLONG, JX_EDATA, err);
    }
    memcpy(name, whole.data, whole.size);
    name[whole.size] = '\0';
    path = name;
    if (is_stream(path)) {
        const jx_place place = {.file = path};
        return jx_fail(err, &place, JX_MESSAGE_RESUME_STREAM, JX_STR_NONE);
    }
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    ssize_t got = file < 0 ? -1 : 1;
    while (got > 0 && at < end) {
        const size_t most = end - at < sizeof block ? (size_t)(end - at) : sizeof block;
        got = pread(file, block, most, (off_t)at);
        if (got > 0) {
            jx_digester_add(digester, (jx_str){block, (size_t)got});
            at += (uint64_t)got;
        } else if (got < 0 && errno == EINTR) {
            got = 1;
        }
    }
    const int number = errno;
    if (file >= 0) {
        (void)close(file);
    }
    add_number(digester, at);
    return got < 0 ? jx_file_fail(path, number, JX_EDATA, err) : JX_OK;
}

// A shard's own part, and what its cuts depend on.
static jx_status add_shard(jx_digester *digester, const jx_batch *batch, jx_error *err)
{
    const jx_shard *shard = &batch->shard;
    jx_status status = JX_OK;
    jx_digester_add_text(digester, jx_str_of(shard->input.text));
    add_number(digester, shard->number);
    for (uint32_t i = shard->start.file; i < jx_shard_past(shard) && status == JX_OK; i++) {
        jx_position at = JX_POSITION_START;
        uint64_t end = UINT64_MAX;
        jx_shard_bound(shard, i, &at, &end);
        status = add_bytes(digester, batch->files.rows[i], at.offset, end, err);
    }
    return status;
}

static jx_status find_actuals(const jx_batch *batch, jx_digest *ret, jx_error *err)
{
    jx_digester digester;
    jx_status status = JX_OK;
    jx_digester_begin(&digester);
    if (batch->header != NULL) {
        status = add_bytes(&digester, batch->header, 0, UINT64_MAX, err);
    }
    if (status == JX_OK && batch->shard.number != 0) {
        status = add_shard(&digester, batch, err);
    }
    for (size_t i = 0; batch->shard.number == 0 && i < batch->files.count && status == JX_OK; i++) {
        status = add_bytes(&digester, batch->files.rows[i], 0, UINT64_MAX, err);
    }
    *ret = jx_digester_end(&digester);
    return status;
}

static jx_digest find_files(const jx_batch *batch)
{
    jx_digester digester;
    jx_digester_begin(&digester);
    add_number(&digester, batch->encoding);
    for (size_t i = 0; i < batch->files.count; i++) {
        jx_digester_add_text(&digester, jx_str_of(batch->files.rows[i]));
    }
    return jx_digester_end(&digester);
}

// ------------------------------------------------------------------------------------------------- plans

static void add_projects(jx_digester *digester, const jx_table *table)
{
    jx_digester_add_text(digester, jx_str_of(table->path));
    jx_digester_add_text(digester, jx_str_of(table->digest.text));
    jx_digester_add_text(digester, jx_str_of(table->wordings.text));
}

static void add_plugins(jx_digester *digester, const jx_table *table)
{
    add_number(digester, table->plugin_count);
    for (size_t i = 0; i < table->plugin_count; i++) {
        const jx_table_plugin *plugin = &table->plugins[i];
        add_number(digester, plugin->kind);
        jx_digester_add_text(digester, plugin->name);
        jx_digester_add_text(digester, plugin->version);
        jx_digester_add_text(digester, jx_str_of(plugin->digest.text));
    }
}

static void add_scripts(jx_digester *digester, const jx_table *table)
{
    add_number(digester, table->script_count);
    for (size_t i = 0; i < table->script_count; i++) {
        jx_digester_add_text(digester, table->scripts[i].name);
        jx_digester_add_text(digester, jx_str_of(table->scripts[i].path));
        jx_digester_add_text(digester, jx_str_of(table->scripts[i].digest.text));
    }
}

static jx_digest find_tables(const jx_batch *batch, void (*add)(jx_digester *, const jx_table *))
{
    jx_digester digester;
    jx_digester_begin(&digester);
    for (size_t i = 0; i < batch->plan_count; i++) {
        add(&digester, &batch->plans[i]->table);
    }
    return jx_digester_end(&digester);
}

static jx_digest find_way(const jx_batch *batch)
{
    jx_digester digester;
    jx_digester_begin(&digester);
    jx_digester_add_text(&digester, (jx_str)JX_STR(JX_VERSION));
    jx_digester_add_text(&digester, jx_str_of(batch->report->reporter->name));
    add_number(&digester, batch->report->lang);
    add_number(&digester, batch->lang);
    add_number(&digester, batch->limits.milliseconds);
    add_number(&digester, batch->limits.bytes);
    for (size_t i = 0; i < batch->plan_count; i++) {
        add_number(&digester, batch->plans[i]->limits.instructions);
        add_number(&digester, batch->plans[i]->limits.bytes);
        add_number(&digester, batch->plans[i]->limits.milliseconds);
    }
    return jx_digester_end(&digester);
}

static void find_plans(const jx_batch *batch, jx_identity *ret)
{
    ret->digests[JX_IDENTITY_PROJECTS] = find_tables(batch, add_projects);
    ret->digests[JX_IDENTITY_PLUGINS] = find_tables(batch, add_plugins);
    ret->digests[JX_IDENTITY_SCRIPTS] = find_tables(batch, add_scripts);
    ret->digests[JX_IDENTITY_WAY] = find_way(batch);
}

jx_digest jx_identity_of_plans(const jx_batch *batch)
{
    jx_identity identity;
    jx_digester digester;
    find_plans(batch, &identity);
    jx_digester_begin(&digester);
    for (size_t i = JX_IDENTITY_PROJECTS; i < JX_IDENTITY_PARTS; i++) {
        jx_digester_add_text(&digester, jx_str_of(identity.digests[i].text));
    }
    return jx_digester_end(&digester);
}

jx_status jx_identity_find(const jx_batch *batch, jx_identity *ret, jx_error *err)
{
    find_plans(batch, ret);
    ret->digests[JX_IDENTITY_FILES] = find_files(batch);
    return find_actuals(batch, &ret->digests[JX_IDENTITY_ACTUALS], err);
}
