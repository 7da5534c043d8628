// SPDX-License-Identifier: MIT
// Compiled, with core/plugin/adopt.c, against a plugin.h to which members were appended: what a later host makes of a
// plugin that was built today.
#include "abi/describe.h"
#include "plugin/adopt.h"
#include "support/jx_rows.h"

#include <dlfcn.h>

#define GOOD   JX_TEST_BUILD_DIR "/tests/plugins/good.so"
#define STRICT JX_TEST_BUILD_DIR "/tests/types/strict.so"

// The rest of the core was compiled against today's header: no structure of plugin.h goes there.
static const jx_plugin *open_plugin(const char *path, void **ret_handle)
{
    const jx_plugin *(*entry)(uint32_t index) = NULL;
    *ret_handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    assert_non_null(*ret_handle);
    void *symbol = dlsym(*ret_handle, "jx_plugin_v1");
    assert_non_null(symbol);
    memcpy(&entry, &symbol, sizeof entry);
    return entry(0);
}

static void reads_all_that_is_there(void **state)
{
    (void)state;
    void *handle = NULL;
    jx_arena *arena = jx_arena_new();
    const jx_plugin *built = open_plugin(GOOD, &handle);
    assert_true(built->struct_size < sizeof(jx_plugin));
    const jx_plugin *plugin = jx_plugin_adopt(arena, built);
    assert_non_null(plugin);
    assert_int_equal(plugin->struct_size, sizeof *plugin);
    assert_string_equal(plugin->name, "good");
    assert_true(plugin->create == built->create && plugin->destroy == built->destroy);
    assert_int_equal(plugin->fields.stride, sizeof(jx_field));
    assert_int_equal(plugin->fields.count, 9);
    const jx_field *last = jx_list_at(&plugin->fields, 8);
    assert_string_equal(last->key, "least");
    assert_string_equal(last->says.en, "the least level");
    dlclose(handle);
    jx_arena_free(arena);
}

// Of every structure that a plugin hands in.
static void sees_zero_for_what_is_not(void **state)
{
    (void)state;
    void *handle = NULL;
    jx_arena *arena = jx_arena_new();
    const jx_plugin *plugin = jx_plugin_adopt(arena, open_plugin(GOOD, &handle));
    const jx_subcategory *subcategory = jx_list_at(&plugin->subcategories, 0);
    const jx_default *fallback = jx_list_at(&plugin->defaults, 1);
    const jx_field *field = jx_list_at(&plugin->fields, 2);
    const jx_field *input = jx_list_at(&plugin->inputs, 0);
    const jx_loss_code *code = jx_list_at(&plugin->loss_codes, 0);
    const jx_measure *measure = jx_list_at(&plugin->measures, 0);
    const jx_field *of_measure = jx_list_at(&measure->fields, 0);
    const jx_field *input_of_measure = jx_list_at(&measure->inputs, 0);
    assert_int_equal(plugin->later, 0);
    assert_int_equal(subcategory->later, 0);
    assert_int_equal(fallback->later, 0);
    assert_int_equal(field->later, 0);
    assert_int_equal(input->later, 0);
    assert_int_equal(code->later, 0);
    assert_int_equal(measure->later, 0);
    assert_int_equal(of_measure->later, 0);
    assert_int_equal(input_of_measure->later, 0);
    assert_string_equal(input_of_measure->key, "adjustment");
    dlclose(handle);
    jx_arena_free(arena);
}

static void sees_zero_in_types(void **state)
{
    (void)state;
    void *handle = NULL;
    jx_arena *arena = jx_arena_new();
    const jx_plugin *plugin = jx_plugin_adopt(arena, open_plugin(STRICT, &handle));
    const jx_share *share = jx_list_at(&plugin->shares, 3);
    const jx_type_grade *grade = jx_list_at(&plugin->grades, 1);
    const jx_default *of_project = jx_list_at(&plugin->project_defaults, 3);
    const jx_default *of_indicator = jx_list_at(&plugin->indicator_defaults, 2);
    assert_int_equal(plugin->later, 0);
    assert_int_equal(share->later, 0);
    assert_string_equal(share->maximum, "30");
    assert_int_equal(grade->later, 0);
    assert_string_equal(grade->least, "0");
    assert_int_equal(of_project->later, 0);
    assert_int_equal(of_indicator->later, 0);
    assert_string_equal(of_indicator->value, "户");
    dlclose(handle);
    jx_arena_free(arena);
}

int main(void)
{
    static jx_rows all;
    jx_rows_add_one(&all, "reads all of a plugin built before", reads_all_that_is_there, NULL);
    jx_rows_add_one(&all, "sees zero for members it lacks", sees_zero_for_what_is_not, NULL);
    jx_rows_add_one(&all, "sees zero for members that a type lacks", sees_zero_in_types, NULL);
    return jx_rows_run(&all, "newer_host");
}
