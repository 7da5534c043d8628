// SPDX-License-Identifier: MIT
// What a plan makes of a sound project file, and how it reports many faults at once.
#include "base/text.h"
#include "support/fault_rows.h"
#include "support/jx_rows.h"
#include "support/score_fixture.h"

#include <stdio.h>

// -------------------------------------------------------------------------------------- forms of actuals

static const struct form_row {
    const char *name;
    const char *keys; // see jx_score_one
    bool whole;
    const char *minimum; // NULL: none
    const char *maximum;
} forms[] = {
    {"firms are whole and not below 0", "unit = 家\ntarget = 1\n", true, "0", NULL},
    {"people are whole and not below 0", "unit = 人\ntarget = 1\n", true, "0", NULL},
    {"times are whole and not below 0", "unit = 次\ntarget = 1\n", true, "0", NULL},
    {"households are whole and not below 0", "unit = 户\ntarget = 1\n", true, "0", NULL},
    {"items are whole and not below 0", "unit = 项\ntarget = 1\n", true, "0", NULL},
    {"names are whole and not below 0", "unit = 名\ntarget = 1\n", true, "0", NULL},
    {"person-times are whole and not below 0", "unit = 人次\ntarget = 1\n", true, "0", NULL},
    {"places are whole and not below 1", "unit = 名次\ntarget = 1\n", true, "1", NULL},
    {"rankings are whole and not below 1", "unit = 排名\ntarget = 1\n", true, "1", NULL},
    {"yuan are neither", "unit = 元\ntarget = 1\n", false, NULL, NULL},
    {"percentages are neither", "unit = %\ntarget = 1\n", false, NULL, NULL},
    {"万人 are neither", "unit = 万人\ntarget = 1\n", false, NULL, NULL},
    {"no unit is neither", "target = 1\n", false, NULL, NULL},
    {"a unit need not be counted", "unit = 家\nwhole = no\ntarget = 1\n", false, "0", NULL},
    {"a number can be counted", "whole = 是\ntarget = 1\n", true, NULL, NULL},
    {"bounds that are stated", "minimum = -5\nmaximum = 9.5\ntarget = 1\n", false, "-5", "9.5"},
    {"a minimum goes before that of the unit", "unit = 名次\nminimum = 3\ntarget = 5\n", true, "3",
     NULL},
    {"yes or no has no bounds", "unit = 项\nmeasure = done\n", false, NULL, NULL},
    {"a date has no bounds", "unit = 次\nmeasure = date\ntarget = 2024\n", false, NULL, NULL},
};

static void expect_bound(const jx_bound *bound, const char *expected)
{
    assert_int_equal(bound->given, expected != NULL);
    if (expected != NULL) {
        jx_score_expect_number(bound->at, expected);
    }
}

static void test_form(void **state)
{
    const struct form_row *row = *state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, jx_score_one(&fixture, row->keys));
    assert_non_null(fixture.plan);
    const jx_cell_form *form = &fixture.plan->indicators[0].form;
    assert_int_equal(form->whole, row->whole);
    expect_bound(&form->minimum, row->minimum);
    expect_bound(&form->maximum, row->maximum);
    jx_score_end(&fixture);
}

// ------------------------------------------------------------------------------------ rows of the table

static const struct row_row {
    const char *name;
    const char *keys;
    const char *measure;
    const char *method;
    jx_scored_by scored_by;
    uint32_t comparator;
    const char *target;
    const char *measured_unit;
    const char *compared;
} rows[] = {
    {"a value", "unit = 个\ntarget = 30\n", "value", "proportion", JX_BY_DEFAULT,
     JX_COMPARE_AT_LEAST, "30", "个", ""},
    {"a cost", "category = cost\nunit = 元\ntarget = 30\n", "value", "proportion", JX_BY_DEFAULT,
     JX_COMPARE_AT_MOST, "30", "元", ""},
    {"a benefit", "category = benefit\ntarget = 30\nmethod = threshold\n", "value", "threshold",
     JX_BY_METHOD, JX_COMPARE_AT_LEAST, "30", "", ""},
    {"a target with its unit", "unit = 个\ntarget = 30个\n", "value", "proportion", JX_BY_DEFAULT,
     JX_COMPARE_AT_LEAST, "30个", "个", ""},
    {"a growth is in percent", "unit = 元\nmeasure = growth\ntarget = 5%\n", "growth", "proportion",
     JX_BY_DEFAULT, JX_COMPARE_AT_LEAST, "5%", "%", ""},
    {"a ratio is in percent", "unit = 元\nmeasure = ratio\ntarget = 5\n", "ratio", "proportion",
     JX_BY_DEFAULT, JX_COMPARE_AT_LEAST, "5", "%", ""},
    {"done is to be done", "measure = done\nunit = 项\n", "done", "threshold", JX_BY_DEFAULT,
     JX_COMPARE_EQUAL, "是", "", ""},
    {"done of costs is compared by =", "category = cost\nmeasure = done\n", "done", "threshold",
     JX_BY_DEFAULT, JX_COMPARE_EQUAL, "是", "", ""},
    {"a date is compared by =", "measure = date\ntarget = 2024\n", "date", "threshold",
     JX_BY_DEFAULT, JX_COMPARE_EQUAL, "2024", "", ""},
    {"a date as it is stated", "measure = date\ntarget = 2024\ncomparator = <=\n", "date",
     "threshold", JX_BY_DEFAULT, JX_COMPARE_AT_MOST, "2024", "", ""},
    {"a level", "measure = level\nlevels = 好, 差\ntarget = 好\n", "level", "threshold",
     JX_BY_DEFAULT, JX_COMPARE_AT_LEAST, "好", "", ""},
    {"levels are measured as levels", "method = levels\nlevels = 好:10, 差:0\n", "level", "levels",
     JX_BY_METHOD, JX_COMPARE_NONE, "", "", ""},
    {"grades are measured as levels", "method = judged\njudged = 好:100-80, 差:80-0\n", "level",
     "judged", JX_BY_METHOD, JX_COMPARE_NONE, "", "", ""},
    {"bands compare with nothing", "unit = %\nmethod = bands\nbands = else:5\n", "value", "bands",
     JX_BY_METHOD, JX_COMPARE_NONE, "", "%", ""},
    {"a survey of shares", "category = satisfaction\nmeasure = survey\ntarget = 90\n", "survey",
     "proportion", JX_BY_DEFAULT, JX_COMPARE_AT_LEAST, "90", "%", ""},
    {"a survey of shares against a level",
     "category = satisfaction\nmeasure = survey\ntarget = 满意\n", "survey", "proportion",
     JX_BY_DEFAULT, JX_COMPARE_AT_LEAST, "满意", "%", "100"},
    {"a survey of levels",
     "category = satisfaction\nmeasure = survey\nsurvey = level\ntarget = 满意\n", "survey",
     "threshold", JX_BY_DEFAULT, JX_COMPARE_AT_LEAST, "满意", "", ""},
    {"the budget", "category = budget\nunit = 元\n", "ratio", "proportion", JX_BY_DEFAULT,
     JX_COMPARE_AT_LEAST, "100", "%", ""},
    {"a rule beside its method", "target = 1\nrule = 每少一家扣1分\nmethod = step\ndeduct = 1\n",
     "value", "step", JX_BY_METHOD, JX_COMPARE_AT_LEAST, "1", "", ""},
};

static void test_row(void **state)
{
    const struct row_row *expected = *state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, jx_score_one(&fixture, expected->keys));
    assert_non_null(fixture.plan);
    const jx_table_row *row = &fixture.plan->table.rows[0];
    assert_string_equal(row->measure, expected->measure);
    assert_string_equal(row->method, expected->method);
    assert_int_equal(row->scored_by, expected->scored_by);
    assert_int_equal(row->comparator, expected->comparator);
    jx_expect_text(row->target, expected->target);
    jx_expect_text(row->measured_unit, expected->measured_unit);
    jx_expect_text(row->compared, expected->compared);
    jx_score_end(&fixture);
}

// ------------------------------------------------------------------------------------------ the whole

static const char whole[] = "[project]\n"
                            "id = demo-2024\n"
                            "name = 示例 ; 项目\n"
                            "year = 2024\n"
                            "goal = 壮大\n"
                            "full = 20\n"
                            "rounding = half_even\n"
                            "places = 1\n"
                            "not_applicable = rescale\n"
                            "department = 某局\n"
                            "contact = 某人\n"
                            "[grades]\n"
                            "好 = 75.5\n"
                            "差 = 0\n"
                            "[indicator firms]\n"
                            "category = output\n"
                            "subcategory = quantity\n"
                            "name = 企业\n"
                            "value = 30\n"
                            "content = 30个及以上\n"
                            "rule = 每少一家扣1分\n"
                            "kind = ≥\n"
                            "remark = 12 分\n"
                            "unit = 个\n"
                            "target = 30\n"
                            "weight = 12.5\n"
                            "method = step\n"
                            "deduct = 1\n"
                            "[indicator oddity]\n"
                            "category = odd\n"
                            "name = 怪\n"
                            "target = 1\n"
                            "weight = 2.5\n"
                            "[indicator more]\n"
                            "category = output\n"
                            "name = 更多\n"
                            "target = 1\n"
                            "weight = 5\n";

static void test_table(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, JX_FAULT_PLUGINS);
    jx_score_read_text(&fixture, whole);
    assert_non_null(fixture.plan);
    const jx_table *table = &fixture.plan->table;
    jx_expect_text(table->id, "demo-2024");
    jx_expect_text(table->name, "示例 ; 项目");
    jx_expect_text(table->goal, "壮大");
    assert_int_equal(table->year, 2024);
    assert_int_equal(table->places, 1);
    assert_int_equal(table->rounding, JX_ROUND_HALF_EVEN);
    assert_true(table->rescale);
    jx_score_expect_number(table->full, "20");
    assert_int_equal(table->printed_count, 2);
    jx_expect_text(table->printed[0].text, "某局");
    assert_string_equal(table->printed[1].label.zh, "联系人");
    assert_int_equal(table->grade_count, 2);
    jx_expect_text(table->grades[0].name, "好");
    jx_score_expect_number(table->grades[0].least, "75.5");
    assert_int_equal(table->category_count, 2);
    jx_expect_text(table->categories[0].name, "output");
    assert_string_equal(table->categories[1].label.zh, "怪指标");
    jx_expect_text(table->type, "project-expenditure");
    assert_int_equal(table->plugin_count, 3);
    jx_expect_text(table->plugins[0].name, "project-expenditure");
    assert_int_equal(table->plugins[0].kind, JX_PLUGIN_PROJECT_TYPE);
    jx_expect_text(table->plugins[2].version, "1.0");
    jx_score_end(&fixture);
}

static void test_rows(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, JX_FAULT_PLUGINS);
    jx_score_read_text(&fixture, whole);
    assert_non_null(fixture.plan);
    const jx_table_row *row = fixture.plan->table.rows;
    jx_expect_text(row->id, "firms");
    jx_expect_text(row->subcategory, "quantity");
    assert_string_equal(row->subcategory_label.zh, "数量指标");
    jx_expect_text(row->name, "企业");
    jx_expect_text(row->value, "30");
    jx_expect_text(row->content, "30个及以上");
    jx_expect_text(row->rule, "每少一家扣1分");
    jx_expect_text(row->kind, "≥");
    jx_expect_text(row->remark, "12 分");
    jx_score_expect_number(row->weight, "12.5");
    assert_int_equal(row->line, 15);
    assert_int_equal(row[1].category, 1);
    assert_int_equal(row[2].category, 0);
    jx_expect_text(row[2].subcategory, "");
    jx_score_end(&fixture);
}

static void test_sheet(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, JX_FAULT_PLUGINS);
    jx_score_read_text(&fixture, whole);
    assert_non_null(fixture.plan);
    const jx_sheet *sheet = &fixture.plan->sheet;
    jx_expect_text(sheet->project, "demo-2024");
    assert_int_equal(sheet->row_count, 4);
    assert_int_equal(sheet->rows[0].first, 0);
    assert_int_equal(sheet->rows[1].first, JX_SLOT_INPUTS);
    assert_int_equal(sheet->rows[1].input_count, 2);
    jx_expect_text(sheet->rows[1].inputs[0], "visits");
    jx_expect_text(sheet->rows[1].inputs[1], "bonus");
    assert_int_equal(sheet->rows[2].first, 2 * JX_SLOT_INPUTS + 2);
    assert_int_equal(sheet->rows[3].first, 3 * JX_SLOT_INPUTS + 2);
    jx_expect_text(sheet->rows[3].id, "");
    assert_int_equal(sheet->slot_count, 4 * JX_SLOT_INPUTS + 2);
    assert_int_equal(fixture.plan->input_count, 2);
    assert_int_equal(fixture.plan->level_count, 2);
    for (size_t i = 0; i < fixture.plan->count; i++) {
        assert_int_equal(fixture.plan->table.rows[i].slot, sheet->rows[i].first);
    }
    jx_score_end(&fixture);
}

static void test_defaults(void **state)
{
    (void)state;
    static const char *const names[] = {"优", "良", "中", "差"};
    static const char *const least[] = {"90", "80", "60", "0"};
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, jx_score_one(&fixture, "target = 1\n"));
    assert_non_null(fixture.plan);
    const jx_table *table = &fixture.plan->table;
    assert_int_equal(table->places, 2);
    assert_int_equal(table->rounding, JX_ROUND_HALF_UP);
    assert_false(table->rescale);
    assert_int_equal(table->year, 0);
    jx_expect_text(table->goal, "");
    assert_int_equal(table->grade_count, 4);
    for (size_t i = 0; i < 4; i++) {
        jx_expect_text(table->grades[i].name, names[i]);
        jx_score_expect_number(table->grades[i].least, least[i]);
    }
    jx_score_end(&fixture);
}

// ------------------------------------------------------------------------------------------ many faults

static void test_many_faults(void **state)
{
    (void)state;
    enum { INDICATORS = 30 };
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_text text = jx_text_in(fixture.arena);
    jx_text_put(&text, "[project]\nid = demo\nname = 示例\nfull = 30\n");
    for (uint64_t i = 0; i < INDICATORS; i++) {
        jx_text_put(&text, "[indicator it-");
        jx_text_add_number(&text, i);
        jx_text_put(&text, "]\ncategory = output\nname = 指标\nweight = 1\ntarget = 若干\n");
    }
    jx_text_add_char(&text, '\0');
    jx_score_read_text(&fixture, jx_text_str(&text).data);
    assert_null(fixture.plan);
    assert_int_equal(fixture.faults.count, INDICATORS);
    assert_int_equal(fixture.faults.status, JX_ECONFIG);
    for (uint32_t i = 0; i < JX_FAULTS_SHOWN; i++) {
        assert_int_equal(fixture.faults.shown[i].message, JX_MESSAGE_TARGET_NUMBER);
        assert_int_equal(fixture.faults.shown[i].line, 9 + 5 * i);
    }
    jx_score_end(&fixture);
}

static void test_faults_of_every_kind(void **state)
{
    (void)state;
    static const char text[] = "[project]\n"
                               "id = Demo\n" // 2
                               "name = 示例\n"
                               "full = 10\n"
                               "plcaes = 2\n"  // 5
                               "places = -1\n" // 6
                               "[grades]\n"    // 7
                               "优 = 90\n"
                               "[indicator a]\n"     // 9
                               "category = outptu\n" // 10
                               "[indicator b]\n"     // 11: name
                               "category = output\n"
                               "subcategory = no\n" // 13
                               "weight = 5\n"
                               "measure = guess\n" // 15
                               "method = guess\n"  // 16
                               "[indicator c]\n"
                               "category = output\n"
                               "name = 丙\n"
                               "weight = -1\n"   // 20
                               "target = 若干\n" // 21
                               "method = step\n"
                               "deduct = x\n"  // 23
                               "pass = 60%\n"; // 24
    static const uint32_t lines[] = {2, 5, 6, 7, 10, 11, 13, 15, 16, 20, 21, 23, 24};
    enum { COUNT = sizeof lines / sizeof lines[0] };
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    jx_score_read_text(&fixture, text);
    assert_null(fixture.plan);
    for (size_t i = 0; i < COUNT; i++) {
        size_t found = 0;
        for (size_t k = 0; k < fixture.faults.count; k++) {
            found += fixture.faults.shown[k].line == lines[i] ? 1 : 0;
        }
        if (found != 1) {
            fail_msg("expected one fault of line %u, found %zu", lines[i], found);
        }
    }
    assert_int_equal(fixture.faults.count, COUNT);
    jx_score_end(&fixture);
}

// The instance that was made before the fault is destroyed with the plan that never was.
static void test_instances_of_a_faulty_plan(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, JX_FAULT_PLUGINS);
    jx_score_read_text(&fixture, PROJECT
                       "[indicator a]\ncategory = odd\nname = 甲\nweight = 5\ntarget = 1\n"
                       "[indicator b]\ncategory = odd\nname = 乙\nweight = 6\ntarget = 1\n");
    assert_null(fixture.plan);
    assert_int_equal(fixture.faults.count, 1);
    assert_int_equal(fixture.faults.shown[0].message, JX_MESSAGE_WEIGHTS_SUM);
    jx_score_end(&fixture);
}

static void test_free_of_no_plan(void **state)
{
    (void)state;
    jx_plan_free(NULL);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, forms, test_form);
    JX_ROWS(&all, rows, test_row);
    jx_rows_add_one(&all, "fills the table", test_table, NULL);
    jx_rows_add_one(&all, "fills its rows", test_rows, NULL);
    jx_rows_add_one(&all, "lays out the sheet", test_sheet, NULL);
    jx_rows_add_one(&all, "has defaults for what is not stated", test_defaults, NULL);
    jx_rows_add_one(&all, "counts more faults than it shows", test_many_faults, NULL);
    jx_rows_add_one(&all, "finds faults of every kind in one run", test_faults_of_every_kind, NULL);
    jx_rows_add_one(&all, "destroys the instances of a faulty plan",
                    test_instances_of_a_faulty_plan, NULL);
    jx_rows_add_one(&all, "frees no plan", test_free_of_no_plan, NULL);
    return jx_rows_run(&all, "plan");
}
