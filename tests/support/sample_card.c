// SPDX-License-Identifier: MIT
#include "support/sample_card.h"

#include "support/sample_build.h"

enum { DAY_2024_03_15 = 19797, FIRST_OF_2024 = 19723, LAST_OF_2024 = 20088 };

// ------------------------------------------------------------------------------------------------ scored

static void add_outputs(jx_sample *sample)
{
    jx_sample_row(sample,
                  (jx_table_row){.id = JX_STR("innovative-smes"),
                                 .name = JX_STR("培育一批创新型中小企业"),
                                 .subcategory = JX_STR("quantity"),
                                 .subcategory_label = {"数量指标", "quantity"},
                                 .category = JX_SAMPLE_OUTPUT,
                                 .target = JX_STR("30"),
                                 .unit = JX_STR("个"),
                                 .measured_unit = JX_STR("个"),
                                 .comparator = JX_COMPARE_AT_LEAST,
                                 .method = "step",
                                 .method_label = {"按差距扣分", "by steps"}},
                  "12", "27个", NULL, "3家企业营收未达标，未通过认定");
    jx_sample_score(sample, JX_SCORED, jx_sample_number("27", "1"), "10.80");
    jx_sample_lose_steps(sample, "1.20", jx_sample_fraction("1.2", "1"), "3", "0.4");
    jx_sample_row(sample,
                  (jx_table_row){.id = JX_STR("industrial-value-added"),
                                 .name = JX_STR("规模工业增加值"),
                                 .subcategory = JX_STR("quality"),
                                 .subcategory_label = {"质量指标", "quality"},
                                 .category = JX_SAMPLE_OUTPUT,
                                 .target = JX_STR("0"),
                                 .unit = JX_STR("%"),
                                 .measured_unit = JX_STR("%"),
                                 .measure = "growth",
                                 .comparator = JX_COMPARE_AT_LEAST,
                                 .method = "step",
                                 .method_label = {"按差距扣分", "by steps"}},
                  "8", "-3.20%", NULL, NULL);
    jx_sample_score(sample, JX_SCORED, jx_sample_number("-16", "5"), "7.74");
    jx_sample_lose_steps(sample, "0.26", jx_sample_fraction("0.256", "1"), "3.2", "0.08");
    jx_sample_row(sample,
                  (jx_table_row){.id = JX_STR("execution-timeliness"),
                                 .name = JX_STR("执行时效"),
                                 .subcategory = JX_STR("timeliness"),
                                 .subcategory_label = {"时效指标", "timeliness"},
                                 .category = JX_SAMPLE_OUTPUT,
                                 .target = JX_STR("2024"),
                                 .unit = JX_STR("年"),
                                 .comparator = JX_COMPARE_EQUAL,
                                 .method = "threshold",
                                 .method_label = {"达标计分", "all or nothing"}},
                  "20", "2024年3月15日", NULL, NULL);
    jx_sample_score(sample, JX_SCORED, jx_sample_date(DAY_2024_03_15, DAY_2024_03_15), "20.00");
}

static void add_cost(jx_sample *sample, const char *actual)
{
    jx_sample_row(sample,
                  (jx_table_row){.id = JX_STR("cost-control"),
                                 .name = JX_STR("成本控制"),
                                 .subcategory = JX_STR("economic"),
                                 .subcategory_label = {"经济成本指标", "economic cost"},
                                 .category = JX_SAMPLE_COST,
                                 .target = JX_STR("100"),
                                 .unit = JX_STR("%"),
                                 .measured_unit = JX_STR("%"),
                                 .comparator = JX_COMPARE_AT_MOST,
                                 .method = "threshold",
                                 .method_label = {"达标计分", "all or nothing"}},
                  "20", actual, NULL, NULL);
}

static void add_benefits(jx_sample *sample)
{
    jx_sample_row(sample,
                  (jx_table_row){.id = JX_STR("enterprise-revenue"),
                                 .name = JX_STR("规模工业企业营收"),
                                 .category = JX_SAMPLE_BENEFIT,
                                 .target = JX_STR("0"),
                                 .unit = JX_STR("%"),
                                 .measured_unit = JX_STR("%"),
                                 .measure = "growth",
                                 .comparator = JX_COMPARE_AT_LEAST,
                                 .method = "step",
                                 .method_label = {"按差距扣分", "by steps"}},
                  "20", "1286.4亿", "1240.5亿", NULL);
    jx_sample_score(sample, JX_SCORED, jx_sample_number("4590", "1240.5"), "20.00");
    jx_sample_row(
        sample,
        (jx_table_row){.id = JX_STR("public-satisfaction"),
                       .name = JX_STR("社会公众或服务对象满意度指标"),
                       .subcategory = JX_STR("service"),
                       .subcategory_label = {"服务对象满意度指标", "satisfaction of those served"},
                       .category = JX_SAMPLE_SATISFACTION,
                       .target = JX_STR("满意"),
                       .unit = JX_STR("等次"),
                       .comparator = JX_COMPARE_AT_LEAST,
                       .method = "levels",
                       .method_label = {"按等次计分", "by level"},
                       .levels = jx_sample_levels,
                       .level_count = 5},
        "10", "基本满意", NULL, NULL);
    jx_sample_score(sample, JX_SCORED, jx_sample_level(3), "9.00");
    jx_sample_lose(sample, &jx_sample_level_code, "1.00", jx_sample_fraction("1", "1"))
        ->figures[0] = jx_sample_fraction("9", "1");
}

static void add_budget(jx_sample *sample)
{
    jx_sample_row(sample,
                  (jx_table_row){.id = JX_STR("budget-execution"),
                                 .name = JX_STR("预算执行率"),
                                 .subcategory = JX_STR("execution"),
                                 .subcategory_label = {"预算执行率", "budget execution"},
                                 .category = JX_SAMPLE_BUDGET,
                                 .scored_by = JX_BY_DEFAULT,
                                 .target = JX_STR("100"),
                                 .unit = JX_STR("元"),
                                 .measured_unit = JX_STR("%"),
                                 .measure = "ratio",
                                 .comparator = JX_COMPARE_AT_LEAST,
                                 .method = "proportion",
                                 .method_label = {"按比例计分", "in proportion"}},
                  "10", "4,850,000", "5,000,000", NULL);
    jx_sample_score(sample, JX_SCORED, jx_sample_number("97", "1"), "9.70");
    jx_sample_lose(sample, &jx_sample_partly_code, "0.30", jx_sample_fraction("3", "10"))
        ->figures[0] = jx_sample_fraction("97", "1");
}

void jx_sample_scored(jx_sample *sample)
{
    jx_sample_start(sample, "industry-development-2024", "产业发展工作经费项目");
    sample->table.type = (jx_str)JX_STR("project-expenditure");
    sample->table.goal = (jx_str)JX_STR(
        "壮大产业规模，提升产业实力，夯实产业根基，加快产业转型，优化产业生态，形成主导产业突出、"
        "配套完整的现代化产业体系");
    jx_sample_plugin(sample, "cost", 'a');
    jx_sample_plugin(sample, "output", 'b');
    jx_sample_plugin(sample, "benefit", 'c');
    jx_sample_plugin(sample, "satisfaction", 'e');
    jx_sample_plugin(sample, "budget", 'f');
    add_cost(sample, "97%");
    jx_sample_score(sample, JX_SCORED, jx_sample_number("97", "1"), "20.00");
    add_outputs(sample);
    add_benefits(sample);
    add_budget(sample);
    jx_sample_total(sample, JX_SCORED, "97.24", "97.24");
    sample->card.grade = &sample->grades[0];
}

// -------------------------------------------------------------------------------------------- incomplete

static void add_cut(jx_sample *sample)
{
    jx_sample_row(sample,
                  (jx_table_row){.id = JX_STR("inspections"),
                                 .name = JX_STR("督查次数"),
                                 .category = JX_SAMPLE_OUTPUT,
                                 .target = JX_STR("12"),
                                 .unit = JX_STR("次"),
                                 .measured_unit = JX_STR("次"),
                                 .comparator = JX_COMPARE_AT_LEAST,
                                 .method = "step",
                                 .method_label = {"按差距扣分", "by steps"}},
                  "3", "7", NULL, NULL);
    jx_sample_score(sample, JX_SCORED, jx_sample_number("7", "1"), "0.00");
    jx_sample_lose_steps(sample, "1.80", jx_sample_fraction("1.8", "1"), "3", "0.6");
    jx_sample_lose_steps(sample, "1.20", jx_sample_fraction("3", "1"), "5", "0.6");
    jx_lost *cut = &sample->losses[sample->card.loss_count - 1];
    cut->cut = true;
    cut->asked = jx_sample_decimal("3.00");
}

static void add_undone(jx_sample *sample)
{
    jx_sample_row(sample,
                  (jx_table_row){.id = JX_STR("model-zone"),
                                 .name = JX_STR("示范区挂牌"),
                                 .category = JX_SAMPLE_OUTPUT,
                                 .target = JX_STR("是"),
                                 .comparator = JX_COMPARE_EQUAL,
                                 .method = "threshold",
                                 .method_label = {"达标计分", "all or nothing"}},
                  "7", "否", NULL, NULL);
    jx_sample_score(sample, JX_SCORED, jx_sample_yes_no(0), "0.00");
    jx_sample_lose(sample, &jx_sample_not_met_code, "7.00", jx_sample_fraction("7", "1"));
    jx_sample_row(sample,
                  (jx_table_row){.id = JX_STR("training"),
                                 .name = JX_STR("培训人次"),
                                 .category = JX_SAMPLE_OUTPUT,
                                 .target = JX_STR("500"),
                                 .unit = JX_STR("人次"),
                                 .measured_unit = JX_STR("人次"),
                                 .comparator = JX_COMPARE_AT_LEAST,
                                 .method = "proportion",
                                 .method_label = {"按比例计分", "in proportion"}},
                  "10", NULL, NULL, "培训由市级统一组织，数据待核");
    jx_sample_score(sample, JX_MISSING, (jx_figure){.kind = JX_FIGURE_NONE}, "0.00");
    jx_sample_lose(sample, &jx_sample_missing_code, "10.00", jx_sample_fraction("10", "1"))
        ->source = (jx_str)JX_STR("host");
}

static void add_survey(jx_sample *sample)
{
    jx_sample_row(sample,
                  (jx_table_row){.id = JX_STR("survey"),
                                 .name = JX_STR("服务企业满意度"),
                                 .category = JX_SAMPLE_BENEFIT,
                                 .scored_by = JX_BY_RULE,
                                 .target = JX_STR("95%"),
                                 .unit = JX_STR("%"),
                                 .measured_unit = JX_STR("%"),
                                 .comparator = JX_COMPARE_AT_LEAST,
                                 .method = "proportion",
                                 .method_label = {"按比例计分", "in proportion"},
                                 .levels = jx_sample_levels,
                                 .level_count = 5},
                  "60", "非常满意:120, 较为满意:60, 满意:45, 基本满意:30, 不满意:15", NULL, NULL);
    jx_sample_score(sample, JX_SCORED, jx_sample_number("250", "3"), "52.63");
    jx_sample_lose(sample, &jx_sample_partly_code, "7.37", jx_sample_fraction("7", "0.95"))
        ->figures[0] = jx_sample_fraction("25000", "285");
}

void jx_sample_incomplete(jx_sample *sample)
{
    jx_sample_start(sample, "industry-chain-2024", "产业链工作经费项目");
    sample->observations.project = (jx_str)JX_STR("industry-chain-2024/示例县A");
    sample->observations.instance = (jx_str)JX_STR("示例县A");
    jx_sample_plugin(sample, "cost", 'a');
    jx_sample_plugin(sample, "output", 'b');
    jx_sample_plugin(sample, "benefit", 'c');
    add_cost(sample, "不适用");
    jx_sample_score(sample, JX_NOT_APPLICABLE, (jx_figure){.kind = JX_FIGURE_NONE}, "0");
    add_cut(sample);
    add_undone(sample);
    add_survey(sample);
    sample->table.category_count = 3;
    jx_sample_total(sample, JX_MISSING, "52.63", "65.79");
    sample->card.rescaled = true;
    sample->card.rescaled_from = jx_sample_decimal("80");
}

// ------------------------------------------------------------------------------------------------ others

void jx_sample_faulty(jx_sample *sample)
{
    jx_sample_start(sample, "clean-hengyang-2024", "清廉衡阳建设工作经费项目");
    jx_sample_plugin(sample, "output", 'b');
    add_cost(sample, "101%");
    jx_sample_score(sample, JX_SCORED, jx_sample_number("101", "1"), "0.00");
    jx_sample_lose(sample, &jx_sample_not_met_code, "20.00", jx_sample_fraction("20", "1"));
    add_outputs(sample);
    jx_outcome *outcome = jx_sample_outcome(sample);
    jx_sample_cell(sample, sample->rows[3].slot, "2024至2025年");
    *outcome = (jx_outcome){.state = JX_FAULTY,
                            .first_loss = sample->card.loss_count,
                            .error = "conf/actuals/sample.csv:5: clean-hengyang-2024: "
                                     "execution-timeliness: 应为日期，实为“2024至2025年”"};
    sample->table.category_count = 2;
    sample->card.state = JX_FAULTY;
    sample->card.error = outcome->error;
    sample->card.error_count = 1;
}

static void add_hostile_rows(jx_sample *sample)
{
    jx_sample_row(
        sample,
        (jx_table_row){.id = JX_STR("escape"),
                       .name = JX_STR("清屏\x1b[2J|<b>粗</b>\r*星*_下划_ `码` \\ & \"引\""),
                       .category = JX_SAMPLE_OUTPUT,
                       .target = JX_STR("=cmd|' /C calc'!A1"),
                       .unit = JX_STR("<i>"),
                       .comparator = JX_COMPARE_EQUAL,
                       .method = "threshold",
                       .method_label = {"达标计分", "all or nothing"}},
        "62.5", "+1\n\"2\",3\x9b",
        "@\xe2\x80\xae"
        "abc",
        "-1\tTab");
    jx_sample_score(sample, JX_SCORED, jx_sample_yes_no(1), "62.5");
    jx_sample_row(
        sample,
        (jx_table_row){
            .id = JX_STR("long"),
            .name =
                JX_STR("一个名称特别长的指标，它在表格里要分成好几行才放得下，"
                       "而且每一行都要和别的列对齐（包括AVeryLongEnglishWordThatCannotBeBroken）"),
            .category = JX_SAMPLE_BENEFIT,
            .target = JX_STR("2024-01-01..2024-12-31（含）以内全部完成并通过验收"),
            .comparator = JX_COMPARE_EQUAL,
            .method = "threshold",
            .method_label = {"达标计分", "all or nothing"}},
        "37.5", "x", NULL, NULL);
    jx_sample_score(sample, JX_SCORED, jx_sample_date(FIRST_OF_2024, LAST_OF_2024), "12.345");
    jx_sample_lose(sample, &jx_sample_not_met_code, "25.155", jx_sample_fraction("25.155", "1"));
}

void jx_sample_hostile(jx_sample *sample)
{
    jx_sample_start(sample, "hostile", "项目\x1b]0;标题\x07\n第二行 # 1. <script>");
    sample->table.places = 3;
    sample->table.year = 0;
    sample->table.path = "conf/\xff.ini";
    sample->observations.project = (jx_str)JX_STR("=1+1,\"x\"\r\n\x7f");
    sample->observations.instance = sample->observations.project;
    add_hostile_rows(sample);
    sample->table.category_count = 3;
    jx_sample_total(sample, JX_SCORED, "74.845", "74.845");
    sample->card.grade = &sample->grades[2];
}

static void add_scripts(jx_sample *sample)
{
    sample->scripts[0] =
        (jx_table_script){JX_STR("late_start.lua"), "scripts/late_start.lua", {""}};
    sample->scripts[1] = (jx_table_script){JX_STR("veto.lua"), "conf/veto.lua", {""}};
    memset(sample->scripts[0].digest.text, '1', JX_DIGEST_TEXT - 1);
    memset(sample->scripts[1].digest.text, '2', JX_DIGEST_TEXT - 1);
    sample->table.scripts = sample->scripts;
    sample->table.script_count = 2;
    sample->remarks[0] =
        (jx_remark){0, JX_STR("late_start.lua"), {"开工晚了2个月", "2 months late"}};
    sample->remarks[1] =
        (jx_remark){JX_OF_NO_ROW, JX_STR("veto.lua"), {"见*审计*报告", "see *the* audit"}};
    sample->card.remarks = sample->remarks;
    sample->card.remark_count = JX_SAMPLE_REMARKS;
}

static void add_own_loss(jx_sample *sample, const jx_loss_code *code, const char *points)
{
    sample->losses[sample->card.loss_count++] = (jx_lost){
        .code = code,
        .source = JX_STR("veto.lua"),
        .points = jx_sample_decimal(points),
        .exact = jx_sample_fraction(points, "1"),
    };
    sample->card.own_loss_count++;
}

void jx_sample_scripted(jx_sample *sample)
{
    static const jx_loss_code veto = {"veto", {NULL}, {"一票否决：{target}", "a veto: {target}"}};
    static const jx_loss_code fine = {"fine", {NULL}, {"罚扣", "a fine"}};
    jx_sample_scored(sample);
    add_scripts(sample);
    sample->losses[0].source = (jx_str)JX_STR("late_start.lua");
    sample->card.first_own_loss = sample->card.loss_count;
    add_own_loss(sample, &veto, "37.24");
    add_own_loss(sample, &fine, "60.00");
    sample->losses[sample->card.loss_count - 1].cut = true;
    sample->losses[sample->card.loss_count - 1].asked = jx_sample_decimal("75.5");
    sample->card.total = jx_sample_decimal("0");
    sample->card.grade = &sample->grades[3];
}

void jx_sample_unreadable(jx_sample *sample)
{
    jx_sample_scored(sample);
    sample->observations.cells = NULL;
    sample->card.outcomes = NULL;
    sample->card.losses = NULL;
    sample->card.loss_count = 0;
    sample->card.grade = NULL;
    sample->card.state = JX_FAULTY;
    sample->card.error = "conf/actuals/sample.csv:9: 行中缺少列，应有8列，实有3列";
}

void jx_sample_unknown(jx_sample *sample)
{
    jx_sample_unreadable(sample);
    sample->card.table = NULL;
    sample->observations.project = (jx_str)JX_STR("nobody/knows");
    sample->card.error = "conf/actuals/sample.csv:10: 没有项目“nobody”";
}
