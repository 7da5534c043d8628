// SPDX-License-Identifier: MIT
#include "plugin/trust.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/text.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    NUMBER_TEXT = 24,
    PERMISSIONS = 07777,
    STICKY = 01000, // S_ISVTX, which only the X/Open part of POSIX names
    DIGITS_SHOWN = 12
};

const jx_trust jx_usual_trust = {.settings = &jx_usual_settings};

// A file, a link or a folder that is looked at.
typedef struct subject {
    const char *path;
    struct stat found;
} subject;

// ---------------------------------------------------------------------------------------- what is told

typedef struct facts {
    char mode[NUMBER_TEXT];
    char owner[NUMBER_TEXT];
    char group[NUMBER_TEXT];
    char user[NUMBER_TEXT];
} facts;

static facts tell_facts(const subject *at)
{
    facts ret;
    (void)snprintf(ret.mode, sizeof ret.mode, "%04o", (unsigned)at->found.st_mode & PERMISSIONS);
    (void)snprintf(ret.owner, sizeof ret.owner, "%ju", (uintmax_t)at->found.st_uid);
    (void)snprintf(ret.group, sizeof ret.group, "%ju", (uintmax_t)at->found.st_gid);
    (void)snprintf(ret.user, sizeof ret.user, "%ju", (uintmax_t)geteuid());
    return ret;
}

static jx_status refuse_writable(const subject *at, jx_error *err)
{
    const facts said = tell_facts(at);
    const jx_place place = {.file = at->path};
    return jx_fail(err, &place,
                   S_ISDIR(at->found.st_mode) ? JX_MESSAGE_PLUGIN_FOLDER_WRITABLE
                                              : JX_MESSAGE_PLUGIN_WRITABLE,
                   jx_str_of(said.mode), jx_str_of(said.owner), jx_str_of(at->path));
}

static jx_status refuse_owner(const subject *at, jx_error *err)
{
    const facts said = tell_facts(at);
    const jx_place place = {.file = at->path};
    return jx_fail(
        err, &place,
        S_ISDIR(at->found.st_mode) ? JX_MESSAGE_PLUGIN_FOLDER_OTHERS : JX_MESSAGE_PLUGIN_OTHERS,
        jx_str_of(said.owner), jx_str_of(said.mode), jx_str_of(said.user), jx_str_of(at->path));
}

static bool is_said_before(const jx_faults *warnings)
{
    const size_t last = warnings->count - 1;
    for (size_t i = 0; i < last && last < JX_FAULTS_SHOWN; i++) {
        if (strcmp(warnings->shown[i].text, warnings->shown[last].text) == 0) {
            return true;
        }
    }
    return false;
}

static void warn_of_group(const jx_trust *trust, const subject *at)
{
    const facts said = tell_facts(at);
    const jx_place place = {.file = at->path};
    if (trust->warnings == NULL) {
        return;
    }
    (void)jx_fault(trust->warnings, &place, JX_MESSAGE_PLUGIN_GROUP_WRITABLE, jx_str_of(said.group),
                   jx_str_of(said.mode), jx_str_of(said.owner), jx_str_of(at->path));
    trust->warnings->count -= is_said_before(trust->warnings);
}

// --------------------------------------------------------------------------------- who may change it

// In a folder with the sticky bit only the owner of a file may swap it. A link has all permissions and none of them counts.
static bool may_write(const subject *at, mode_t who)
{
    const mode_t mode = at->found.st_mode;
    return !S_ISLNK(mode) && (mode & who) != 0 && !(S_ISDIR(mode) && (mode & STICKY) != 0);
}

static bool is_of_others(const subject *at)
{
    return at->found.st_uid != 0 && at->found.st_uid != geteuid();
}

// A user's own group has no other members where every user has a group, which is why umask may be 0002 there.
static bool is_group_harmless(const subject *at)
{
    return at->found.st_gid == 0 ||
           (at->found.st_gid == getegid() && at->found.st_uid == geteuid());
}

static jx_status check_subject(const jx_trust *trust, const subject *at, jx_error *err)
{
    if (may_write(at, S_IWOTH) && !trust->settings->trust_writable) {
        return refuse_writable(at, err);
    }
    if (is_of_others(at) && !trust->settings->trust_others) {
        return refuse_owner(at, err);
    }
    if (may_write(at, S_IWGRP) && !is_group_harmless(at)) {
        warn_of_group(trust, at);
    }
    return JX_OK;
}

// -------------------------------------------------------------------------------------------- the way

static jx_status check_folder(const jx_trust *trust,
                              jx_arena *arena,
                              const char *path,
                              jx_error *err)
{
    const jx_str folder = jx_path_bare(jx_path_folder(jx_str_of(path)));
    const jx_str kept = folder.size == 0 ? (jx_str)JX_STR(".") : jx_arena_copy(arena, folder);
    if (kept.data == NULL) {
        return jx_fail_memory(err);
    }
    subject at = {.path = kept.data};
    if (stat(at.path, &at.found) != 0) {
        return jx_file_fail(at.path, errno, JX_EPLUGIN, err);
    }
    return check_subject(trust, &at, err);
}

static jx_status check_link(const jx_trust *trust, const char *path, jx_error *err)
{
    subject at = {.path = path};
    if (lstat(path, &at.found) != 0) {
        return jx_file_fail(path, errno, JX_EPLUGIN, err);
    }
    return check_subject(trust, &at, err);
}

static jx_status check_way(const jx_trust *trust, jx_arena *arena, const char *path, jx_error *err)
{
    const char *at = path;
    for (int links = 0; links <= JX_LINKS_FOLLOWED; links++) {
        const char *next = NULL;
        jx_status status = check_folder(trust, arena, at, err);
        const int fault = status == JX_OK ? jx_link_read(arena, at, &next) : 0;
        if (fault != 0) {
            return jx_file_fail(at, fault, JX_EPLUGIN, err);
        }
        if (next == NULL) {
            return status;
        }
        status = check_link(trust, at, err);
        if (status != JX_OK) {
            return status;
        }
        at = next;
    }
    return jx_file_fail(path, ELOOP, JX_EPLUGIN, err);
}

jx_status jx_trust_check(
    const jx_trust *trust, jx_arena *arena, const char *path, int file, jx_error *err)
{
    subject at = {.path = path};
    if (fstat(file, &at.found) != 0) {
        return jx_file_fail(path, errno, JX_EPLUGIN, err);
    }
    jx_status status = check_subject(trust, &at, err);
    return status != JX_OK ? status : check_way(trust, arena, path, err);
}

// ------------------------------------------------------------------------------------------------ pins

const jx_pin *jx_trust_find_pin(const jx_trust *trust, const char *path)
{
    static const jx_str ending = JX_STR(".so");
    jx_str name = jx_path_name(jx_str_of(path));
    name.size -= jx_str_ends(name, ending) ? ending.size : 0;
    for (size_t i = 0; i < trust->settings->pin_count; i++) {
        if (jx_str_equal(name, trust->settings->pins[i].name)) {
            return &trust->settings->pins[i];
        }
    }
    return NULL;
}

jx_status jx_trust_check_pin(const jx_trust *trust,
                             jx_arena *arena,
                             const char *path,
                             const jx_digest *digest,
                             jx_error *err)
{
    const jx_pin *pin = jx_trust_find_pin(trust, path);
    if (pin == NULL || strcmp(pin->sha256.text, digest->text) == 0) {
        return JX_OK;
    }
    jx_text where = jx_text_in(arena);
    jx_text_put(&where, trust->settings->path);
    jx_text_add_char(&where, ':');
    jx_text_add_number(&where, pin->line);
    if (where.failed) {
        return jx_fail_memory(err);
    }
    const jx_place place = {.file = path};
    return jx_fail(err, &place, JX_MESSAGE_PLUGIN_PIN, (jx_str){pin->sha256.text, DIGITS_SHOWN},
                   jx_text_str(&where), (jx_str){digest->text, DIGITS_SHOWN});
}
