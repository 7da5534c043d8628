// SPDX-License-Identifier: MIT
// Any text may be CSV: the reader and a plain parser of the tests take it for the same.
#include "base/utf8.h"
#include "fuzz/fuzz_file.h"
#include "support/csv_oracle.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const jx_str text = {(const char *)data, size};
    if (!jx_utf8_check(text, NULL) || jx_str_starts(text, (jx_str)JX_STR("\xEF\xBB\xBF"))) {
        return 0;
    }
    char path[FUZZ_PATH];
    jx_arena *arena = jx_arena_new();
    fuzz_file_write(path, data, size);
    fuzz_expect(jx_str_equal(csv_oracle(arena, text), csv_oracle_read(arena, path)));
    fuzz_file_remove(path);
    jx_arena_free(arena);
    return 0;
}
