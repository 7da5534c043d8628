// SPDX-License-Identifier: MIT
#include "read/headings.h"
#include "report/labels.h"
#include "support/jx_rows.h"

static const struct heading_row {
    const char *name;
    const char *heading;
    int column;
} headings[] = {
    {"takes the published heading of rules", "评（扣分标准）", JX_COLUMN_RULE},
    {"takes it with narrow brackets", "评(扣分标准)", JX_COLUMN_RULE},
    {"takes it broken into lines", "评（扣分标\n准）", JX_COLUMN_RULE},
    {"takes it with blanks", " 评 （扣分\u3000标准） ", JX_COLUMN_RULE},
    {"takes 评分细则", "评分细则", JX_COLUMN_RULE},
    {"takes 计分办法", "计分办法", JX_COLUMN_RULE},
    {"takes rule", "rule", JX_COLUMN_RULE},
    {"takes Rule", "Rule", JX_COLUMN_RULE},
    {"takes ｒｕｌｅ", "ｒｕｌｅ", JX_COLUMN_RULE},
    {"takes 一级指标", "一级指标", JX_COLUMN_CATEGORY},
    {"takes 二级 指标", "二级 指标", JX_COLUMN_SUBCATEGORY},
    {"takes 三级指标", "三级\r\n指标", JX_COLUMN_NAME},
    {"takes 指标值", "指标值", JX_COLUMN_VALUE},
    {"takes 年度指标值", "年度\n指标值", JX_COLUMN_VALUE},
    {"takes 指标值内容", "指标值内\n容", JX_COLUMN_CONTENT},
    {"takes 指标值类型", "指标值类\n型", JX_COLUMN_KIND},
    {"takes 度量单位", "度量单位", JX_COLUMN_UNIT},
    {"takes 计量单位", "计量单位", JX_COLUMN_UNIT},
    {"takes 分值", "分值", JX_COLUMN_WEIGHT},
    {"takes 分值 with a remark", "分值（100分）", JX_COLUMN_WEIGHT},
    {"takes 分值/权重", "分值／权重", JX_COLUMN_WEIGHT},
    {"takes 权重 in percent", "权重（%）", JX_COLUMN_WEIGHT},
    {"takes 备注", "备注", JX_COLUMN_REMARK},
    {"skips what was achieved", "实际完成值", JX_HEADING_SKIPPED},
    {"skips 得分", "得分", JX_HEADING_SKIPPED},
    {"skips reasons", "偏差原因分析及改进措施", JX_HEADING_SKIPPED},
    {"does not know another", "天气", JX_HEADING_UNKNOWN},
    {"does not know nothing", "", JX_HEADING_UNKNOWN},
    {"does not know brackets alone", "（分值）", JX_HEADING_UNKNOWN},
    {"does not know a long one",
     "评分标准评分标准评分标准评分标准评分标准评分标准评分标准评分标准评分标准评分标准评分标准评分标准评分标准评分标准",
     JX_HEADING_UNKNOWN},
};

static void finds(void **state)
{
    const struct heading_row *row = *state;
    assert_int_equal(jx_heading_find(jx_str_of(row->heading)), row->column);
}

static const struct fact_row {
    const char *name;
    const char *label;
    int fact;
} facts[] = {
    {"reads 项目名称", "项目名称", JX_FACT_NAME},
    {"reads 项目名称：", "项目名称：", JX_FACT_NAME},
    {"reads 绩效目标", "绩效\n目标", JX_FACT_GOAL},
    {"reads 主管部门", "主管部门", JX_FACT_DEPARTMENT},
    {"reads 预算年度", "预算年度", JX_FACT_YEAR},
    {"reads nothing else", "全年预算数", JX_FACT_COUNT},
};

static void finds_fact(void **state)
{
    const struct fact_row *row = *state;
    assert_int_equal(jx_heading_find_fact(jx_str_of(row->label)), row->fact);
}

static const struct title_row {
    const char *name;
    const char *title;
    const char *project;
} titles[] = {
    {"cuts 绩效目标 off", "产业链工作经费项目绩效目标", "产业链工作经费项目"},
    {"cuts 绩效目标表 off", "某项目绩效目标表", "某项目"},
    {"cuts 绩效自评表 off", "某项目绩效自评表", "某项目"},
    {"leaves nothing of a bare title", "绩效目标表", ""},
    {"leaves other texts alone", "分解指标", ""},
};

static void cuts_title(void **state)
{
    const struct title_row *row = *state;
    jx_expect_text(jx_heading_title(jx_str_of(row->title)), row->project);
}

// What every column is called by programs is a heading of it.
static void knows_its_names(void **state)
{
    (void)state;
    for (int i = 0; i < JX_COLUMN_COUNT; i++) {
        const char *name = jx_heading_name((jx_published_column)i);
        assert_int_equal(jx_heading_find(jx_str_of(name)), i);
    }
}

static const struct beginning_row {
    const char *name;
    const char *first;
    jx_heading_row row;
} beginnings[] = {
    {"takes 合计 for a total", "合计", JX_ROW_TOTAL},
    {"takes a total with blanks", "总 分", JX_ROW_TOTAL},
    {"takes a total with a colon", "小计：", JX_ROW_TOTAL},
    {"takes a total with a remark", "合计（个）", JX_ROW_TOTAL},
    {"takes Total for a total", "Total", JX_ROW_TOTAL},
    {"takes GRAND TOTAL for a total", "GRAND TOTAL", JX_ROW_TOTAL},
    {"takes a signature", "填表人：某", JX_ROW_SIGNATURE},
    {"takes a remark", "注：以上均为初步数", JX_ROW_REMARK},
    {"takes a remark that says nothing", "备注", JX_ROW_REMARK},
    {"takes an indicator as it is", "产出指标", JX_ROW_OF_TABLE},
    {"takes a name that begins like a total as it is", "合计县", JX_ROW_OF_TABLE},
    {"takes a name that begins like Total as it is", "Totalia", JX_ROW_OF_TABLE},
    {"takes nothing as it is", "", JX_ROW_OF_TABLE},
};

static void tells_rows(void **state)
{
    const struct beginning_row *row = *state;
    assert_int_equal(jx_heading_find_row(jx_str_of(row->first)), row->row);
}

// Somebody copies what is to be seen of a form to a sheet of its own.
static void knows_headings_of_forms(void **state)
{
    static const struct {
        jx_label label;
        jx_actuals_role role;
    } labels[] = {
        {JX_LABEL_CATEGORY, JX_ROLE_NONE},          {JX_LABEL_SUBCATEGORY, JX_ROLE_NONE},
        {JX_LABEL_LEAF, JX_ROLE_INDICATOR},         {JX_LABEL_SELF_TARGET, JX_ROLE_NONE},
        {JX_LABEL_FORM_UNIT, JX_ROLE_NONE},         {JX_LABEL_FORM_RULE, JX_ROLE_NONE},
        {JX_LABEL_SELF_WEIGHT, JX_ROLE_NONE},       {JX_LABEL_SELF_ACTUAL, JX_ROLE_ACTUAL},
        {JX_LABEL_FORM_BASELINE, JX_ROLE_BASELINE}, {JX_LABEL_XLSX_EVIDENCE, JX_ROLE_EVIDENCE},
        {JX_LABEL_SELF_REASON, JX_ROLE_NOTE},       {JX_LABEL_FORM_EXPECTS, JX_ROLE_NONE},
        {JX_LABEL_XLSX_NUMBER, JX_ROLE_NONE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        uint32_t rank = 0;
        const jx_lang langs[] = {JX_ZH, JX_EN};
        for (size_t k = 0; k < 2; k++) {
            const jx_str heading = jx_str_of(jx_label_in(labels[i].label, langs[k]));
            assert_int_equal(jx_heading_find_role(heading, &rank), labels[i].role);
        }
    }
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, headings, finds);
    JX_ROWS(&all, facts, finds_fact);
    JX_ROWS(&all, titles, cuts_title);
    jx_rows_add_one(&all, "knows the name of every column", knows_its_names, NULL);
    JX_ROWS(&all, beginnings, tells_rows);
    jx_rows_add_one(&all, "knows the headings of forms", knows_headings_of_forms, NULL);
    return jx_rows_run(&all, "headings");
}
