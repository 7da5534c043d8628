// SPDX-License-Identifier: MIT
// What a registry finds by kind and name.
#include "base/file.h"
#include "plugin/registry.h"
#include "support/jx_rows.h"
#include "support/library_folders.h"

#define GOOD    JX_TEST_BUILD_DIR "/tests/plugins/good.so"
#define SEVERAL JX_TEST_BUILD_DIR "/tests/plugins/several.so"
#define TWINS   JX_TEST_BUILD_DIR "/tests/broken/twins.so"

static void tells_where_from(void **state)
{
    (void)state;
    const jx_library_link links[JX_LIBRARY_LINKS] = {{"x.so", GOOD}};
    const jx_library_link later[JX_LIBRARY_LINKS] = {{"y.so", GOOD}};
    const jx_library_folders made = jx_library_folders_begin(links, later);
    jx_arena *arena = jx_arena_new();
    jx_registry *registry = NULL;
    jx_faults faults;
    jx_str bytes;
    char path[JX_SCRATCH_PATH];
    jx_faults_init(&faults, JX_EN);
    assert_int_equal(jx_registry_load(made.path, &jx_usual_trust, &faults, &registry), JX_OK);
    const jx_registered *row = jx_registry_find(registry, jx_str_of("good"));
    assert_non_null(row);
    assert_string_equal(row->path, jx_scratch_path(&made.a, "x.so", path));
    assert_int_equal(jx_file_read(arena, GOOD, JX_LIBRARY_BYTES, JX_EPLUGIN, &bytes, NULL), JX_OK);
    assert_string_equal(row->digest.text, jx_digest_of(bytes).text);
    assert_string_equal(row->plugin->label.zh, "好指标");
    jx_registry_free(registry);
    jx_arena_free(arena);
    jx_library_folders_end(&made);
}

static void finds_no_other_name(void **state)
{
    (void)state;
    jx_registry *registry = NULL;
    jx_faults faults;
    jx_faults_init(&faults, JX_EN);
    jx_registry_load(JX_TEST_BUILD_DIR "/tests/plugins", &jx_usual_trust, &faults, &registry);
    assert_null(jx_registry_find(registry, jx_str_of("goo")));
    assert_null(jx_registry_find(registry, jx_str_of("goods")));
    assert_null(jx_registry_find(registry, jx_str_of("")));
    jx_registry_free(registry);
}

static void finds_each_kind_by_its_own_name(void **state)
{
    (void)state;
    jx_registry *registry = NULL;
    jx_faults faults;
    jx_faults_init(&faults, JX_EN);
    jx_registry_load(JX_TEST_BUILD_DIR "/tests/plugins:" JX_TEST_BUILD_DIR "/tests/types",
                     &jx_usual_trust, &faults, &registry);
    assert_non_null(jx_registry_find(registry, jx_str_of("good")));
    assert_null(jx_registry_find_type(registry, jx_str_of("good")));
    assert_non_null(jx_registry_find_type(registry, jx_str_of("strict")));
    assert_null(jx_registry_find(registry, jx_str_of("strict")));
    jx_registry_free(registry);
}

static const struct usual_row {
    const char *name;
    const char *path;
    const char *type;
} usuals[] = {
    {"finds the first by name of several usual types", JX_TEST_BUILD_DIR "/tests/usual", "annual"},
    {"finds the usual type that ships", JX_TEST_PLUGIN_DIR, "project-expenditure"},
    {"finds no usual type among others", JX_TEST_BUILD_DIR "/tests/types", NULL},
    {"finds no usual type among categories", JX_TEST_BUILD_DIR "/tests/plugins", NULL},
};

static void finds_usual(void **state)
{
    const struct usual_row *row = *state;
    jx_registry *registry = NULL;
    jx_faults faults;
    jx_faults_init(&faults, JX_EN);
    jx_registry_load(row->path, &jx_usual_trust, &faults, &registry);
    const jx_registered *found = jx_registry_usual_type(registry);
    assert_int_equal(found != NULL, row->type != NULL);
    if (found != NULL) {
        assert_string_equal(found->plugin->name, row->type);
    }
    jx_registry_free(registry);
}

static const struct near_row {
    const char *name;
    uint32_t kind;
    const char *text;
    const char *nearest;
} nears[] = {
    {"finds the nearest category", JX_PLUGIN_CATEGORY, "goood", "good"},
    {"finds the nearest type", JX_PLUGIN_PROJECT_TYPE, "strickt", "strict"},
    {"takes no category for a type", JX_PLUGIN_PROJECT_TYPE, "goood", NULL},
};

static void finds_nearest(void **state)
{
    const struct near_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_registry *registry = NULL;
    jx_faults faults;
    jx_faults_init(&faults, JX_EN);
    jx_registry_load(JX_TEST_BUILD_DIR "/tests/plugins:" JX_TEST_BUILD_DIR "/tests/types",
                     &jx_usual_trust, &faults, &registry);
    jx_expect_text(jx_registry_nearest(registry, row->kind, jx_str_of(row->text), arena),
                   row->nearest);
    jx_registry_free(registry);
    jx_arena_free(arena);
}

static void loads_what_ships(void **state)
{
    (void)state;
    jx_registry *registry = NULL;
    jx_faults faults;
    jx_faults_init(&faults, JX_EN);
    jx_registry_load(JX_TEST_PLUGIN_DIR, &jx_usual_trust, &faults, &registry);
    if (faults.count > 0) {
        fail_msg("%s", faults.shown[0].text);
    }
    jx_expect_registered(
        registry,
        "benefit budget cost decision output process satisfaction finance-evaluation project-expenditure ");
    jx_registry_free(registry);
}

static void frees_nothing(void **state)
{
    (void)state;
    jx_registry_free(NULL);
}

// ---------------------------------------------------------------------------------------- one library

static void holds_one_library(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_registry *registry = NULL;
    jx_library library;
    assert_int_equal(jx_library_load(arena, SEVERAL, &jx_usual_trust, &library, NULL), JX_OK);
    assert_int_equal(jx_registry_of(&library, "several.so", &registry, NULL), JX_OK);
    assert_int_equal(jx_registry_count(registry), library.plugin_count);
    assert_string_equal(jx_registry_at(registry, 0)->path, "several.so");
    for (size_t i = 1; i < jx_registry_count(registry); i++) {
        assert_true(strcmp(jx_registry_at(registry, i - 1)->plugin->name,
                           jx_registry_at(registry, i)->plugin->name) < 0);
    }
    jx_registry_free(registry);
    jx_library_unload(&library);
    jx_arena_free(arena);
}

static void refuses_a_library_of_twins(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_registry *registry = NULL;
    jx_library library;
    jx_error err = JX_ERROR(JX_EN);
    assert_int_equal(jx_library_load(arena, TWINS, &jx_usual_trust, &library, NULL), JX_OK);
    assert_int_equal(jx_registry_of(&library, "twins.so", &registry, &err), JX_EPLUGIN);
    assert_int_equal(err.message, JX_MESSAGE_PLUGIN_TWICE);
    assert_null(registry);
    jx_library_unload(&library);
    jx_arena_free(arena);
}

int main(void)
{
    static jx_rows all;
    jx_rows_add_one(&all, "tells file and digest of a plugin", tells_where_from, NULL);
    jx_rows_add_one(&all, "finds no plugin of another name", finds_no_other_name, NULL);
    jx_rows_add_one(&all, "finds each kind by its own name", finds_each_kind_by_its_own_name, NULL);
    JX_ROWS(&all, usuals, finds_usual);
    JX_ROWS(&all, nears, finds_nearest);
    jx_rows_add_one(&all, "loads the plugins that ship", loads_what_ships, NULL);
    jx_rows_add_one(&all, "holds the plugins of one library, by name", holds_one_library, NULL);
    jx_rows_add_one(&all, "refuses a library that gives a name twice", refuses_a_library_of_twins,
                    NULL);
    jx_rows_add_one(&all, "frees no registry", frees_nothing, NULL);
    return jx_rows_run(&all, "registry_find");
}
