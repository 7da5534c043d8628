// SPDX-License-Identifier: MIT
#include "cli/words_file.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/utf8.h"
#include "cli/say.h"

#include <errno.h>
#include <sys/stat.h>

enum { WORDS_BYTES = 1 << 20 };

static bool is_absent(const char *path)
{
    struct stat found;
    return lstat(path, &found) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

static jx_status add_words(jx_arena *arena,
                           jx_vocabulary *vocabulary,
                           const char *path,
                           jx_error *err)
{
    jx_str text = JX_STR_NONE;
    const jx_place place = {.file = path};
    jx_status status = jx_file_read(arena, path, WORDS_BYTES, JX_ECONFIG, &text, err);
    if (status != JX_OK) {
        return status;
    }
    static const jx_str mark = JX_STR("\xEF\xBB\xBF"); // of editors
    text = jx_str_from(text, jx_str_starts(text, mark) ? mark.size : 0);
    if (!jx_utf8_check(text, NULL)) {
        return jx_fail(err, &place, JX_MESSAGE_INI_UTF8, JX_STR_NONE);
    }
    jx_faults *faults = jx_arena_alloc(arena, sizeof *faults);
    if (faults == NULL) {
        return jx_fail_memory(err);
    }
    jx_faults_init(faults, err->lang);
    status = jx_vocabulary_add(vocabulary, text, path, faults);
    jx_say_faults(faults);
    return status;
}

jx_status jx_words_file_read(jx_arena *arena,
                             const char *settings,
                             const jx_vocabulary **ret,
                             jx_error *err)
{
    jx_vocabulary *vocabulary = jx_vocabulary_new(arena);
    const jx_str folder = jx_path_folder(jx_str_of(settings));
    const jx_str path = jx_path_join(arena, folder, JX_WORDS_NAME);
    if (vocabulary == NULL || path.data == NULL) {
        return jx_fail_memory(err);
    }
    const jx_status status =
        is_absent(path.data) ? JX_OK : add_words(arena, vocabulary, path.data, err);
    if (status == JX_OK) {
        *ret = vocabulary;
    }
    return status;
}
