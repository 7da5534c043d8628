// SPDX-License-Identifier: MIT
// The arena is compiled in here with a malloc of the test, so that any one of its allocations can fail.
#include "support/jx_rows.h"

#include <stdlib.h>

#ifndef JIXIAO_ONE_MALLOC_EACH
#  define JIXIAO_ONE_MALLOC_EACH 0
#endif

static size_t mallocs_left = SIZE_MAX;
static size_t mallocs_made;

static void *counted_malloc(size_t size)
{
    if (mallocs_left == 0) {
        return NULL;
    }
    mallocs_left--;
    mallocs_made++;
    return (malloc)(size);
}

#define malloc(size) counted_malloc(size)
#include "base/arena.c"
#undef malloc

enum { BLOCKS = 300 };

static int prepare(void **state)
{
    mallocs_left = SIZE_MAX;
    mallocs_made = 0;
    *state = jx_arena_new();
    return *state == NULL;
}

static int finish(void **state)
{
    jx_arena_free(*state);
    return 0;
}

static void expect_bytes(const unsigned char *block, size_t size, int byte)
{
    for (size_t i = 0; i < size; i++) {
        assert_int_equal(block[i], byte);
    }
}

static void test_blocks(void **state)
{
    static const size_t sizes[] = {1, 7, 16, 100, 5000, 3, 70000};
    unsigned char *blocks[BLOCKS];
    for (size_t i = 0; i < BLOCKS; i++) {
        size_t size = sizes[i % 7];
        blocks[i] = jx_arena_alloc(*state, size);
        assert_non_null(blocks[i]);
        assert_int_equal((uintptr_t)blocks[i] % _Alignof(max_align_t), 0);
        expect_bytes(blocks[i], size, 0);
        memset(blocks[i], (int)(i % 256), size);
    }
    for (size_t i = 0; i < BLOCKS; i++) {
        expect_bytes(blocks[i], sizes[i % 7], (int)(i % 256));
    }
}

static void test_reset(void **state)
{
    for (int round = 0; round < 20; round++) {
        for (int i = 0; i < BLOCKS; i++) {
            unsigned char *block = jx_arena_alloc(*state, 1000);
            assert_non_null(block);
            expect_bytes(block, 1000, 0);
            memset(block, 0xa5, 1000);
        }
        size_t before = mallocs_made;
        jx_arena_reset(*state);
        if (round > 0 && !JIXIAO_ONE_MALLOC_EACH) {
            assert_int_equal(mallocs_made, before);
        }
    }
    assert_in_range(mallocs_made, 2, JIXIAO_ONE_MALLOC_EACH ? 20 * BLOCKS + 1 : 12);
}

// A large block between small ones must not lose the chunks behind it.
static void test_reset_with_other_sizes(void **state)
{
    for (size_t round = 0; round < 50; round++) {
        for (size_t i = 0; i < 20; i++) {
            size_t size = i == round % 20 ? 300000 : 3000;
            unsigned char *block = jx_arena_alloc(*state, size);
            assert_non_null(block);
            memset(block, 0xa5, size);
        }
        jx_arena_reset(*state);
    }
    assert_in_range(mallocs_made, 2, JIXIAO_ONE_MALLOC_EACH ? 1001 : 40);
}

static void test_empty_blocks(void **state)
{
    char *first = jx_arena_alloc(*state, 0);
    char *second = jx_arena_alloc(*state, 0);
    assert_non_null(first);
    assert_non_null(second);
    assert_ptr_not_equal(first, second);
}

static void test_array(void **state)
{
    uint64_t *numbers = jx_arena_array(*state, 1000, sizeof *numbers);
    assert_non_null(numbers);
    for (size_t i = 0; i < 1000; i++) {
        assert_true(numbers[i] == 0);
    }
    assert_non_null(jx_arena_array(*state, 0, SIZE_MAX));
    assert_null(jx_arena_array(*state, SIZE_MAX / 8 + 2, 8));
    assert_null(jx_arena_array(*state, SIZE_MAX, SIZE_MAX));
}

static void test_huge(void **state)
{
    size_t before = mallocs_made;
    assert_null(jx_arena_alloc(*state, SIZE_MAX));
    assert_null(jx_arena_alloc(*state, SIZE_MAX - 64));
    assert_null(jx_arena_alloc(*state, PTRDIFF_MAX));
    assert_null(jx_arena_copy(*state, (jx_str){"", SIZE_MAX}).data);
    assert_int_equal(mallocs_made, before);
    assert_non_null(jx_arena_alloc(*state, 8));
}

static void test_growing(void **state)
{
    unsigned char *block = jx_arena_grow(*state, NULL, 0, 10);
    assert_non_null(block);
    memset(block, 1, 10);
    for (size_t size = 10; size < 100000; size = size * 3 / 2) {
        block = jx_arena_grow(*state, block, size, size * 3 / 2);
        assert_non_null(block);
        expect_bytes(block, size, 1);
        memset(block, 1, size * 3 / 2);
    }
}

static void test_room(void **state)
{
    uint32_t *numbers = NULL;
    for (uint32_t i = 0; i < 1000; i++) {
        numbers = jx_arena_room(*state, numbers, i, sizeof *numbers);
        assert_non_null(numbers);
        numbers[i] = i;
    }
    for (uint32_t i = 0; i < 1000; i++) {
        assert_int_equal(numbers[i], i);
    }
}

static void test_growing_in_place(void **state)
{
    unsigned char *block = jx_arena_alloc(*state, 100);
    unsigned char *grown = jx_arena_grow(*state, block, 100, 1000);
    assert_int_equal(grown == block, !JIXIAO_ONE_MALLOC_EACH);
    unsigned char *next = jx_arena_alloc(*state, 100);
    memset(grown, 1, 1000);
    expect_bytes(next, 100, 0);
    unsigned char *moved = jx_arena_grow(*state, grown, 1000, 2000);
    assert_ptr_not_equal(moved, grown);
    memset(moved, 2, 2000);
    expect_bytes(next, 100, 0);
}

static void test_shrinking(void **state)
{
    unsigned char *block = jx_arena_alloc(*state, 100);
    memset(block, 1, 100);
    block = jx_arena_grow(*state, block, 100, 10);
    unsigned char *next = jx_arena_alloc(*state, 100);
    memset(next, 2, 100);
    expect_bytes(block, 10, 1);
    block = jx_arena_grow(*state, block, 10, 5);
    expect_bytes(block, 5, 1);
    expect_bytes(next, 100, 2);
}

static void test_copy(void **state)
{
    const char *text = "培育一批";
    jx_str copy = jx_arena_copy(*state, jx_str_of(text));
    jx_expect_text(copy, text);
    assert_ptr_not_equal(copy.data, text);
    assert_int_equal(copy.data[copy.size], '\0');
    jx_str empty = jx_arena_copy(*state, JX_STR_NONE);
    assert_int_equal(empty.size, 0);
    assert_string_equal(empty.data, "");
}

// Fails the n-th malloc for every n until all goes well: an error value each time, and what was there stays.
static void test_failing(void **state)
{
    (void)state;
    for (size_t allowed = 0;; allowed++) {
        mallocs_left = allowed;
        jx_arena *arena = jx_arena_new();
        unsigned char *first = arena == NULL ? NULL : jx_arena_alloc(arena, 3000);
        if (first != NULL) {
            memset(first, 1, 3000);
        }
        unsigned char *grown = first == NULL ? NULL : jx_arena_grow(arena, first, 3000, 300000);
        jx_str copy = grown == NULL ? JX_STR_NONE : jx_arena_copy(arena, (jx_str){"x", 1});
        void *array = copy.data == NULL ? NULL : jx_arena_array(arena, 1000, 1000);
        if (first != NULL) {
            expect_bytes(grown == NULL ? first : grown, 3000, 1);
        }
        jx_arena_free(arena);
        if (array != NULL) {
            assert_int_equal(mallocs_left, 0);
            assert_true(allowed >= 4);
            return;
        }
        assert_int_equal(mallocs_left, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"gives zeroed, aligned blocks that do not overlap", test_blocks, prepare, finish, NULL},
        {"gives zeroed blocks after a reset, from the same memory", test_reset, prepare, finish,
         NULL},
        {"keeps all memory over resets with other sizes", test_reset_with_other_sizes, prepare,
         finish, NULL},
        {"gives empty blocks of their own", test_empty_blocks, prepare, finish, NULL},
        {"gives arrays, unless their size overflows", test_array, prepare, finish, NULL},
        {"refuses what no memory holds", test_huge, prepare, finish, NULL},
        {"keeps the bytes of a growing block", test_growing, prepare, finish, NULL},
        {"makes room for one element more", test_room, prepare, finish, NULL},
        {"grows the last block in place and no other", test_growing_in_place, prepare, finish,
         NULL},
        {"shrinks a block", test_shrinking, prepare, finish, NULL},
        {"copies texts and ends them in NUL", test_copy, prepare, finish, NULL},
        {"answers NULL wherever memory runs out", test_failing, NULL, NULL, NULL},
    };
    jx_arena_free(NULL);
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
