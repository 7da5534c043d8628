// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "read/read_settings.h"
#include "support/jx_folder.h"
#include "support/jx_rows.h"

#include <inttypes.h>

#define PATH    "s.ini"
#define SHIPPED JX_TEST_SOURCE_DIR "/conf/jixiao.ini"
#define DIGITS  "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define CAPITAL "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"

enum { SAID = 4096, SHIPPED_MOST = 1 << 16 };

// All that was settled, a word each; "as usual" where that is all.
static void say_settings(const jx_settings *settings, char ret[SAID])
{
    int size = snprintf(
        ret, SAID, "%" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %s %s %d %d",
        settings->scripts.instructions, settings->scripts.bytes, settings->scripts.milliseconds,
        settings->workers.milliseconds, settings->workers.bytes,
        settings->plugin_path == NULL ? "-" : settings->plugin_path,
        settings->script_path == NULL ? "-" : settings->script_path, settings->trust_writable,
        settings->trust_others);
    for (size_t i = 0; i < settings->pin_count; i++) {
        const jx_pin *pin = &settings->pins[i];
        size += snprintf(ret + size, SAID - (size_t)size, " %.*s@%" PRIu32 "=%s",
                         (int)pin->name.size, pin->name.data, pin->line, pin->sha256.text);
    }
}

#define USUAL "100000 4194304 50 10000 536870912 - - 0 0"

static const struct row {
    const char *name;
    const char *text;
    const char *says; // the faults, a line each; of a file without faults what was settled
} rows[] = {
    {"leaves everything as usual where nothing is said", "", USUAL},
    {"leaves everything as usual in empty sections", "[scripts]\n[paths]\n[trust]\n[plugins]\n",
     USUAL},
    {"reads every key",
     "[trust]\nwritable = yes\nothers = yes\n[paths]\nplugins = /a:/b\nscripts = /c\n"
     "[scripts]\ninstructions = 2000\nmemory = 128\nmilliseconds = 7\n"
     "[workers]\nmilliseconds = 20\nmemory = 17\n"
     "[plugins]\noutput = sha256:" DIGITS "\nMy_Own-1.2 = sha256:" CAPITAL " ; as of today\n",
     "2000 131072 7 20 17825792 /a:/b /c 1 1 output@15=" DIGITS " My_Own-1.2@16=" DIGITS},
    {"reads the least numbers",
     "[scripts]\ninstructions = 1000\nmemory = 64\nmilliseconds = 1\n"
     "[workers]\nmilliseconds = 10\nmemory = 16\n",
     "1000 65536 1 10 16777216 - - 0 0"},
    {"reads the greatest numbers",
     "[scripts]\ninstructions = 1000000000\nmemory = 1048576\nmilliseconds = 60000\n"
     "[workers]\nmilliseconds = 3600000\nmemory = 65536\n",
     "1000000000 1073741824 60000 3600000 68719476736 - - 0 0"},
    {"reads yes and no in Chinese", "[trust]\nwritable = 是\nothers = 否\n",
     "100000 4194304 50 10000 536870912 - - 1 0"},
    {"keeps empty parts of a path", "[paths]\nplugins = :/a::/b:\n",
     "100000 4194304 50 10000 536870912 :/a::/b: - 0 0"},
    {"takes an empty path for the usual folder", "[paths]\nplugins =\n", USUAL},
    {"leaves folders beside a file that has no folder in its name", "[paths]\nplugins = a:../b:\n",
     "100000 4194304 50 10000 536870912 a:../b: - 0 0"},

    {"refuses less time than a worker may have", "[workers]\nmilliseconds = 9\n",
     "s.ini:2: milliseconds: expected a whole number from 10 to 3600000, found \"9\"\n"},
    {"refuses an unknown section", "[colours]\na = b\n",
     "s.ini:1: expected one of the sections [scripts], [workers], [paths], [trust], [plugins], found "
     "[colours]\n"},
    {"suggests a section", "[script]\ninstructions = 1\n",
     "s.ini:1: there is no section [script]; did you mean [scripts]?\n"},
    {"refuses a section given twice", "[trust]\n[paths]\n[trust]\nwritable = maybe\n",
     "s.ini:3: expected [trust] once, it stands at line 1 already\n"},
    {"refuses a key outside of sections", "writable = yes\n",
     "s.ini:1: expected a section, its name in brackets, before the first key, found none\n"},
    {"refuses an unknown key", "[trust]\nnobody = yes\n",
     "s.ini:2: [trust] has no key \"nobody\"; it has writable, others\n"},
    {"suggests a key", "[trust]\nwriteable = yes\n",
     "s.ini:2: [trust] has no key \"writeable\"; did you mean \"writable\"?\n"},
    {"tells where a misplaced key belongs", "[trust]\nmemory = 64\n",
     "s.ini:2: expected the key \"memory\" in [scripts], found it in [trust]: move it\n"},
    {"refuses a key given twice", "[scripts]\nmemory = 64\nmemory = 65\n",
     "s.ini:3: expected the key \"memory\" once in a section, it stands at line 2 already\n"},
    {"refuses a pin given twice", "[plugins]\nx = sha256:" DIGITS "\n\nx = sha256:" DIGITS "\n",
     "s.ini:4: expected the key \"x\" once in a section, it stands at line 2 already\n"},
    {"refuses a number below its range", "[scripts]\ninstructions = 999\n",
     "s.ini:2: instructions: expected a whole number from 1000 to 1000000000, found \"999\"\n"},
    {"refuses a number above its range", "[scripts]\nmilliseconds = 60001\n",
     "s.ini:2: milliseconds: expected a whole number from 1 to 60000, found \"60001\"\n"},
    {"refuses a part of a number", "[scripts]\nmemory = 64.5\n",
     "s.ini:2: memory: expected a whole number from 64 to 1048576, found \"64.5\"\n"},
    {"refuses a unit behind a number", "[scripts]\nmemory = 4MiB\n",
     "s.ini:2: memory: expected a whole number from 64 to 1048576, found \"4MiB\"\n"},
    {"refuses an empty number", "[scripts]\nmemory =\n",
     "s.ini:2: memory: expected a whole number from 64 to 1048576, found \"\"\n"},
    {"refuses what is neither yes nor no", "[trust]\nothers = maybe\n",
     "s.ini:2: others: expected yes or no, found \"maybe\"\n"},
    {"refuses a digest without its kind", "[plugins]\nx = " DIGITS "\n",
     "s.ini:2: x: expected sha256: and 64 hexadecimal digits (those that sha256sum prints), found "
     "\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789a…\"\n"},
    {"refuses a digest that is too short", "[plugins]\nx = sha256:0123\n",
     "s.ini:2: x: expected sha256: and 64 hexadecimal digits (those that sha256sum prints), found "
     "\"sha256:0123\"\n"},
    {"refuses other digits than hexadecimal ones",
     "[plugins]\nx = sha256:g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n",
     "s.ini:2: x: expected sha256: and 64 hexadecimal digits (those that sha256sum prints), found "
     "\"sha256:g123456789abcdef0123456789abcdef0123456789abcdef0123…\"\n"},
    {"refuses a pin named like the file", "[plugins]\nx.so = sha256:" DIGITS "\n",
     "s.ini:2: x.so: expected the name of a library's file without .so and without folder, found "
     "\"x.so\"\n"},
    {"refuses a pin with a folder", "[plugins]\na/x = sha256:" DIGITS "\n",
     "s.ini:2: a/x: expected the name of a library's file without .so and without folder, found "
     "\"a/x\"\n"},
    {"tells all faults, those of values last",
     "[scripts]\nmemory = 1\n[trust]\nwritable = 2\n[paths]\nplugin = /a\nunit\n",
     "s.ini:6: [paths] has no key \"plugin\"; did you mean \"plugins\"?\n"
     "s.ini:7: expected \"key = value\", found no \"=\" in \"unit\"; a line that continues the value "
     "before it begins with a blank\n"
     "s.ini:2: memory: expected a whole number from 64 to 1048576, found \"1\"\n"
     "s.ini:4: writable: expected yes or no, found \"2\"\n"},
};

static void say_faults(const jx_faults *faults, char ret[SAID])
{
    size_t size = 0;
    for (size_t i = 0; i < faults->count; i++) {
        size += (size_t)snprintf(ret + size, SAID - size, "%s\n", faults->shown[i].text);
    }
}

static void test_row(void **state)
{
    const struct row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_settings settings = {.pin_count = 7};
    jx_faults faults;
    char said[SAID];
    jx_faults_init(&faults, JX_EN);
    jx_folder_put_text(PATH, row->text);
    const jx_status status = jx_read_settings(arena, PATH, &faults, &settings);
    assert_int_equal(status, faults.count == 0 ? JX_OK : JX_ECONFIG);
    if (status == JX_OK) {
        assert_string_equal(settings.path, PATH);
        say_settings(&settings, said);
    } else {
        assert_int_equal(settings.pin_count, 7);
        say_faults(&faults, said);
    }
    assert_string_equal(said, row->says);
    jx_arena_free(arena);
}

// --------------------------------------------------------------------------------------------- files

static void test_absent(void **state)
{
    jx_folder *folder = *state;
    jx_settings settings = {.pin_count = 7};
    jx_faults faults;
    jx_faults_init(&faults, JX_ZH);
    assert_int_equal(jx_read_settings(folder->arena, "none.ini", &faults, &settings), JX_ECONFIG);
    assert_int_equal(faults.count, 1);
    assert_string_equal(faults.shown[0].text, "none.ini: 应为文件，实际没有这个名字的文件");
    assert_int_equal(settings.pin_count, 7);
}

static void test_chinese(void **state)
{
    jx_folder *folder = *state;
    jx_settings settings;
    jx_faults faults;
    jx_faults_init(&faults, JX_ZH);
    jx_folder_put_text(PATH, "[trust]\nmemory = 1\n");
    assert_int_equal(jx_read_settings(folder->arena, PATH, &faults, &settings), JX_ECONFIG);
    assert_string_equal(faults.shown[0].text,
                        "s.ini:2: 键“memory”应在 [scripts] 中，实际在 [trust] 中，请移过去");
}

static void expect_path(jx_folder *folder, const char *file, const char *expected)
{
    jx_settings settings;
    jx_faults faults;
    jx_faults_init(&faults, JX_EN);
    assert_int_equal(jx_read_settings(folder->arena, file, &faults, &settings), JX_OK);
    assert_string_equal(settings.plugin_path, expected);
    assert_string_equal(settings.path, file);
}

static void test_folders(void **state)
{
    assert_int_equal(mkdir("d", 0700), 0);
    jx_folder_put_text("d/s.ini", "[paths]\nplugins = a:/b::../c\n");
    expect_path(*state, "d/s.ini", "d/a:/b::d/../c");
    expect_path(*state, "./d/s.ini", "./d/a:/b::./d/../c");
    assert_int_equal(symlink("d/s.ini", "link.ini"), 0);
    expect_path(*state, "link.ini", "d/a:/b::d/../c");
    assert_int_equal(unlink("link.ini") + unlink("d/s.ini") + rmdir("d"), 0);
}

// --------------------------------------------------------------------------------------- what ships

// Puts a text as conf/jixiao.ini has it: a comment is no Markdown.
static void put_comment(jx_text *expected, const char *text)
{
    jx_text_put(expected, "; ");
    for (; *text != '\0'; text++) {
        if (*text != '`') {
            jx_text_add_char(expected, *text);
        }
    }
    jx_text_add_char(expected, '\n');
}

static void put_section(jx_text *expected, const jx_settings_section *section)
{
    jx_text_put(expected, "\n[");
    jx_text_add(expected, section->name);
    jx_text_put(expected, "]\n");
    for (size_t i = 0; i < section->count; i++) {
        const jx_field *field = &section->rows[i].field;
        jx_text_put(expected, i == 0 ? "" : "\n");
        put_comment(expected, field->says.zh);
        put_comment(expected, field->says.en);
        jx_text_put(expected, ";");
        jx_text_put(expected, field->key);
        jx_text_put(expected, field->fallback == NULL ? " =" : " = ");
        jx_text_put(expected, field->fallback == NULL ? "" : field->fallback);
        jx_text_put(expected, "\n");
    }
    if (section->rows == NULL) {
        put_comment(expected, section->says.zh);
        put_comment(expected, section->says.en);
    }
}

static jx_str read_shipped(jx_arena *arena)
{
    jx_str found;
    assert_int_equal(jx_file_read(arena, SHIPPED, SHIPPED_MOST, JX_ECONFIG, &found, NULL), JX_OK);
    return found;
}

static void test_shipped(void **state)
{
    jx_folder *folder = *state;
    jx_text expected = jx_text_in(folder->arena);
    const char *found = read_shipped(folder->arena).data;
    for (size_t i = 0; i < JX_SETTINGS_SECTIONS; i++) {
        put_section(&expected, &jx_settings_sections[i]);
    }
    jx_text_add_char(&expected, '\0');
    const char *sections = strstr(found, "\n[");
    assert_non_null(sections);
    assert_string_equal(sections, jx_text_str(&expected).data);
}

static void expect_usual(jx_folder *folder, const char *path)
{
    jx_settings settings;
    jx_faults faults;
    char said[SAID];
    jx_faults_init(&faults, JX_EN);
    assert_int_equal(jx_read_settings(folder->arena, path, &faults, &settings), JX_OK);
    say_settings(&settings, said);
    assert_string_equal(said, USUAL);
    say_settings(&jx_usual_settings, said);
    assert_string_equal(said, USUAL);
}

static void test_defaults(void **state)
{
    jx_folder *folder = *state;
    jx_text uncommented = jx_text_in(folder->arena);
    size_t keys = 0;
    for (jx_str rest = read_shipped(folder->arena); rest.size > 0;) {
        const jx_str line = jx_str_next(&rest, '\n');
        const bool key = line.size > 1 && line.data[0] == ';' && line.data[1] != ' ';
        keys += key;
        jx_text_add(&uncommented, key ? jx_str_from(line, 1) : line);
        jx_text_add_char(&uncommented, '\n');
    }
    const jx_str text = jx_text_str(&uncommented);
    assert_int_equal(keys, 9);
    jx_folder_put(PATH, text.data, text.size);
    expect_usual(folder, PATH);
    expect_usual(folder, SHIPPED);
}

int main(void)
{
    static const jx_folder_test tests[] = {
        {"says that a file is not there", test_absent},
        {"speaks Chinese", test_chinese},
        {"finds folders beside the file that a link leads to", test_folders},
        {"ships a file that has every key and nothing else", test_shipped},
        {"ships a file with the defaults", test_defaults},
    };
    static jx_rows all;
    JX_ROWS(&all, rows, test_row);
    return jx_folder_run(&all, tests, sizeof tests / sizeof tests[0], "read_settings");
}
