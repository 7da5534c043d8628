// SPDX-License-Identifier: MIT
// Any bytes may be a published table: CSV where the first byte is even, text with tabs where it is odd.
#include "fuzz/fuzz_file.h"
#include "read/read_grid.h"
#include "read/read_publication.h"

static void read_table(jx_arena *arena, const char *path)
{
    jx_grid_builder builder = {.arena = arena};
    jx_error err = JX_ERROR(JX_EN);
    jx_publication publication;
    jx_faults *faults = jx_arena_alloc(arena, sizeof *faults);
    const jx_grid_reader *reader = path[0] == 'c' ? &jx_grid_reader_csv : &jx_grid_reader_tsv;
    fuzz_expect(faults != NULL);
    jx_faults_init(faults, JX_EN);
    if (reader->read(path + 1, JX_ENCODING_DETECT, &builder, &err) != JX_OK || builder.count == 0) {
        return;
    }
    const jx_grid grid = {path + 1, path + 1, builder.rows, builder.count};
    const jx_status status = jx_publication_read(arena, &grid, faults, &publication);
    fuzz_expect((status == JX_OK) == (faults->count == 0));
    for (size_t i = 0; status == JX_OK && i < publication.count; i++) {
        fuzz_expect(publication.rows[i].line > publication.line);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[FUZZ_PATH + 1];
    if (size == 0) {
        return 0;
    }
    path[0] = data[0] % 2 == 0 ? 'c' : 't';
    jx_arena *arena = jx_arena_new();
    fuzz_file_write(path + 1, data + 1, size - 1);
    read_table(arena, path);
    fuzz_file_remove(path + 1);
    jx_arena_free(arena);
    return 0;
}
