// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "read/read_project.h"
#include "support/jx_folder.h"
#include "support/jx_rows.h"

#define PATH "a.ini"
#define GOOD "[project]\nid = a\n[indicator x]\nname = 甲\n"

static void say_section(jx_text *said, const char *name, const jx_section *section)
{
    if (section->line == 0) {
        return;
    }
    jx_text_add_number(said, section->line);
    jx_text_put(said, "[");
    jx_text_put(said, name);
    jx_text_add(said, section->id);
    jx_text_put(said, "]\n");
    for (size_t i = 0; i < section->count; i++) {
        jx_text_add_number(said, section->entries[i].line);
        jx_text_put(said, " ");
        jx_text_add(said, section->entries[i].key);
        jx_text_put(said, "=");
        jx_text_add(said, section->entries[i].value);
        jx_text_put(said, "|\n");
        assert_int_equal(section->entries[i].value.data[section->entries[i].value.size], '\0');
    }
}

static void say_project(jx_text *said, const jx_project *project)
{
    say_section(said, "project", &project->head);
    say_section(said, "grades", &project->grades);
    for (size_t i = 0; i < project->indicator_count; i++) {
        say_section(said, "indicator ", &project->indicators[i]);
    }
}

static void say_faults(jx_text *said, const jx_faults *faults)
{
    for (size_t i = 0; i < faults->count && i < JX_FAULTS_SHOWN; i++) {
        jx_text_put(said, faults->shown[i].text);
        jx_text_put(said, "\n");
    }
}

struct row {
    const char *name;
    jx_str bytes;
    const char *faults;
    const char *project; // NULL: not looked at
};

#define NO_INDICATOR "a.ini: expected at least one section [indicator ID], found none\n"

static const struct row rows[] = {
    {"reads sections, keys and values with their lines", JX_STR(GOOD), "",
     "1[project]\n2 id=a|\n3[indicator x]\n4 name=甲|\n"},
    {"reads a byte order mark and CRLF",
     JX_STR("\xEF\xBB\xBF[project]\r\nid = a\r\n\r\n[indicator x]\r\nname = 甲\r\n"), "",
     "1[project]\n2 id=a|\n4[indicator x]\n5 name=甲|\n"},
    {"needs no line end at the end", JX_STR("[project]\n[indicator x]\na=1"), "",
     "1[project]\n2[indicator x]\n3 a=1|\n"},
    {"reads sections without keys", JX_STR("[project]\n[grades]\n[indicator x]\n[indicator y]\n"),
     "", "1[project]\n2[grades]\n3[indicator x]\n4[indicator y]\n"},
    {"reads sections in any order",
     JX_STR("[indicator b]\n[grades]\n优 = 90\n[indicator a]\n[project]\n"), "",
     "5[project]\n2[grades]\n3 优=90|\n1[indicator b]\n4[indicator a]\n"},
    {"reads blanks of any number in a section's head",
     JX_STR("[ project ]\n[indicator\t x  ] ; 甲\n[grades];乙\n"), "",
     "1[project]\n3[grades]\n2[indicator x]\n"},
    {"trims keys and values", JX_STR("[project]\nid\t =  \t a \t\nname=　甲　\n[indicator x]\n"),
     "", "1[project]\n2 id=a|\n3 name=甲|\n4[indicator x]\n"},
    {"reads empty values", JX_STR("[project]\nid =\nunit = ; 无\n[indicator x]\n"), "",
     "1[project]\n2 id=|\n3 unit=|\n4[indicator x]\n"},
    {"splits at the first equals sign",
     JX_STR("[project]\nid = a=b = c\nunit == d\n[indicator x]\n"), "",
     "1[project]\n2 id=a=b = c|\n3 unit== d|\n4[indicator x]\n"},
    {"skips comments",
     JX_STR("; a\n# b\n[project]\n  ; c\n\t# d\nid = a ; b\n;name = c\n[indicator x]\n"), "",
     "3[project]\n6 id=a|\n8[indicator x]\n"},
    {"takes a semicolon without a blank for text",
     JX_STR("[project]\nid = a;b #c\nunit =;d\n[indicator x]\n"), "",
     "1[project]\n2 id=a;b #c|\n3 unit=;d|\n4[indicator x]\n"},
    {"keeps semicolons in rule, name, goal, content, remark",
     JX_STR(
         "[project]\nname = a ; b\ngoal = ; c\n[indicator x]\nrule = d ; e\ncontent = f ;\nremark = g ; ；h\n"),
     "",
     "1[project]\n2 name=a ; b|\n3 goal=; c|\n4[indicator x]\n5 rule=d ; e|\n6 content=f ;|\n7 remark=g ; ；h|\n"},
    {"joins indented lines by one newline",
     JX_STR("[project]\nunit = a\n  b\n\n\t c = d\n[indicator x]\n"), "",
     "1[project]\n2 unit=a\nb\nc = d|\n6[indicator x]\n"},
    {"reads a value that begins in an indented line",
     JX_STR("[project]\ngoal =\n  a\n  b\n[indicator x]\n"), "",
     "1[project]\n2 goal=a\nb|\n5[indicator x]\n"},
    {"cuts comments in indented lines",
     JX_STR("[project]\nunit = a ; b\n  c ; d\n  ; e\n  # f\n; g\n  h\n[indicator x]\n"), "",
     "1[project]\n2 unit=a\nc\nh|\n8[indicator x]\n"},
    {"keeps semicolons and hashes in indented lines of a rule",
     JX_STR("[indicator x]\nrule = a ; b\n  c ; d\n  ; e\n  # f\n; g\n  h\n[project]\n"), "",
     "8[project]\n1[indicator x]\n2 rule=a ; b\nc ; d\n; e\n# f\nh|\n"},
    {"reads keys and sections of 49 bytes",
     JX_STR("[project]\nkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = 1\n[indicator "
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]\n"),
     "",
     "1[project]\n2 kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk=1|\n3[indicator "
     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]\n"},

    {"refuses an empty file", JX_STR(""),
     "a.ini: expected sections [project] and [indicator ID], found an empty file\n", NULL},
    {"refuses a file of comments", JX_STR("\n; a\n # b\n"),
     "a.ini: expected sections [project] and [indicator ID], found an empty file\n", NULL},
    {"refuses NUL", JX_STR("[project]\nid = a\0b\n"),
     "a.ini:2: expected a text file, found a NUL byte\n", NULL},
    {"refuses other control characters", JX_STR(GOOD "unit = a\x07\nkind = \x7F\n"),
     "a.ini:5: expected text, found the control character 0x07: delete it\n"
     "a.ini:6: expected text, found the control character 0x7F: delete it\n",
     "1[project]\n2 id=a|\n3[indicator x]\n4 name=甲|\n"},
    {"refuses CR within a line", JX_STR(GOOD "unit = a\rb\n"),
     "a.ini:5: expected text, found the control character 0x0D: delete it\n", NULL},
    {"refuses lines that end in CR alone", JX_STR("[project]\rid = a\r[indicator x]\r"),
     "a.ini: expected lines that end in LF or CRLF, found CR alone: save the file with LF or CRLF\n",
     NULL},
    {"refuses GBK", JX_STR("[project]\nid = a\nname = \xBC\xA8\xD0\xA7\n"),
     "a.ini:3: expected UTF-8, found other bytes (GBK perhaps): save the file as UTF-8\n", NULL},
    {"refuses UTF-16", JX_STR("\xFF\xFE[\0p\0"),
     "a.ini: expected UTF-8, found UTF-16: save the file as UTF-8\n", NULL},
    {"refuses UTF-16, high byte first", JX_STR("\xFE\xFF\0[\0p"),
     "a.ini: expected UTF-8, found UTF-16: save the file as UTF-8\n", NULL},

    {"refuses a line without equals sign", JX_STR(GOOD "unit\nvalue ; a = b\n"),
     "a.ini:5: expected \"key = value\", found no \"=\" in \"unit\"; a line that continues the value "
     "before it begins with a blank\n"
     "a.ini:6: expected \"key = value\", found no \"=\" in \"value\"; a line that continues the "
     "value before it begins with a blank\n",
     "1[project]\n2 id=a|\n3[indicator x]\n4 name=甲|\n"},
    {"refuses prose that was meant to be indented", JX_STR(GOOD "每少一家：扣1分\n"),
     "a.ini:5: expected \"key = value\", found no \"=\" in \"每少一家：扣1分\"; a line that continues "
     "the value before it begins with a blank\n",
     NULL},
    {"refuses prose of several words", JX_STR(GOOD "one point: each\n"),
     "a.ini:5: expected \"key = value\", found no \"=\" in \"one point: each\"; a line that continues "
     "the value before it begins with a blank\n",
     NULL},
    {"refuses a colon between key and value", JX_STR(GOOD "unit: a\nvalue : b = c\n"),
     "a.ini:5: expected \"=\" between key and value, found \":\"\n"
     "a.ini:6: expected \"=\" between key and value, found \":\"\n",
     NULL},
    {"refuses a full-width colon between key and value", JX_STR(GOOD "unit：a\n指标值：b = c\n"),
     "a.ini:5: expected \"=\" between key and value, found \"：\"\n"
     "a.ini:6: expected \"=\" between key and value, found \"：\"\n",
     NULL},
    {"refuses a full-width equals sign", JX_STR(GOOD "unit＝a\nvalue ＝ b = c\n"),
     "a.ini:5: found the full-width \"＝\"; did you mean \"=\"?\n"
     "a.ini:6: found the full-width \"＝\"; did you mean \"=\"?\n",
     NULL},
    {"refuses a comment behind a full-width sign", JX_STR(GOOD "；unit = a\n＃b\n"),
     "a.ini:5: found the full-width \"；\"; did you mean \";\"?\n"
     "a.ini:6: found the full-width \"＃\"; did you mean \"#\"?\n",
     "1[project]\n2 id=a|\n3[indicator x]\n4 name=甲|\n"},
    {"refuses full-width brackets",
     JX_STR(GOOD "【indicator y】\na = b\n［indicator z］\n[indicator v】\n[indicator w］\n"),
     "a.ini:5: found the full-width \"【\"; did you mean \"[\"?\n"
     "a.ini:7: found the full-width \"［\"; did you mean \"[\"?\n"
     "a.ini:8: found the full-width \"】\"; did you mean \"]\"?\n"
     "a.ini:9: found the full-width \"］\"; did you mean \"]\"?\n",
     "1[project]\n2 id=a|\n3[indicator x]\n4 name=甲|\n"},
    {"refuses ideographic spaces where a key stands",
     JX_STR(GOOD "　unit = a\nvalue　= b\n　接着\n　\n"),
     "a.ini:5: expected plain blanks here, found an ideographic space (U+3000): replace it\n"
     "a.ini:6: expected plain blanks here, found an ideographic space (U+3000): replace it\n"
     "a.ini:7: expected plain blanks here, found an ideographic space (U+3000): replace it\n",
     NULL},
    {"refuses an ideographic space in a section's head", JX_STR(GOOD "[indicator　y]\n"),
     "a.ini:5: expected plain blanks here, found an ideographic space (U+3000): replace it\n",
     NULL},
    {"refuses an empty key", JX_STR(GOOD "= a\n"),
     "a.ini:5: expected a key before \"=\", found none\n", NULL},
    {"refuses a key of 50 bytes",
     JX_STR(GOOD "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = 1\n"),
     "a.ini:5: expected a key of at most 49 bytes, found a longer one: "
     "\"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk\"\n",
     NULL},
    {"refuses keys before the first section, once", JX_STR("id = a\nname = b\n" GOOD),
     "a.ini:1: expected a section, its name in brackets, before the first key, found none\n",
     "3[project]\n4 id=a|\n5[indicator x]\n6 name=甲|\n"},
    {"refuses an indented line with nothing before it, once",
     JX_STR("[project]\n  id = a\n  name = b\n[indicator x]\n"),
     "a.ini:2: an indented line continues the value before it, found none before: if this is a new "
     "key, delete the blanks before it\n",
     "1[project]\n4[indicator x]\n"},
    {"refuses an indented line that is a key of its own",
     JX_STR(GOOD "remark = 10分\n  unit = 个\n  kind ≥ a = b\n"),
     "a.ini:6: an indented line continues the value above it, but \"unit =\" reads like a new key: if "
     "it is one, delete the blanks before it\n",
     "1[project]\n2 id=a|\n3[indicator x]\n4 name=甲|\n5 remark=10分\nkind ≥ a = b|\n"},
    {"passes over the lines that continue a faulty one", JX_STR(GOOD "unit: a\n  b\n  c\n"),
     "a.ini:5: expected \"=\" between key and value, found \":\"\n",
     "1[project]\n2 id=a|\n3[indicator x]\n4 name=甲|\n"},

    {"refuses a section's head without its end", JX_STR(GOOD "[indicator y\nname = b\n"),
     "a.ini:5: expected \"]\" behind the section's name, found none: \"[indicator y\"\n",
     "1[project]\n2 id=a|\n3[indicator x]\n4 name=甲|\n"},
    {"refuses text behind a section's head, and reads it",
     JX_STR("[project] a\n[indicator x] # b\nname = b\n"),
     "a.ini:1: expected nothing but a comment (\";\") behind \"]\", found \"a\"\n"
     "a.ini:2: expected nothing but a comment (\";\") behind \"]\", found \"# b\"\n",
     "1[project]\n2[indicator x]\n3 name=b|\n"},
    {"refuses a section without name", JX_STR(GOOD "[]\n[ \t]\n"),
     "a.ini:5: expected a section's name between \"[\" and \"]\", found none\n"
     "a.ini:6: expected a section's name between \"[\" and \"]\", found none\n",
     NULL},
    {"refuses a section's name of 50 bytes",
     JX_STR(GOOD "[indicator aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]\n"),
     "a.ini:5: expected a section's name of at most 49 bytes, found a longer one: \"indicator "
     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"\n",
     NULL},
    {"refuses a section's head with a control character",
     JX_STR(GOOD "[indicator\x01 y]\nname = b\n"),
     "a.ini:5: expected text, found the control character 0x01: delete it\n",
     "1[project]\n2 id=a|\n3[indicator x]\n4 name=甲|\n"},

    {"asks for [project]", JX_STR("[indicator x]\nname = a\n"),
     "a.ini: expected a section [project], found none\n", "1[indicator x]\n2 name=a|\n"},
    {"asks for an indicator", JX_STR("[project]\nid = a\n"), NO_INDICATOR, "1[project]\n2 id=a|\n"},
    {"asks for neither where a section was not understood", JX_STR("[projekt]\nid = a\n"),
     "a.ini:1: there is no section [projekt]; did you mean [project]?\n", ""},
    {"asks for neither where a section's head was not read", JX_STR("[project\nid = a\n"),
     "a.ini:1: expected \"]\" behind the section's name, found none: \"[project\"\n", ""},
    {"asks for no indicator where an ID was refused", JX_STR("[project]\n[indicator A]\n"),
     "a.ini:2: expected an indicator's ID of lower-case letters a-z, digits and hyphens, at most 39 "
     "bytes, found \"A\"\n",
     "1[project]\n"},
    {"refuses sections that nobody knows", JX_STR(GOOD "[项目]\nname = b\n[settings]\n"),
     "a.ini:5: expected a section [project], [grades] or [indicator ID], found [项目]\n"
     "a.ini:7: expected a section [project], [grades] or [indicator ID], found [settings]\n",
     "1[project]\n2 id=a|\n3[indicator x]\n4 name=甲|\n"},
    {"suggests the section that was meant", JX_STR(GOOD "[indicators y]\n[grade]\n[Indicator z]\n"),
     "a.ini:5: there is no section [indicators y]; did you mean [indicator ID]?\n"
     "a.ini:6: there is no section [grade]; did you mean [grades]?\n"
     "a.ini:7: there is no section [Indicator z]; did you mean [indicator ID]?\n",
     NULL},
    {"refuses sections given twice, at the line of the second",
     JX_STR(GOOD "[project]\nid = b\n[grades]\n[indicator  x]\nname = c\n[grades]\n"),
     "a.ini:5: expected [project] once, it stands at line 1 already\n"
     "a.ini:8: expected [indicator  x] once, it stands at line 3 already\n"
     "a.ini:10: expected [grades] once, it stands at line 7 already\n",
     "1[project]\n2 id=a|\n7[grades]\n3[indicator x]\n4 name=甲|\n"},
    {"refuses an indicator without ID", JX_STR(GOOD "[indicator]\n[indicator ]\n"),
     "a.ini:5: expected [indicator ID], found no ID\na.ini:6: expected [indicator ID], found no ID\n",
     NULL},
    {"refuses IDs of other characters",
     JX_STR(GOOD "[indicator Y]\n[indicator a_b]\n[indicator a b]\n[indicator 甲]\n"),
     "a.ini:5: expected an indicator's ID of lower-case letters a-z, digits and hyphens, at most 39 bytes, found \"Y\"\n"
     "a.ini:6: expected an indicator's ID of lower-case letters a-z, digits and hyphens, at most 39 bytes, found \"a_b\"\n"
     "a.ini:7: expected an indicator's ID of lower-case letters a-z, digits and hyphens, at most 39 bytes, found \"a b\"\n"
     "a.ini:8: expected an indicator's ID of lower-case letters a-z, digits and hyphens, at most 39 bytes, found \"甲\"\n",
     NULL},
    {"refuses IDs that are columns of their own",
     JX_STR(GOOD "[indicator project]\n[indicator total]\n[indicator x-1]\n[indicator points]\n"),
     "a.ini:5: \"project\" cannot be an indicator's ID: columns of that name mean something else in actuals or results; rename it\n"
     "a.ini:6: \"total\" cannot be an indicator's ID: columns of that name mean something else in actuals or results; rename it\n"
     "a.ini:7: \"x-1\" cannot be an indicator's ID: columns of that name mean something else in actuals or results; rename it\n"
     "a.ini:8: \"points\" cannot be an indicator's ID: columns of that name mean something else in actuals or results; rename it\n",
     NULL},
    {"refuses keys given twice, in the order of lines",
     JX_STR(GOOD "name = b\nunit: c\nname = d\n  e\n[grades]\nname = f\n"),
     "a.ini:5: expected the key \"name\" once in a section, it stands at line 4 already\n"
     "a.ini:6: expected \"=\" between key and value, found \":\"\n"
     "a.ini:7: expected the key \"name\" once in a section, it stands at line 4 already\n",
     "1[project]\n2 id=a|\n9[grades]\n10 name=f|\n3[indicator x]\n4 name=甲|\n"},
};

static void test_row(void **state)
{
    const struct row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_faults *faults = jx_arena_alloc(arena, sizeof *faults);
    const jx_project *project = NULL;
    jx_text said = jx_text_in(arena);
    jx_folder_put(PATH, row->bytes.data, row->bytes.size);
    jx_faults_init(faults, JX_EN);
    const jx_status status = jx_read_project(arena, PATH, faults, &project);
    assert_int_equal(status, *row->faults == '\0' ? JX_OK : JX_ECONFIG);
    assert_int_equal(faults->status, status);
    say_faults(&said, faults);
    assert_string_equal(jx_arena_copy(arena, jx_text_str(&said)).data, row->faults);
    if (row->project != NULL) {
        jx_text_clear(&said);
        assert_non_null(project);
        assert_string_equal(project->path, PATH);
        say_project(&said, project);
        assert_string_equal(jx_arena_copy(arena, jx_text_str(&said)).data, row->project);
    }
    jx_arena_free(arena);
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

static void test_digest(void **state)
{
    jx_folder *folder = *state;
    jx_faults faults;
    const jx_project *project = NULL;
    jx_folder_put_text(PATH, "\xEF\xBB\xBF[project]\n[indicator x]\n");
    assert_int_equal(read_project(folder, &faults, &project), JX_OK);
    assert_string_equal(project->digest.text,
                        "d33f49a7c1060100e8a416c3cfa30a0e3147ffbd397dfd0b2069a3ffc0bd71a4");
}

static void test_faults_before(void **state)
{
    jx_folder *folder = *state;
    jx_faults faults;
    const jx_project *project = NULL;
    jx_folder_put_text(PATH, "");
    assert_int_equal(read_project(folder, &faults, &project), JX_ECONFIG);
    jx_folder_put_text(PATH, GOOD);
    assert_int_equal(jx_read_project(folder->arena, PATH, &faults, &project), JX_OK);
    jx_folder_put_text(PATH, "; nothing\n");
    assert_int_equal(jx_read_project(folder->arena, PATH, &faults, &project), JX_ECONFIG);
    assert_int_equal(faults.count, 2);
    assert_int_equal(faults.shown[1].message, JX_MESSAGE_PROJECT_EMPTY);
}

static void test_in_chinese(void **state)
{
    jx_folder *folder = *state;
    jx_faults faults;
    const jx_project *project = NULL;
    jx_folder_put_text(PATH, GOOD "name ＝ 乙\nname = 乙\n");
    jx_faults_init(&faults, JX_ZH);
    assert_int_equal(jx_read_project(folder->arena, PATH, &faults, &project), JX_ECONFIG);
    expect_faults(folder, &faults,
                  "a.ini:5: 这里是全角的“＝”，是否应为半角的“=”？\n"
                  "a.ini:6: 同一节中键“name”应只有一处，第 4 行已有\n");
}

int main(void)
{
    static const jx_folder_test tests[] = {
        {"gives the digest of the bytes", test_digest},
        {"tells its own faults from those before", test_faults_before},
        {"speaks Chinese", test_in_chinese},
    };
    static jx_rows all;
    JX_ROWS(&all, rows, test_row);
    return jx_folder_run(&all, tests, sizeof tests / sizeof tests[0], "read_project");
}
