// SPDX-License-Identifier: MIT
// jixiao import: tables in, project files and faults out, each fault with its line and column.
#include "support/jx_command.h"
#include "support/jx_rows.h"
#include "support/jx_scratch.h"

#define HEAD "一级指标,二级指标,三级指标,指标值,评分标准,度量单位,指标值类型,备注\n"
#define SOME                                                                                       \
  "产出指标,数量指标,新增企业,30,新增企业30个及以上，计12分；每少一家，扣0.4分,个,≥,12分\n"

enum { COMMAND = 4096 };

static const struct import_row {
    const char *name;
    const char *file;
    const char *text;
    const char *options;
    int code;
    const char *says; // part of standard output, or of standard error where the code is not 0
} rows[] = {
    {"takes a row", "a.csv", HEAD SOME, "", 0, "target      = 30\n"},
    {"takes its weight from a remark", "a.csv", HEAD SOME, "", 0, "weight      = 12\n"},
    {"sums the weights", "a.csv", HEAD SOME SOME, "", 0, "full       = 24\n"},
    {"numbers ids", "a.csv", HEAD SOME SOME, "", 0, "[indicator quantity-2]\n"},
    {"takes a unit that only the target's cell says", "a.csv",
     "一级指标,三级指标,年度指标值,评分标准,分值\n产出指标,改造管网,≥2亿元,达到目标值得满分，否则不得分,12\n",
     "", 0, "unit        = 亿元\n"},
    {"does not write over the table", "a.csv", HEAD SOME, "--id a -o a.csv", 2,
     "a.csv: the results would replace \"a.csv\", which is read: give another file behind -o"},
    {"takes text with tabs", "a.tsv",
     "三级指标\t一级指标\t评分标准\t指标值\t单位\t分值\n新增企业\t产出指标\t新增企业30个及以上，计12分；每少一家，扣0.4分\t30\t个\t12\n",
     "", 0, "deduct      = 0.4\n"},
    {"takes an ending in capitals", "A.CSV", HEAD SOME, "--id a", 0, "id         = a\n"},
    {"takes GB18030", "a.csv", "\xc8\xfd\xbc\xb6\xd6\xb8\xb1\xea,rule\n", "", 2,
     "a.csv:1: expected rows of indicators below the headings"},
    {"carries categories down", "a.csv",
     HEAD SOME ",,新增项目,5,新增项目5个及以上，计12分；每少一个，扣0.4分,个,≥,12分\n", "", 0,
     "subcategory = quantity\nname        = 新增项目\n"},
    {"begins a category without subcategory", "a.csv",
     HEAD SOME "效益指标,,新增项目,5,新增项目5个及以上，计12分；每少一个，扣0.4分,个,≥,12分\n", "",
     0, "category    = benefit\nname        = 新增项目\n"},
    {"takes a category with its points", "a.csv",
     HEAD
     "产出指标（50分）,数量指标,新增企业,30,新增企业30个及以上，计12分；每少一家，扣0.4分,个,≥,12分\n",
     "", 0, "category    = output\n"},
    {"takes a weight that only the rule says", "a.csv",
     "一级指标,三级指标,指标值,评分标准,度量单位\n产出指标,新增企业,30,新增企业30个及以上，计12分；每少一家，扣0.4分,个\n",
     "", 0, "weight      = 12\n"},
    {"passes over sums", "a.csv", HEAD SOME "合计,,,,,,,12\n", "", 0, "full       = 12\n"},
    {"reads what stands above", "a.csv",
     "某项目绩效目标表,,,,,,,\n绩效目标,越来越好,,,,,,\n" HEAD SOME, "", 0,
     "name       = 某项目\ngoal       = 越来越好\n"},
    {"takes the name that is stated before that of the title", "a.csv",
     "某县项目绩效自评表,,,,,,,\n项目名称,供水管网,,,,,,\n" HEAD SOME, "", 0,
     "name       = 供水管网\n"},
    {"takes a name that stands in one cell with its heading", "a.csv",
     "项目名称：农村改厕,,,,,,,\n" HEAD SOME, "", 0, "name       = 农村改厕\n"},
    {"does not take the form's name for the project's", "a.csv",
     "2024年度项目支出绩效自评表,,,,,,,\n" HEAD SOME, "--name 某某", 0, "name       = 某某\n"},
    {"adds the row of budget execution", "a.csv", HEAD SOME, "--budget-execution", 0,
     "full       = 22\n"},
    {"takes the year of the command line", "a.csv", HEAD SOME, "--year 2023", 0,
     "year       = 2023\n"},
    {"takes the year of its cells", "a.csv",
     HEAD SOME "产出指标,时效指标,开展时间,2022年度,当年开展得10分,年,定性,10分\n", "", 0,
     "year       = 2022\n"},
    {"takes the year of its file's name", "a-2021.csv", HEAD SOME, "--id a", 0,
     "year       = 2021\n"},
    {"takes no year where its cells name two", "a.csv",
     HEAD "产出指标,时效指标,开展时间,2022年度,2023年度内开展得10分,年,定性,10分\n", "", 1,
     "undecided"},
    {"takes the name of the command line", "a.csv", HEAD SOME, "--name 某某", 0,
     "name       = 某某\n"},
    {"takes ids of the table", "a.csv", "指标代码," HEAD "firms," SOME, "", 0,
     "[indicator firms]\n"},
    {"joins lines within cells", "a.csv",
     HEAD
     "产出指标,数量指标,\"新增\n企业\",30,\"新增企业 30 个及以\n上，计 12 分；每\n少一家，扣 0.4 分\",个,≥,12分\n",
     "", 0, "name        = 新增企业\n"},
    {"keeps a blank before a semicolon from being a comment", "a.csv",
     HEAD
     "产出指标,数量指标,新增企业,30 ;个,新增企业30个及以上，计12分；每少一家，扣0.4分,个,≥,12分\n",
     "", 0, "value       = 30;个\n"},
    {"leaves an unclear rule in", "a.csv",
     HEAD "产出指标,数量指标,新增企业,30,酌情给分,个,≥,12分\n", "", 1,
     "a.csv:2: warning undecided: indicator quantity-1: to be decided: "},
    {"takes a target without a rule", "a.csv", HEAD "产出指标,数量指标,新增企业,≥30,,个,,12分\n",
     "", 0, "target      = 30\ncomparator  = >=\nweight      = 12\n"},
    {"takes a date without a rule", "a.csv", HEAD "产出指标,时效指标,完工,≤2024-10-31,,,,12分\n",
     "", 0, "target      = 2024-10-31\ncomparator  = <=\nweight      = 12\nmeasure     = date\n"},
    {"takes a year without a rule", "a.csv", HEAD "产出指标,时效指标,完工,2024年,,,,12分\n", "", 0,
     "target      = 2024\ncomparator  = =\nweight      = 12\nmeasure     = date\n"},
    {"takes four digits for a number", "a.csv", HEAD "产出指标,数量指标,培训,≥2024,,人,,12分\n", "",
     0, "target      = 2024\ncomparator  = >=\nweight      = 12\n"},
    {"leaves a day open that has no comparator", "a.csv",
     HEAD "产出指标,时效指标,完工,2024-10-31,,,,12分\n", "", 1, "undecided"},
    {"takes separators of thousands", "a.csv", HEAD "产出指标,数量指标,改厕,\"≥1,200户\",,,,12分\n",
     "", 0, "target      = 1200\n"},
    {"refuses separators elsewhere", "a.csv", HEAD "产出指标,数量指标,改厕,\"≥1,20户\",,,,12分\n",
     "", 1, "undecided"},
    {"takes 以上 for at least", "a.csv", HEAD "产出指标,质量指标,合格率,95%以上,,,,12分\n", "", 0,
     "target      = 95\ncomparator  = >=\n"},
    {"leaves a range open", "a.csv", HEAD "产出指标,数量指标,改厕,30-40,,,,12分\n", "", 1,
     "undecided"},
    {"leaves an approximate number open", "a.csv", HEAD "产出指标,数量指标,改厕,30左右,,,,12分\n",
     "", 1, "undecided"},
    {"tells which rows have no rule", "a.csv",
     HEAD "产出指标,数量指标,改厕,≥30,,,,12分\n,,某事,好,,,,8分\n", "", 1,
     "a.csv:1: info rule_absent: no rule is published for these; they are scored by the default "
     "printed under the official forms, in proportion or all or nothing; if there is a rule "
     "elsewhere, state it: quantity-1\n"},
    {"tells of a first level that is none", "a.csv",
     HEAD "管理指标,数量指标,新增企业,≥30,,个,,12分\n,,别的,≥30,,个,,12分\n", "", 1,
     "a.csv:2: warning category_guessed: 一级指标 \"管理指标\" names no known category; taken for "
     "output by its 二级指标 \"数量指标\": check it\n"},
    {"tells of a second level that is left out", "a.csv",
     HEAD "产出指标,随意指标,控制,好,,,,12分\n", "", 1,
     "a.csv:2: info subcategory_left_out: 二级指标 \"随意指标\" is none of output's and is left out"},
    {"tells where the sum of points is another", "a.csv",
     "一级指标,三级指标,指标值,分值\n产出指标,改厕,≥30,90\n总分,,,100\n", "", 1,
     "a.csv:3: warning total_differs: the points of the rows sum to 90, the row of sums says "
     "\"100\""},
    {"takes budget execution into the sum", "a.csv",
     "一级指标,三级指标,指标值,分值\n产出指标,改厕,≥30,90\n总分,,,100\n", "--budget-execution", 0,
     "full       = 100\n"},
    {"takes the goal below its heading", "a.csv",
     "年度总体目标,预期目标,,,实际完成情况\n,越来越好,,,\n一级指标,三级指标,指标值,分值\n产出指标,改厕,≥30,90\n",
     "", 0, "goal       = 越来越好\n"},
    {"leaves a target open that is no number", "a.csv",
     HEAD "产出指标,数量指标,新增企业,良好,,,,12分\n", "", 1,
     "there is no rule, and the target is neither a number nor a date"},
    {"refuses another ending", "a.txt", HEAD SOME, "", 2,
     "expected a table whose name ends in .csv, .tsv"},
    {"refuses an empty file", "a.csv", "", "", 2,
     "a.csv: expected headings and rows, found an empty file"},
    {"refuses a table without headings", "a.csv", "a,b\n1,2\n", "", 2,
     "a.csv: expected a line of headings"},
    {"refuses headings alone", "a.csv", HEAD, "", 2, "a.csv:1: expected rows of indicators"},
    {"refuses a heading given twice", "a.csv", "三级指标,评分标准,评分细则\n", "", 2,
     "a.csv:1: expected one column \"评分细则\", found columns 2 and 3"},
    {"suggests a heading", "a.csv", "rule,weigth\n", "", 2,
     "a.csv:1: there is no column \"weigth\"; did you mean \"weight\"?"},
    {"refuses a table without names", "a.csv", "一级指标,评分标准\n产出指标,得10分\n", "", 2,
     "a.csv:1: expected a column 三级指标"},
    {"refuses a row that is too long", "a.csv",
     HEAD SOME "产出指标,数量指标,新增企业,30,得12分,个,≥,12分,又\n", "", 2,
     "a.csv:3: expected 8 columns as the headings have, found \"又\" in column 9"},
    {"refuses a category that nobody scores", "a.csv",
     HEAD "管理指标,,新增企业,30,得12分,个,≥,12分\n", "", 2,
     "a.csv:2: 一级指标: expected the name of a category"},
    {"refuses an indicator without name", "a.csv", HEAD "产出指标,,,30,得12分,个,≥,12分\n", "", 2,
     "a.csv:2: 三级指标: expected the name of an indicator"},
    {"refuses points that are none", "a.csv",
     "一级指标,三级指标,指标值,分值\n产出指标,新增企业,30,许多\n", "", 2,
     "a.csv:2: 分值: expected points above 0 such as 12 or 12分, found \"许多\""},
    {"refuses points of 0", "a.csv", "一级指标,三级指标,指标值,分值\n产出指标,新增企业,30,0\n", "",
     2, "found \"0\""},
    {"refuses two weights", "a.csv",
     "一级指标,三级指标,指标值,分值,备注\n产出指标,新增企业,30,10,12分\n", "", 2,
     "the points are \"10\", the remark says \"12分\""},
    {"leaves a row without weight open", "a.csv",
     "一级指标,三级指标,指标值\n产出指标,新增企业,30\n", "", 1,
     "a.csv:2: warning undecided: indicator output-1: to be decided: there are no points"},
    {"refuses an id that is none", "a.csv", "id," HEAD "A B," SOME, "", 2,
     "a.csv:2: id: expected an id"},
    {"refuses an id given twice", "a.csv", "id," HEAD "a," SOME "a," SOME, "", 2,
     "a.csv:3: id: expected an id"},
    {"refuses a project id that is none", "Ä.csv", HEAD SOME, "", 2, "expected a project id"},
    {"refuses a year that is none", "a.csv", HEAD SOME, "--year 24", 2,
     "expected a year from 1900 to 2999, found \"24\""},
    {"refuses quotes in text with tabs", "a.tsv", "三级指标\t评分标准\t单位\n\"a\tb\tc\n", "", 2,
     "a.tsv:2: text with tabs has no quotes"},
    {"refuses CSV that is not well-formed", "a.csv", HEAD "\"产出", "", 2,
     "a.csv:2: expected a quote that closes"},
    {"tells of columns that it does not read", "a.csv",
     "一级指标,三级指标,指标值,分值,天气\n产出指标,新增企业,良好,10,晴\n", "", 1,
     "a.csv:1: info column_unread: column 5, \"天气\", is not read"},
};

static void imports(void **state)
{
    const struct import_row *row = *state;
    static jx_ran ran;
    char path[JX_SCRATCH_PATH];
    char arguments[COMMAND];
    const jx_scratch scratch = jx_scratch_begin("import");
    jx_scratch_write(&scratch, row->file, jx_str_of(row->text), path);
    snprintf(arguments, sizeof arguments, "import '%s' %s --lang en", row->file, row->options);
    jx_command_run(scratch.folder, arguments, &ran);
    jx_scratch_end(&scratch);
    if (ran.code != row->code || strstr(ran.code == 0 ? ran.out : ran.err, row->says) == NULL) {
        fail_msg("code %d\n%s\n%s", ran.code, ran.out, ran.err);
    }
}

// What is written where nothing is to be decided is accepted by check, whatever its words are.
static void is_checked(void **state)
{
    (void)state;
    static jx_ran ran;
    char path[JX_SCRATCH_PATH];
    const jx_scratch scratch = jx_scratch_begin("import");
    jx_scratch_write(
        &scratch, "a.csv",
        (jx_str)JX_STR(HEAD SOME "效益指标,社会效益指标,[带;号] = 的,≥90%,,%,,88 分\n"), path);
    jx_command_run(scratch.folder, "import a.csv -o b.ini", &ran);
    assert_int_equal(ran.code, 0);
    jx_command_run(scratch.folder, "check b.ini", &ran);
    jx_scratch_end(&scratch);
    if (ran.code != 0) {
        fail_msg("%s", ran.err);
    }
}

// A project file is people's from the first writing on.
static void test_existing(void **state)
{
    (void)state;
    static jx_ran ran;
    char path[JX_SCRATCH_PATH];
    const jx_scratch scratch = jx_scratch_begin("import");
    jx_scratch_write(&scratch, "a.csv", (jx_str)JX_STR(HEAD SOME), path);
    jx_scratch_write(&scratch, "b.ini", (jx_str)JX_STR("; mine\n"), path);
    jx_command_run(scratch.folder, "import a.csv -o b.ini --lang en", &ran);
    const int code = ran.code;
    const bool told = strstr(ran.err, "b.ini: the file is there already") != NULL;
    jx_command_run(scratch.folder, "import a.csv -o /dev/null --id b", &ran);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char kept[8] = {0};
    const size_t size = fread(kept, 1, sizeof kept, file);
    fclose(file);
    jx_scratch_end(&scratch);
    assert_int_equal(code, 2);
    assert_true(told);
    assert_int_equal(ran.code, 0);
    assert_int_equal(size, 7);
    assert_memory_equal(kept, "; mine\n", 7);
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, rows, imports);
    jx_rows_add_one(&all, "writes what check accepts", is_checked, NULL);
    jx_rows_add_one(&all, "does not write over a project file", test_existing, NULL);
    return jx_rows_run(&all, "import");
}
