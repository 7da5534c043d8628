// SPDX-License-Identifier: MIT
#include "cli/guard.h"

#include "base/file.h"
#include "base/folder.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { PATH_BYTES = 4096 };

static jx_status check_file(const char *output, const char *read, jx_error *err)
{
    if (read == NULL || !jx_file_is_same(output, read)) {
        return JX_OK;
    }
    const jx_place place = {.file = output};
    return jx_fail(err, &place, JX_MESSAGE_OUTPUT_IS_INPUT, jx_str_of(read));
}

// The next run would read its own results, or this one replaces what it reads.
static jx_status check_folder(const char *output, const char *folder, jx_str endings, jx_error *err)
{
    char own[PATH_BYTES];
    const jx_str name = jx_str_of(output);
    const jx_str before = jx_path_folder(name);
    if (folder == NULL || !jx_path_ends_in(name, endings)) {
        return JX_OK;
    }
    const int size = snprintf(own, sizeof own, "%.*s.", (int)before.size, before.data);
    if (size >= (int)sizeof own || !jx_file_is_same(own, folder)) {
        return JX_OK;
    }
    const jx_place place = {.file = output};
    return jx_fail(err, &place, JX_MESSAGE_OUTPUT_AMONG_INPUTS, jx_str_of(folder));
}

jx_status jx_guard_existing(const jx_options *options, jx_error *err)
{
    struct stat about;
    const char *output = options->output;
    if (output == NULL || strcmp(output, "-") == 0 || stat(output, &about) != 0 ||
        !S_ISREG(about.st_mode)) {
        return JX_OK;
    }
    const jx_place place = {.file = output};
    return jx_fail(err, &place, JX_MESSAGE_FILE_EXISTS, JX_STR_NONE);
}

static jx_status check_output(const jx_options *options, const char *output, jx_error *err)
{
    const char *read[] = {options->actuals, options->header, options->file, options->settings};
    jx_status status = JX_OK;
    for (size_t i = 0; i < sizeof read / sizeof read[0] && status == JX_OK; i++) {
        status = check_file(output, read[i], err);
    }
    for (size_t i = 0; i < options->operand_count && status == JX_OK; i++) {
        status = check_file(output, options->operands[i], err);
        status = status != JX_OK
                     ? status
                     : check_folder(output, options->operands[i], (jx_str)JX_STR(".ini"), err);
    }
    return status != JX_OK
               ? status
               : check_folder(output, options->actuals, (jx_str)JX_STR(".csv .xlsx"), err);
}

jx_status jx_guard_output(const jx_options *options, jx_error *err)
{
    const char *output = options->output;
    const char *target = NULL;
    if (output == NULL || strcmp(output, "-") == 0) {
        return JX_OK;
    }
    jx_arena *arena = jx_arena_new();
    if (arena == NULL) {
        return jx_fail_memory(err);
    }
    jx_status status = check_output(options, output, err);
    if (status == JX_OK && jx_link_follow(arena, output, &target) == 0 && target != output) {
        status = check_output(options, target, err);
    }
    jx_arena_free(arena);
    return status;
}
