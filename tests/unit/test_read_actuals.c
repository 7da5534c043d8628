// SPDX-License-Identifier: MIT
#include "read/read_actuals.h"
#include "support/jx_folder.h"
#include "support/jx_rows.h"
#include "support/sample_actuals.h"

#define PATH "a.csv"
#define KNOWN_COLUMNS                                                                              \
  "there are project, indicator, actual, baseline, note, evidence and inputs; names of your own "  \
  "begin with x-; see docs/actuals.md\n"

enum { MANY = 20000, NAME = 32 };

static const sample_actuals rows[] = {
    {"reads a row for each project", 1, JX_STR("project,firms,started\nA,27,2024\nB,30,2025\n"),
     "2 A (A): 0=27@2 4=2024@2\n3 B (B): 0=30@3 4=2025@3\n"},
    {"reads every column of an indicator and of the project", 1,
     JX_STR(
         "firms.note,firms,firms.baseline,project,firms.evidence,started.months_late,project.staff\n"
         "a,1,2,A,b,3,4\n"),
     "2 A (A): 0=1@2 1=2@2 2=a@2 3=b@2 8=3@2 13=4@2\n"},
    {"passes over columns whose name begins with x-", 1,
     JX_STR("x-1,project,x-firms,firms\na,A,b,1\n"), "2 A (A): 0=1@2\n"},
    {"leaves cells empty that are not written", 1,
     JX_STR("project,firms,started\nA,1,2\nB,,\nC,,3\n"),
     "2 A (A): 0=1@2 4=2@2\n3 B (B):\n4 C (C): 4=3@4\n"},
    {"trims names of columns and cells", 1,
     JX_STR("\xEF\xBB\xBF project ,\tfirms\n A , 1\t\nB,　2　\nC,\"\n3\r\n\"\n"),
     "2  A  (A): 0=1@2\n3 B (B): 0=2@3\n4 C (C): 0=3@4\n"},
    {"keeps characters whose bytes begin or end as those of a blank do", 1,
     JX_STR("project,firms.note\nA,ㄱ\nB,一ဠ\nC,倀\n"),
     "2 A (A): 2=ㄱ@2\n3 B (B): 2=一ဠ@3\n4 C (C): 2=倀@4\n"},
    {"gives the project as it is written", 1, JX_STR("project,firms\n\"a \"\"b\"\", c\",1\n"),
     "2 a \"b\", c (a \"b\", c): 0=1@2\n"},
    {"tells instances from the project itself", 1,
     JX_STR("project,firms\ndev-2024,1\ndev-2024/甲县,2\ndev-2024/,3\nchain-2024/乙县,4\n"),
     "2 dev-2024: 0=1@2\n3 dev-2024/甲县 (甲县): 0=2@3\n4 dev-2024/ (dev-2024/): 0=3@4\n"
     "5 chain-2024/乙县 (chain-2024/乙县): 0=4@5\n"},
    {"reads the only project without a column for it", 1, JX_STR("firms,started\n1,2\n"),
     "2 dev-2024: 0=1@2 4=2@2\n"},
    {"reads nothing where there is only a head", 1, JX_STR("project,firms\n"), ""},
    {"reads nothing where there is only a head without line end", 1, JX_STR("project,firms"), ""},
    {"passes over rows without text", 1, JX_STR(",,\nproject,firms\n\n,\nA,1\n , 　\n"),
     "5 A (A): 0=1@5\n"},
    {"counts the lines of quoted cells", 1,
     JX_STR("project,firms.note,firms\r\nA,\"a\r\nb\",1\r\nB,c,2\r\n"),
     "2 A (A): 0=1@2 2=a\r\nb@2\n4 B (B): 0=2@4 2=c@4\n"},
    {"reads GB18030", 1, JX_STR("project,firms.note\n\xBC\xD7\xCF\xD8,\xBC\xA8\xD0\xA7\n"),
     "2 甲县 (甲县): 2=绩效@2\n"},
    {"finds each project's sheet", 2,
     JX_STR(
         "project,firms,tax,started\ndev-2024,1,,2\nchain-2024/甲,3,4,\ndev-2024/乙,,,5\nchain-2024,,6,\n"),
     "2 dev-2024: 0=1@2 4=2@2\n3 chain-2024/甲 (甲) in the second: 0=3@3 4=4@3\n"
     "4 dev-2024/乙 (乙): 4=5@4\n5 chain-2024 in the second: 4=6@5\n"},

    {"finds fault with a row too short", 1, JX_STR("project,firms,started\nA,1\nB,2,3\n"),
     "2 A (A)! a.csv:2: project A: expected 3 columns as in the first line, found 2\n"
     "3 B (B): 0=2@3 4=3@3\n"},
    {"finds fault with a row too long", 1, JX_STR("project,firms\nA,1,\nB,2\n"),
     "2 A (A)! a.csv:2: project A: expected 2 columns as in the first line, found 3\n"
     "3 B (B): 0=2@3\n"},
    {"finds fault with a row too short to tell its project", 1, JX_STR("firms,project\n1\n2,B\n"),
     "2  nowhere! a.csv:2: expected 2 columns as in the first line, found 1\n3 B (B): 0=2@3\n"},
    {"finds fault with a row without project", 1, JX_STR("project,firms\n,1\n 　,2\nC,3\n"),
     "2  nowhere! a.csv:2: expected the project in the column \"project\", found nothing; every "
     "row names it\n"
     "3  　 nowhere! a.csv:3: expected the project in the column \"project\", found nothing; every "
     "row names it\n4 C (C): 0=3@4\n"},
    {"finds fault with a project that came before", 1,
     JX_STR("project,firms\nB,1\nA,2\n B ,3\nC,4\nA,5\n"),
     "2 B (B): 0=1@2\n3 A (A): 0=2@3\n"
     "4  B  (B)! a.csv:4: project B: expected one row for each project, found a row of it before\n"
     "5 C (C): 0=4@5\n"
     "6 A (A)! a.csv:6: project A: expected one row for each project, found a row of it before\n"},
    {"finds fault with a project that nobody knows", 2,
     JX_STR("project,firms\nA,1\ndev-2023/甲,2\nchain-2024/,3\nchain-2024,4\n"),
     "2 A nowhere! a.csv:2: project A: expected the id of one of the project files, or "
     "ID/INSTANCE, found \"A\"\n"
     "3 dev-2023/甲 nowhere! a.csv:3: project dev-2023/甲: there is no project \"dev-2023\"; did "
     "you mean \"dev-2024\"?\n"
     "4 chain-2024/ nowhere! a.csv:4: project chain-2024/: expected ID/INSTANCE, found nothing "
     "behind \"/\"\n"
     "5 chain-2024 in the second: 0=4@5\n"},
    {"finds fault with a cell that the project has no column for", 2,
     JX_STR("project,firms,tax\ndev-2024,1,2\nchain-2024,3,4\ndev-2024/甲,5,\n"),
     "2 dev-2024! a.csv:2: project dev-2024: the project has no column \"tax\": expected an empty "
     "cell, found \"2\"\n3 chain-2024 in the second: 0=3@3 4=4@3\n4 dev-2024/甲 (甲): 0=5@4\n"},
    {"refuses a second row where there is no column for the project", 1, JX_STR("firms\n1\n\n2\n"),
     "2 dev-2024: 0=1@2\na.csv:4: expected one row where there is no column \"project\", found a "
     "second one: add that column\n"},

    // heads
    {"refuses an empty file", 1, JX_STR("\n\r\n , \n"),
     "a.csv: expected a first line with the names of the columns, found an empty file\n"},
    {"refuses columns parted by tabs", 1, JX_STR("project\tfirms\nA\t1\n"),
     "a.csv:1: expected columns parted by commas, found \"TAB\": save the file as comma-separated "
     "CSV\n"},
    {"refuses columns parted by semicolons", 1, JX_STR("project;firms\nA;1\n"),
     "a.csv:1: expected columns parted by commas, found \";\": save the file as comma-separated "
     "CSV\n"},
    {"refuses columns parted by full-width commas", 1, JX_STR("project，firms\nA，1\n"),
     "a.csv:1: expected columns parted by commas, found \"，\": save the file as comma-separated "
     "CSV\n"},
    {"takes a column without name for one where nothing is written", 1,
     JX_STR("\nproject, ,firms\nA,,1\n"), "3 A (A): 0=1@3\n"},
    {"refuses a column given twice", 1, JX_STR("firms,project, firms\n"),
     "a.csv:1: expected the column \"firms\" once, found it in columns 1 and 3\n"},
    {"refuses a column that nobody knows", 1, JX_STR("project,taxes-of-enterprises\n"),
     "a.csv:1: there is no column \"taxes-of-enterprises\"; " KNOWN_COLUMNS},
    {"suggests the column that was meant", 1, JX_STR("project,frims\n"),
     "a.csv:1: there is no column \"frims\"; did you mean \"firms\"?\n"},
    {"suggests the input that was meant", 1, JX_STR("project,started.month_late\n"),
     "a.csv:1: there is no column \"started.month_late\"; did you mean \"started.months_late\"?\n"},
    {"suggests the project's input that was meant", 1, JX_STR("project,project.stuff\n"),
     "a.csv:1: there is no column \"project.stuff\"; did you mean \"project.staff\"?\n"},
    {"suggests the indicator's name for its actual", 1, JX_STR("project,started.actual\n"),
     "a.csv:1: there is no column \"started.actual\"; did you mean \"started\"?\n"},
    {"refuses an input of another indicator", 1, JX_STR("project,firms.months_late\n"),
     "a.csv:1: there is no column \"firms.months_late\"; " KNOWN_COLUMNS},
    {"refuses an input of the project that has only a dot before it", 1, JX_STR("project,.staff\n"),
     "a.csv:1: there is no column \".staff\"; did you mean \"staff\"?\n"},
    {"reads an input of the project that stands alone", 1,
     JX_STR("project,firms,staff\ndev-2024,1,7\n"), "2 dev-2024: 0=1@2 13=7@2\n"},
    {"refuses an input of the project named in both ways", 1,
     JX_STR("project,project.staff,staff\n"),
     "a.csv:1: expected the column \"staff\" once, found it in columns 2 and 3\n"},
    {"suggests a column of long ones", 1, JX_STR("project,indicator,actal\n"),
     "a.csv:1: there is no column \"actal\"; did you mean \"actual\"?\n"},
    {"suggests an input of long ones", 1, JX_STR("project,indicator,actual,month_late\n"),
     "a.csv:1: there is no column \"month_late\"; did you mean \"months_late\"?\n"},
    {"asks for a column for actuals", 1, JX_STR("project,indicator,note\n"),
     "a.csv:1: expected a column \"actual\" beside \"indicator\", found none\n"},
    {"asks for a column for projects where there are several", 2, JX_STR("firms,tax\n1,2\n"),
     "a.csv:1: expected a column \"project\" where several project files are given, found none\n"},
    {"asks for a column for projects in long ones where there are several", 2,
     JX_STR("indicator,actual\nfirms,1\n"),
     "a.csv:1: expected a column \"project\" where several project files are given, found none\n"},

    // what nothing can be trusted after
    {"gives the projects before an open quote", 1, JX_STR("project,firms\nA,1\nB,\"2\nC,3\n"),
     "2 A (A): 0=1@2\na.csv:3: expected a quote that closes the one opened here, found none before "
     "the end of the file\n"},
    {"refuses other encodings", 1, JX_STR("project,firms\n\xFF,1\n"),
     "a.csv:2: expected UTF-8 or GB18030, found line 2 not to be UTF-8 and line 2 not to be "
     "GB18030: save the file as UTF-8\n"},
};

static void expect_said(jx_text *said, const char *expected)
{
    assert_string_equal(jx_arena_copy(said->arena, jx_text_str(said)).data, expected);
    jx_text_clear(said);
}

static void test_several_files(void **state)
{
    jx_folder *folder = *state;
    jx_text said = jx_text_in(folder->arena);
    jx_actuals *actuals = NULL;
    jx_folder_put_text("1.csv", "project,firms,started\nA,1,2\nB,3,4\n");
    jx_folder_put_text("2.csv", "project,indicator,actual\nC,firms,5\nA,firms,6\n");
    jx_folder_put_text("3.csv", "project,firms\nD,7\nC,8\n");
    jx_folder_put_text("4.csv", "frims\n");
    assert_int_equal(
        jx_actuals_open("1.csv", JX_ENCODING_DETECT, sample_sheets, 1, &actuals, &folder->err),
        JX_OK);
    sample_actuals_say(&said, actuals, &folder->err);
    expect_said(&said, "2 A (A): 0=1@2 4=2@2\n3 B (B): 0=3@3 4=4@3\n");
    assert_int_equal(jx_actuals_continue(actuals, "2.csv", &folder->err), JX_OK);
    sample_actuals_say(&said, actuals, &folder->err);
    expect_said(
        &said,
        "2 C (C): 0=5@2\n"
        "3 A (A)! 2.csv:3: project A: expected the rows of a project to stand together, "
        "found rows of it before (perhaps in another file or sheet); where several bodies fill in "
        "one table, the project is ID/BODY\n");
    assert_int_equal(jx_actuals_continue(actuals, "4.csv", &folder->err), JX_EDATA);
    assert_int_equal(jx_actuals_continue(actuals, "3.csv", &folder->err), JX_OK);
    sample_actuals_say(&said, actuals, &folder->err);
    expect_said(&said,
                "2 D (D): 0=7@2\n"
                "3 C (C)! 3.csv:3: project C: expected one row for each project, found a row "
                "of it before\n");
    jx_actuals_close(actuals);
}

static void test_only_project_again(void **state)
{
    jx_folder *folder = *state;
    jx_text said = jx_text_in(folder->arena);
    jx_actuals *actuals = NULL;
    jx_folder_put_text("1.csv", "firms\n1\n");
    assert_int_equal(
        jx_actuals_open("1.csv", JX_ENCODING_DETECT, sample_sheets, 1, &actuals, &folder->err),
        JX_OK);
    sample_actuals_say(&said, actuals, &folder->err);
    assert_int_equal(jx_actuals_continue(actuals, "1.csv", &folder->err), JX_OK);
    sample_actuals_say(&said, actuals, &folder->err);
    expect_said(&said, "2 dev-2024: 0=1@2\n"
                       "2 dev-2024! 1.csv:2: project dev-2024: expected one row for each project, "
                       "found a row of it before\n");
    jx_actuals_close(actuals);
}

// Rows far beyond one block, in the order that is not that of their names.
static void put_many(bool is_long)
{
    FILE *file = fopen(PATH, "wb");
    assert_non_null(file);
    fputs(is_long ? "project,indicator,actual\n" : "project,firms,started\n", file);
    for (size_t i = 0; i < MANY; i++) {
        const size_t number = i * 7919 % MANY;
        if (is_long) {
            fprintf(file, "县%zu,firms,%zu\n县%zu,started,2024\n", number, i, number);
        } else {
            fprintf(file, "县%zu,%zu,2024\n", number, i);
        }
    }
    assert_int_equal(fclose(file), 0);
}

static void expect_many(bool is_long)
{
    jx_actuals *actuals = NULL;
    assert_int_equal(jx_actuals_open(PATH, JX_ENCODING_DETECT, sample_sheets, 1, &actuals, NULL),
                     JX_OK);
    for (size_t i = 0; i <= MANY; i++) {
        char name[NAME];
        char figure[NAME];
        jx_observations found;
        bool more = false;
        assert_int_equal(jx_actuals_next(actuals, &found, &more, NULL), JX_OK);
        assert_int_equal(more, i < MANY);
        if (more) {
            snprintf(name, sizeof name, "县%zu", i * 7919 % MANY);
            snprintf(figure, sizeof figure, "%zu", i);
            assert_null(found.fault);
            jx_expect_text(found.project, name);
            jx_expect_text((jx_str){found.cells[0].data, found.cells[0].size}, figure);
            assert_int_equal(found.line, 2 + (is_long ? 2 : 1) * i);
            assert_int_equal(found.cells[4].line, found.line + is_long);
        }
    }
    jx_actuals_close(actuals);
}

static void test_many_wide(void **state)
{
    (void)state;
    put_many(false);
    expect_many(false);
}

static void test_many_long(void **state)
{
    (void)state;
    put_many(true);
    expect_many(true);
}

static void test_asked_encoding(void **state)
{
    jx_folder *folder = *state;
    jx_text said = jx_text_in(folder->arena);
    jx_actuals *actuals = NULL;
    jx_folder_put_text(PATH, "project,firms\n\xCA\xBE,1\n");
    assert_int_equal(
        jx_actuals_open(PATH, JX_ENCODING_GB18030, sample_sheets, 1, &actuals, &folder->err),
        JX_OK);
    sample_actuals_say(&said, actuals, &folder->err);
    expect_said(&said, "2 示 (示): 0=1@2\n");
    jx_actuals_close(actuals);
}

static void test_in_chinese(void **state)
{
    jx_folder *folder = *state;
    jx_text said = jx_text_in(folder->arena);
    jx_error err = JX_ERROR(JX_ZH);
    jx_actuals *actuals = NULL;
    jx_folder_put_text(PATH, "project,indicator,actual\n甲县,frims,1\n乙县,firms\n");
    assert_int_equal(jx_actuals_open(PATH, JX_ENCODING_DETECT, sample_sheets, 1, &actuals, &err),
                     JX_OK);
    sample_actuals_say(&said, actuals, &err);
    expect_said(&said, "2 甲县 (甲县)! a.csv:2: 项目 甲县：没有指标“frims”，是否应为“firms”？\n"
                       "3 乙县 (乙县)! a.csv:3: 项目 乙县：应与首行一样有 3 列，实际有 2 列\n");
    jx_actuals_close(actuals);
}

static void test_no_file(void **state)
{
    jx_folder *folder = *state;
    jx_actuals *actuals = NULL;
    assert_int_equal(
        jx_actuals_open("b.csv", JX_ENCODING_DETECT, sample_sheets, 1, &actuals, &folder->err),
        JX_EDATA);
    assert_string_equal(folder->err.text, "b.csv: expected a file, found none of that name");
    assert_null(actuals);
    jx_actuals_close(NULL);
}

int main(void)
{
    static const struct {
        const char *name;
        CMUnitTestFunction run;
    } tests[] = {
        {"goes on with other files, and remembers their projects", test_several_files},
        {"remembers the only project without a column for it", test_only_project_again},
        {"reads many rows of wide actuals", test_many_wide},
        {"reads many rows of long actuals", test_many_long},
        {"reads the encoding that is asked for", test_asked_encoding},
        {"speaks Chinese", test_in_chinese},
        {"says that a file is absent", test_no_file},
    };
    static jx_rows all;
    JX_ROWS(&all, rows, sample_actuals_test);
    void *folder = NULL;
    if (jx_folder_enter(&folder) != 0) {
        return 1;
    }
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++) {
        jx_rows_add_one(&all, tests[i].name, tests[i].run, folder);
    }
    const int failed = jx_rows_run(&all, "read_actuals");
    return jx_folder_leave(&folder) != 0 || failed != 0;
}
