// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "read/ini_file.h"
#include "read/ini_lines.h"
#include "read/read_project.h"
#include "support/jx_folder.h"
#include "support/jx_random.h"
#include "support/jx_rows.h"

#define PATH "a.ini"
#define GOOD "[project]\nid = a\n[indicator x]\nname = 甲\n"

enum { KEYS = 4000, PIECES = 60, HUGE = 10000000 };

static void say_faults(jx_text *said, const jx_faults *faults)
{
    for (size_t i = 0; i < faults->count && i < JX_FAULTS_SHOWN; i++) {
        jx_text_put(said, faults->shown[i].text);
        jx_text_put(said, "\n");
    }
}

static jx_status read_project(jx_folder *folder, jx_faults *faults, const jx_project **ret)
{
    jx_faults_init(faults, JX_EN);
    return jx_read_project(folder->arena, PATH, faults, ret);
}

static void expect_faults(jx_folder *folder, const jx_faults *faults, const char *expected)
{
    jx_text said = jx_text_in(folder->arena);
    say_faults(&said, faults);
    assert_string_equal(jx_arena_copy(folder->arena, jx_text_str(&said)).data, expected);
}

static void put_repeated(const char *before, const char *piece, size_t count, const char *behind)
{
    FILE *file = fopen(PATH, "wb");
    assert_non_null(file);
    fputs(before, file);
    for (size_t i = 0; i < count; i++) {
        fputs(piece, file);
    }
    fputs(behind, file);
    assert_int_equal(fclose(file), 0);
}

static void test_absent(void **state)
{
    jx_folder *folder = *state;
    jx_faults faults;
    const jx_project *project = NULL;
    assert_int_equal(read_project(folder, &faults, &project), JX_ECONFIG);
    expect_faults(folder, &faults, "a.ini: expected a file, found none of that name\n");
    assert_null(project);
}

static void test_directory(void **state)
{
    jx_folder *folder = *state;
    jx_faults faults;
    const jx_project *project = NULL;
    assert_int_equal(mkdir(PATH, 0700), 0);
    assert_int_equal(read_project(folder, &faults, &project), JX_ECONFIG);
    expect_faults(folder, &faults, "a.ini: expected a file, found a directory\n");
    assert_null(project);
}

static void test_largest(void **state)
{
    jx_folder *folder = *state;
    jx_faults faults;
    const jx_project *project = NULL;
    put_repeated(GOOD, "; 23456\n", (JX_INI_FILE - sizeof GOOD) / 8, "");
    assert_int_equal(read_project(folder, &faults, &project), JX_OK);
    put_repeated(GOOD, "; 23456\n", JX_INI_FILE / 8, "");
    assert_int_equal(read_project(folder, &faults, &project), JX_ECONFIG);
    expect_faults(folder, &faults,
                  "a.ini: expected a file of at most 4194304 bytes, found a larger one\n");
}

static void test_longest_line(void **state)
{
    jx_folder *folder = *state;
    jx_faults faults;
    const jx_project *project = NULL;
    put_repeated(GOOD "rule =", "x", JX_INI_LINE - 6, "\r\nunit = b\n");
    assert_int_equal(read_project(folder, &faults, &project), JX_OK);
    const jx_section *section = &project->indicators[0];
    assert_int_equal(jx_section_find(section, "rule")->value.size, JX_INI_LINE - 6);
    assert_int_equal(jx_section_find(section, "unit")->line, 6);
}

static void test_long_line(void **state)
{
    jx_folder *folder = *state;
    jx_faults faults;
    const jx_project *project = NULL;
    put_repeated(GOOD "rule =", "x", JX_INI_LINE - 5, "\n  more\nunit = b\n");
    assert_int_equal(read_project(folder, &faults, &project), JX_ECONFIG);
    expect_faults(folder, &faults,
                  "a.ini:5: expected a line of at most 65536 bytes, found a longer one\n");
    const jx_section *section = &project->indicators[0];
    assert_null(jx_section_find(section, "rule"));
    assert_int_equal(jx_section_find(section, "unit")->line, 7);
}

static void test_huge_line(void **state)
{
    jx_folder *folder = *state;
    jx_faults faults;
    const jx_project *project = NULL;
    put_repeated(GOOD "rule =", "x", HUGE, "\n");
    assert_int_equal(read_project(folder, &faults, &project), JX_ECONFIG);
    expect_faults(folder, &faults,
                  "a.ini:5: expected a line of at most 65536 bytes, found a longer one\n");
}

static void test_huge_line_behind_longest(void **state)
{
    jx_folder *folder = *state;
    jx_faults faults;
    const jx_project *project = NULL;
    char *line = calloc(1, JX_INI_LINE + 1);
    memset(line, ';', JX_INI_LINE);
    put_repeated(line, "\n", 1, "");
    FILE *file = fopen(PATH, "ab");
    assert_non_null(file);
    for (size_t i = 0; i < HUGE / JX_INI_LINE; i++) {
        fwrite(line, 1, JX_INI_LINE, file);
    }
    assert_int_equal(fclose(file), 0);
    free(line);
    assert_int_equal(read_project(folder, &faults, &project), JX_ECONFIG);
    expect_faults(folder, &faults,
                  "a.ini:2: expected a line of at most 65536 bytes, found a longer one\n");
}

static void test_many_faults(void **state)
{
    jx_folder *folder = *state;
    jx_faults faults;
    const jx_project *project = NULL;
    put_repeated(GOOD, "name = b\n", KEYS, "");
    assert_int_equal(read_project(folder, &faults, &project), JX_ECONFIG);
    assert_int_equal(faults.count, KEYS);
    assert_int_equal(faults.shown[JX_FAULTS_SHOWN - 1].line, 4 + JX_FAULTS_SHOWN);
}

static void test_pipe(void **state)
{
    jx_folder *folder = *state;
    jx_faults faults;
    const jx_project *project = NULL;
    assert_int_equal(mkfifo(PATH, 0600), 0);
    const pid_t child = fork();
    if (child == 0) {
        const int file = open(PATH, O_WRONLY);
        _exit(write(file, GOOD, sizeof GOOD - 1) != (ssize_t)sizeof GOOD - 1);
    }
    assert_int_equal(read_project(folder, &faults, &project), JX_OK);
    assert_int_equal(project->indicator_count, 1);
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

// Nobody waits for a pipe to say once more what was too much.
static void test_endless_pipe(void **state)
{
    jx_folder *folder = *state;
    jx_faults faults;
    const jx_project *project = NULL;
    assert_int_equal(mkfifo(PATH, 0600), 0);
    const pid_t child = fork();
    if (child == 0) {
        const int file = open(PATH, O_WRONLY);
        while (write(file, "; 23456\n", 8) == 8) {
        }
        _exit(0);
    }
    assert_int_equal(read_project(folder, &faults, &project), JX_ECONFIG);
    expect_faults(folder, &faults,
                  "a.ini: expected a file of at most 4194304 bytes, found a larger one\n");
    assert_int_equal(waitpid(child, NULL, 0), child);
}

// A text of pieces that have a meaning in INI files, or are cut where a byte is counted.
static jx_str add_random(jx_arena *arena, jx_random *random, size_t most)
{
    static const char *const pieces[] = {"；", ";",  "#",  "=",        ":",  " ",  "\"", "[",
                                         "]",  "绩", "𠀀", "abcdefgh", "\\", "\t", "é",  "x"};
    jx_text text = jx_text_in(arena);
    for (size_t left = jx_random_below(random, most); left != 0; left--) {
        jx_text_put(&text, pieces[jx_random_below(random, sizeof pieces / sizeof pieces[0])]);
    }
    return jx_str_trim(jx_text_str(&text));
}

static void expect_same(jx_str found, jx_str expected)
{
    if (!jx_str_equal(found, expected)) {
        print_error("expected: %.*s\nfound: %.*s\n", (int)expected.size, expected.data,
                    (int)found.size, found.data);
    }
    assert_true(jx_str_equal(found, expected));
}

// Values of a literal key, whatever stands in them and however many lines they have, come through libinih's
// short lines as they were.
static void test_any_values(void **state)
{
    jx_folder *folder = *state;
    jx_random random = jx_random_from(4);
    jx_text file = jx_text_in(folder->arena);
    static jx_str values[KEYS];
    jx_text_put(&file, "[project]\n");
    for (size_t i = 0; i < KEYS; i++) {
        jx_text joined = jx_text_in(folder->arena);
        jx_text_put(&file, "[indicator i");
        jx_text_add_number(&file, i);
        jx_text_put(&file, "]\nrule = ");
        for (size_t left = 1 + jx_random_below(&random, 3); left != 0; left--) {
            const jx_str line = add_random(folder->arena, &random, PIECES);
            jx_text_add(&file, line);
            jx_text_put(&file, left == 1 ? "\n" : "\n \t ");
            jx_text_put(&joined, joined.size == 0 || line.size == 0 ? "" : "\n");
            jx_text_add(&joined, line);
        }
        values[i] = jx_text_str(&joined);
    }
    jx_folder_put(PATH, file.data, file.size);
    jx_faults faults;
    const jx_project *project = NULL;
    assert_int_equal(read_project(folder, &faults, &project), JX_OK);
    assert_int_equal(project->indicator_count, KEYS);
    for (size_t i = 0; i < KEYS; i++) {
        expect_same(jx_section_find(&project->indicators[i], "rule")->value, values[i]);
    }
}

struct keys {
    size_t count;
    jx_str values[KEYS];
    jx_str names[KEYS];
};

static jx_str *collect(void *user, const jx_ini_item *item)
{
    struct keys *keys = user;
    if (item->key.data == NULL) {
        return NULL;
    }
    assert_int_equal(item->line, keys->count + 2);
    expect_same(item->key, keys->names[keys->count]);
    return &keys->values[keys->count++];
}

// Keys of any length up to the longest, through short lines again.
static void test_any_keys(void **state)
{
    jx_folder *folder = *state;
    jx_random random = jx_random_from(5);
    jx_text file = jx_text_in(folder->arena);
    static struct keys keys;
    jx_text_put(&file, "[a]\n");
    for (size_t i = 0; i < KEYS; i++) {
        jx_text name = jx_text_in(folder->arena);
        while (name.size == 0 ||
               (name.size < JX_INI_NAME - 4 && jx_random_below(&random, 30) != 0)) {
            static const char *const pieces[] = {"绩", "𠀀", "x", ";", "#y", "]", "é", "k z"};
            jx_text_put(&name, name.size == 0 ? "k" : pieces[jx_random_below(&random, 8)]);
        }
        keys.names[i] = jx_text_str(&name);
        jx_text_add(&file, keys.names[i]);
        jx_text_put(&file, "=v\n");
    }
    jx_folder_put(PATH, file.data, file.size);
    jx_faults faults;
    jx_digest digest;
    jx_faults_init(&faults, JX_EN);
    assert_int_equal(jx_ini_read(folder->arena, PATH, &faults, collect, &keys, &digest), JX_OK);
    assert_int_equal(faults.count, 0);
    assert_int_equal(keys.count, KEYS);
    for (size_t i = 0; i < KEYS; i++) {
        expect_same(keys.values[i], (jx_str)JX_STR("v"));
    }
}

int main(void)
{
    static const struct {
        const char *name;
        CMUnitTestFunction run;
    } tests[] = {
        {"says that a file is absent", test_absent},
        {"says that a file is a directory", test_directory},
        {"reads 4 MiB and no more", test_largest},
        {"reads a line of 64 KiB", test_longest_line},
        {"refuses a longer one, and reads on", test_long_line},
        {"refuses a line of 10 MB at its line", test_huge_line},
        {"refuses it behind the longest line, too", test_huge_line_behind_longest},
        {"counts the faults that it does not show", test_many_faults},
        {"reads a pipe", test_pipe},
        {"refuses a pipe without end", test_endless_pipe},
        {"reads any values", test_any_values},
        {"reads any keys", test_any_keys},
    };
    static jx_rows all;
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++) {
        jx_rows_add_one(&all, tests[i].name, tests[i].run, NULL);
        all.tests[i].setup_func = jx_folder_enter;
        all.tests[i].teardown_func = jx_folder_leave;
    }
    return jx_rows_run(&all, "ini_file");
}
