// SPDX-License-Identifier: MIT
// Words beside keys: categories by their labels, sections completed, projects by words alone, and their digests.
#include "batch/identity.h"
#include "report/report.h"
#include "rule/step_units.h"
#include "support/jx_rows.h"
#include "support/score_fixture.h"
#include "wording/categories.h"
#include "wording/complete.h"
#include "wording/section.h"

// -------------------------------------------------------------------------------------------- categories

static const struct category_row {
    const char *name;
    const char *first;
    const char *second;
    const char *category; // "": none
    const char *subcategory;
} categories[] = {
    {"finds a label", "产出指标", "数量指标", "output", "quantity"},
    {"finds a label without its ending", "产出", "质量", "output", "quality"},
    {"finds a label with points behind it", "产出指标（50分）", "时效指标", "output", "timeliness"},
    {"finds costs among the outputs", "产出指标", "成本指标", "output", "cost"},
    {"finds costs by themselves", "成本指标", "经济成本指标", "cost", "economic"},
    {"finds social costs", "成本指标", "社会成本指标", "cost", "social"},
    {"finds ecological costs", "成本指标", "生态环境成本指标", "cost", "ecological"},
    {"finds benefits", "效益指标", "社会效益指标", "benefit", "social"},
    {"finds effects for benefits", "效果指标", "可持续发展指标", "benefit", "sustainable"},
    {"finds satisfaction", "满意度指标", "服务对象满意度指标", "satisfaction", "service"},
    {"finds satisfaction of anybody", "满意度", "公众满意度", "satisfaction", "service"},
    {"finds the execution of the budget", "预算执行率", "", "budget", ""},
    {"finds a plugin's name", "output", "quantity", "output", "quantity"},
    {"finds a category by its subcategory", "", "数量指标", "output", "quantity"},
    {"finds a category by a subcategory under another head", "绩效指标", "生态效益指标", "benefit",
     "ecological"},
    {"finds nothing in nothing", "", "", "", ""},
    {"finds nothing in other words", "管理", "制度", "", ""},
    {"leaves an unknown subcategory out", "产出指标", "其他", "output", ""},
};

static void finds_category(void **state)
{
    const struct category_row *row = *state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    const jx_registered *found =
        jx_category_find(fixture.registry, jx_str_of(row->first), jx_str_of(row->second));
    assert_string_equal(found == NULL ? "" : found->plugin->name, row->category);
    if (found != NULL) {
        const jx_subcategory *second =
            jx_category_find_second(found->plugin, jx_str_of(row->second));
        assert_string_equal(second == NULL ? "" : second->name, row->subcategory);
    }
    jx_score_end(&fixture);
}

// ------------------------------------------------------------------------------------------------- keys

static const struct agreement_row {
    const char *name;
    const char *a;
    const char *b;
    bool agree;
} agreements[] = {
    {"takes a number for itself", "30", "30", true},
    {"takes a number with zeros for itself", "30", "30.00", true},
    {"tells numbers apart", "30", "31", false},
    {"takes a wide number for a narrow one", "３０", "30", true},
    {"takes ≥ for >=", "≥", ">=", true},
    {"takes ≤ for <=", "≤", "<=", true},
    {"tells comparators apart", "≥", "<=", false},
    {"lets blanks be", "优:10, 良:8", "优:10,良:8", true},
    {"tells words apart", "满意", "基本满意", false},
};

static void agrees(void **state)
{
    const struct agreement_row *row = *state;
    assert_int_equal(jx_key_agrees(jx_str_of(row->a), jx_str_of(row->b)), row->agree);
}

static const struct step_row {
    const char *name;
    const char *rule;
    const char *unit;  // "": none
    const char *table; // a table's unit
    bool differs;
} steps[] = {
    {"finds a count", "每少一家，扣0.4分", "家", "户", false},
    {"finds percent", "每下降1%，扣0.08分", "%", "百分点", false},
    {"finds percentage points", "每低1个百分点扣1分", "个百分点", "家", true},
    {"finds months", "每延迟一个月扣1分", "个月", "天", false},
    {"finds working days", "每延迟1个工作日扣1分", "个工作日", "个", true},
    {"finds money", "每超1万元扣1分", "万元", "元", false},
    {"tells money from a rate", "每超1万元扣1分", "万元", "%", true},
    {"finds a place", "每落后一名扣1分", "名", "名次", false},
    {"tells a count from a place", "每少1家扣1分", "家", "名次", true},
    {"finds a number of several digits", "每少100人次扣0.5分", "人次", "个", false},
    {"says nothing of units that it does not know", "每少1公里扣1分", "公里", "个", false},
    {"does not look behind the clause", "每次检查，达到30个得10分", "", "%", false},
    {"does not take the points lost for a step", "每发现问题扣2分", "", "个", false},
    {"finds nothing without 每", "达到30个得10分", "", "%", false},
};

static void finds_step(void **state)
{
    const struct step_row *row = *state;
    jx_said_unit step;
    jx_said_unit table;
    jx_arena *arena = jx_arena_new();
    const jx_vocabulary *vocabulary = jx_vocabulary_new(arena);
    assert_non_null(vocabulary);
    assert_true(jx_said_unit_of_steps(vocabulary, arena, jx_str_of(row->rule), &step));
    assert_true(jx_said_unit_of(vocabulary, arena, jx_str_of(row->table), &table));
    jx_expect_text(step.words, row->unit);
    assert_int_equal(jx_said_units_differ(&table, &step), row->differs);
    jx_arena_free(arena);
}

// ----------------------------------------------------------------------------------------- words alone

#define HEAD                                                                                       \
  "[project]\nid = a\nname = a\nyear = 2024\nfull = 12\n[indicator it]\ncategory = output\nname = 新增企业\nunit = 个\n"
#define RULE "rule = 新增企业30个及以上，计12分；每少一家，扣0.4分\n"

static const struct words_row {
    const char *name;
    const char *text;
    const char *by;    // method, rule or default; NULL where there is a fault
    const char *fault; // a part of it
} words[] = {
    {"scores by words where there is no method", HEAD "weight = 12\n" RULE, "rule", NULL},
    {"takes the weight of the words", HEAD RULE, "rule", NULL},
    {"scores by the method where there is one",
     HEAD "weight = 12\ntarget = 30\nmethod = threshold\n" RULE, "method", NULL},
    {"scores by the default where there is neither", HEAD "weight = 12\ntarget = 30\n", "default",
     NULL},
    {"takes a key that agrees",
     HEAD "weight = 12\ntarget = 30\ndeduct = 0.40\ncomparator = ≥\n" RULE, "rule", NULL},
    {"refuses a key that says otherwise", HEAD "weight = 12\ndeduct = 0.8\n" RULE, NULL,
     "the key deduct states \"0.8\", the wording reads \"0.4\""},
    {"refuses an unclear wording", HEAD "weight = 12\nrule = 视情况酌情给分\n", NULL,
     "the wording is unclear: "},
    {"refuses a weight that the words deny", HEAD "weight = 10\n" RULE, NULL,
     "the wording is unclear: "},
};

static void complete(jx_score_fixture *fixture, const char *text)
{
    jx_error err = JX_ERROR(JX_EN);
    const jx_project *whole = NULL;
    jx_score_read_text(fixture, text);
    const jx_vocabulary *vocabulary = jx_vocabulary_new(fixture->arena);
    assert_int_equal(
        jx_project_complete(vocabulary, fixture->arena, fixture->project, &whole, &err), JX_OK);
    jx_evaluator_free(fixture->evaluator);
    jx_plan_free(fixture->plan);
    fixture->evaluator = NULL;
    fixture->plan = NULL;
    jx_faults_init(&fixture->faults, JX_EN);
    (void)jx_plan_build(fixture->arena, whole, &fixture->sources, &fixture->faults, &fixture->plan);
}

static void scores_by(void **state)
{
    static const char *const names[] = {"method", "rule", "default"};
    const struct words_row *row = *state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    complete(&fixture, row->text);
    if (row->by == NULL) {
        assert_null(fixture.plan);
        assert_in_range(fixture.faults.count, 1, 2); // weights that do not sum are told as well
        if (strstr(fixture.faults.shown[0].text, row->fault) == NULL) {
            fail_msg("%s", fixture.faults.shown[0].text);
        }
    } else if (fixture.plan == NULL) {
        fail_msg("%s", fixture.faults.shown[0].text);
    } else {
        assert_string_equal(names[fixture.plan->table.rows[0].scored_by], row->by);
    }
    jx_score_end(&fixture);
}

// A plan by words is another where the words are read otherwise, though the file is the same.
static void digests(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    jx_identity was;
    jx_identity is;
    jx_error err = JX_ERROR(JX_EN);
    jx_score_begin(&fixture, NULL);
    complete(&fixture, HEAD "weight = 12\n" RULE);
    assert_non_null(fixture.plan);
    assert_int_equal(strlen(fixture.plan->table.wordings.text), JX_DIGEST_TEXT - 1);
    jx_report report = {.reporter = jx_reporter_find("csv", JX_FOR_BATCH)};
    const jx_batch batch = {.plans = &fixture.plan, .plan_count = 1, .report = &report};
    const jx_digest read = jx_identity_of_plans(&batch);
    assert_int_equal(jx_identity_find(&batch, &was, &err), JX_OK);
    fixture.plan->table.wordings = jx_digest_of((jx_str)JX_STR("deduct = 0.5"));
    const jx_digest otherwise = jx_identity_of_plans(&batch);
    assert_string_not_equal(read.text, otherwise.text);
    assert_int_equal(jx_identity_find(&batch, &is, &err), JX_OK);
    assert_string_not_equal(was.digests[JX_IDENTITY_PROJECTS].text,
                            is.digests[JX_IDENTITY_PROJECTS].text);
    jx_score_end(&fixture);
}

static void has_no_digest(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NULL);
    complete(&fixture, HEAD "weight = 12\ntarget = 30\nmethod = threshold\n" RULE);
    assert_non_null(fixture.plan);
    assert_string_equal(fixture.plan->table.wordings.text, "");
    jx_score_end(&fixture);
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, categories, finds_category);
    JX_ROWS(&all, agreements, agrees);
    JX_ROWS(&all, steps, finds_step);
    JX_ROWS(&all, words, scores_by);
    jx_rows_add_one(&all, "digests what the words were read as", digests, NULL);
    jx_rows_add_one(&all, "has no digest where no words were read", has_no_digest, NULL);
    return jx_rows_run(&all, "wording");
}
