// SPDX-License-Identifier: MIT
// The rules of conformance, for types of projects.
#include "support/jx_conformance.h"

// A type of project without fault: it has the plugin's head only, and what types have.
typedef struct type_parts {
    jx_share shares[3];
    jx_type_grade grades[3];
    jx_default project_defaults[4];
    jx_default indicator_defaults[2];
    jx_plugin plugin;
} type_parts;

static const type_parts sound_type = {
    .shares = {{.category = "output",
                .flags = JX_SHARE_REQUIRED,
                .minimum = "40",
                .maximum = "40.5",
                .without = "cost-1"},
               {.category = "output", .subcategories = " some  other-2 "},
               {.category = "cost-1", .minimum = "0", .maximum = "100"}},
    .grades = {{"优", "90.5"}, {"中", "60"}, {"差", "0"}},
    .project_defaults = {{"full", "50"},
                         {"rounding", "down"},
                         {"places", "3"},
                         {"not_applicable", "rescale"}},
    .indicator_defaults = {{"comparator", "<="}, {"method", "step"}},
    .plugin = {.struct_size = sizeof(jx_plugin),
               .kind = JX_PLUGIN_PROJECT_TYPE,
               .name = "sound-1",
               .version = "1.0",
               .label = {"好类型", "A good one"},
               .says = {"什么都有", "everything"},
               .type_flags = JX_TYPE_ADVISES | JX_TYPE_USUAL},
};

static void join_type(type_parts *p)
{
    p->plugin.shares = (jx_list)JX_LIST(p->shares);
    p->plugin.grades = (jx_list)JX_LIST(p->grades);
    p->plugin.project_defaults = (jx_list)JX_LIST(p->project_defaults);
    p->plugin.indicator_defaults = (jx_list)JX_LIST(p->indicator_defaults);
}

static int32_t create(const jx_host *host, const jx_indicator *indicator, void **ret)
{
    (void)host;
    (void)indicator;
    (void)ret;
    return JX_OK;
}

static void destroy(void *instance)
{
    (void)instance;
}

static int32_t lose(const jx_host *host, const jx_job *job)
{
    return host->lose_by_method(job);
}

// A row of what only categories have.
static const jx_subcategory subcategories[] = {{"some", {"某些", "some"}}};
static const jx_measure measures[] = {{.name = "plain"}};
static const jx_field fields[] = {{.type = JX_FIELD_TEXT}};
static const jx_default defaults[] = {{"unit", "个"}};
static const jx_loss_code loss_codes[] = {{.code = "late"}};

// ------------------------------------------------------------------------------- types, to be broken

#define CHANGE(function, statement)                                                                \
  static void function(type_parts *p)                                                              \
  {                                                                                                \
    statement;                                                                                     \
  }

CHANGE(type_with_subcategories, p->plugin.subcategories = (jx_list)JX_LIST(subcategories))
CHANGE(type_with_measures, p->plugin.measures = (jx_list)JX_LIST(measures))
CHANGE(type_with_defaults, p->plugin.defaults = (jx_list)JX_LIST(defaults))
CHANGE(type_with_fields, p->plugin.fields = (jx_list)JX_LIST(fields))
CHANGE(type_with_inputs, p->plugin.inputs = (jx_list)JX_LIST(fields))
CHANGE(type_with_codes, p->plugin.loss_codes = (jx_list)JX_LIST(loss_codes))
CHANGE(type_with_standard_measures, p->plugin.standard_measures = "value")
CHANGE(type_with_standard_methods, p->plugin.standard_methods = "")
CHANGE(type_with_create, p->plugin.create = create)
CHANGE(type_with_destroy, p->plugin.destroy = destroy)
CHANGE(type_with_lose, p->plugin.lose = lose)
CHANGE(type_with_reserved, p->plugin.reserved = 7)
CHANGE(shares_without_rows, p->plugin.shares.rows = NULL)
CHANGE(grades_without_rows, p->plugin.grades.rows = NULL)
CHANGE(project_defaults_without_rows, p->plugin.project_defaults.rows = NULL)
CHANGE(indicator_defaults_without_rows, p->plugin.indicator_defaults.rows = NULL)
CHANGE(type_name, p->plugin.name = "a_b")
CHANGE(type_without_words, p->plugin.says.zh = NULL)
CHANGE(project_default_of_indicators, p->project_defaults[0].key = "unit")
CHANGE(project_default_id, p->project_defaults[0].key = "id")
CHANGE(project_default_twice, p->project_defaults[1] = p->project_defaults[0])
CHANGE(impossible_project_default, p->project_defaults[1].value = "up")
CHANGE(indicator_default_of_projects, p->indicator_defaults[1].key = "places")
CHANGE(indicator_default_twice, p->indicator_defaults[1] = p->indicator_defaults[0])
CHANGE(impossible_indicator_default, p->indicator_defaults[0].value = "=>")
CHANGE(unknown_type_flag, p->plugin.type_flags = 4)
CHANGE(share_of_nothing, p->shares[1].category = NULL)
CHANGE(share_of_bad_name, p->shares[1].category = "Output")
CHANGE(share_without_bad_name, p->shares[0].without = "a b")
CHANGE(share_without_itself, p->shares[0].without = "output")
CHANGE(share_flag, p->shares[0].flags = 2)
CHANGE(share_reserved, p->shares[1].reserved = 1)
CHANGE(share_minimum_in_words, p->shares[0].minimum = "some")
CHANGE(share_minimum_below, p->shares[0].minimum = "-1")
CHANGE(share_maximum_above, p->shares[0].maximum = "100.01")
CHANGE(share_crossed, p->shares[0].maximum = "39.99")
CHANGE(share_crossed_by_nothing, p->shares[0].minimum = "101")
CHANGE(share_names_with_commas, p->shares[1].subcategories = "some, other")
CHANGE(share_names_twice, p->shares[1].subcategories = "some other some")
CHANGE(share_twice, p->shares[2].category = "output")
CHANGE(share_twice_without, p->shares[1].without = "cost-1")
CHANGE(grade_without_name, p->grades[0].name = NULL)
CHANGE(grade_twice, p->grades[1].name = "优")
CHANGE(grade_without_least, p->grades[1].least = NULL)
CHANGE(grade_above, p->grades[0].least = "100.5")
CHANGE(grades_level, p->grades[1].least = "90.50")
CHANGE(grades_end_above, p->grades[2].least = "1")

static const struct breach {
    const char *name;
    void (*change)(type_parts *p);
    const char *rule;
    const char *found;
} breaches[] = {
    {"refuses subcategories of a type", type_with_subcategories, "members",
     "subcategories.count = 1"},
    {"refuses measures of a type", type_with_measures, "members", "measures.count = 1"},
    {"refuses defaults of a category of a type", type_with_defaults, "members",
     "defaults.count = 1"},
    {"refuses parameters of a type", type_with_fields, "members", "fields.count = 1"},
    {"refuses inputs of a type", type_with_inputs, "members", "inputs.count = 1"},
    {"refuses loss codes of a type", type_with_codes, "members", "loss_codes.count = 1"},
    {"refuses standard measures of a type", type_with_standard_measures, "members",
     "standard_measures = set"},
    {"refuses standard methods of a type", type_with_standard_methods, "members",
     "standard_methods = set"},
    {"refuses create of a type", type_with_create, "members", "create = set"},
    {"refuses destroy of a type", type_with_destroy, "members", "destroy = set"},
    {"refuses lose of a type", type_with_lose, "members", "lose = set"},
    {"refuses what is reserved in a type", type_with_reserved, "members", "reserved = 7"},
    {"refuses shares without rows", shares_without_rows, "lists", "shares = {NULL, 3, 48}"},
    {"refuses grades without rows", grades_without_rows, "lists", "grades = {NULL, 3, 16}"},
    {"refuses defaults of projects without rows", project_defaults_without_rows, "lists",
     "project_defaults = {NULL, 4, 16}"},
    {"refuses defaults of indicators without rows", indicator_defaults_without_rows, "lists",
     "indicator_defaults = {NULL, 2, 16}"},
    {"refuses an underscore in a type's name", type_name, "name", "name = \"a_b\""},
    {"refuses a type without words", type_without_words, "words", "says.zh = NULL"},
    {"refuses a key of indicators among those of projects", project_default_of_indicators,
     "defaults", "project_defaults[0].key = \"unit\""},
    {"refuses a default of what every project has of its own", project_default_id, "defaults",
     "project_defaults[0].key = \"id\""},
    {"refuses a project's default given twice", project_default_twice, "defaults",
     "project_defaults[1].key = \"full\""},
    {"refuses a project's default that the key cannot have", impossible_project_default, "defaults",
     "project_defaults[1].value = \"up\""},
    {"refuses a key of projects among those of indicators", indicator_default_of_projects,
     "defaults", "indicator_defaults[1].key = \"places\""},
    {"refuses an indicator's default given twice", indicator_default_twice, "defaults",
     "indicator_defaults[1].key = \"comparator\""},
    {"refuses an indicator's default that the key cannot have", impossible_indicator_default,
     "defaults", "indicator_defaults[0].value = \"=>\""},
    {"refuses an unknown flag of a type", unknown_type_flag, "type-flags", "type_flags = 4"},
    {"refuses a share of no category", share_of_nothing, "shares", "shares[1].category = NULL"},
    {"refuses a share of a category that cannot be", share_of_bad_name, "shares",
     "shares[1].category = \"Output\""},
    {"refuses a share without what cannot be", share_without_bad_name, "shares",
     "shares[0].without = \"a b\""},
    {"refuses a share without its own category", share_without_itself, "shares",
     "shares[0].without = \"output\""},
    {"refuses an unknown flag of a share", share_flag, "shares", "shares[0].flags = 2"},
    {"refuses what is reserved in a share", share_reserved, "shares", "shares[1].reserved = 1"},
    {"refuses a least share in words", share_minimum_in_words, "shares",
     "shares[0].minimum = \"some\""},
    {"refuses a least share below 0", share_minimum_below, "shares", "shares[0].minimum = \"-1\""},
    {"refuses a least share above 100", share_crossed_by_nothing, "shares",
     "shares[0].minimum = \"101\""},
    {"refuses a greatest share above 100", share_maximum_above, "shares",
     "shares[0].maximum = \"100.01\""},
    {"refuses a greatest share below the least", share_crossed, "shares",
     "shares[0].maximum = \"39.99\""},
    {"refuses commas between a share's subcategories", share_names_with_commas, "shares",
     "shares[1].subcategories = \"some, other\""},
    {"refuses a share's subcategory named twice", share_names_twice, "shares",
     "shares[1].subcategories = \"some other some\""},
    {"refuses two shares of one category", share_twice, "shares",
     "shares[2].category = \"output\""},
    {"refuses two shares of one category without the same", share_twice_without, "shares",
     "shares[1].category = \"output\""},
    {"refuses a grade without name", grade_without_name, "grades", "grades[0].name = NULL"},
    {"refuses a grade named twice", grade_twice, "grades", "grades[1].name = \"优\""},
    {"refuses a grade without least total", grade_without_least, "grades",
     "grades[1].least = NULL"},
    {"refuses a grade above 100", grade_above, "grades", "grades[0].least = \"100.5\""},
    {"refuses a grade that is not below the one before", grades_level, "grades",
     "grades[1].least = \"90.50\""},
    {"refuses grades that end above 0", grades_end_above, "grades", "grades[2].least = \"1\""},
};

static void refuses_type(void **state)
{
    const struct breach *row = *state;
    type_parts p = sound_type;
    join_type(&p);
    row->change(&p);
    jx_expect_refused(&p.plugin, row->rule, row->found);
}

CHANGE(nothing_of_type, (void)p)
CHANGE(no_lists_of_type,
       p->plugin.shares = p->plugin.grades = p->plugin.project_defaults =
           p->plugin.indicator_defaults = (jx_list){0})
CHANGE(no_type_flags, p->plugin.type_flags = 0)
CHANGE(only_grade, p->plugin.grades.count = 1; p->grades[0].least = "0")
CHANGE(grade_at_100, p->grades[0].least = "100")
CHANGE(minimum_alone, p->shares[0].maximum = NULL)

static const struct keeping {
    const char *name;
    void (*change)(type_parts *p);
} keepings[] = {
    {"accepts a type that has everything", nothing_of_type},
    {"accepts a type without lists", no_lists_of_type},
    {"accepts a type without flags", no_type_flags},
    {"accepts a single grade", only_grade},
    {"accepts a grade at 100", grade_at_100},
    {"accepts a share with a least value only", minimum_alone},
};

static void accepts_type(void **state)
{
    const struct keeping *row = *state;
    type_parts p = sound_type;
    join_type(&p);
    row->change(&p);
    jx_error err = JX_ERROR(JX_EN);
    const jx_status status = jx_conformance_check(&p.plugin, "x.so", &err);
    assert_string_equal(err.text, "");
    assert_int_equal(status, JX_OK);
}

static void tries_every_rule_of_types(void **state)
{
    static const char *const rules[] = {"members", "type-flags", "shares", "grades"};
    (void)state;
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        size_t tried = 0;
        for (size_t k = 0; k < sizeof breaches / sizeof breaches[0]; k++) {
            tried += strcmp(breaches[k].rule, jx_find_rule(rules[i])->name) == 0 ? 1 : 0;
        }
        assert_true(tried > 0);
    }
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, breaches, refuses_type);
    JX_ROWS(&all, keepings, accepts_type);
    jx_rows_add_one(&all, "breaks every rule of types", tries_every_rule_of_types, NULL);
    return jx_rows_run(&all, "conformance_types");
}
