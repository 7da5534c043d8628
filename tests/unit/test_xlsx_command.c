// SPDX-License-Identifier: MIT
// Workbooks as a user meets them: score, batch and import.
#include "support/jx_command.h"
#include "support/jx_folder.h"
#include "support/xlsx_file.h"

#define T(text)  "<c t=\"str\"><v>" text "</v></c>"
#define N(text)  "<c><v>" text "</v></c>"
#define R(cells) "<row>" cells "</row>"

static const char project[] =
    "[project]\nid = demo\nname = 示例\nyear = 2024\n"
    "[indicator firms]\ncategory = output\nname = 企业\nunit = 家\ntarget = 30\nweight = 60\n"
    "method = step\ndeduct = 2\n"
    "[indicator growth]\ncategory = benefit\nname = 增速\nmeasure = growth\ntarget = 0\nweight = 40\n"
    "method = step\ndeduct = 1\n";

static const xlsx_sheet_text wide = {
    "实际值", NULL,
    R(T("project") T("firms") T("growth") T("firms.note"))
        R(T("甲") N("27") "<c s=\"1\"><v>-1.4999999999999999E-2</v></c>" T("a&#10;b"))
            R(T("乙") T("多") T("1%")) R(T("丙") N("31.5") T("0%")),
    NULL};
static const xlsx_sheet_text other = {"说明", NULL, R(T("填写说明")) R(T("项目") T("说明")), NULL};
static const xlsx_sheet_text more = {"第二批", NULL,
                                     R(T("project") T("indicator") T("actual"))
                                         R(T("丁") T("firms") N("30"))
                                             R(T("丁") T("growth") T("0%")),
                                     NULL};

static void put_book(const char *path, const xlsx_sheet_text *first, const xlsx_sheet_text *third)
{
    const xlsx_sheet_text sheets[] = {*first, other, *third};
    const xlsx_file file = {.sheets = sheets,
                            .sheet_count = 3,
                            .formats = "",
                            .styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"10\"/>"};
    xlsx_file_put(path, &file);
}

static void run(
    jx_folder *folder, const char *arguments, int code, const char *out, const char *err)
{
    static jx_ran ran;
    jx_command_run(folder->path, arguments, &ran);
    assert_string_equal(ran.err, err);
    assert_string_equal(ran.out, out);
    assert_int_equal(ran.code, code);
}

static void test_batch(void **state)
{
    jx_folder *folder = *state;
    static jx_ran ran;
    static jx_ran again;
    put_book("a.xlsx", &wide, &more);
    jx_command_run(folder->path, "batch p.ini --actuals a.xlsx -j 1 -q", &ran);
    assert_int_equal(ran.code, 3);
    assert_non_null(strstr(ran.out, "甲,54.00,38.50,92.50,优,scored,\n"));
    assert_non_null(
        strstr(ran.out, "a.xlsx, sheet 实际值, cell B3: project 乙, indicator firms: "));
    assert_non_null(
        strstr(ran.out, "a.xlsx, sheet 实际值, cell B4: project 丙, indicator firms: "));
    assert_non_null(strstr(ran.out, "丁,60.00,40.00,100.00,优,scored,\n"));
    jx_command_run(folder->path, "batch p.ini --actuals a.xlsx -j 3 -q", &again);
    assert_string_equal(ran.out, again.out);
    jx_command_run(folder->path, "batch p.ini --actuals a.xlsx -j 2 -q --resume -o out.csv",
                   &again);
    assert_int_equal(again.code, 3);
    jx_folder_expect(folder, "out.csv", ran.out);
}

static void test_folder(void **state)
{
    jx_folder *folder = *state;
    (void)mkdir("actuals", 0755);
    put_book("actuals/b.xlsx", &more, &other);
    jx_folder_put_text("actuals/a.csv", "project,firms,growth\n戊,30,0%\n");
    jx_folder_put_text("actuals/~$b.xlsx", "locked");
    jx_folder_put_text("actuals/c.csv", "project,firms,growth\n己,30,0%\n");
    run(folder, "batch p.ini --actuals actuals -q", 0,
        "project,firms,growth,total,grade,status,error\n戊,60.00,40.00,100.00,优,scored,\n"
        "丁,60.00,40.00,100.00,优,scored,\n己,60.00,40.00,100.00,优,scored,\n",
        "");
}

static void test_unreadable(void **state)
{
    jx_folder *folder = *state;
    static const char *const workers[] = {"batch p.ini --actuals broken -q -j 1",
                                          "batch p.ini --actuals broken -q -j 3"};
    (void)mkdir("broken", 0755);
    jx_folder_put_text("broken/a.xlsx", "x");
    put_book("broken/b.xlsx", &more, &other);
    jx_folder_put_text("broken/c.csv", "project,firmz\n戊,30\n");
    jx_folder_put_text("broken/d.xlsx", "");
    jx_folder_put_text("broken/e.csv", "project,firms,growth\n己,30,0%\n");
    for (size_t i = 0; i < 2; i++) {
        run(folder, workers[i], 3,
            "project,firms,growth,total,grade,status,error\n丁,60.00,40.00,100.00,优,scored,\n"
            "己,60.00,40.00,100.00,优,scored,\n",
            "jixiao: broken/a.xlsx: expected an .xlsx workbook, found another kind of file or a damaged "
            "one: open it in Excel or LibreOffice and save it as .xlsx\n"
            "jixiao: broken/d.xlsx: expected an .xlsx workbook, found an empty file\n"
            "jixiao: broken/c.csv:1: there is no column \"firmz\"; did you mean \"firms\"?\n");
    }
    (void)unlink("broken/b.xlsx");
    (void)unlink("broken/c.csv");
    (void)unlink("broken/e.csv");
    run(folder, workers[0], 3, "",
        "jixiao: broken/a.xlsx: expected an .xlsx workbook, found another kind of file or a damaged "
        "one: open it in Excel or LibreOffice and save it as .xlsx\n"
        "jixiao: broken/d.xlsx: expected an .xlsx workbook, found an empty file\n"
        "jixiao: none of the files of actuals could be read: there is nothing to score\n");
}

static void test_baseline(void **state)
{
    jx_folder *folder = *state;
    static const xlsx_sheet_text sheet = {"表", NULL,
                                          R(T("project") T("firms") T("growth") T(
                                              "growth.baseline")) R(T("甲") N("27") N("5") N("0")),
                                          NULL};
    put_book("k.xlsx", &sheet, &other);
    run(folder, "score p.ini --actuals k.xlsx", 3, "",
        "jixiao: k.xlsx, sheet 表, cell D2: project 甲, indicator growth: expected a baseline above 0, "
        "found \"0\"\n");
}

static void test_score(void **state)
{
    jx_folder *folder = *state;
    static jx_ran ran;
    static jx_ran text;
    put_book("a.xlsx", &wide, &more);
    run(folder, "score p.ini --actuals a.xlsx", 2, "",
        "jixiao: a.xlsx: more than one project in the file; choose one with --project: 甲, 乙, 丙, 丁\n");
    run(folder, "score p.ini --actuals a.xlsx --project 乙", 3, "",
        "jixiao: a.xlsx, sheet 实际值, cell B3: project 乙, indicator firms: expected a number, with or without "
        "the unit \"家\", found \"多\"\n");
    jx_folder_put_text("d.csv", "project,indicator,actual\n丁,firms,30\n丁,growth,0%\n");
    jx_command_run(folder->path, "score p.ini --actuals a.xlsx --project 丁 --format json", &ran);
    jx_command_run(folder->path, "score p.ini --actuals d.csv --project 丁 --format json", &text);
    assert_int_equal(ran.code, 0);
    assert_string_equal(ran.out, text.out);
    jx_command_run(folder->path, "score p.ini --actuals a.xlsx --project 丁", &ran);
    assert_non_null(strstr(ran.out, "    a.xlsx\n"));
}

static void test_refusals(void **state)
{
    jx_folder *folder = *state;
    put_book("a.xlsx", &wide, &more);
    jx_folder_put_text("head.csv", "project,firms,growth\n");
    run(folder, "batch p.ini --actuals a.xlsx --shard 1/2 -o s.csv -q", 3, "",
        "jixiao: a.xlsx: --shard cannot cut a workbook: save it as CSV, or give each shard a folder of "
        "its own\n");
    run(folder, "batch p.ini --actuals a.xlsx --header head.csv -q", 3, "",
        "jixiao: a.xlsx: a workbook names its own columns: it cannot be read with --header\n");
    jx_folder_put_text("old.xls", "x");
    run(folder, "import old.xls -o q.ini", 2, "",
        "jixiao: old.xls: expected an .xlsx workbook, found another kind of file or a damaged one: open "
        "it in Excel or LibreOffice and save it as .xlsx\n");
}

static void test_import(void **state)
{
    jx_folder *folder = *state;
    static jx_ran ran;
    static const xlsx_sheet_text table = {
        "目标表", NULL,
        R(T("道路养护绩效目标表")) R(T("一级指标") T("二级指标") T("三级指标") T("指标值")
                                         T("评分标准") T("度量单位") T("分值"))
            R(T("产出指标") T("数量指标") T("养护里程") T("≥40") T("每少1公里扣2分，扣完为止")
                  T("公里") N("60"))
                R("<c/>" T("质量指标") T("合格率") "<c s=\"1\"><v>0.95</v></c>" T(
                    "每低1个百分点扣1分，扣完为止") T("%") N("40")),
        "<mergeCells><mergeCell ref=\"A3:A4\"/></mergeCells>"};
    put_book("table.xlsx", &table, &other);
    jx_command_run(folder->path, "import table.xlsx --id roads --year 2024 -o roads.ini", &ran);
    assert_string_equal(ran.err, "");
    assert_int_equal(ran.code, 0);
    jx_command_run(folder->path,
                   "import table.xlsx --sheet 目标表 --id roads --year 2024 -o again.ini", &ran);
    assert_int_equal(ran.code, 0);
    run(folder, "import table.xlsx --sheet 表 -o q.ini", 2, "",
        "jixiao: table.xlsx: the workbook has no sheet called \"表\"; it has 目标表, 说明, 说明\n");
    run(folder, "import table.csv --sheet 表 -o q.ini", 2, "",
        "jixiao: table.csv: --sheet is for workbooks (.xlsx) only\n");
    jx_command_run(folder->path, "check roads.ini", &ran);
    assert_int_equal(ran.code, 0);
}

int main(void)
{
    static jx_rows all;
    static const jx_folder_test tests[] = {
        {"scores every sheet of a workbook, whatever the workers", test_batch},
        {"scores a folder of workbooks and text in the order of their names", test_folder},
        {"tells every file that cannot be read and scores the others", test_unreadable},
        {"names the cell of a baseline", test_baseline},
        {"scores one project of a workbook", test_score},
        {"says what workbooks cannot be used for", test_refusals},
        {"imports a table from a workbook", test_import},
    };
    void *state = NULL;
    if (jx_folder_enter(&state) != 0) {
        return 1;
    }
    jx_folder_put_text("p.ini", project);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++) {
        jx_rows_add_one(&all, tests[i].name, tests[i].run, state);
    }
    const int failed = jx_rows_run(&all, "xlsx_command");
    return jx_folder_leave(&state) != 0 || failed != 0;
}
