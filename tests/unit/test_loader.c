// SPDX-License-Identifier: MIT
#include "base/file.h"
#include "plugin/loader.h"
#include "support/good_library.h"
#include "support/jx_rows.h"
#include "support/jx_scratch.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static void expect_good(const char *path)
{
    jx_arena *arena = jx_arena_new();
    jx_library library;
    jx_error err = JX_ERROR(JX_EN);
    const jx_status status = jx_library_load(arena, path, &jx_usual_trust, &library, &err);
    assert_string_equal(err.text, "");
    assert_int_equal(status, JX_OK);
    assert_int_equal(library.plugin_count, 1);
    assert_string_equal(library.plugins[0]->name, "good");
    assert_string_equal(library.library.digest.text,
                        jx_digest_of(jx_read_good_library(arena)).text);
    jx_library_unload(&library);
    assert_null(library.library.handle);
    jx_arena_free(arena);
}

// -------------------------------------------------------------------------------------- built broken

static const struct broken {
    const char *name;
    const char *library;
    jx_message message;
    const char *part;
} brokens[] = {
    {"refuses a library without the entry, before it runs", "no_entry", JX_MESSAGE_PLUGIN_FOREIGN,
     "export the function jx_plugin_v1, found none"},
    {"refuses an entry that is no function, before it runs", "entry_is_data",
     JX_MESSAGE_PLUGIN_FOREIGN, "not a plugin of jixiao"},
    {"names the ABI of a library for another, before it runs", "entry_of_others",
     JX_MESSAGE_PLUGIN_MAJOR, "built for ABI 2, this host speaks 1"},
    {"tells what the dynamic linker misses", "undefined_symbol", JX_MESSAGE_PLUGIN_REFUSED,
     "the dynamic linker refuses it: undefined symbol: find_elsewhere"},
    {"refuses a library that gives no plugin", "returns_null", JX_MESSAGE_PLUGIN_NONE,
     "jx_plugin_v1(0) returns NULL"},
    {"refuses a library that gives plugins without end", "never_null", JX_MESSAGE_PLUGIN_ENDLESS,
     "more than 64 plugins"},
    {"refuses a library that answers otherwise when asked again", "unsteady",
     JX_MESSAGE_PLUGIN_UNSTEADY, "jx_plugin_v1(0) returned another"},
    {"refuses a struct_size that is too small", "struct_size", JX_MESSAGE_PLUGIN_SIZE, "found 8"},
    {"refuses a struct_size that ends inside a member", "struct_size_half", JX_MESSAGE_PLUGIN_SIZE,
     "jx_plugin_v1(0): expected struct_size"},
    {"refuses what breaks the rule kind", "kind", JX_MESSAGE_PLUGIN_BROKEN, "the rule kind:"},
    {"refuses what breaks the rule members", "members", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule members:"},
    {"refuses what breaks the rule lists", "lists", JX_MESSAGE_PLUGIN_BROKEN, "the rule lists:"},
    {"refuses measures without end", "lists_measures", JX_MESSAGE_PLUGIN_BROKEN,
     "found measures = {rows, 1000000, "},
    {"refuses shares that are too narrow", "lists_shares", JX_MESSAGE_PLUGIN_BROKEN,
     "found shares = {rows, 1, 40}"},
    {"refuses what breaks the rule name", "name", JX_MESSAGE_PLUGIN_BROKEN, "the rule name:"},
    {"refuses what breaks the rule version", "version", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule version:"},
    {"refuses what breaks the rule words", "words", JX_MESSAGE_PLUGIN_BROKEN, "the rule words:"},
    {"refuses what breaks the rule subcategories", "subcategories", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule subcategories:"},
    {"refuses what breaks the rule field-types", "field_types", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule field-types:"},
    {"refuses what breaks the rule field-keys", "field_keys", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule field-keys:"},
    {"refuses what breaks the rule field-choices", "field_choices", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule field-choices:"},
    {"refuses what breaks the rule field-bounds", "field_bounds", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule field-bounds:"},
    {"refuses what breaks the rule field-fallbacks", "field_fallbacks", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule field-fallbacks:"},
    {"refuses what breaks the rule measures", "measures", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule measures:"},
    {"refuses what breaks the rule standard", "standard", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule standard:"},
    {"refuses what breaks the rule defaults", "defaults", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule defaults:"},
    {"refuses a project's default that the key cannot have", "defaults_project",
     JX_MESSAGE_PLUGIN_BROKEN, "found project_defaults[0].value = \"many\""},
    {"refuses what breaks the rule type-flags", "type_flags", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule type-flags:"},
    {"refuses what breaks the rule shares", "shares", JX_MESSAGE_PLUGIN_BROKEN, "the rule shares:"},
    {"refuses what breaks the rule grades", "grades", JX_MESSAGE_PLUGIN_BROKEN, "the rule grades:"},
    {"refuses what breaks the rule loss-codes", "loss_codes", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule loss-codes:"},
    {"refuses what breaks the rule placeholders", "placeholders", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule placeholders:"},
    {"refuses what breaks the rule instance", "instance", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule instance:"},
};

static void refuses_broken(void **state)
{
    const struct broken *row = *state;
    char path[JX_SCRATCH_PATH];
    snprintf(path, sizeof path, "%s/tests/broken/%s.so", JX_TEST_BUILD_DIR, row->library);
    jx_expect_unloadable(path, row->message, row->part);
}

// --------------------------------------------------------------------------------------------- trust

static const char *copy_library(const jx_scratch *scratch,
                                const char *library,
                                char ret[JX_SCRATCH_PATH])
{
    jx_arena *arena = jx_arena_new();
    char from[JX_SCRATCH_PATH];
    jx_str bytes;
    snprintf(from, sizeof from, "%s/tests/%s.so", JX_TEST_BUILD_DIR, library);
    assert_int_equal(jx_file_read(arena, from, JX_LIBRARY_BYTES, JX_EPLUGIN, &bytes, NULL), JX_OK);
    jx_scratch_write(scratch, "x.so", bytes, ret);
    jx_arena_free(arena);
    return ret;
}

static void refuses_untrusted(void **state)
{
    (void)state;
    const jx_scratch scratch = jx_scratch_begin("loader");
    char path[JX_SCRATCH_PATH];
    copy_library(&scratch, "broken/ends", path);
    assert_int_equal(chmod(path, 0646), 0);
    jx_expect_unloadable(path, JX_MESSAGE_PLUGIN_WRITABLE, "everybody may change it (mode 0646, ");
    jx_scratch_end(&scratch);
}

static void refuses_unpinned(void **state)
{
    (void)state;
    const jx_scratch scratch = jx_scratch_begin("loader");
    const jx_pin pin = {.name = JX_STR("x"), .sha256 = jx_digest_of((jx_str)JX_STR("")), .line = 3};
    const jx_settings settings = {.path = "s.ini", .pins = &pin, .pin_count = 1};
    const jx_trust trust = {.settings = &settings};
    jx_arena *arena = jx_arena_new();
    jx_library library;
    jx_error err = JX_ERROR(JX_EN);
    char path[JX_SCRATCH_PATH];
    copy_library(&scratch, "broken/ends", path);
    assert_int_equal(jx_library_load(arena, path, &trust, &library, &err), JX_EPLUGIN);
    assert_int_equal(err.message, JX_MESSAGE_PLUGIN_PIN);
    jx_arena_free(arena);
    jx_scratch_end(&scratch);
}

static void refuses_swapped(void **state)
{
    (void)state;
    const jx_scratch scratch = jx_scratch_begin("loader");
    jx_arena *arena = jx_arena_new();
    jx_library library;
    jx_error err = JX_ERROR(JX_EN);
    char path[JX_SCRATCH_PATH];
    copy_library(&scratch, "broken/swapped", path);
    assert_int_equal(setenv("JX_TEST_SWAPPED", path, 1), 0);
    assert_int_equal(jx_library_load(arena, path, &jx_usual_trust, &library, &err), JX_EPLUGIN);
    assert_int_equal(err.message, JX_MESSAGE_PLUGIN_CHANGED);
    assert_non_null(strstr(err.text, "/x.so: the file changed while it was being loaded"));
    assert_int_equal(unsetenv("JX_TEST_SWAPPED"), 0);
    jx_arena_free(arena);
    jx_scratch_end(&scratch);
}

// ------------------------------------------------------------------------------------------- no files

static void make_absent(const char *path)
{
    (void)path;
}

static void make_folder(const char *path)
{
    assert_int_equal(mkdir(path, 0700), 0);
}

static void make_pipe(const char *path)
{
    assert_int_equal(mkfifo(path, 0600), 0);
}

static void make_socket(const char *path)
{
    const char *name = strrchr(path, '/') + 1;
    const int before = open(".", O_RDONLY | O_DIRECTORY);
    const int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    char folder[JX_SCRATCH_PATH];
    snprintf(folder, sizeof folder, "%.*s", (int)(name - path), path);
    snprintf(address.sun_path, sizeof address.sun_path, "%s", name);
    assert_int_equal(chdir(folder), 0); // the address has room for a short name only
    assert_int_equal(bind(listener, (const struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(fchdir(before), 0);
    close(listener);
    close(before);
}

static void make_dangling(const char *path)
{
    assert_int_equal(symlink("nowhere.so", path), 0);
}

static void make_huge(const char *path)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fseek(file, JX_LIBRARY_BYTES, SEEK_SET), 0);
    assert_int_equal(fputc('x', file), 'x');
    assert_int_equal(fclose(file), 0);
}

static const struct unusual {
    const char *name;
    void (*make)(const char *path);
    jx_message message;
    const char *part;
} unusuals[] = {
    {"tells of a file that is not there", make_absent, JX_MESSAGE_FILE_ABSENT, ""},
    {"tells of a link to nowhere", make_dangling, JX_MESSAGE_FILE_ABSENT, ""},
    {"refuses a folder named like a library", make_folder, JX_MESSAGE_PLUGIN_NOT_FILE,
     "found a folder, a pipe or a device"},
    {"refuses a pipe without waiting for it", make_pipe, JX_MESSAGE_PLUGIN_NOT_FILE,
     "found a folder, a pipe or a device"},
    {"refuses a socket", make_socket, JX_MESSAGE_PLUGIN_NOT_FILE,
     "found a folder, a pipe or a device"},
    {"refuses a file that is too large for a plugin", make_huge, JX_MESSAGE_FILE_TOO_LARGE, ""},
};

static void refuses_unusual(void **state)
{
    const struct unusual *row = *state;
    const jx_scratch scratch = jx_scratch_begin("loader");
    char path[JX_SCRATCH_PATH];
    row->make(jx_scratch_path(&scratch, "x.so", path));
    jx_expect_unloadable(path, row->message, row->part);
    jx_scratch_end(&scratch);
}

// ---------------------------------------------------------------------------------------- other bytes

static const struct content {
    const char *name;
    jx_str bytes;
    jx_message message;
} contents[] = {
    {"refuses an empty file", JX_STR(""), JX_MESSAGE_PLUGIN_EMPTY},
    {"refuses a text", JX_STR("[project]\nid = x\n"), JX_MESSAGE_PLUGIN_NOT_ELF},
    {"refuses a single byte", JX_STR("\177"), JX_MESSAGE_PLUGIN_NOT_ELF},
    {"refuses a beginning that is nearly that of a library", JX_STR("\177ELf............"),
     JX_MESSAGE_PLUGIN_NOT_ELF},
    {"refuses the first four bytes of a library", JX_STR("\177ELF"), JX_MESSAGE_PLUGIN_CUT},
};

static void refuses_content(void **state)
{
    const struct content *row = *state;
    const jx_scratch scratch = jx_scratch_begin("loader");
    char path[JX_SCRATCH_PATH];
    jx_expect_unloadable(jx_scratch_write(&scratch, "x.so", row->bytes, path), row->message, "");
    jx_scratch_end(&scratch);
}

// ------------------------------------------------------------------------------------------------ good

static void loads_good(void **state)
{
    (void)state;
    expect_good(JX_GOOD_LIBRARY);
}

static void loads_twice(void **state)
{
    (void)state;
    expect_good(JX_GOOD_LIBRARY);
    expect_good(JX_GOOD_LIBRARY);
}

static void loads_by_link(void **state)
{
    (void)state;
    const jx_scratch scratch = jx_scratch_begin("loader");
    char path[JX_SCRATCH_PATH];
    assert_int_equal(symlink(JX_GOOD_LIBRARY, jx_scratch_path(&scratch, "linked.so", path)), 0);
    expect_good(path);
    jx_scratch_end(&scratch);
}

static void loads_by_bare_name(void **state)
{
    (void)state;
    char before[JX_SCRATCH_PATH];
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(JX_TEST_BUILD_DIR "/tests/plugins"), 0);
    expect_good("good.so");
    assert_int_equal(chdir(before), 0);
}

static void speaks_chinese(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_library library;
    jx_error err = JX_ERROR(JX_ZH);
    const char *path = JX_TEST_BUILD_DIR "/tests/broken/entry_of_others.so";
    assert_int_equal(jx_library_load(arena, path, &jx_usual_trust, &library, &err), JX_EPLUGIN);
    assert_non_null(strstr(err.text, "为第 2 版插件接口编译，本程序使用第 1 版"));
    jx_arena_free(arena);
}

int main(void)
{
    static jx_rows all;
    jx_rows_add_one(&all, "loads a plugin", loads_good, NULL);
    jx_rows_add_one(&all, "loads a plugin again", loads_twice, NULL);
    jx_rows_add_one(&all, "loads a plugin by a link", loads_by_link, NULL);
    jx_rows_add_one(&all, "loads a plugin by its bare name", loads_by_bare_name, NULL);
    jx_rows_add_one(&all, "speaks Chinese as well", speaks_chinese, NULL);
    JX_ROWS(&all, brokens, refuses_broken);
    jx_rows_add_one(&all, "refuses what everybody may change, before it runs", refuses_untrusted,
                    NULL);
    jx_rows_add_one(&all, "refuses what is not as pinned, before it runs", refuses_unpinned, NULL);
    jx_rows_add_one(&all, "refuses a file that was taken away meanwhile", refuses_swapped, NULL);
    JX_ROWS(&all, unusuals, refuses_unusual);
    JX_ROWS(&all, contents, refuses_content);
    return jx_rows_run(&all, "loader");
}
