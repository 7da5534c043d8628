// SPDX-License-Identifier: MIT
#include "base/file.h"
#include "plugin/registry.h"
#include "support/jx_rows.h"
#include "support/jx_scratch.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define GOOD    JX_TEST_BUILD_DIR "/tests/plugins/good.so"
#define SEVERAL JX_TEST_BUILD_DIR "/tests/plugins/several.so"
#define TWINS   JX_TEST_BUILD_DIR "/tests/broken/twins.so"
#define OTHERS  JX_TEST_BUILD_DIR "/tests/types/others.so"
#define STRICT  JX_TEST_BUILD_DIR "/tests/types/strict.so"
#define USUAL   JX_TEST_BUILD_DIR "/tests/usual/usual.so"
#define OUTPUT  JX_TEST_PLUGIN_DIR "/output.so"
#define BROKEN  JX_TEST_BUILD_DIR "/tests/broken/kind.so"

enum { LIBRARY_MOST = 64 << 20, LINKS_MOST = 4, FAULTS_MOST = 5, OTHER_GROUP = 12345 };

// Two folders, the libraries in each as NAME=FILE, and what the path `{a}:{b}` gives of them.
typedef struct entry {
    const char *name;
    const char *target;
} entry;

static const struct loading {
    const char *name;
    entry a[LINKS_MOST];
    entry b[LINKS_MOST];
    const char *names;               // of the plugins, in order
    const char *faults[FAULTS_MOST]; // parts of their texts, in order
} loadings[] = {
    {"finds no plugins in empty folders", {{NULL, NULL}}, {{NULL, NULL}}, "", {NULL}},
    {"orders plugins by name, not by library or folder",
     {{"a.so", SEVERAL}},
     {{"b.so", GOOD}},
     "art good zeal ",
     {NULL}},
    {"orders types behind categories",
     {{"a.so", OTHERS}, {"b.so", USUAL}, {"c.so", SEVERAL}},
     {{NULL, NULL}},
     "art zeal advising annual open output zonal ",
     {NULL}},
    {"lets a category and a type share a name",
     {{"a.so", OTHERS}, {"b.so", OUTPUT}},
     {{NULL, NULL}},
     "output advising open output ",
     {NULL}},
    {"refuses a type given twice in a folder",
     {{"a.so", STRICT}, {"b.so", STRICT}},
     {{NULL, NULL}},
     "strict ",
     {"/b.so: plugin \"strict\" is given by "}},
    {"takes only names that end in .so",
     {{"good.so.1", GOOD}, {"so", GOOD}, {"good.txt", GOOD}, {".hidden.so", GOOD}},
     {{NULL, NULL}},
     "",
     {NULL}},
    {"lets the plugin of an earlier folder stand",
     {{"x.so", GOOD}},
     {{"y.so", GOOD}},
     "good ",
     {NULL}},
    {"refuses a plugin given twice in a folder",
     {{"x.so", GOOD}, {"y.so", GOOD}},
     {{NULL, NULL}},
     "good ",
     {"/y.so: plugin \"good\" is given by "}},
    {"refuses a plugin given twice in a later folder",
     {{NULL, NULL}},
     {{"x.so", GOOD}, {"y.so", GOOD}},
     "good ",
     {"/y.so: plugin \"good\" is given by "}},
    {"refuses a plugin given twice in a library",
     {{"x.so", TWINS}},
     {{NULL, NULL}},
     "broken ",
     {"/x.so: plugin \"broken\" is given by "}},
    {"lets what an earlier folder gave stand against twins",
     {{"x.so", TWINS}},
     {{"y.so", TWINS}},
     "broken ",
     {"/x.so: plugin \"broken\" is given by "}},
    {"loads the others where one is broken",
     {{"a.so", BROKEN}, {"b.so", GOOD}, {"c.so", "/nowhere"}},
     {{"d.so", SEVERAL}},
     "art good zeal ",
     {"/a.so: plugin \"broken\" breaks the rule kind", "/c.so: "}},
    {"tells of faults in the order of bytes",
     {{"b.so", BROKEN}, {"B.so", BROKEN}, {"a.so", BROKEN}, {"\xe4\xb8\x80.so", BROKEN}},
     {{"0.so", BROKEN}},
     "",
     {"/B.so: ", "/a.so: ", "/b.so: ", "/一.so: ", "/0.so: "}},
};

typedef struct folders {
    jx_scratch a;
    jx_scratch b;
    char path[3 * JX_SCRATCH_PATH];
} folders;

static void link_all(const jx_scratch *scratch, const entry links[LINKS_MOST])
{
    for (size_t i = 0; i < LINKS_MOST && links[i].name != NULL; i++) {
        char path[JX_SCRATCH_PATH];
        jx_scratch_path(scratch, links[i].name, path);
        assert_int_equal(symlink(links[i].target, path), 0);
    }
}

static folders begin(const entry a[LINKS_MOST], const entry b[LINKS_MOST])
{
    folders ret = {jx_scratch_begin("registry-a"), jx_scratch_begin("registry-b"), ""};
    link_all(&ret.a, a);
    link_all(&ret.b, b);
    snprintf(ret.path, sizeof ret.path, "%s:%s", ret.a.folder, ret.b.folder);
    return ret;
}

static void end(const folders *made)
{
    jx_scratch_end(&made->a);
    jx_scratch_end(&made->b);
}

static void expect_names(const jx_registry *registry, const char *expected)
{
    char names[256] = "";
    size_t size = 0;
    for (size_t i = 0; i < jx_registry_count(registry); i++) {
        const jx_registered *row = jx_registry_at(registry, i);
        const jx_str name = jx_str_of(row->plugin->name);
        assert_ptr_equal(row->plugin->kind == JX_PLUGIN_CATEGORY
                             ? jx_registry_find(registry, name)
                             : jx_registry_find_type(registry, name),
                         row);
        size += (size_t)snprintf(names + size, sizeof names - size, "%s ", row->plugin->name);
    }
    assert_string_equal(names, expected);
}

static void loads(void **state)
{
    const struct loading *row = *state;
    const folders made = begin(row->a, row->b);
    jx_registry *registry = NULL;
    jx_faults faults;
    jx_faults_init(&faults, JX_EN);
    const jx_status status = jx_registry_load(made.path, &jx_usual_trust, &faults, &registry);
    expect_names(registry, row->names);
    size_t told = 0;
    for (; told < FAULTS_MOST && row->faults[told] != NULL; told++) {
        assert_in_range(faults.count, told + 1, JX_FAULTS_SHOWN);
        if (strstr(faults.shown[told].text, row->faults[told]) == NULL) {
            fail_msg("expected \"%s\", got %s", row->faults[told], faults.shown[told].text);
        }
        assert_int_equal(faults.shown[told].status, JX_EPLUGIN);
    }
    assert_int_equal(status, told == 0 ? JX_OK : JX_EPLUGIN);
    assert_int_equal(faults.count, told);
    jx_registry_free(registry);
    end(&made);
}

// --------------------------------------------------------------------------------------------- trust

// Loads the path of the folders with the settings and expects the parts in the texts of faults, and no other faults.
static void expect_faults(const folders *made,
                          const jx_settings *settings,
                          const char *names,
                          const char *const *parts)
{
    jx_registry *registry = NULL;
    jx_faults faults;
    jx_faults warnings;
    jx_faults_init(&faults, JX_EN);
    jx_faults_init(&warnings, JX_EN);
    const jx_trust trust = {.settings = settings, .warnings = &warnings};
    const jx_status status = jx_registry_load(made->path, &trust, &faults, &registry);
    size_t count = 0;
    for (; parts[count] != NULL; count++) {
        assert_in_range(faults.count, count + 1, JX_FAULTS_SHOWN);
        if (strstr(faults.shown[count].text, parts[count]) == NULL) {
            fail_msg("expected \"%s\", got %s", parts[count], faults.shown[count].text);
        }
    }
    assert_int_equal(faults.count, count);
    assert_int_equal(status, faults.status);
    expect_names(registry, names);
    jx_registry_free(registry);
}

static void tells_of_a_folder_once(void **state)
{
    (void)state;
    const entry a[LINKS_MOST] = {{"x.so", GOOD}, {"y.so", SEVERAL}};
    const entry b[LINKS_MOST] = {{"y.so", SEVERAL}};
    const folders made = begin(a, b);
    const char *const parts[] = {": everybody may replace the plugins in this folder (mode 0777, ",
                                 NULL};
    assert_int_equal(chmod(made.a.folder, 0777), 0);
    expect_faults(&made, &jx_usual_settings, "art zeal ", parts);
    end(&made);
}

static jx_digest digest_of(const char *path)
{
    jx_arena *arena = jx_arena_new();
    jx_str bytes;
    assert_int_equal(jx_file_read(arena, path, LIBRARY_MOST, JX_EPLUGIN, &bytes, NULL), JX_OK);
    const jx_digest digest = jx_digest_of(bytes);
    jx_arena_free(arena);
    return digest;
}

static void holds_to_pins(void **state)
{
    (void)state;
    const entry a[LINKS_MOST] = {{"x.so", GOOD}};
    const entry b[LINKS_MOST] = {{"x.so", SEVERAL}, {"y.so", SEVERAL}};
    const folders made = begin(a, b);
    const jx_pin pins[] = {
        {.name = JX_STR("absent"), .sha256 = digest_of(GOOD), .line = 2},
        {.name = JX_STR("x"), .sha256 = digest_of(GOOD), .line = 3},
        {.name = JX_STR("y"), .sha256 = digest_of(SEVERAL), .line = 4},
        {.name = JX_STR("gone"), .sha256 = digest_of(GOOD), .line = 5},
    };
    const jx_settings settings = {.path = "s.ini", .pins = pins, .pin_count = 4};
    char absent[4 * JX_SCRATCH_PATH];
    snprintf(
        absent, sizeof absent,
        "s.ini:2: expected a library absent.so, which is pinned, found none on the plugin path "
        "\"%s\"; ",
        made.path);
    const char *const parts[] = {"/x.so: expected the SHA-256 ", absent,
                                 "s.ini:5: expected a library gone.so", NULL};
    expect_faults(&made, &settings, "art good zeal ", parts);
    end(&made);
}

static void warns_of_a_folder_once(void **state)
{
    (void)state;
    if (geteuid() != 0) {
        print_message("[  SKIP  ] only root can give a folder to any group\n");
        skip();
    }
    const entry a[LINKS_MOST] = {{"x.so", GOOD}, {"y.so", SEVERAL}};
    const folders made = begin(a, a);
    jx_registry *registry = NULL;
    jx_faults faults;
    jx_faults warnings;
    jx_faults_init(&faults, JX_EN);
    jx_faults_init(&warnings, JX_EN);
    const jx_trust trust = {.settings = &jx_usual_settings, .warnings = &warnings};
    assert_int_equal(chown(made.a.folder, 0, OTHER_GROUP), 0);
    assert_int_equal(chown(made.b.folder, 0, OTHER_GROUP), 0);
    assert_int_equal(chmod(made.a.folder, 0775), 0);
    assert_int_equal(chmod(made.b.folder, 0775), 0);
    assert_int_equal(jx_registry_load(made.path, &trust, &faults, &registry), JX_OK);
    assert_int_equal(warnings.count, 2);
    assert_int_equal(warnings.shown[1].message, JX_MESSAGE_PLUGIN_GROUP_WRITABLE);
    jx_registry_free(registry);
    end(&made);
}

// --------------------------------------------------------------------------------------------- paths

static const struct searching {
    const char *name;
    const char *path;
    size_t plugins;
    size_t faults;
} searchings[] = {
    {"finds no plugins on an empty path", "", 0, 0},
    {"passes over empty parts", "::", 0, 0},
    {"tells of a folder that is not there", "/no/such/folder", 0, 1},
    {"tells of a file in place of a folder", GOOD, 0, 1},
    {"tells of every folder that cannot be read", "/no/a:/no/b:", 0, 2},
    {"allows a slash behind a folder", JX_TEST_BUILD_DIR "/tests/plugins/", 4, 0},
    {"allows a folder twice",
     JX_TEST_BUILD_DIR "/tests/plugins:" JX_TEST_BUILD_DIR "/tests/plugins", 4, 0},
};

static void searches(void **state)
{
    const struct searching *row = *state;
    jx_registry *registry = NULL;
    jx_faults faults;
    jx_faults_init(&faults, JX_ZH);
    const jx_status status = jx_registry_load(row->path, &jx_usual_trust, &faults, &registry);
    assert_int_equal(status, row->faults == 0 ? JX_OK : JX_EPLUGIN);
    assert_int_equal(jx_registry_count(registry), row->plugins);
    assert_int_equal(faults.count, row->faults);
    assert_string_equal(jx_registry_path(registry), row->path);
    for (size_t i = 0; i < row->faults; i++) {
        assert_int_equal(faults.shown[i].message, JX_MESSAGE_PLUGIN_FOLDER);
        assert_int_equal(faults.shown[i].status, JX_EPLUGIN);
    }
    jx_registry_free(registry);
}

// ---------------------------------------------------------------------------------------------- rows

static void tells_where_from(void **state)
{
    (void)state;
    const entry links[LINKS_MOST] = {{"x.so", GOOD}};
    const entry later[LINKS_MOST] = {{"y.so", GOOD}};
    const folders made = begin(links, later);
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
    assert_int_equal(jx_file_read(arena, GOOD, LIBRARY_MOST, JX_EPLUGIN, &bytes, NULL), JX_OK);
    assert_string_equal(row->digest.text, jx_digest_of(bytes).text);
    assert_string_equal(row->plugin->label.zh, "好指标");
    jx_registry_free(registry);
    jx_arena_free(arena);
    end(&made);
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
    expect_names(
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
    JX_ROWS(&all, loadings, loads);
    JX_ROWS(&all, searchings, searches);
    jx_rows_add_one(&all, "tells once of a folder that everybody may change",
                    tells_of_a_folder_once, NULL);
    jx_rows_add_one(&all, "holds to pins, and misses what is pinned", holds_to_pins, NULL);
    jx_rows_add_one(&all, "warns once of a folder that a group may change", warns_of_a_folder_once,
                    NULL);
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
    return jx_rows_run(&all, "registry");
}
