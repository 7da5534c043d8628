// SPDX-License-Identifier: MIT
#include "base/arena.h"
#include "read/names.h"
#include "read/seen.h"
#include "support/jx_folder.h"
#include "support/jx_random.h"
#include "support/jx_rows.h"

#include <stdio.h>

enum { MANY = 100000, NAME = 32 };

static jx_str make_name(char buffer[NAME], size_t number)
{
    const int size = snprintf(buffer, NAME, "县%06zu", number);
    return (jx_str){buffer, (size_t)size};
}

static void add(jx_seen *seen, size_t number, bool expected)
{
    char buffer[NAME];
    bool again = !expected;
    assert_int_equal(jx_seen_add(seen, jx_names_hash(make_name(buffer, number)) | 1, &again, NULL),
                     JX_OK);
    assert_int_equal(again, expected);
}

static void test_in_order(void **state)
{
    (void)state;
    jx_seen *seen = jx_seen_new(".");
    for (size_t i = 0; i < MANY; i++) {
        add(seen, i, false);
    }
    for (size_t i = 0; i < MANY; i++) {
        add(seen, i, true);
    }
    add(seen, MANY, false);
    jx_seen_free(seen);
}

static void test_out_of_order(void **state)
{
    (void)state;
    jx_seen *seen = jx_seen_new(".");
    for (size_t i = 0; i < MANY; i++) {
        add(seen, (i * 7919 + 5) % MANY, false);
    }
    for (size_t i = 0; i < MANY; i++) {
        add(seen, i, true);
    }
    jx_seen_free(seen);
}

// The order breaks after any number of names that kept it.
static void test_order_lost(void **state)
{
    (void)state;
    for (size_t kept = 1; kept < NAME; kept++) {
        jx_seen *seen = jx_seen_new(".");
        for (size_t i = 0; i < kept; i++) {
            add(seen, 10 + i, false);
        }
        add(seen, 10 + kept - 1, true);
        add(seen, 0, false);
        add(seen, 10, true);
        add(seen, 10 + kept, false);
        add(seen, 10 + kept, true);
        jx_seen_free(seen);
    }
}

// Beyond what memory holds, with keys written down first and looked up later.
static void test_in_file(void **state)
{
    (void)state;
    enum { BATCH = 1000, BATCHES = 700 };
    static uint64_t keys[BATCH];
    jx_seen *seen = jx_seen_new(".");
    for (uint64_t batch = 0; batch < BATCHES; batch++) {
        for (uint64_t i = 0; i < BATCH; i++) {
            keys[i] = (batch * BATCH + i + 1) * UINT64_C(0x9E3779B97F4A7C15);
        }
        assert_int_equal(jx_seen_append(seen, keys, BATCH, NULL), JX_OK);
    }
    for (uint64_t i = 0; i < 2 * (uint64_t)BATCH * BATCHES; i += 7) {
        bool again = false;
        const uint64_t key = (i + 1) * UINT64_C(0x9E3779B97F4A7C15);
        assert_int_equal(jx_seen_add(seen, key, &again, NULL), JX_OK);
        assert_int_equal(again, i < (uint64_t)BATCH * BATCHES);
    }
    assert_int_equal(jx_seen_append(seen, keys, BATCH, NULL), JX_OK);
    jx_seen_free(seen);
}

static void test_no_file(void **state)
{
    (void)state;
    enum { MANY_KEYS = 600000 };
    static uint64_t keys[MANY_KEYS];
    jx_error err = JX_ERROR(JX_EN);
    jx_seen *seen = jx_seen_new("absent");
    assert_int_equal(jx_seen_append(seen, keys, MANY_KEYS, &err), JX_ESYSTEM);
    assert_string_equal(err.text,
                        "absent: so many projects came that which ones did must be kept in a file "
                        "without a name in this folder, which cannot be made: No such file or "
                        "directory");
    jx_seen_free(seen);
}

static void test_any_order(void **state)
{
    (void)state;
    static bool known[MANY];
    jx_random random = jx_random_from(6);
    jx_seen *seen = jx_seen_new(".");
    for (size_t i = 0; i < 2 * (size_t)MANY; i++) {
        const size_t number = jx_random_below(&random, MANY);
        add(seen, number, known[number]);
        known[number] = true;
    }
    jx_seen_free(seen);
}

static void test_odd_names(void **state)
{
    (void)state;
    static const jx_str names[] = {JX_STR(""),          JX_STR("\0"),  JX_STR("\0\0"),
                                   JX_STR("a"),         JX_STR("a\0"), JX_STR("aaaaaaaa"),
                                   JX_STR("aaaaaaaa\0")};
    jx_seen *seen = jx_seen_new(".");
    for (size_t i = 0; i < 2 * sizeof names / sizeof names[0]; i++) {
        const size_t count = sizeof names / sizeof names[0];
        bool again = false;
        const uint64_t key = jx_names_hash(names[i % count]) | 1;
        assert_int_equal(jx_seen_add(seen, key, &again, NULL), JX_OK);
        assert_int_equal(again, i >= count);
    }
    jx_seen_free(seen);
    jx_seen_free(NULL);
}

static void test_names(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_names names = jx_names_in(arena);
    char buffer[NAME];
    uint32_t number = 0;
    assert_int_equal(jx_names_find(&names, (jx_str)JX_STR("a")), JX_NO_NAME);
    for (uint32_t i = 0; i < MANY; i++) {
        const jx_str name = jx_arena_copy(arena, make_name(buffer, i));
        assert_true(jx_names_add(&names, name, i, &number));
        assert_int_equal(number, i);
    }
    for (uint32_t i = 0; i < MANY; i++) {
        const jx_str name = make_name(buffer, i);
        assert_int_equal(jx_names_find(&names, name), i);
        assert_true(jx_names_add(&names, name, MANY, &number));
        assert_int_equal(number, i);
    }
    assert_int_equal(jx_names_find(&names, make_name(buffer, MANY)), JX_NO_NAME);
    assert_int_equal(jx_names_find(&names, (jx_str)JX_STR("")), JX_NO_NAME);
    assert_true(jx_names_add(&names, JX_STR_NONE, 7, &number));
    assert_int_equal(jx_names_find(&names, (jx_str)JX_STR("")), 7);
    jx_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"remembers names in order", test_in_order, NULL, NULL, NULL},
        {"remembers names out of order", test_out_of_order, NULL, NULL, NULL},
        {"remembers names once their order is lost", test_order_lost, NULL, NULL, NULL},
        {"remembers names in any order", test_any_order, NULL, NULL, NULL},
        {"remembers more than memory holds", test_in_file, jx_folder_enter, jx_folder_leave, NULL},
        {"says why there is no room", test_no_file, jx_folder_enter, jx_folder_leave, NULL},
        {"tells odd names apart", test_odd_names, NULL, NULL, NULL},
        {"finds the numbers of names", test_names, NULL, NULL, NULL},
    };
    return cmocka_run_group_tests_name("seen", tests, NULL, NULL);
}
