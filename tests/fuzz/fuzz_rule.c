// SPDX-License-Identifier: MIT
// Any bytes may be a wording, or the cells beside one (parted by NUL): they are read, the same way every time, and what is
// quoted are words of the wording.
#include "fuzz/fuzz_file.h"
#include "rule/rule.h"

#include <string.h>

enum { CELLS = 8 };

static jx_str next_cell(jx_str *rest)
{
    const jx_str cell = jx_str_next(rest, '\0');
    return cell;
}

static void expect_same(const jx_reading *a, const jx_reading *b)
{
    fuzz_expect(a->is_compiled == b->is_compiled && a->key_count == b->key_count);
    for (size_t i = 0; i < a->key_count; i++) {
        fuzz_expect(jx_str_equal(a->keys[i].value, b->keys[i].value));
    }
    fuzz_expect(a->is_compiled ? strcmp(a->reads.en, b->reads.en) == 0
                               : strcmp(a->because.zh, b->because.zh) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static jx_vocabulary *vocabulary; // made once: it is immutable
    if (vocabulary == NULL) {
        vocabulary = jx_vocabulary_new(jx_arena_new());
    }
    jx_arena *arena = jx_arena_new();
    jx_str rest = {(const char *)data, size};
    jx_str cells[CELLS];
    jx_reading first;
    jx_reading second;
    for (size_t i = 0; i < CELLS; i++) {
        cells[i] = next_cell(&rest);
    }
    const jx_wording wording = {
        .rule = cells[0],
        .value = cells[1],
        .kind = cells[2],
        .unit = cells[3],
        .weight = cells[4].size > 0 ? cells[4] : (jx_str)JX_STR("10"),
        .name = cells[5],
        .content = cells[6],
        .year = cells[7],
    };
    fuzz_expect(jx_rule_read(vocabulary, &wording, arena, &first, NULL) == JX_OK);
    fuzz_expect(jx_rule_read(vocabulary, &wording, arena, &second, NULL) == JX_OK);
    expect_same(&first, &second);
    if (first.at.data != NULL && first.at.size > 0) {
        fuzz_expect(first.at.data >= wording.rule.data &&
                    first.at.data + first.at.size <= wording.rule.data + wording.rule.size);
    }
    jx_arena_free(arena);
    return 0;
}
