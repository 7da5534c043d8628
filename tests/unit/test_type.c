// SPDX-License-Identifier: MIT
// What a project's type does to its table: shares, categories and subcategories, defaults, grades.
#include "base/decimal.h"
#include "base/text.h"
#include "read/read_project.h"
#include "support/jx_command.h"
#include "support/jx_rows.h"
#include "support/jx_scratch.h"
#include "support/score_fixture.h"

#define TYPES   JX_TEST_PLUGIN_DIR ":" JX_TEST_BUILD_DIR "/tests/types"
#define USUAL   JX_TEST_BUILD_DIR "/tests/usual:" TYPES
#define NO_TYPE JX_TEST_BUILD_DIR "/tests/plugins"

// A table of full score 100 is five lines of head, then five and what is more of each indicator.
#define HEAD(keys) "[project]\nid = demo\nname = 示例\nfull = 100\n" keys
#define ITEM(id, category, weight, more)                                                           \
  "[indicator " id "]\ncategory = " category "\nname = 指标\ntarget = 1\nweight = " weight "\n" more

#define STRICT   HEAD("type = strict\n")
#define ADVISING HEAD("type = advising\n")
#define UNTYPED  HEAD("\n")
#define BOTH(weight)                                                                               \
  ITEM("a", "output", weight, "subcategory = quantity\n")                                          \
  ITEM("b", "output", "20", "subcategory = quality\n")

// ------------------------------------------------------------------------------ what differs from it

static const struct difference {
    const char *name;
    const char *plugins;
    const char *text;
    const char *faults; // LINE: SENTENCE, a line each; of a plan without faults ""
    const char *findings;
} differences[] = {
    {"a table that fits its type", TYPES,
     STRICT BOTH("20.5") ITEM("c", "benefit", "35", "")
         ITEM("d", "satisfaction", "24.5", "measure = value\n"),
     "", ""},
    {"a table at the bounds of its type", TYPES,
     STRICT BOTH("20") ITEM("c", "benefit", "33.4", "")
         ITEM("d", "satisfaction", "26.6", "measure = value\n"),
     "", ""},
    {"weights just below and just above", TYPES,
     STRICT BOTH("19.9") ITEM("c", "benefit", "29.9", "")
         ITEM("d", "satisfaction", "30.2", "measure = value\n"),
     "6: the weights of output are 39.9% of the full score; the type strict has 40–60.5%\n"
     "18: the weights of benefit are 29.9% of the full score; the type strict has 33.4–100%\n"
     "23: the weights of satisfaction are 30.2% of the full score; the type strict has 0–30%\n",
     ""},
    {"a row without a category that the table has not", TYPES,
     STRICT ITEM("a", "output", "70", "") ITEM("b", "satisfaction", "30", "measure = value\n"), "",
     ""},
    {"a row without a category goes before the other", TYPES,
     STRICT BOTH("40") ITEM("c", "satisfaction", "30", "measure = value\n")
         ITEM("d", "satisfaction", "10", "measure = value\n"),
     "6: the weights of output are 60% of the full score; the type strict has 70%\n"
     "18: the weights of satisfaction are 40% of the full score; the type strict has 0–30%\n",
     ""},
    {"a required category that is missing", TYPES, STRICT BOTH("30") ITEM("c", "benefit", "50", ""),
     "1: there is no indicator of satisfaction, which the type strict must have\n", ""},
    {"a category that the type has not", TYPES,
     STRICT BOTH("20") ITEM("c", "benefit", "35", "")
         ITEM("d", "satisfaction", "15", "measure = value\n") ITEM("e", "cost", "10", ""),
     "29: the type strict has no category cost; it has: output 40–60.5, benefit 33.4–100, "
     "satisfaction 0–30\n",
     ""},
    {"subcategories that are missing", TYPES,
     STRICT ITEM("a", "output", "50", "subcategory = timeliness\n")
         ITEM("c", "benefit", "35", "subcategory = social\n")
             ITEM("d", "satisfaction", "15", "measure = value\n"),
     "6: no indicator of output has the subcategory quantity, which the type strict must have\n"
     "6: no indicator of output has the subcategory quality, which the type strict must have\n",
     ""},
    {"no shares where the weights do not make the full score", TYPES,
     STRICT BOTH("10") ITEM("c", "benefit", "35", ""),
     "4: full: expected weights that sum to the full score 100, found \"65\"\n"
     "1: there is no indicator of satisfaction, which the type strict must have\n",
     ""},
    {"nothing where a category is unknown", TYPES,
     STRICT ITEM("a", "outptu", "50", "") ITEM("c", "benefit", "50", ""),
     "7: category: there is no category \"outptu\"; did you mean \"output\"?\n", ""},
    {"nothing where a weight is missing", TYPES,
     STRICT "[indicator a]\ncategory = benefit\nname = 指标\ntarget = 1\n",
     "6: weight: the required key \"weight\" is missing: the weight: the indicator's full points\n",
     ""},
    {"a type that shares out nothing", TYPES, HEAD("type = open\n") ITEM("a", "benefit", "100", ""),
     "", ""},
    {"findings of a type that advises", TYPES,
     ADVISING ITEM("a", "cost", "10", "") ITEM("b", "output", "50", "")
         ITEM("c", "benefit", "40", ""),
     "",
     "6: warning weights_outside: the weights of cost are 10% of the full score; the type advising "
     "has 20%\n"
     "11: warning weights_outside: the weights of output are 50% of the full score; the type "
     "advising has 33.3–33.4%\n"
     "11: warning subcategory_absent: no indicator of output has the subcategory quantity, which "
     "the type advising must have\n"
     "16: warning category_outside: the type advising has no category benefit; it has: cost 20, "
     "output 33.3–33.4, budget 10–100\n"
     "1: warning category_absent: there is no indicator of budget, which the type advising must "
     "have\n"},
    {"no findings of a table that fits", TYPES,
     ADVISING ITEM("a", "output", "50", "") ITEM("b", "budget", "50", ""), "", ""},
    {"shares that no decimal can write are compared exactly", TYPES,
     "[project]\nid = demo\nname = 示例\nfull = 3\ntype = advising\n" ITEM("a", "cost", "0.6", "")
         ITEM("b", "output", "1", "subcategory = quantity\n") ITEM("c", "budget", "1.4", ""),
     "", ""},
    {"a share that differs in the last place is outside", TYPES,
     "[project]\nid = demo\nname = 示例\nfull = 100000\ntype = advising\n" ITEM(
         "a", "output", "50000.01", "") ITEM("b", "budget", "49999.99", ""),
     "",
     "6: warning weights_outside: the weights of output are 50.00001% of the full score; the type advising has "
     "50%\n"},
    {"one line of the usual type", TYPES,
     UNTYPED ITEM("a", "cost", "20", "") ITEM("b", "output", "35", "")
         ITEM("c", "benefit", "25", "") ITEM("d", "budget", "20", ""),
     "",
     "1: info type_differs: weights in percent of the full score: cost 20, output 35, benefit 25, "
     "budget 20; the type project-expenditure, usual where none is named, has cost 20, output 40, "
     "benefit 20, satisfaction 10, budget 10\n"},
    {"nothing of the usual type with costs", TYPES,
     UNTYPED ITEM("a", "cost", "20", "") ITEM("b", "output", "40", "")
         ITEM("c", "benefit", "20", "") ITEM("d", "satisfaction", "10", "measure = value\n")
             ITEM("e", "budget", "10", ""),
     "", ""},
    {"nothing of the usual type without costs", TYPES,
     UNTYPED ITEM("b", "output", "50", "") ITEM("c", "benefit", "30", "")
         ITEM("d", "satisfaction", "10", "measure = value\n") ITEM("e", "budget", "10", ""),
     "", ""},
    {"the weights of costs where there are none", TYPES,
     UNTYPED ITEM("b", "output", "60", "") ITEM("c", "benefit", "20", "")
         ITEM("d", "satisfaction", "10", "measure = value\n") ITEM("e", "budget", "10", ""),
     "",
     "1: info type_differs: weights in percent of the full score: output 60, benefit 20, "
     "satisfaction 10, budget 10; the type project-expenditure, usual where none is named, has "
     "output 50, benefit 30, satisfaction 10, budget 10\n"},
    {"shares that are rounded for display", TYPES,
     "[project]\nid = demo\nname = 示例\nfull = 3\n" ITEM("a", "output", "1", "")
         ITEM("b", "benefit", "2", ""),
     "",
     "1: info type_differs: weights in percent of the full score: output 33.333333, benefit "
     "66.666667; the type project-expenditure, usual where none is named, has output 50, benefit "
     "30, satisfaction 10, budget 10\n"},
    {"the usual type, named", TYPES,
     HEAD("type = project-expenditure\n") ITEM("a", "output", "90", "")
         ITEM("b", "budget", "10", ""),
     "",
     "6: warning weights_outside: the weights of output are 90% of the full score; the type "
     "project-expenditure has 50%\n"
     "1: warning category_absent: there is no indicator of benefit, which the type "
     "project-expenditure must have\n"
     "1: warning category_absent: there is no indicator of satisfaction, which the type "
     "project-expenditure must have\n"},
    {"a usual type that does not merely advise", USUAL,
     UNTYPED ITEM("a", "output", "50", "") ITEM("b", "satisfaction", "50", "measure = value\n"),
     "6: the weights of output are 50% of the full score; the type annual has 60–100%\n", ""},
    {"no type where no plugin brings one", NO_TYPE, HEAD("\n") ITEM("a", "odd", "100", ""), "", ""},
};

// The message without its file: LINE: SENTENCE.
static void add_message(jx_text *out, const jx_score_fixture *fixture, const jx_error *err)
{
    const size_t path = strlen(fixture->project->path) + 1;
    assert_memory_equal(err->text, fixture->project->path, path - 1);
    jx_text_put(out, err->text + path);
    jx_text_add_char(out, '\n');
}

static void test_difference(void **state)
{
    const struct difference *row = *state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, row->plugins);
    jx_score_read_text(&fixture, row->text);
    jx_text faults = jx_text_in(fixture.arena);
    jx_text findings = jx_text_in(fixture.arena);
    for (size_t i = 0; i < fixture.faults.count; i++) {
        add_message(&faults, &fixture, &fixture.faults.shown[i]);
    }
    jx_text_add_char(&faults, '\0');
    assert_string_equal(jx_text_str(&faults).data, row->faults);
    assert_int_equal(fixture.plan == NULL, row->faults[0] != '\0');
    for (size_t i = 0; fixture.plan != NULL && i < fixture.plan->findings.count; i++) {
        add_message(&findings, &fixture, &fixture.plan->findings.rows[i].said);
    }
    jx_text_add_char(&findings, '\0');
    assert_string_equal(jx_text_str(&findings).data, row->findings);
    jx_score_end(&fixture);
}

// --------------------------------------------------------------------------------- what it settles

static const struct settling {
    const char *name;
    const char *text;
    const char *type;
    const char *full;
    uint32_t places;
    uint32_t rounding;
    bool rescale;
    const char *grades; // NAME LEAST, each
    const char *method; // of the first indicator
    uint32_t comparator;
    const char *unit;
} settlings[] = {
    {"what a type settles where the project file is silent",
     "[project]\nid = demo\nname = 示例\ntype = strict\n" ITEM(
         "a", "output", "80", "subcategory = quantity\n")
         ITEM("b", "output", "20", "subcategory = quality\n") ITEM("c", "benefit", "80", "")
             ITEM("d", "satisfaction", "20", "measure = value\n"),
     "strict", "200", 1, JX_ROUND_DOWN, true, "合格 72.5 不合格 0 ", "threshold",
     JX_COMPARE_AT_LEAST, "户"},
    {"what the project file states goes before its type",
     "[project]\nid = demo\nname = 示例\ntype = strict\nfull = 100\nplaces = 3\nrounding = "
     "half_even\n" ITEM("a",
                        "output",
                        "40",
                        "subcategory = quantity\nmethod = proportion\nunit = "
                        "个\ncomparator = <=\n")
         ITEM("b", "output", "10", "subcategory = quality\n") ITEM("c", "benefit", "35", "")
             ITEM("d", "satisfaction", "15", "measure = value\n") "[grades]\n好 = 50\n坏 = 0\n",
     "strict", "100", 3, JX_ROUND_HALF_EVEN, true, "好 50 坏 0 ", "proportion", JX_COMPARE_AT_MOST,
     "个"},
    {"what the host settles where the type is silent as well",
     HEAD("type = open\n") ITEM("a", "output", "100", ""), "open", "100", 2, JX_ROUND_HALF_UP,
     false, "优 90 良 80 中 60 差 0 ", "proportion", JX_COMPARE_AT_LEAST, ""},
    {"the usual type has the host's grades", UNTYPED ITEM("a", "output", "100", ""),
     "project-expenditure", "100", 2, JX_ROUND_HALF_UP, false, "优 90 良 80 中 60 差 0 ",
     "proportion", JX_COMPARE_AT_LEAST, ""},
    {"a type that is called as a category", HEAD("type = output\n") ITEM("a", "output", "100", ""),
     "output", "100", 2, JX_ROUND_HALF_UP, false, "优 90 良 80 中 60 差 0 ", "proportion",
     JX_COMPARE_AT_LEAST, ""},
};

static void expect_grades(const jx_score_fixture *fixture, const char *expected)
{
    const jx_table *table = &fixture->plan->table;
    jx_text grades = jx_text_in(fixture->arena);
    for (size_t i = 0; i < table->grade_count; i++) {
        char buffer[JX_DECIMAL_TEXT];
        jx_text_add(&grades, table->grades[i].name);
        jx_text_add_char(&grades, ' ');
        jx_text_add(&grades, jx_decimal_format(table->grades[i].least, 0, buffer));
        jx_text_add_char(&grades, ' ');
    }
    jx_expect_text(jx_text_str(&grades), expected);
}

static void test_settling(void **state)
{
    const struct settling *row = *state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, TYPES);
    jx_score_read_text(&fixture, row->text);
    if (fixture.plan == NULL) {
        fail_msg("%s", fixture.faults.shown[0].text);
    }
    const jx_table *table = &fixture.plan->table;
    jx_expect_text(table->type, row->type);
    jx_expect_text(table->plugins[0].name, row->type);
    assert_int_equal(table->plugins[0].kind, JX_PLUGIN_PROJECT_TYPE);
    jx_score_expect_number(table->full, row->full);
    assert_int_equal(table->places, row->places);
    assert_int_equal(table->rounding, row->rounding);
    assert_int_equal(table->rescale, row->rescale);
    expect_grades(&fixture, row->grades);
    assert_string_equal(table->rows[0].method, row->method);
    assert_int_equal(table->rows[0].comparator, row->comparator);
    jx_expect_text(table->rows[0].unit, row->unit);
    jx_score_end(&fixture);
}

static void grades_by_the_type(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, TYPES);
    jx_score_read_text(&fixture, settlings[0].text);
    jx_score_set(&fixture, "a", "actual", (jx_str)JX_STR("1"));
    jx_score_set(&fixture, "b", "actual", (jx_str)JX_STR("0"));
    jx_score_set(&fixture, "c", "actual", (jx_str)JX_STR("1"));
    jx_score_set(&fixture, "d", "actual", (jx_str)JX_STR("0"));
    const jx_scorecard *card = jx_score_run(&fixture);
    jx_score_expect_number(card->total, "160");
    jx_expect_text(card->grade->name, "合格");
    jx_score_end(&fixture);
}

static void has_no_type_without_plugins(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, NO_TYPE);
    jx_score_read_text(&fixture, HEAD("") ITEM("a", "odd", "100", ""));
    assert_non_null(fixture.plan);
    jx_expect_text(fixture.plan->table.type, NULL);
    assert_int_equal(fixture.plan->table.plugin_count, 1);
    jx_score_end(&fixture);
}

// ------------------------------------------------------------------------------- the command's answer

#define FITTING                                                                                    \
  UNTYPED ITEM("b", "output", "50", "") ITEM("c", "benefit", "30", "")                             \
      ITEM("d", "satisfaction", "10", "measure = value\n") ITEM("e", "budget", "10", "")

static const struct checking {
    const char *name;
    const char *first;  // a.ini
    const char *second; // b.ini; NULL: none
    int code;
    const char *says; // how standard error begins; "" where nothing is said
} checkings[] = {
    {"is silent of a table that fits", FITTING, NULL, 0, ""},
    {"informs of a usual type, and is content", UNTYPED ITEM("a", "output", "100", ""), NULL, 0,
     "jixiao: a.ini:1: info type_differs: weights in percent"},
    {"warns of a type that is named",
     ADVISING ITEM("a", "cost", "20", "") ITEM("b", "budget", "80", ""), NULL, 1,
     "jixiao: a.ini:1: warning category_absent: there is no indicator of output"},
    {"faults where the type is strict", STRICT ITEM("a", "output", "100", ""), NULL, 2,
     "jixiao: a.ini:6: the weights of output are 100%"},
    {"faults go before findings", ADVISING ITEM("a", "output", "100", ""),
     "[project]\nid = other\nname = 示例\n" ITEM("a", "output", "1", ""), 2,
     "jixiao: b.ini:1: full: expected weights"},
    {"warns of the second of two", FITTING,
     "[project]\nid = other\nname = 示例\ntype = advising\n" ITEM("a", "output", "100", ""), 1,
     "jixiao: b.ini:5: warning weights_outside: the weights of output are 100%"},
};

static void test_check(void **state)
{
    static jx_ran ran;
    const struct checking *row = *state;
    char path[JX_SCRATCH_PATH];
    char line[JX_SCRATCH_PATH];
    const jx_scratch scratch = jx_scratch_begin("type");
    jx_scratch_write(&scratch, "a.ini", jx_str_of(row->first), path);
    if (row->second != NULL) {
        jx_scratch_write(&scratch, "b.ini", jx_str_of(row->second), path);
    }
    snprintf(line, sizeof line, "check a.ini %s --plugin-path '%s'",
             row->second == NULL ? "" : "b.ini", TYPES);
    jx_command_run(scratch.folder, line, &ran);
    assert_string_equal(ran.out, "");
    assert_int_equal(ran.code, row->code);
    if (row->says[0] == '\0') {
        assert_string_equal(ran.err, "");
    } else if (strncmp(ran.err, row->says, strlen(row->says)) != 0) {
        fail_msg("expected \"%s\", found: %s", row->says, ran.err);
    }
    jx_scratch_end(&scratch);
}

static void speaks_chinese(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    jx_score_begin(&fixture, TYPES);
    fixture.faults.lang = JX_ZH;
    const jx_project *project = NULL;
    jx_plan *plan = NULL;
    char path[JX_SCRATCH_PATH];
    const jx_scratch scratch = jx_scratch_begin("type");
    jx_scratch_write(
        &scratch, "a.ini",
        (jx_str)JX_STR(ADVISING ITEM("a", "cost", "15", "") ITEM("b", "output", "85", "")), path);
    assert_int_equal(jx_read_project(fixture.arena, path, &fixture.faults, &project), JX_OK);
    assert_int_equal(
        jx_plan_build(fixture.arena, project, &fixture.sources, &fixture.faults, &plan), JX_OK);
    assert_int_equal(plan->findings.count, 4);
    assert_non_null(strstr(plan->findings.rows[0].said.text,
                           "a.ini:6: 警告 weights_outside：一级指标 cost "
                           "的权重占满分的15%，类型 advising 应为20%"));
    jx_plan_free(plan);
    jx_scratch_end(&scratch);
    jx_score_end(&fixture);
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, differences, test_difference);
    JX_ROWS(&all, settlings, test_settling);
    jx_rows_add_one(&all, "grades by the type", grades_by_the_type, NULL);
    jx_rows_add_one(&all, "has no type without plugins", has_no_type_without_plugins, NULL);
    JX_ROWS(&all, checkings, test_check);
    jx_rows_add_one(&all, "speaks Chinese", speaks_chinese, NULL);
    return jx_rows_run(&all, "type");
}
