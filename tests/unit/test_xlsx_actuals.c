// SPDX-License-Identifier: MIT
// Actuals in workbooks: which sheets are read, by which heads, and what is said of their rows.
#include "read/read_actuals.h"
#include "read/read_grid.h"
#include "support/jx_folder.h"
#include "support/sample_actuals.h"
#include "support/xlsx_file.h"

#define PATH          "a.xlsx"

#define T(text)       "<c t=\"str\"><v>" text "</v></c>"
#define N(text)       "<c><v>" text "</v></c>"
#define NONE          "<c/>"
#define R(cells)      "<row>" cells "</row>"
#define HIDDEN(cells) "<row hidden=\"1\">" cells "</row>"

enum { SHEETS = 3 };

typedef struct actuals_row {
    const char *name;
    size_t projects;
    xlsx_sheet_text sheets[SHEETS];
    const char *said;
} actuals_row;

#define FORM_HEAD                                                                                  \
  HIDDEN(T("project") T("indicator") NONE T("actual") T("baseline") NONE T("note")                 \
             T("months_late") T("staff"))                                                          \
  R(NONE NONE T("自评表"))                                                                         \
  R(NONE NONE T("三级指标") T("实际完成值") T("基数") T("分值") T("偏差原因") T("月数") T("人数"))

static const actuals_row rows[] = {
    // shapes
    {"reads a row for each project",
     1,
     {{"表", NULL, R(T("project") T("firms") T("started")) R(T("A") N("27") T("2024")), NULL}},
     "2 A (A): 0=27@2 4=2024@2\n"},
    {"reads a row for each indicator",
     1,
     {{"表", NULL,
       R(T("project") T("indicator") T("actual") T("note")) R(T("A") T("firms") N("27") T(
           "a,\"b\"")) R(T("A") T("started") T("2024") NONE) R(T("B") T("firms") N("3") NONE),
       NULL}},
     "2 A (A): 0=27@2 2=a,\"b\"@2 4=2024@3\n4 B (B): 0=3@4\n"},
    {"reads a row with the inputs of the project",
     1,
     {{"表", NULL,
       R(T("project") T("indicator") T("actual") T("staff")) R(T("A") NONE NONE N("5"))
           R(T("A") T("firms") N("27") NONE),
       NULL}},
     "2 A (A): 0=27@3 13=5@2\n"},
    {"reads the only project without a column for it",
     1,
     {{"表", NULL,
       R(T("indicator") T("actual") T("staff")) R(NONE NONE N("5")) R(T("firms") N("2")), NULL}},
     "2 dev-2024: 0=2@3 13=5@2\n"},
    {"finds each project's sheet",
     2,
     {{"表", NULL,
       R(T("project") T("firms") T("tax")) R(T("chain-2024/甲") N("1") N("2"))
           R(T("dev-2024") N("3")),
       NULL}},
     "2 chain-2024/甲 (甲) in the second: 0=1@2 4=2@2\n3 dev-2024: 0=3@3\n"},
    {"passes over rows and columns without text",
     1,
     {{"表", NULL,
       "<row r=\"3\"><c r=\"B3\" t=\"str\"><v>project</v></c><c r=\"D3\" t=\"str\"><v>firms</v></c></row>"
       "<row r=\"9\"><c r=\"A9\"/><c r=\"B9\" t=\"str\"><v>A</v></c><c r=\"D9\"><v>2</v></c>"
       "</row><row r=\"20\"><c r=\"C20\"><v>4</v></c></row>",
       NULL}},
     "9 A (A): 0=2@9\n"},
    {"finds fault with a value behind the last heading",
     1,
     {{"表", NULL, R(T("project") T("firms")) R(T("A") N("1") NONE N("5")) R(T("B") N("2")), NULL}},
     "2 A (A)! a.xlsx, sheet 表, cell D2: project A: column D has no heading: expected an empty cell, "
     "found \"5\": head the column (your own with x-), or empty the cell\n3 B (B): 0=2@3\n"},
    {"keeps line breaks of cells and the rows behind them",
     1,
     {{"表", NULL,
       R(T("project") T("firms.note") T("firms")) R(T("A") T("a&#10;b&#13;&#10;c&#13;d") N("1"))
           R(T("B") NONE N("2")),
       NULL}},
     "2 A (A): 0=1@2 2=a\nb\nc\nd@2\n3 B (B): 0=2@3\n"},
    {"reads several sheets with heads of their own",
     1,
     {{"一", NULL, R(T("project") T("firms")) R(T("A") N("1")), NULL},
      {"说明", NULL, R(T("项目") T("说明")) R(T("县") T("填县名")), NULL},
      {"二", NULL, R(T("indicator") T("project") T("actual")) R(T("firms") T("B") N("2")), NULL}},
     "2 A (A): 0=1@2\n2 B (B): 0=2@2\n"},
    {"finds fault with a project that another sheet has",
     1,
     {{"一", NULL, R(T("project") T("firms")) R(T("A") N("1")), NULL},
      {"二", NULL, R(T("project") T("firms")) R(T("A") N("1")), NULL}},
     "2 A (A): 0=1@2\n2 A (A)! a.xlsx, sheet 二, row 2: project A: expected one row for each project, "
     "found a row of it before\n"},
    {"reads nothing where there is only a head",
     1,
     {{"表", NULL, R(T("project") T("firms")), NULL}},
     ""},
    {"reads merged projects as those above",
     1,
     {{"表", NULL,
       R(T("project") T("indicator") T("actual")) R(T("A") T("firms") N("1"))
           R(T("A") T("started") T("2024")),
       "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"}},
     "2 A (A): 0=1@2 4=2024@3\n"},

    // forms
    {"reads a form by its hidden head, passing over what is for people",
     1,
     {{"表", NULL,
       FORM_HEAD R(T("dev-2024") T("firms") T("企业") N("27") N("30") N("12") T("三家"))
           R(T("dev-2024") T("started") T("开工") T("2024") NONE NONE NONE N("2"))
               R(T("dev-2024") NONE T("本项目") NONE NONE NONE NONE NONE N("5"))
                   R(NONE NONE T("合计") T("填表人：某") NONE N("100")),
       NULL}},
     "4 dev-2024: 0=27@4 1=30@4 2=三家@4 4=2024@5 8=2@5 13=5@6\n"},
    {"passes over what the form says behind its columns",
     1,
     {{"表", NULL,
       HIDDEN(T("project") T("indicator") NONE T("actual"))
           R(NONE NONE T("Indicator") T("Actual") T("What is expected"))
               R(T("dev-2024") T("firms") T("企业") N("27") T("a number")),
       NULL}},
     "3 dev-2024: 0=27@3\n"},
    {"reads what is seen of a form alone",
     1,
     {{"表", NULL,
       R(T("Category") T("Indicator") T("Target") T("Actual") T("Baseline") T("What is expected"))
           R(T("Outputs") T("开工") T("≥1") T("2024") NONE T("a number")),
       NULL},
      {"单", NULL, R(T("三级指标") T("实际完成值") T("填写要求")), NULL}},
     "2 dev-2024: 4=2024@2\n"},
    {"reads a form whose rows were sorted",
     1,
     {{"表", NULL,
       FORM_HEAD R(T("dev-2024") T("started") T("开工") T("2024"))
           R(T("dev-2024") T("firms") T("企业") N("27")),
       NULL}},
     "4 dev-2024: 0=27@5 4=2024@4\n"},
    {"reads a form whose head is no longer hidden",
     1,
     {{"表", NULL,
       R(T("project") T("indicator") NONE T("actual")) R(NONE NONE T("三级指标") T("实际完成值"))
           R(T("dev-2024") T("firms") T("企业") N("27")),
       NULL}},
     "3 dev-2024: 0=27@3\n"},
    {"finds fault with a value below that tells no indicator, where the head is seen",
     1,
     {{"表", NULL,
       R(T("project") T("indicator") T("x-name") T("actual"))
           R(T("dev-2024") T("firms") NONE N("27")) R(T("dev-2024") NONE T("开工") T("2024")),
       NULL}},
     "2 dev-2024! a.xlsx, sheet 表, cell D3: project dev-2024: expected nothing in the column "
     "\"actual\" of a row without an indicator, found \"2024\": name the indicator\n"},

    {"refuses a row of a form that is beside another indicator's name",
     1,
     {{"表", NULL, FORM_HEAD R(T("dev-2024") T("firms") T("开工") N("27")), NULL}},
     "a.xlsx, sheet 表, cell C4: this row says \"开工\", but its id is \"firms\", another indicator "
     "(were only the visible columns sorted or copied?): move whole rows, or fill in the form "
     "anew\n"},
    {"takes a row of a form that names its own indicator beside another one's",
     1,
     {{"表", NULL,
       HIDDEN(T("project") T("indicator") NONE NONE T("actual")) R(NONE NONE T("二级指标") T(
           "三级指标") T("实际完成值")) R(T("dev-2024") T("firms") T("开工") T("培育企业") N("27")),
       NULL}},
     "3 dev-2024: 0=27@3\n"},
    {"refuses a form of another project",
     1,
     {{"表", NULL, FORM_HEAD R(T("dev-2023/甲") T("firms") T("培育企业") N("27")), NULL}},
     "a.xlsx, sheet 表, cell A4: the form is that of the project \"dev-2023\", the project file that "
     "of \"dev-2024\": give its project file, or make a new form\n"},
    {"takes other words in a form for an instance of the only project",
     1,
     {{"表", NULL, FORM_HEAD R(T("耒阳市") T("firms") T("培育企业") N("27")), NULL}},
     "4 耒阳市 (耒阳市): 0=27@4\n"},
    {"refuses a figure of a form without ids, above all others",
     1,
     {{"表", NULL,
       FORM_HEAD R(NONE NONE NONE T("27个")) R(T("dev-2024") T("firms") T("培育企业") N("27")),
       NULL}},
     "a.xlsx, sheet 表, cell D4: this row says \"27个\" and has no ids of project and indicator (were "
     "the hidden columns emptied?): copy them from the form\n"},
    {"passes over the day under the signatures of a form",
     1,
     {{"表", NULL,
       FORM_HEAD R(T("dev-2024") T("firms") T("培育企业") N("27"))
           R(NONE NONE T("填表人：") T("2024年12月1日")),
       NULL}},
     "4 dev-2024: 0=27@4\n"},

    // headings for people
    {"reads indicators by name under Chinese headings",
     1,
     {{"表", NULL,
       R(T("绩效自评表")) R(T("一级指标") T("三级指标") T("年度指标值") T("实际完成值") T("基期值")
                                T("得分") T("偏差原因分析及改进措施") T("备注") T("佐证材料"))
           R(T("产出") T("培育企业") N("30") N("27") N("25") N("9") T("三家") T("x") T("文件"))
               R(NONE T("开工") NONE T("2024")) R(T("一级指标") T("三级指标") T("年度指标值") T(
                   "实际完成值")) R(T("合计") NONE N("100") NONE),
       NULL}},
     "3 dev-2024: 0=27@3 1=25@3 2=三家@3 3=文件@3 4=2024@4\n"},
    {"takes remarks for notes where there are no others",
     1,
     {{"表", NULL, R(T("指标") T("实际值") T("备注")) R(T("firms") N("1") T("a")), NULL}},
     "2 dev-2024: 0=1@2 2=a@2\n"},
    {"prefers codes to names",
     1,
     {{"表", NULL,
       R(T("项目") T("指标名称") T("指标代码") T("实际值")) R(T("甲") T("随便") T("firms") N("1")),
       NULL}},
     "2 甲 (甲): 0=1@2\n"},
    {"finds fault with a name that no indicator has",
     1,
     {{"表", NULL, R(T("三级指标") T("实际值")) R(T("营收") N("1")), NULL}},
     "2 dev-2024! a.xlsx, sheet 表, cell A2: project dev-2024: expected an indicator of the project "
     "file, found \"营收\"\n"},
    {"refuses two columns that are read as the same",
     1,
     {{"表", NULL, R(T("三级指标") T("实际值") T("完成值")), NULL}},
     "a.xlsx, sheet 表, cell C1: expected the column \"完成值\" once, found it in columns B and C\n"},

    // which sheets
    {"refuses a hidden sheet with actuals",
     1,
     {{"一", NULL, R(T("project") T("firms")), NULL},
      {"去年", "veryHidden", R(T("x")) R(T("project") T("firms")), NULL}},
     "a.xlsx, sheet 去年, cell A2: a hidden sheet holds actuals: show it, or delete it\n"},
    {"passes over hidden sheets of anything else",
     1,
     {{"一", NULL, R(T("project") T("firms")) R(T("A") N("1")), NULL},
      {"选项", "hidden", R(T("满意")) R(T("不满意")), NULL}},
     "2 A (A): 0=1@2\n"},
    {"refuses a sheet of ids without a head",
     1,
     {{"一", NULL, R(T("project") T("firms")), NULL}, {"二", NULL, R(T("firms") N("1")), NULL}},
     "a.xlsx, sheet 二, cell A1: the sheet looks like actuals, but none of its first 40 rows names the "
     "columns (project, indicator, actual, or 三级指标, 实际完成值): add that row, or delete the sheet\n"},
    {"refuses a sheet of actuals that tells no indicator",
     1,
     {{"二", NULL, R(T("县") T("实际完成值") T("基数")) R(T("甲") N("1") N("2")), NULL}},
     "a.xlsx, sheet 二, cell B1: the sheet looks like actuals, but none of its first 40 rows names the "
     "columns (project, indicator, actual, or 三级指标, 实际完成值): add that row, or delete the sheet\n"},
    {"refuses a workbook without actuals",
     1,
     {{"甲", NULL, R(T("x")), NULL}, {"乙", NULL, "", NULL}},
     "a.xlsx: expected a sheet with actuals (its columns named in one of the first 40 rows: project, "
     "indicator, or 三级指标 and 实际完成值), found none among 甲, 乙\n"},

    // columns
    {"suggests the column that was meant",
     1,
     {{"表", NULL, R(T("project") T("frims")), NULL}},
     "a.xlsx, sheet 表, cell B1: there is no column \"frims\"; did you mean \"firms\"?\n"},
    {"refuses a column that comes again",
     1,
     {{"表", NULL, R(T("project") T("firms") NONE T("firms")), NULL}},
     "a.xlsx, sheet 表, cell D1: expected the column \"firms\" once, found it in columns B and D\n"},
    {"passes over columns whose name begins with x-",
     1,
     {{"表", NULL, R(T("project") T("x-a") T("firms")) R(T("A") N("1") N("2")) R(NONE N("9")),
       NULL}},
     "2 A (A): 0=2@2\n"},
    {"finds fault with a cell that the project has no column for",
     2,
     {{"表", NULL, R(T("project") T("firms") T("tax")) R(T("dev-2024") N("3") N("4")), NULL}},
     "2 dev-2024! a.xlsx, sheet 表, cell C2: project dev-2024: the project has no column \"tax\": expected "
     "an empty cell, found \"4\"\n"},

    // cells without a value
    {"finds fault with an error, of its project alone",
     1,
     {{"表", NULL,
       R(T("project") T("firms") T("started")) R(T("A") "<c t=\"e\"><v>#DIV/0!</v></c>" T("2024"))
           R(T("B") N("2")),
       NULL}},
     "2 A (A)! a.xlsx, sheet 表, cell B2: project A: expected a value in the cell, found the error "
     "#DIV/0! of its formula: correct it\n3 B (B): 0=2@3\n"},
    {"finds fault with a formula whose result was not saved",
     1,
     {{"表", NULL,
       R(T("project") T("indicator") T("actual")) R(T("A") T("firms") "<c><f>SUM(A1:B2)</f></c>")
           R(T("B") T("firms") N("1")),
       NULL}},
     "2 A (A)! a.xlsx, sheet 表, cell C2: project A: the cell is a formula (SUM(A1:B2)) whose result was "
     "not saved: open the workbook in Excel or LibreOffice and save it\n3 B (B): 0=1@3\n"},
    {"finds fault with an error in place of the project",
     1,
     {{"表", NULL, R(T("project") T("firms")) R("<c t=\"e\"><v>#REF!</v></c>" N("1")), NULL}},
     "2 #REF! (#REF!)! a.xlsx, sheet 表, cell A2: project #REF!: expected a value in the cell, found the "
     "error #REF! of its formula: correct it\n"},
    {"passes over errors in columns that nobody reads",
     1,
     {{"表", NULL,
       R(T("project") NONE T("firms") T("x-1"))
           R(T("A") "<c t=\"e\"><v>#N/A</v></c>" N("1") "<c t=\"e\"><v>#N/A</v></c>"),
       NULL}},
     "2 A (A): 0=1@2\n"},
};

static void test_row(void **state)
{
    const actuals_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text said = jx_text_in(arena);
    jx_error err = JX_ERROR(JX_EN);
    jx_actuals *actuals = NULL;
    xlsx_file file = {.sheets = row->sheets};
    while (file.sheet_count < SHEETS && row->sheets[file.sheet_count].name != NULL) {
        file.sheet_count++;
    }
    xlsx_file_put(PATH, &file);
    if (jx_actuals_open(PATH, JX_ENCODING_GB18030, sample_sheets, row->projects, &actuals, &err) ==
        JX_OK) {
        sample_actuals_say(&said, actuals, &err);
    } else {
        assert_int_equal(err.status, JX_EDATA);
        jx_text_put(&said, err.text);
        jx_text_put(&said, "\n");
    }
    assert_string_equal(jx_text_end(&said).data, row->said);
    jx_actuals_close(actuals);
    jx_arena_free(arena);
}

static void test_names_several(void **state)
{
    jx_folder *folder = *state;
    static const jx_sheet_row same[] = {
        {JX_STR("a"), 0, NULL, 0, JX_STR("满意度")},
        {JX_STR("b"), 4, NULL, 0, JX_STR("满意度")},
        {JX_STR(""), 8, NULL, 0, JX_STR("")},
    };
    static const jx_sheet sheet = {JX_STR("p"), same, 3, 8};
    const jx_sheet *const sheets[] = {&sheet};
    jx_actuals *actuals = NULL;
    jx_observations found;
    bool more = false;
    jx_folder_put_text("a.csv", "三级指标,实际完成值\n满意度,1\n");
    assert_int_equal(
        jx_actuals_open("a.csv", JX_ENCODING_DETECT, sheets, 1, &actuals, &folder->err), JX_OK);
    assert_int_equal(jx_actuals_next(actuals, &found, &more, &folder->err), JX_OK);
    assert_string_equal(found.fault->text, "a.csv:2: project p: several indicators are called "
                                           "\"满意度\": give the indicator's id");
    jx_actuals_close(actuals);
}

// -------------------------------------------------------------------------------------------- tables

static void test_grid(void **state)
{
    jx_folder *folder = *state;
    static const xlsx_sheet_text sheets[] = {
        {"隐藏", "hidden", R(T("x")), NULL},
        {"空", NULL, "<row r=\"5\"><c r=\"A5\" s=\"1\"/></row>", NULL},
        {"目标表", NULL,
         "<row r=\"2\">" T("一级指标") T("三级指标") "</row><row r=\"4\">" T("产出")
             T("甲") "</row><row r=\"5\">" T("产出") N("0.30000000000000004") "</row>",
         "<mergeCells><mergeCell ref=\"A4:A5\"/></mergeCells>"},
        {"别的", NULL, R(T("y")), NULL},
    };
    const xlsx_file file = {.sheets = sheets, .sheet_count = 4};
    jx_grid grid;
    xlsx_file_put(PATH, &file);
    assert_int_equal(jx_grid_read(folder->arena, PATH, JX_ENCODING_DETECT, &grid, &folder->err),
                     JX_OK);
    assert_int_equal(grid.count, 3);
    assert_string_equal(grid.path, PATH);
    assert_string_equal(grid.where, PATH "\x1f目标表");
    assert_int_equal(grid.rows[2].line, 5);
    assert_int_equal(grid.rows[2].count, 2);
    jx_expect_text(grid.rows[1].cells[0], "产出");
    jx_expect_text(grid.rows[2].cells[0], "");
    jx_expect_text(grid.rows[2].cells[1], "0.3");
}

static void expect_no_grid(jx_folder *folder, const char *rows_text, const char *said)
{
    const xlsx_sheet_text sheet = {"表", NULL, rows_text, NULL};
    const xlsx_file file = {.sheets = &sheet, .sheet_count = 1};
    jx_grid grid;
    xlsx_file_put(PATH, &file);
    assert_int_equal(jx_grid_read(folder->arena, PATH, JX_ENCODING_DETECT, &grid, &folder->err),
                     JX_ECONFIG);
    assert_string_equal(folder->err.text, said);
}

static void test_no_grid(void **state)
{
    jx_folder *folder = *state;
    expect_no_grid(folder, "", "a.xlsx: expected headings and rows, found an empty file");
    expect_no_grid(
        folder, R(T("x") "<c t=\"e\"><v>#N/A</v></c>"),
        "a.xlsx, sheet 表, cell B1: expected a value in the cell, found the error #N/A of "
        "its formula: correct it");
    expect_no_grid(
        folder, R("<c><f>A1</f></c>"),
        "a.xlsx, sheet 表, cell A1: the cell is a formula (A1) whose result was not saved: "
        "open the workbook in Excel or LibreOffice and save it");
}

int main(void)
{
    static jx_rows all;
    static const jx_folder_test tests[] = {
        {"refuses a name that several indicators have", test_names_several},
        {"reads the first visible sheet with text as a table", test_grid},
        {"reads no table without text or with cells that have no value", test_no_grid},
    };
    JX_ROWS(&all, rows, test_row);
    return jx_folder_run(&all, tests, sizeof tests / sizeof tests[0], "xlsx_actuals");
}
