// SPDX-License-Identifier: MIT
// Any bytes may be the host's settings: what is read of them keeps the promises of model/settings.h.
#include "base/utf8.h"
#include "fuzz/fuzz_file.h"
#include "read/read_settings.h"

#include <string.h>

enum { INSTRUCTIONS_LEAST = 1000, INSTRUCTIONS_MOST = 1000000000 };

static void check_path(const char *path)
{
    fuzz_expect(path == NULL || jx_utf8_check(jx_str_of(path), NULL));
}

static void check_settings(const jx_settings *settings)
{
    check_path(settings->plugin_path);
    check_path(settings->script_path);
    fuzz_expect(settings->scripts.instructions >= INSTRUCTIONS_LEAST &&
                settings->scripts.instructions <= INSTRUCTIONS_MOST);
    for (size_t i = 0; i < settings->pin_count; i++) {
        const jx_pin *pin = &settings->pins[i];
        fuzz_expect(pin->name.size > 0 && pin->line > 0);
        fuzz_expect(strspn(pin->sha256.text, "0123456789abcdef") == JX_DIGEST_TEXT - 1);
        for (size_t other = 0; other < i; other++) {
            fuzz_expect(!jx_str_equal(pin->name, settings->pins[other].name));
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[FUZZ_PATH];
    jx_arena *arena = jx_arena_new();
    jx_settings settings = {.pin_count = SIZE_MAX};
    jx_faults *faults = jx_arena_alloc(arena, sizeof *faults);
    jx_faults_init(faults, JX_EN);
    fuzz_file_write(path, data, size);
    const jx_status status = jx_read_settings(arena, path, faults, &settings);
    fuzz_expect(status == faults->status);
    fuzz_expect((status == JX_OK) == (faults->count == 0));
    if (status == JX_OK) {
        check_settings(&settings);
    } else {
        fuzz_expect(settings.pin_count == SIZE_MAX);
    }
    fuzz_file_remove(path);
    jx_arena_free(arena);
    return 0;
}
