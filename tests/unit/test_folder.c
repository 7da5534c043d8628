// SPDX-License-Identifier: MIT
#include "base/folder.h"
#include "support/jx_folder.h"
#include "support/jx_rows.h"

#include <errno.h>

static void expect_paths(jx_folder *folder, const char *path, const char *suffix, const char *says)
{
    jx_paths paths;
    char found[JX_FOLDER_PATH] = "";
    size_t size = 0;
    assert_int_equal(jx_folder_list(folder->arena, path, suffix, JX_MESSAGE_FOLDER_UNREADABLE,
                                    &paths, &folder->err),
                     JX_OK);
    for (size_t i = 0; i < paths.count; i++) {
        size += (size_t)snprintf(found + size, sizeof found - size, "%s ", paths.rows[i]);
    }
    assert_string_equal(found, says);
}

static void test_listing(void **state)
{
    jx_folder_put_text("b.csv", "");
    jx_folder_put_text("a.csv", "");
    jx_folder_put_text("a.csv.bak", "");
    jx_folder_put_text("B.csv", "");
    jx_folder_put_text(".hidden.csv", "");
    jx_folder_put_text("\xE4\xB8\x80.csv", "");
    expect_paths(*state, ".", ".csv", "./B.csv ./a.csv ./b.csv ./\xE4\xB8\x80.csv ");
    expect_paths(*state, "./", ".bak", "./a.csv.bak ");
    expect_paths(*state, ".", ".so", "");
    assert_int_equal(unlink(".hidden.csv"), 0);
}

static void test_refusing(void **state)
{
    jx_folder *folder = *state;
    jx_paths paths = {.count = 7};
    jx_status status = jx_folder_list(folder->arena, "absent", ".csv", JX_MESSAGE_FOLDER_UNREADABLE,
                                      &paths, &folder->err);
    assert_int_equal(status, JX_ECONFIG);
    assert_string_equal(folder->err.text,
                        "absent: the folder cannot be read: No such file or directory");
    assert_int_equal(paths.count, 7);
}

static void test_telling(void **state)
{
    (void)state;
    jx_folder_put_text("file", "");
    assert_true(jx_folder_exists("."));
    assert_false(jx_folder_exists("file"));
    assert_false(jx_folder_exists("absent"));
}

static void test_links(void **state)
{
    jx_folder *folder = *state;
    const char *found = "before";
    jx_folder_put_text("file", "");
    assert_int_equal(mkdir("d", 0700), 0);
    assert_int_equal(symlink("../file", "d/up"), 0);
    assert_int_equal(symlink("d/up", "chain"), 0);
    assert_int_equal(symlink("/absent", "away"), 0);
    assert_int_equal(symlink("loop", "loop"), 0);
    assert_int_equal(jx_link_read(folder->arena, "file", &found), 0);
    assert_null(found);
    assert_int_equal(jx_link_read(folder->arena, "chain", &found), 0);
    assert_string_equal(found, "d/up");
    assert_int_equal(jx_link_follow(folder->arena, "chain", &found), 0);
    assert_string_equal(found, "d/../file");
    assert_int_equal(jx_link_follow(folder->arena, "away", &found), 0);
    assert_string_equal(found, "/absent");
    assert_int_equal(jx_link_follow(folder->arena, "loop", &found), ELOOP);
    assert_int_equal(unlink("d/up"), 0);
}

typedef struct path_row {
    const char *name;
    jx_str path;
    const char *folder; // jx_path_folder(path)
    const char *file;   // jx_path_name(path)
    const char *joined; // jx_path_join(folder, "x")
    const char *bare;   // jx_path_bare(path)
} path_row;

static const path_row rows[] = {
    {"cuts a name off", JX_STR("a/b/c"), "a/b/", "c", "a/b/x", "a/b/c"},
    {"cuts nothing off a folder", JX_STR("a/b/"), "a/b/", "", "a/b/x", "a/b"},
    {"leaves the root", JX_STR("/c"), "/", "c", "/x", "/c"},
    {"leaves nothing of a name alone", JX_STR("c"), "", "c", "x", "c"},
    {"leaves nothing of nothing", JX_STR(""), "", "", "x", ""},
    {"leaves no slash at the end but the root", JX_STR("///"), "///", "", "///x", "/"},
};

static void test_path(void **state)
{
    const path_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_str folder = jx_path_folder(row->path);
    assert_true(jx_str_is(folder, row->folder));
    assert_true(jx_str_is(jx_path_name(row->path), row->file));
    assert_true(jx_str_is(jx_path_bare(row->path), row->bare));
    assert_string_equal(jx_path_join(arena, folder, "x").data, row->joined);
    assert_string_equal(jx_path_join(arena, (jx_str)JX_STR("d"), "x").data, "d/x");
    jx_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"lists files by suffix in byte order", test_listing, jx_folder_enter, jx_folder_leave,
         NULL},
        {"says why a folder cannot be read", test_refusing, jx_folder_enter, jx_folder_leave, NULL},
        {"tells folders from files", test_telling, jx_folder_enter, jx_folder_leave, NULL},
        {"follows links", test_links, jx_folder_enter, jx_folder_leave, NULL},
    };
    jx_rows paths = {.count = 0};
    JX_ROWS(&paths, rows, test_path);
    int failed = cmocka_run_group_tests_name("folder", tests, NULL, NULL);
    return failed + jx_rows_run(&paths, "path");
}
