// SPDX-License-Identifier: MIT
// Which rows and columns of actuals count: the same of text and of workbooks, so that each row is read from both.
#include "read/read_actuals.h"
#include "support/jx_folder.h"
#include "support/sample_actuals.h"
#include "support/xlsx_file.h"

#define HEADLESS                                                                                   \
  "has no heading: expected an empty cell, found \"9\": head the column (your own with x-), or "   \
  "empty the cell\n"

static const struct both {
    const char *name;
    const char *text;
    const char *said;     // of the text
    const char *of_sheet; // of the workbook; NULL: the same
} rows[] = {
    // totals
    {"passes over totals of a row for each project",
     "project,firms\nA,1\n小计,1\nB,2\n合 计：,3\n总计,3\nTotal,3\n",
     "2 A (A): 0=1@2\n4 B (B): 0=2@4\n", NULL},
    {"passes over a total beside a column of no use", "序号,项目,firms\n1,A,1\n合计,,1\n",
     "2 A (A): 0=1@2\n", NULL},
    {"passes over totals of a row for each indicator",
     "project,indicator,actual\nA,firms,1\n合计,firms,1\n小计,,1\nB,firms,2\n",
     "2 A (A): 0=1@2\n5 B (B): 0=2@5\n", NULL},
    {"reads a project that is called by its id and a total's name",
     "project,firms\ndev-2024/合计,1\n", "2 dev-2024/合计 (合计): 0=1@2\n", NULL},
    {"reads a project whose name begins like a total", "project,firms\n合计县,1\n",
     "2 合计县 (合计县): 0=1@2\n", NULL},
    {"passes over a total that names no indicator",
     "一级指标,三级指标,分值,实际完成值\n产出,培育企业,9,1\n合计,,100,55\n", "2 dev-2024: 0=1@2\n",
     NULL},

    // remarks and signatures
    {"reads a row that begins like a remark and names an indicator",
     "备注,三级指标,实际值\n说明,培育企业,27\n总分,开工,2024\n",
     "2 dev-2024: 0=27@2 2=说明@2 4=2024@3 6=总分@3\n", NULL},
    {"passes over remarks and signatures below",
     "三级指标,实际值\n培育企业,27\n注：初步数,\n说明,\n填表人：某,审核人：某\n填表人,\n",
     "2 dev-2024: 0=27@2\n", NULL},
    {"passes over remarks below a row for each project",
     "项目,firms\nA,1\n注：初步数,\n填表人：某,某\n", "2 A (A): 0=1@2\n", NULL},
    {"reads a project that is called like a remark and has a value", "项目,firms\n说明,1\n",
     "2 说明 (说明): 0=1@2\n", NULL},
    {"finds fault with a remark that has a value and no indicator",
     "一级指标,三级指标,实际值\n产出,培育企业,27\n说明,,5\n",
     "2 dev-2024! a.csv:3: project dev-2024: expected nothing in the column \"actual\" of a row without "
     "an indicator, found \"5\": name the indicator\n",
     "2 dev-2024! a.xlsx, sheet 表, cell C3: project dev-2024: expected nothing in the column \"actual\" "
     "of a row without an indicator, found \"5\": name the indicator\n"},
    {"passes over headings that come again",
     "三级指标,实际值\n培育企业,27\n三级指标,实际值\n开工,2024\n", "2 dev-2024: 0=27@2 4=2024@4\n",
     NULL},

    // columns without a heading
    {"reads columns without heading that are empty", "project,,firms,\nA,,1,\n", "2 A (A): 0=1@2\n",
     NULL},
    {"finds fault with a value without heading", "project,firms,,started\nA,1,9,2\nB,3,,4\n",
     "2 A (A)! a.csv:2: project A: column 3 " HEADLESS "3 B (B): 0=3@3 4=4@3\n",
     "2 A (A)! a.xlsx, sheet 表, cell C2: project A: column C " HEADLESS "3 B (B): 0=3@3 4=4@3\n"},
    {"finds fault with a value without heading of an indicator",
     "project,indicator,,actual\nA,firms,9,1\n",
     "2 A (A)! a.csv:2: project A, indicator firms: column 3 " HEADLESS,
     "2 A (A)! a.xlsx, sheet 表, cell C2: project A, indicator firms: column C " HEADLESS},
};

// A sheet in which each field is a cell.
static jx_str sheet_of(jx_arena *arena, const char *text)
{
    jx_text sheet = jx_text_in(arena);
    jx_str rest = jx_str_of(text);
    while (rest.size != 0) {
        jx_str line = jx_str_next(&rest, '\n');
        jx_text_put(&sheet, "<row>");
        while (line.data != NULL) {
            jx_text_put(&sheet, "<c t=\"str\"><v>");
            jx_text_add(&sheet, jx_str_next(&line, ','));
            jx_text_put(&sheet, "</v></c>");
        }
        jx_text_put(&sheet, "</row>");
    }
    return jx_text_end(&sheet);
}

static void expect(const char *path, const char *expected)
{
    jx_arena *arena = jx_arena_new();
    jx_text said = jx_text_in(arena);
    jx_error err = JX_ERROR(JX_EN);
    jx_actuals *actuals = NULL;
    assert_int_equal(jx_actuals_open(path, JX_ENCODING_DETECT, sample_sheets, 1, &actuals, &err),
                     JX_OK);
    sample_actuals_say(&said, actuals, &err);
    assert_string_equal(jx_text_end(&said).data, expected);
    jx_actuals_close(actuals);
    jx_arena_free(arena);
}

static void test_both(void **state)
{
    const struct both *row = *state;
    jx_arena *arena = jx_arena_new();
    const xlsx_sheet_text sheet = {"表", NULL, sheet_of(arena, row->text).data, NULL};
    const xlsx_file file = {.sheets = &sheet, .sheet_count = 1};
    jx_folder_put_text("a.csv", row->text);
    xlsx_file_put("a.xlsx", &file);
    jx_arena_free(arena);
    expect("a.csv", row->said);
    expect("a.xlsx", row->of_sheet == NULL ? row->said : row->of_sheet);
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, rows, test_both);
    return jx_folder_run(&all, NULL, 0, "actuals_rows");
}
