// SPDX-License-Identifier: MIT
// jixiao form: what a form asks for, how it guards it, and that what it gives is read back.
#include "support/jx_command.h"
#include "support/jx_rows.h"
#include "support/jx_scratch.h"
#include "support/workbook_parts.h"

#include <stdio.h>

#define PROJECT                                                                                     \
  "[project]\nid = p\nname = 示例[一]\nyear = 2024\nscript = veto.lua\n"                         \
  "script.finding = 挪用\nscript.cap = 59\n"                                                      \
  "[indicator a]\ncategory = output\nsubcategory = quantity\nname = 新增企业\nunit = 个\n"     \
  "target = 30\nrule = 每少一个扣1分\nweight = 20\nmethod = step\ndeduct = 1\n"               \
  "[indicator b]\ncategory = cost\nname = 成本\nunit = %\ntarget = 100\nmaximum = 500\n"          \
  "weight = 20\nmethod = threshold\n"                                                               \
  "[indicator c]\ncategory = benefit\nname = 增长\nunit = 万元\ntarget = 0\nmeasure = growth\n" \
  "weight = 20\nmethod = step\ndeduct = 1\n"                                                        \
  "[indicator d]\ncategory = output\nname = 挂牌\ntarget = 是\nmeasure = done\nweight = 10\n"    \
  "method = threshold\n"                                                                            \
  "[indicator e]\ncategory = output\nname = 时限\ntarget = 2024\nmeasure = date\nweight = 10\n"   \
  "method = threshold\n"                                                                            \
  "[indicator f]\ncategory = satisfaction\nname = 满意\ntarget = 好\nmeasure = level\n"          \
  "weight = 10\nmethod = levels\nlevels = 好:10, 中:6, 差:0\n"                                   \
  "[indicator g]\ncategory = budget\nname = 执行\nunit = 万元\nmeasure = execution\n"           \
  "weight = 10\n"

#define OTHER                                                                                      \
  "[project]\nid = q\nname = 示例[一]\nnot_applicable = rescale\n"                              \
  "[indicator a]\ncategory = output\nname = 新增企业\nunit = 家\ntarget = 3\nweight = 90\n"   \
  "[indicator b]\ncategory = output\nname = 占比\nunit = %\ntarget = 95\nweight = 10\n"

enum { BYTES = 1 << 20 };

#define SHEET1 "xl/worksheets/sheet1.xml"
#define SHEET2 "xl/worksheets/sheet2.xml"
#define BOOK   "xl/workbook.xml"

static jx_str read_file(jx_arena *arena, const jx_scratch *scratch, const char *name)
{
    char path[JX_SCRATCH_PATH];
    char *bytes = jx_arena_alloc(arena, BYTES);
    FILE *file = fopen(jx_scratch_path(scratch, name, path), "rb");
    assert_non_null(file);
    assert_non_null(bytes);
    const size_t size = fread(bytes, 1, BYTES, file);
    fclose(file);
    return (jx_str){bytes, size};
}

static void run(const jx_scratch *scratch, const char *arguments, int code, jx_ran *ret)
{
    char path[JX_SCRATCH_PATH];
    jx_scratch_write(scratch, "p.ini", (jx_str)JX_STR(PROJECT), path);
    jx_scratch_write(scratch, "q.ini", (jx_str)JX_STR(OTHER), path);
    jx_command_run(scratch->folder, arguments, ret);
    if (ret->code != code) {
        fail_msg("code %d\n%s\n%s", ret->code, ret->out, ret->err);
    }
}

// ---------------------------------------------------------------------------------------------- workbooks

static const struct ask_row {
    const char *name;
    const char *part;
    const char *asks;
    const char *answer;
} asks[] = {
    {"hides the names that are read", SHEET1, "//x:row[@r='1']/@hidden", "1"},
    {"hides the ids", SHEET1, "concat(//x:col[1]/@min, //x:col[1]/@max, //x:col[1]/@hidden)",
     "121"},
    {"protects the sheet", SHEET1, "//x:sheetProtection/@sheet", "1"},
    {"asks for no password", SHEET1, "count(//x:sheetProtection/@password)", "0"},
    {"keeps the headings in view", SHEET1, "//x:pane/@topLeftCell", "F5"},
    {"names a sheet as it may be", BOOK, "//x:sheet[1]/@name", "示例 一"},
    {"names another one otherwise", BOOK, "//x:sheet[2]/@name", "示例 一 (2)"},
    {"wants a whole number", SHEET1, "//x:dataValidation[@sqref='J5']/x:formula1",
     "AND(ISNUMBER(J5),J5=INT(J5),J5>=0)"},
    {"stops what is none", SHEET1,
     "concat(//x:dataValidation[@sqref='J5']/@type, "
     "//x:dataValidation[@sqref='J5']/@showErrorMessage)",
     "custom1"},
    {"says what is expected", SHEET1, "//x:dataValidation[@sqref='J5']/@prompt",
     "填整数，单位为个（单位不用填），不小于0"},
    {"says it again where it is wrong", SHEET1, "//x:dataValidation[@sqref='J5']/@error",
     "填整数，单位为个（单位不用填），不小于0"},
    {"titles the hint", SHEET1, "//x:dataValidation[@sqref='J5']/@promptTitle", "实际完成值"},
    {"wants a percentage as it is typed", SHEET1, "//x:dataValidation[@sqref='J6']/x:formula1",
     "IFERROR(AND(ISNUMBER(--SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(J6,\"%\",\"\"),\"％\",\"\"),\",\",\"\""
     ")),--SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(J6,\"%\",\"\"),\"％\",\"\"),\",\",\"\")<=500),FALSE)"},
    {"says what 0.95 is", SHEET1, "//x:dataValidation[@sqref='J6']/@prompt",
     "填百分数：95 和 95% 都是百分之九十五，0.95 是 0.95%，不大于500"},
    {"marks a fraction that may have been meant as a percentage", SHEET1,
     "count(//x:conditionalFormatting[@sqref='J6'])", "1"},
    {"marks no other number", SHEET1, "count(//x:conditionalFormatting)", "1"},
    {"wants a rate, or an amount with a baseline", SHEET1,
     "//x:dataValidation[@sqref='J7']/@prompt",
     "同比增速，带 % 填写：比上年增长填 3.5%，下降填 -3.5%；或填本年的数量，并在“基数”栏填写上年的数"},
    {"wants a baseline above 0", SHEET1, "//x:dataValidation[@sqref='K7']/x:formula1",
     "AND(ISNUMBER(K7),K7>0)"},
    {"drops down yes and no", SHEET1,
     "concat(//x:dataValidation[@sqref='J8']/@type, ' ', "
     "//x:dataValidation[@sqref='J8']/x:formula1)",
     "list \"是,否\""},
    {"wants a date", SHEET1, "//x:dataValidation[@sqref='J9']/x:formula1",
     "IFERROR(AND(--LEFT(J9,4)>=1900,--LEFT(J9,4)<=2999),FALSE)"},
    {"drops down the levels", SHEET1, "//x:dataValidation[@sqref='J10']/x:formula1",
     "\"好,中,差\""},
    {"says that the baseline is needed as well", SHEET1, "//x:dataValidation[@sqref='J11']/@prompt",
     "填数字，单位为万元（单位不用填）；“基数”栏也要填写"},
    {"hints at what an input is", SHEET1, "//x:dataValidation[@sqref='L11']/@prompt",
     "预算调整数，调减为负：数字"},
    {"drops down what the project's script asks for", SHEET1,
     "//x:dataValidation[@sqref='M12']/x:formula1", "\"是,否\""},
    {"hints at a note", SHEET1, "//x:dataValidation[@sqref='O5']/@prompt",
     "没有得满分的，写明偏差原因和改进措施"},
    {"asks nothing where nothing is asked for", SHEET1,
     "count(//x:dataValidation[@sqref='K5' or @sqref='L5' or @sqref='J12' or @sqref='O12'])", "0"},
    {"takes what is not applicable where the table does", SHEET2,
     "//x:dataValidation[@sqref='J5']/x:formula1",
     "OR(J5=\"不适用\",AND(ISNUMBER(J5),J5=INT(J5),J5>=0))"},
    {"says so", SHEET2, "//x:dataValidation[@sqref='J5']/@prompt",
     "填整数，单位为家（单位不用填），不小于0；不适用时填“不适用”"},
    {"does not warn of numbers kept as text", SHEET1,
     "count(//x:ignoredError[@numberStoredAsText='1'])", "1"},
};

// What stands in a cell, whether it may be changed, how its number is shown.
static const struct cell_row {
    const char *name;
    const char *cell;
    const char *holds;
    const char *locked; // "0": open
    const char *format;
} cells[] = {
    {"names the column of projects", "A1", "project", "", ""},
    {"names the column of indicators", "B1", "indicator", "", ""},
    {"names no column that is for people", "E1", "", "", ""},
    {"names the column of actuals", "J1", "actual", "", ""},
    {"names the column of baselines", "K1", "baseline", "", ""},
    {"names the column of a measure's input", "L1", "adjustment", "", ""},
    {"names the column of a script's input", "M1", "finding_made", "", ""},
    {"names the column of evidence", "N1", "evidence", "", ""},
    {"names the column of notes", "O1", "note", "", ""},
    {"names nothing behind the last", "P1", "", "", ""},
    {"has no id beside the title", "B2", "", "", ""},
    {"has no id beside the headings", "B4", "", "", ""},
    {"has the project's id in a row", "A5", "p", "", ""},
    {"has the indicator's id in a row", "B5", "a", "", ""},
    {"has the project's own row last, without an indicator", "A12", "p", "", ""},
    {"says that this row is the project's", "E12", "（项目整体）", "", ""},
    {"has no indicator in it", "B12", "", "", ""},
    {"shows the target", "F5", "≥30个", "", ""},
    {"shows the rule", "H5", "每少一个扣1分", "", ""},
    {"shows the weight as a number", "I5", "20", "", ""},
    {"opens an amount and shows its unit", "J5", "", "0", "General\"个\""},
    {"opens a percentage, kept as it is typed", "J6", "", "0", "@"},
    {"opens a rate, kept as it is typed", "J7", "", "0", "@"},
    {"opens a date, kept as it is typed", "J9", "", "0", "@"},
    {"opens a level", "J10", "", "0", "@"},
    {"opens a baseline and shows its unit", "K7", "", "0", "General\"万元\""},
    {"opens a note", "O5", "", "0", "@"},
    {"opens evidence", "N5", "", "0", "@"},
    {"opens an input of the project", "M12", "", "0", "@"},
    {"closes a baseline that nothing needs", "K5", "", "", ""},
    {"closes the actual of the project's own row", "J12", "", "", ""},
    {"says what is expected in words", "P5", "填整数，单位为个（单位不用填），不小于0", "", ""},
};

typedef struct made {
    jx_arena *arena;
    jx_parts *parts;
} made;

static made make_form(void)
{
    static jx_ran ran;
    const jx_scratch scratch = jx_scratch_begin("form");
    made form = {.arena = jx_arena_new()};
    run(&scratch, "form p.ini q.ini -o f.xlsx --lang zh", 0, &ran);
    form.parts = jx_parts_open(form.arena, read_file(form.arena, &scratch, "f.xlsx"));
    jx_scratch_end(&scratch);
    return form;
}

static void answers(void **state)
{
    const struct ask_row *row = *state;
    made form = make_form();
    assert_string_equal(jx_parts_ask(form.parts, row->part, row->asks), row->answer);
    jx_parts_close(form.parts);
    jx_arena_free(form.arena);
}

static void has_cell(void **state)
{
    const struct cell_row *row = *state;
    made form = make_form();
    assert_string_equal(jx_parts_cell(form.parts, 1, row->cell), row->holds);
    assert_string_equal(jx_parts_look(form.parts, 1, row->cell, "x:protection/@locked"),
                        row->locked);
    assert_string_equal(jx_parts_number_format(form.parts, 1, row->cell), row->format);
    jx_parts_close(form.parts);
    jx_arena_free(form.arena);
}

static void is_the_same_again(void **state)
{
    (void)state;
    static jx_ran ran;
    jx_arena *arena = jx_arena_new();
    const jx_scratch scratch = jx_scratch_begin("form");
    run(&scratch, "form p.ini q.ini -o f.xlsx", 0, &ran);
    run(&scratch, "form p.ini q.ini -o g.xlsx", 0, &ran);
    const jx_str first = read_file(arena, &scratch, "f.xlsx");
    const jx_str again = read_file(arena, &scratch, "g.xlsx");
    assert_int_equal(first.size, again.size);
    assert_memory_equal(first.data, again.data, first.size);
    jx_scratch_end(&scratch);
    jx_arena_free(arena);
}

// ---------------------------------------------------------------------------------------------------- CSV

static const struct run_row {
    const char *name;
    const char *arguments;
    int code;
    const char *says; // part of standard output, or of standard error where the code is not 0
} runs[] = {
    {"names the columns of the long form", "form p.ini", 0,
     "\xEF\xBB\xBFproject,indicator,x-一级指标,x-二级指标,x-三级指标,x-年度指标值,x-度量单位,"
     "x-评分标准,x-分值,actual,baseline,adjustment,finding_made,evidence,note,x-填写要求\n"},
    {"writes a row an indicator", "form p.ini", 0,
     "\np,a,产出指标,数量指标,新增企业,≥30个,个,每少一个扣1分,20,,,,,,,"
     "填整数，单位为个（单位不用填），不小于0\n"},
    {"writes a row of the project's own", "form p.ini", 0, "\np,,,,（项目整体）,"},
    {"writes several projects", "form p.ini q.ini", 0, "\nq,b,产出指标,"},
    {"speaks English", "form p.ini --lang en", 0, "x-How points are lost"},
    {"gives what score reads",
     "form p.ini -o g.csv && '" JX_TEST_COMMAND "' score p.ini --actuals g.csv --lang en", 1, ""},
    {"refuses another ending", "form p.ini -o f.txt --lang en", 2,
     "expected a file that ends in .xlsx or .csv behind -o, found \"f.txt\""},
    {"takes an ending in capitals", "form p.ini -o F.XLSX", 0, ""},
    {"does not write over the project", "form f.csv -o f.csv --lang en", 2,
     "f.csv: the results would replace \"f.csv\", which is read"},
    {"does not write over what may be filled in", "form p.ini -o f.csv --lang en", 2,
     "f.csv: the file is there already"},
    {"names who fills it in", "form p.ini --instance 甲县", 0, "\np/甲县,"},
    {"wants a project", "form -o f.csv --lang en", 2, "expected a project file"},
    {"tells of a broken project", "form none.ini -o g.csv --lang en", 2, "none.ini"},
};

static void runs_form(void **state)
{
    const struct run_row *row = *state;
    static jx_ran ran;
    char path[JX_SCRATCH_PATH];
    const jx_scratch scratch = jx_scratch_begin("form");
    jx_scratch_write(&scratch, "f.csv", (jx_str)JX_STR("[project]\n"), path);
    run(&scratch, row->arguments, row->code, &ran);
    jx_scratch_end(&scratch);
    if (strstr(row->code == 0 ? ran.out : ran.err, row->says) == NULL) {
        fail_msg("%s\n%s", ran.out, ran.err);
    }
}

// An empty form is read: every actual is missing, nothing is wrong.
static void is_read_back(void **state)
{
    (void)state;
    static jx_ran ran;
    const jx_scratch scratch = jx_scratch_begin("form");
    run(&scratch, "form p.ini -o f.csv", 0, &ran);
    run(&scratch, "score p.ini --actuals f.csv --format csv", 1, &ran);
    assert_non_null(strstr(ran.out, ",incomplete,"));
    assert_string_equal(ran.err, "");
    jx_scratch_end(&scratch);
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, asks, answers);
    JX_ROWS(&all, cells, has_cell);
    JX_ROWS(&all, runs, runs_form);
    jx_rows_add_one(&all, "is the same for the same project", is_the_same_again, NULL);
    jx_rows_add_one(&all, "is read back, empty", is_read_back, NULL);
    return jx_rows_run(&all, "form");
}
