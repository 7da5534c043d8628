// SPDX-License-Identifier: MIT
// What a registry loads, and what it tells of the rest.
#include "base/file.h"
#include "plugin/registry.h"
#include "support/jx_rows.h"
#include "support/library_folders.h"

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

enum { FAULTS_MOST = 5, OTHER_GROUP = 12345 };

// Two folders, the libraries in each as NAME=FILE, and what the path `{a}:{b}` gives of them.
static const struct loading {
    const char *name;
    jx_library_link a[JX_LIBRARY_LINKS];
    jx_library_link b[JX_LIBRARY_LINKS];
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

static void loads(void **state)
{
    const struct loading *row = *state;
    const jx_library_folders made = jx_library_folders_begin(row->a, row->b);
    jx_registry *registry = NULL;
    jx_faults faults;
    jx_faults_init(&faults, JX_EN);
    const jx_status status = jx_registry_load(made.path, &jx_usual_trust, &faults, &registry);
    jx_expect_registered(registry, row->names);
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
    jx_library_folders_end(&made);
}

// --------------------------------------------------------------------------------------------- trust

// Loads the path of the folders with the settings and expects the parts in the texts of faults, and no other faults.
static void expect_faults(const jx_library_folders *made,
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
    jx_expect_registered(registry, names);
    jx_registry_free(registry);
}

static void tells_of_a_folder_once(void **state)
{
    (void)state;
    const jx_library_link a[JX_LIBRARY_LINKS] = {{"x.so", GOOD}, {"y.so", SEVERAL}};
    const jx_library_link b[JX_LIBRARY_LINKS] = {{"y.so", SEVERAL}};
    const jx_library_folders made = jx_library_folders_begin(a, b);
    const char *const parts[] = {": everybody may replace the plugins in this folder (mode 0777, ",
                                 NULL};
    assert_int_equal(chmod(made.a.folder, 0777), 0);
    expect_faults(&made, &jx_usual_settings, "art zeal ", parts);
    jx_library_folders_end(&made);
}

static jx_digest digest_of(const char *path)
{
    jx_arena *arena = jx_arena_new();
    jx_str bytes;
    assert_int_equal(jx_file_read(arena, path, JX_LIBRARY_BYTES, JX_EPLUGIN, &bytes, NULL), JX_OK);
    const jx_digest digest = jx_digest_of(bytes);
    jx_arena_free(arena);
    return digest;
}

static void holds_to_pins(void **state)
{
    (void)state;
    const jx_library_link a[JX_LIBRARY_LINKS] = {{"x.so", GOOD}};
    const jx_library_link b[JX_LIBRARY_LINKS] = {{"x.so", SEVERAL}, {"y.so", SEVERAL}};
    const jx_library_folders made = jx_library_folders_begin(a, b);
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
    jx_library_folders_end(&made);
}

static void warns_of_a_folder_once(void **state)
{
    (void)state;
    if (geteuid() != 0) {
        print_message("[  SKIP  ] only root can give a folder to any group\n");
        skip();
    }
    const jx_library_link a[JX_LIBRARY_LINKS] = {{"x.so", GOOD}, {"y.so", SEVERAL}};
    const jx_library_folders made = jx_library_folders_begin(a, a);
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
    jx_library_folders_end(&made);
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
    return jx_rows_run(&all, "registry");
}
