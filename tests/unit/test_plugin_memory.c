// SPDX-License-Identifier: MIT
// Whichever allocation fails, loading ends in an error value.
#include "plugin/fields.h"
#include "plugin/loader.h"
#include "plugin/registry.h"
#include "support/failing_memory.h"
#include "support/jx_rows.h"

#include <unistd.h>

#define PLUGINS JX_TEST_BUILD_DIR "/tests/plugins"
#define TYPE    JX_TEST_BUILD_DIR "/tests/types/strict.so"
#define BROKEN  JX_TEST_BUILD_DIR "/tests/broken/kind.so"
#define LINK    JX_TEST_BUILD_DIR "/tests/plugin-memory.so"

// Each answers JX_ESYSTEM where memory was out, and what it should where it was not.
static jx_status load(const char *path)
{
    jx_arena *arena = jx_arena_new();
    jx_error err = JX_ERROR(JX_EN);
    jx_library library;
    if (arena == NULL) {
        return JX_ESYSTEM;
    }
    const jx_status status = jx_library_load(arena, path, &jx_usual_trust, &library, &err);
    assert_int_equal(err.status, status);
    if (status == JX_OK) {
        jx_library_unload(&library);
    }
    jx_arena_free(arena);
    return status;
}

static jx_status load_good(void)
{
    return load(PLUGINS "/good.so");
}

static jx_status load_type(void)
{
    return load(TYPE);
}

static jx_status load_broken(void)
{
    jx_arena *arena = jx_arena_new();
    jx_library library;
    const jx_status status = arena == NULL
                                 ? JX_ESYSTEM
                                 : jx_library_load(arena, BROKEN, &jx_usual_trust, &library, NULL);
    jx_arena_free(arena);
    return status;
}

static jx_status load_registry(void)
{
    jx_registry *registry = NULL;
    jx_faults faults;
    jx_faults_init(&faults, JX_EN);
    const jx_status status = jx_registry_load(PLUGINS, &jx_usual_trust, &faults, &registry);
    assert_int_equal(faults.status, status);
    assert_true(status != JX_OK || jx_registry_count(registry) == 4);
    jx_registry_free(registry);
    return status;
}

// With a pin that differs and one that no library has.
static jx_status miss_pin(void)
{
    static const jx_pin pins[] = {
        {.name = JX_STR("good"), .line = 1},
        {.name = JX_STR("absent"), .line = 2},
    };
    static const jx_settings settings = {.path = "s.ini", .pins = pins, .pin_count = 2};
    const jx_trust trust = {.settings = &settings};
    jx_registry *registry = NULL;
    jx_faults faults;
    jx_faults_init(&faults, JX_EN);
    const jx_status status = jx_registry_load(PLUGINS, &trust, &faults, &registry);
    assert_int_equal(faults.status, status);
    assert_true(status == JX_ESYSTEM || faults.count == 2);
    jx_registry_free(registry);
    return status;
}

static jx_status load_link(void)
{
    jx_arena *arena = jx_arena_new();
    jx_library library;
    const jx_status status =
        arena == NULL ? JX_ESYSTEM : jx_library_load(arena, LINK, &jx_usual_trust, &library, NULL);
    if (status == JX_OK) {
        jx_library_unload(&library);
    }
    jx_arena_free(arena);
    return status;
}

static jx_status parse(const jx_field *field, const char *text)
{
    jx_arena *arena = jx_arena_new();
    const jx_field_context context = {.arena = arena};
    jx_value value;
    const jx_status status =
        arena == NULL ? JX_ESYSTEM
                      : jx_field_parse(field, jx_str_of(text), &context, NULL, &value, NULL);
    jx_arena_free(arena);
    return status;
}

static const jx_field choice = {.type = JX_FIELD_CHOICE, .key = "c", .choices = "rate|level"};
static const jx_field needed = {
    .type = JX_FIELD_TEXT, .flags = JX_FIELD_REQUIRED, .key = "t", .says = {"名称", "name"}};

static jx_status parse_good(void)
{
    return parse(&choice, "level");
}

static jx_status parse_bad(void)
{
    return parse(&choice, "completely");
}

static jx_status leave_unstated(void)
{
    jx_arena *arena = jx_arena_new();
    const jx_field_context context = {.arena = arena};
    jx_value value;
    const jx_status status =
        arena == NULL ? JX_ESYSTEM : jx_field_default(&needed, &context, NULL, &value, NULL);
    jx_arena_free(arena);
    return status;
}

static const struct failing {
    const char *name;
    jx_status (*run)(void);
    jx_status expected;
    size_t least; // allocations at the least
} failings[] = {
    {"loads a plugin or tells that memory is out", load_good, JX_OK, 10},
    {"loads a type or tells that memory is out", load_type, JX_OK, 10},
    {"refuses a broken plugin or tells that memory is out", load_broken, JX_EPLUGIN, 5},
    {"loads a registry or tells that memory is out", load_registry, JX_OK, 20},
    {"loads a plugin by a link or tells that memory is out", load_link, JX_OK, 12},
    {"tells of pins or that memory is out", miss_pin, JX_EPLUGIN, 20},
    {"parses a field or tells that memory is out", parse_good, JX_OK, 1},
    {"refuses a value or tells that memory is out", parse_bad, JX_ECONFIG, 3},
    {"asks for a field or tells that memory is out", leave_unstated, JX_ECONFIG, 1},
};

static void fails_in_order(void **state)
{
    const struct failing *row = *state;
    jx_status status = JX_ESYSTEM;
    size_t allowed = 0;
    more_fail = true;
    while (status == JX_ESYSTEM) {
        mallocs_left = allowed++;
        status = row->run();
        assert_true(status == JX_ESYSTEM || mallocs_left == 0);
    }
    mallocs_left = SIZE_MAX;
    assert_int_equal(status, row->expected);
    assert_in_range(allowed, row->least, 10000);
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, failings, fails_in_order);
    (void)unlink(LINK);
    if (symlink(PLUGINS "/good.so", LINK) != 0) {
        return 1;
    }
    const int failed = jx_rows_run(&all, "plugin_memory");
    return unlink(LINK) != 0 || failed != 0;
}
