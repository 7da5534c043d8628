// SPDX-License-Identifier: MIT
// Workbooks as a reader of them finds them: unpacked, every part well-formed, each cell by its name.
#include "base/list.h"
#include "model/keys.h"
#include "report/report.h"
#include "support/jx_rows.h"
#include "support/sample_report.h"
#include "support/workbook_parts.h"

#include <stdio.h>

#define EVERYONE                                                                                   \
  {                                                                                                \
    jx_sample_scored, jx_sample_incomplete, jx_sample_scripted, jx_sample_faulty,                  \
        jx_sample_hostile, jx_sample_unreadable                                                    \
  }

// What [project] states to be printed.
static void make_printed(jx_sample *sample)
{
    static jx_printed printed[4];
    static const uint32_t keys[] = {JX_PROJECT_DEPARTMENT, JX_PROJECT_UNIT, JX_PROJECT_PHONE,
                                    JX_PROJECT_PREPARER};
    static const jx_str texts[] = {JX_STR("市工信局"), JX_STR("企业服务中心"), JX_STR("000-0000"),
                                   JX_STR("张某")};
    jx_sample_scored(sample);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const jx_field *field = jx_list_at(&jx_project_keys, keys[i]);
        printed[i] = (jx_printed){field->says, texts[i]};
    }
    sample->table.printed = printed;
    sample->table.printed_count = sizeof keys / sizeof keys[0];
}

typedef struct cell_row {
    const char *name;
    bool batch;
    jx_lang lang;
    jx_sample_make make; // NULL: everyone
    size_t sheet;
    const char *cell;
    const char *holds;
    const char *formula; // "" for none
} cell_row;

static const cell_row cells[] = {
    {"has a title", false, JX_ZH, jx_sample_scored, 1, "A1", "项目支出绩效自评表", ""},
    {"has a title in English", false, JX_EN, jx_sample_scored, 1, "A1",
     "Self-evaluation of project performance", ""},
    {"says the year", false, JX_ZH, jx_sample_scored, 1, "A2", "（2024年度）", ""},
    {"names the project", false, JX_ZH, jx_sample_scored, 1, "C3", "产业发展工作经费项目", ""},
    {"names what the project is scored for", false, JX_ZH, jx_sample_incomplete, 1, "C3",
     "产业链工作经费项目（示例县A）", ""},
    {"has the department that the project file states", false, JX_ZH, make_printed, 1, "C4",
     "市工信局", ""},
    {"has the unit that the project file states", false, JX_ZH, make_printed, 1, "F4",
     "企业服务中心", ""},
    {"has a row for what is stated besides", false, JX_ZH, make_printed, 1, "F5", "000-0000", ""},
    {"has who filled the form in where it is signed", false, JX_ZH, make_printed, 1, "A19",
     "填报人（签字）：张某", ""},
    {"leaves the department to be written where it is not stated", false, JX_ZH, jx_sample_scored,
     1, "C4", "", ""},
    {"has the budget among the funds", false, JX_ZH, jx_sample_scored, 1, "D6", "5,000,000", ""},
    {"has what was spent among the funds", false, JX_ZH, jx_sample_scored, 1, "E6", "4,850,000",
     ""},
    {"has the rate among the funds", false, JX_ZH, jx_sample_scored, 1, "F6", "97%", ""},
    {"has the weight of the budget among the funds", false, JX_ZH, jx_sample_scored, 1, "G6", "10",
     ""},
    {"sums up what was achieved", false, JX_ZH, jx_sample_scored, 1, "F8",
     "共7项指标，3项未扣分，4项扣分，得97.24分。", ""},
    {"merges the rows of a category under its first", false, JX_ZH, jx_sample_scored, 1, "B11",
     "产出指标\n（40分）", ""},
    {"has a subcategory", false, JX_ZH, jx_sample_scored, 1, "C12", "质量指标", ""},
    {"has no subcategory where none is stated", false, JX_ZH, jx_sample_scored, 1, "C14", "", ""},
    {"has a target with its sign and unit", false, JX_ZH, jx_sample_scored, 1, "E11", "≥30个", ""},
    {"has what was achieved", false, JX_ZH, jx_sample_scored, 1, "F11", "27个", ""},
    {"says what a figure was found from", false, JX_ZH, jx_sample_scored, 1, "F14",
     "3.700121%\n（由实际值1286.4亿、基数1240.5亿得出）", ""},
    {"has points as a number", false, JX_ZH, jx_sample_scored, 1, "H11", "10.8", ""},
    {"says why points were lost, then the note", false, JX_ZH, jx_sample_scored, 1, "I11",
     "扣1.20分：目标为≥30个，实际为27个，少3个；每少1个扣0.4分，3×0.4。\n3家企业营收未达标，未通过认定",
     ""},
    {"says that nobody told why", false, JX_ZH, jx_sample_scored, 1, "I15",
     "扣1.00分：满意度为“基本满意”，按规定得9分。\n（未填写偏差原因及改进措施）", ""},
    {"says nothing where nothing was lost", false, JX_ZH, jx_sample_scored, 1, "I10", "", ""},
    {"adds up the weights by a formula", false, JX_ZH, jx_sample_scored, 1, "G16", "100",
     "SUM(G6,G10:G15)"},
    {"adds up the points by a formula", false, JX_ZH, jx_sample_scored, 1, "H16", "97.24",
     "SUM(H6,H10:H15)"},
    {"has the grade", false, JX_ZH, jx_sample_scored, 1, "I16", "等级：优（不低于满分的90%）", ""},
    {"has a line to sign on", false, JX_ZH, jx_sample_scored, 1, "D18", "单位负责人（签字）：", ""},
    {"has what applies before the total that is rescaled", false, JX_ZH, jx_sample_incomplete, 1,
     "H13", "52.63", "SUM(H8:H12)"},
    {"has the weights that apply", false, JX_ZH, jx_sample_incomplete, 1, "G13", "80", ""},
    {"has the rescaled total as a number", false, JX_ZH, jx_sample_incomplete, 1, "H14", "65.79",
     ""},
    {"says what is not applicable in place of points", false, JX_ZH, jx_sample_incomplete, 1, "H8",
     "不适用", ""},
    {"says why there is no grade", false, JX_ZH, jx_sample_incomplete, 1, "I14",
     "1个指标未填报，按0分计，不评等级", ""},
    {"has the indicators' sum before what a script took", false, JX_ZH, jx_sample_scripted, 1,
     "H16", "97.24", "SUM(H6,H10:H15)"},
    {"has the total behind what a script took", false, JX_ZH, jx_sample_scripted, 1, "H17", "0",
     ""},
    {"has no total of an error", false, JX_ZH, jx_sample_faulty, 1, "H12", "无", ""},
    {"says an error beside its indicator", false, JX_EN, jx_sample_faulty, 1, "I11",
     "conf/actuals/sample.csv:5: clean-hengyang-2024: execution-timeliness: "
     "应为日期，实为“2024至2025年”",
     ""},
    {"shows what no cell can hold", false, JX_ZH, jx_sample_hostile, 1, "C2",
     "项目\\x1b]0;标题\\x07\n第二行 # 1. <script>（=1+1,\"x\"\n\\x7f）", ""},
    {"keeps a text that looks like a formula a text", false, JX_ZH, jx_sample_hostile, 1, "E7",
     "=cmd|' /C calc'!A1", ""},
    {"has three decimals where the table has", false, JX_ZH, jx_sample_hostile, 1, "H9", "74.845",
     "SUM(H7:H8)"},
    {"lists a loss with its sentence", false, JX_ZH, jx_sample_incomplete, 2, "F5",
     "目标为≥12次，实际为7次，少5次；每少1次扣0.6分，5×0.6；应扣3.00分，只剩1.20分可扣，实扣1.20分。",
     ""},
    {"takes the first loss from the weight", false, JX_ZH, jx_sample_incomplete, 2, "E4", "1.2",
     "C4-D4"},
    {"takes the next loss from what was left", false, JX_ZH, jx_sample_incomplete, 2, "E5", "0",
     "E4-D5"},
    {"writes the arithmetic out", false, JX_ZH, jx_sample_incomplete, 2, "G8",
     "60.00 - 7.37 = 52.63", ""},
    {"adds up the losses", false, JX_ZH, jx_sample_incomplete, 2, "D9", "27.37", "SUM(D4:D8)"},
    {"lists what the project's script took", false, JX_ZH, jx_sample_scripted, 2, "B9", "项目扣分",
     ""},
    {"says that nothing was lost", false, JX_ZH, jx_sample_unreadable, 2, "A4", "没有扣分。", ""},

    {"counts the projects of a batch", true, JX_ZH, NULL, 1, "A3", "6", "ROWS('排名'!$A$3:$A$8)"},
    {"counts those with a grade", true, JX_ZH, NULL, 1, "B3", "3", "COUNT('排名'!$A$3:$A$8)"},
    {"has their mean", true, JX_ZH, NULL, 1, "C3", "57.3617",
     "ROUND(SUMIF('排名'!$A$3:$A$8,\">0\",'排名'!$E$3:$E$8)/COUNT('排名'!$A$3:$A$8),4)"},
    {"has the highest total", true, JX_ZH, NULL, 1, "D3", "97.24", "MAX('排名'!$E$3:$E$5)"},
    {"has the lowest total", true, JX_ZH, NULL, 1, "E3", "0", "MIN('排名'!$E$3:$E$5)"},
    {"counts a grade", true, JX_ZH, NULL, 1, "B10", "1",
     "SUMPRODUCT(--EXACT('排名'!$D$3:$D$8,A10))"},
    {"has a grade's share", true, JX_ZH, NULL, 1, "C12", "0.3333",
     "ROUND(B12/ROWS('排名'!$A$3:$A$8),4)"},
    {"counts errors", true, JX_EN, NULL, 1, "B12", "2",
     "SUMPRODUCT(--EXACT('Ranking'!$S$3:$S$8,A12))"},
    {"has the mean of what a category lost, errors left out", true, JX_ZH, NULL, 1, "B22", "5.73",
     "ROUND(SUMPRODUCT(--EXACT('失分说明'!$C$3:$C$18,A22),'失分说明'!$F$3:$F$18)/MAX(1,COUNT('排名'!$E$3:$E$8)),4)"},
    {"has the mean of what an indicator lost, errors left out", true, JX_ZH, NULL, 1, "B36", "1.2",
     "ROUND(SUMPRODUCT(--EXACT('失分说明'!$D$3:$D$18,E36),'失分说明'!$F$3:$F$18)/MAX(1,COUNT('排名'!$G$3:$G$8)),4)"},
    {"counts the projects that lost in an indicator", true, JX_ZH, NULL, 1, "C36", "2", ""},
    {"lists the first by reference", true, JX_ZH, NULL, 1, "B52", "97.24", "'排名'!E3"},
    {"ranks the best first", true, JX_ZH, NULL, 2, "B3", "industry-development-2024", ""},
    {"gives the first its place", true, JX_ZH, NULL, 2, "A3", "1", ""},
    {"adds up a row", true, JX_ZH, NULL, 2, "E3", "97.24", "SUM(F3:R3)"},
    {"does not add up what a script took from", true, JX_ZH, NULL, 2, "E5", "0", ""},
    {"gives no place without a grade", true, JX_ZH, NULL, 2, "A6", "", ""},
    {"says what an indicator has in place of points", true, JX_ZH, NULL, 2, "F6", "不适用", ""},
    {"puts errors last", true, JX_ZH, NULL, 2, "S8", "错误", ""},
    {"says the error", true, JX_ZH, NULL, 2, "T8",
     "conf/actuals/sample.csv:9: 行中缺少列，应有8列，实有3列", ""},
    {"lists every loss", true, JX_ZH, NULL, 3, "G3",
     "目标为≥30个，实际为27个，少3个；每少1个扣0.4分，3×0.4", ""},
    {"lists the project's own losses", true, JX_ZH, NULL, 3, "C12", "项目扣分", ""},
    {"says where no reason was given", true, JX_ZH, NULL, 3, "H4", "未填写", ""},
};

static jx_str write_book(jx_arena *arena, const cell_row *row)
{
    static const jx_sample_report batch = {.format = "xlsx", .batch = true, .cards = EVERYONE};
    jx_sample_report report = row->make == NULL ? batch : (jx_sample_report){.format = "xlsx"};
    report.lang = row->lang;
    if (row->make != NULL) {
        report.cards[0] = row->make;
    }
    return jx_sample_report_write(arena, &report);
}

// Numbers are compared as spreadsheets do, by fifteen digits.
static void expect_same(const char *found, const char *expected, bool is_number)
{
    char fifteen[64];
    if (is_number) {
        snprintf(fifteen, sizeof fifteen, "%.15g", strtod(found, NULL));
        found = fifteen;
    }
    assert_string_equal(found, expected);
}

static bool is_number(const char *text)
{
    char *end = NULL;
    strtod(text, &end);
    return text[0] != '\0' && *end == '\0';
}

static void has_cell(void **state)
{
    const cell_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_parts *parts = jx_parts_open(arena, write_book(arena, row));
    const char *found = jx_parts_cell(parts, row->sheet, row->cell);
    expect_same(found, row->holds, is_number(row->holds));
    assert_string_equal(jx_parts_formula(parts, row->sheet, row->cell), row->formula);
    jx_parts_close(parts);
    jx_arena_free(arena);
}

// ------------------------------------------------------------------------------------- what is no cell

static const struct part_row {
    const char *name;
    bool batch;
    const char *part;
    const char *asks; // an XPath
    const char *answer;
} facts[] = {
    {"is printed across", false, "xl/worksheets/sheet1.xml", "//x:pageSetup/@orientation",
     "landscape"},
    {"is printed on A4", false, "xl/worksheets/sheet1.xml", "//x:pageSetup/@paperSize", "9"},
    {"is as wide as a page", false, "xl/worksheets/sheet1.xml", "//x:pageSetup/@fitToHeight", "0"},
    {"numbers its pages", false, "xl/worksheets/sheet1.xml", "//x:oddFooter",
     "&C第 &P 页 共 &N 页"},
    {"repeats its headings", false, "xl/workbook.xml",
     "//x:definedName[@name='_xlnm.Print_Titles' and @localSheetId='0']", "'绩效自评表'!$9:$9"},
    {"merges a category", false, "xl/worksheets/sheet1.xml", "count(//x:mergeCell[@ref='B11:B13'])",
     "1"},
    {"names its sheets", false, "xl/workbook.xml",
     "concat(//x:sheet[1]/@name, ' ', //x:sheet[2]/@name)", "绩效自评表 失分说明"},
    {"has a fixed date", false, "docProps/core.xml", "string(//*[local-name()='created'])",
     "2000-01-01T00:00:00Z"},
    {"has the summary before the ranking and the losses", true, "xl/workbook.xml",
     "concat(//x:sheet[1]/@name, ' ', //x:sheet[2]/@name, ' ', //x:sheet[3]/@name)",
     "汇总 排名 失分说明"},
    {"filters the ranking", true, "xl/worksheets/sheet2.xml", "//x:autoFilter/@ref", "A2:T8"},
    {"filters the losses", true, "xl/worksheets/sheet3.xml", "//x:autoFilter/@ref", "A2:H18"},
    {"colours each grade", true, "xl/worksheets/sheet2.xml",
     "concat(count(//x:cfRule[@type='expression']), ' ', //x:cfRule[1]/x:formula)",
     "4 EXACT($D3,\"优\")"},
    {"has four charts", true, "xl/drawings/drawing1.xml", "count(//*[local-name()='graphicFrame'])",
     "4"},
    {"charts the spread over grades", true, "xl/charts/chart1.xml",
     "string(//*[local-name()='val']//*[local-name()='f'])", "'汇总'!$B$7:$B$12"},
};

static void has_fact(void **state)
{
    const struct part_row *row = *state;
    const cell_row book = {.batch = row->batch, .make = row->batch ? NULL : jx_sample_scored};
    jx_arena *arena = jx_arena_new();
    jx_parts *parts = jx_parts_open(arena, write_book(arena, &book));
    assert_string_equal(jx_parts_ask(parts, row->part, row->asks), row->answer);
    jx_parts_close(parts);
    jx_arena_free(arena);
}

static void is_the_same_again(void **state)
{
    const cell_row *row = *state;
    jx_arena *arena = jx_arena_new();
    const jx_str first = write_book(arena, row);
    const jx_str again = write_book(arena, row);
    assert_int_equal(first.size, again.size);
    assert_memory_equal(first.data, again.data, first.size);
    jx_arena_free(arena);
}

// Whatever card it is, what comes of it can be read.
static void takes_every_card(void **state)
{
    static const jx_sample_make makes[] = {
        jx_sample_scored,  jx_sample_incomplete, jx_sample_scripted, jx_sample_faulty,
        jx_sample_hostile, jx_sample_unreadable, jx_sample_unknown};
    (void)state;
    for (size_t i = 0; i < sizeof makes / sizeof makes[0]; i++) {
        for (int batch = 0; batch < 2; batch++) {
            jx_arena *arena = jx_arena_new();
            const jx_sample_report report = {
                .format = "xlsx", .batch = batch != 0, .cards = {makes[i]}};
            jx_parts_close(jx_parts_open(arena, jx_sample_report_write(arena, &report)));
            jx_arena_free(arena);
        }
    }
}

// So many are written without being kept in memory: the cells are the same.
static void takes_very_many(void **state)
{
    enum { MANY = 20001 };
    (void)state;
    static jx_sample sample;
    jx_sample_scored(&sample);
    jx_error err = JX_ERROR(JX_ZH);
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    const jx_table *tables[] = {&sample.table};
    jx_report report = {.reporter = jx_reporter_find("xlsx", JX_FOR_BATCH),
                        .out = &out,
                        .lang = JX_ZH,
                        .tables = tables,
                        .table_count = 1};
    assert_int_equal(jx_report_begin(&report, arena, &err), JX_OK);
    for (size_t i = 0; i < MANY; i++) {
        assert_int_equal(jx_report_add(&report, &sample.card, &err), JX_OK);
    }
    assert_int_equal(jx_report_end(&report, &err), JX_OK);
    jx_parts *parts = jx_parts_open(arena, jx_text_str(&out));
    assert_string_equal(jx_parts_cell(parts, 1, "A3"), "20001");
    assert_string_equal(jx_parts_cell(parts, 2, "B20003"), "industry-development-2024");
    assert_string_equal(jx_parts_cell(parts, 2, "A20003"), "1"); // all share the first place
    assert_string_equal(jx_parts_formula(parts, 2, "E20003"), "SUM(F20003:L20003)");
    assert_string_equal(jx_parts_cell(parts, 3, "D80006"), "budget-execution");
    jx_parts_close(parts);
    jx_arena_free(arena);
}

int main(void)
{
    static const cell_row one = {.make = jx_sample_scored};
    static const cell_row many = {.batch = true};
    static jx_rows all;
    JX_ROWS(&all, cells, has_cell);
    JX_ROWS(&all, facts, has_fact);
    jx_rows_add_one(&all, "is the same for the same scorecard", is_the_same_again, &one);
    jx_rows_add_one(&all, "is the same for the same batch", is_the_same_again, &many);
    jx_rows_add_one(&all, "takes every card, alone and in a batch", takes_every_card, NULL);
    jx_rows_add_one(&all, "takes more than are kept in memory", takes_very_many, NULL);
    return jx_rows_run(&all, "report_xlsx");
}
