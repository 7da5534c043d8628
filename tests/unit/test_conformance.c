// SPDX-License-Identifier: MIT
#include "support/jx_conformance.h"

// A plugin without fault, to be broken in one place by each row.
typedef struct parts {
    jx_subcategory subcategories[2];
    jx_field fields[3];
    jx_field inputs[2];
    jx_field measure_fields[1];
    jx_field measure_inputs[1];
    jx_measure measures[2];
    jx_default defaults[2];
    jx_loss_code loss_codes[2];
    jx_plugin plugin;
} parts;

static int32_t prepare(const jx_host *host,
                       const jx_indicator *indicator,
                       uint32_t *ret_kind,
                       jx_figure *ret_target)
{
    (void)host;
    (void)indicator;
    (void)ret_target;
    *ret_kind = JX_FIGURE_NUMBER;
    return JX_OK;
}

static int32_t find(const jx_host *host, const jx_job *job, jx_figure *ret)
{
    (void)host;
    *ret = job->actual;
    return JX_OK;
}

static int32_t create(const jx_host *host, const jx_indicator *indicator, void **ret)
{
    (void)host;
    (void)indicator;
    *ret = NULL;
    return JX_OK;
}

static void destroy(void *instance)
{
    (void)instance;
}

static const parts sound = {
    .subcategories = {{"some", {"某些", "some"}}, {"other-2", {"其他", "others"}}},
    .fields = {{.type = JX_FIELD_INTEGER,
                .key = "grace",
                .fallback = "0",
                .minimum = "0",
                .maximum = "12",
                .says = {"宽限", "grace"}},
               {.type = JX_FIELD_CHOICE,
                .key = "part_2",
                .choices = "exact|up",
                .fallback = "up",
                .says = {"部分", "parts"}},
               {.type = JX_FIELD_POINTS,
                .key = "consolation",
                .fallback = "10%",
                .minimum = "0",
                .maximum = "5",
                .says = {"安慰分", "points for trying"}}},
    .inputs = {{.type = JX_FIELD_INTEGER,
                .flags = JX_FIELD_REQUIRED,
                .key = "visits",
                .says = {"走访", "visits"}},
               {.type = JX_FIELD_LEVEL, .key = "rating", .says = {"评级", "the rating"}}},
    .measure_fields = {{.type = JX_FIELD_BOOLEAN,
                        .key = "as_level",
                        .fallback = "no",
                        .says = {"按等次", "as a level"}}},
    .measure_inputs = {{.type = JX_FIELD_DECIMAL, .key = "adjustment", .says = {"调整", "more"}}},
    .measures = {{.name = "share",
                  .actual = JX_ACTUAL_RATE,
                  .figures = JX_KIND_BIT(JX_FIGURE_NUMBER) | JX_KIND_BIT(JX_FIGURE_LEVEL),
                  .unit = "%",
                  .says = {"比例", "the share"},
                  .prepare = prepare,
                  .find = find},
                 {.name = "plain",
                  .actual = JX_ACTUAL_COUNTS,
                  .figures = JX_KIND_BIT(JX_FIGURE_DATE),
                  .says = {"原值", "the value"},
                  .find = find}},
    .defaults = {{"comparator", "≥"}, {"levels", "好, 差"}},
    .loss_codes = {{"short_of",
                    {"gap", "steps_taken"},
                    {"少{gap}{unit}，{gap}，{target}", "{gap} {unit} short of {target}"}},
                   {"late_2", {NULL}, {"迟了", "late"}}},
    .plugin = {.struct_size = sizeof(jx_plugin),
               .kind = JX_PLUGIN_CATEGORY,
               .name = "sound-1",
               .version = "1.0~rc1+2",
               .label = {"好指标", "Good ones"},
               .says = {"什么都有", "everything"},
               .standard_measures = "value level",
               .standard_methods = " step  zero_1 ",
               .create = create,
               .destroy = destroy},
};

// Sets what points inside, which a copy cannot keep.
static void join(parts *p)
{
    p->measures[0].fields = (jx_list)JX_LIST(p->measure_fields);
    p->measures[0].inputs = (jx_list)JX_LIST(p->measure_inputs);
    p->plugin.subcategories = (jx_list)JX_LIST(p->subcategories);
    p->plugin.measures = (jx_list)JX_LIST(p->measures);
    p->plugin.defaults = (jx_list)JX_LIST(p->defaults);
    p->plugin.fields = (jx_list)JX_LIST(p->fields);
    p->plugin.inputs = (jx_list)JX_LIST(p->inputs);
    p->plugin.loss_codes = (jx_list)JX_LIST(p->loss_codes);
}

// ------------------------------------------------------------------------------------------ to be broken

static const jx_type_grade some_grades[] = {{"合格", "60"}, {"不合格", "0"}};
static const jx_share some_shares[] = {{.category = "output"}};

#define CHANGE(function, statement)                                                                \
  static void function(parts *p)                                                                   \
  {                                                                                                \
    statement;                                                                                     \
  }

CHANGE(unknown_kind, p->plugin.kind = 3)
CHANGE(category_with_grades, p->plugin.grades = (jx_list)JX_LIST(some_grades))
CHANGE(category_with_shares, p->plugin.shares = (jx_list)JX_LIST(some_shares))
CHANGE(category_with_project_defaults, p->plugin.project_defaults = p->plugin.defaults)
CHANGE(category_with_indicator_defaults, p->plugin.indicator_defaults = p->plugin.defaults)
CHANGE(category_with_type_flags, p->plugin.type_flags = JX_TYPE_USUAL)
CHANGE(category_with_reserved, p->plugin.reserved = 1)
CHANGE(list_without_rows, p->plugin.fields.rows = NULL)
CHANGE(list_with_narrow_rows, p->plugin.inputs.stride = sizeof(jx_field) - sizeof(void *))
CHANGE(list_with_odd_rows, p->plugin.loss_codes.stride = sizeof(jx_loss_code) + 4)
CHANGE(list_with_wide_rows, p->plugin.defaults.stride = 1 << 20)
CHANGE(list_without_end, p->plugin.subcategories.count = 2000)
CHANGE(measures_without_rows, p->plugin.measures.rows = NULL)
CHANGE(list_of_measure_without_rows, p->measures[0].inputs.rows = NULL)
CHANGE(no_name, p->plugin.name = NULL)
CHANGE(empty_name, p->plugin.name = "")
CHANGE(upper_name, p->plugin.name = "Cost")
CHANGE(chinese_name, p->plugin.name = "成本")
CHANGE(underscored_name, p->plugin.name = "a_b")
CHANGE(long_name, p->plugin.name = "a234567890123456789012345678901234567890")
CHANGE(no_version, p->plugin.version = NULL)
CHANGE(blank_version, p->plugin.version = "1 0")
CHANGE(chinese_version, p->plugin.version = "一")
CHANGE(long_version, p->plugin.version = "1234567890123456789012345678901234567890")
CHANGE(no_label, p->plugin.label.zh = NULL)
CHANGE(empty_words, p->plugin.says.en = "")
CHANGE(two_lines, p->plugin.says.zh = "一\n二")
CHANGE(latin1_words, p->subcategories[1].label.en = "caf\xe9")
CHANGE(no_words_of_measure, p->measures[1].says.zh = NULL)
CHANGE(empty_unit, p->measures[1].unit = "")
CHANGE(no_words_of_field, p->fields[2].says.en = NULL)
CHANGE(no_words_of_measure_field, p->measure_inputs[0].says.en = NULL)
CHANGE(no_words_of_code, p->loss_codes[1].says.zh = "")
CHANGE(bad_subcategory, p->subcategories[0].name = "some_one")
CHANGE(subcategory_twice, p->subcategories[1].name = "some")
CHANGE(no_type, p->fields[0].type = 0)
CHANGE(unknown_type, p->measure_fields[0].type = 10)
CHANGE(unknown_flag, p->inputs[0].flags = 3)
CHANGE(no_key, p->fields[0].key = NULL)
CHANGE(hyphened_key, p->fields[0].key = "per-day")
CHANGE(key_twice, p->fields[2].key = "grace")
CHANGE(key_of_host, p->fields[0].key = "weight")
CHANGE(key_of_host_in_measure, p->measure_fields[0].key = "target")
CHANGE(key_of_plugin_in_measure, p->measure_fields[0].key = "grace")
CHANGE(column_twice, p->inputs[1].key = "visits")
CHANGE(column_of_host, p->inputs[0].key = "baseline")
CHANGE(column_of_cases, p->inputs[0].key = "points")
CHANGE(column_of_indicators, p->inputs[0].key = "indicator")
CHANGE(column_of_plugin_in_measure, p->measure_inputs[0].key = "visits")
CHANGE(choices_of_number, p->fields[0].choices = "a|b")
CHANGE(choice_without_choices, p->fields[1].choices = NULL)
CHANGE(empty_choices, p->fields[1].choices = "")
CHANGE(empty_choice, p->fields[1].choices = "exact||up")
CHANGE(open_choice, p->fields[1].choices = "exact|up|")
CHANGE(choice_twice, p->fields[1].choices = "exact|up|exact")
CHANGE(choice_with_blank, p->fields[1].choices = "exact | up")
CHANGE(minimum_of_choice, p->fields[1].minimum = "0")
CHANGE(maximum_of_level, p->inputs[1].maximum = "3")
CHANGE(worded_minimum, p->fields[0].minimum = "none")
CHANGE(worded_maximum, p->fields[0].maximum = "12%")
CHANGE(crossed_bounds, p->fields[0].minimum = "12.5")
CHANGE(fallback_of_required, p->inputs[0].fallback = "1")
CHANGE(worded_fallback, p->fields[0].fallback = "some")
CHANGE(fallback_below, p->fields[0].fallback = "-1")
CHANGE(fallback_above, p->fields[2].fallback = "5.5")
CHANGE(bad_share, p->fields[2].fallback = "x%")
CHANGE(fallback_of_no_choice, p->fields[1].fallback = "down")
CHANGE(empty_fallback, p->fields[0].fallback = "")
CHANGE(bad_fallback_in_measure, p->measure_fields[0].fallback = "maybe")
CHANGE(no_measure_name, p->measures[0].name = NULL)
CHANGE(hyphened_measure, p->measures[0].name = "per-head")
CHANGE(measure_twice, p->measures[1].name = "share")
CHANGE(no_actual, p->measures[0].actual = 0)
CHANGE(unknown_actual, p->measures[0].actual = 8)
CHANGE(no_figures, p->measures[1].figures = 0)
CHANGE(figure_none, p->measures[1].figures = JX_KIND_BIT(JX_FIGURE_NONE))
CHANGE(unknown_figure, p->measures[1].figures = JX_KIND_BIT(5))
CHANGE(no_find, p->measures[1].find = NULL)
CHANGE(no_prepare, p->measures[0].prepare = NULL)
CHANGE(commas, p->plugin.standard_measures = "value,level")
CHANGE(named_twice, p->plugin.standard_methods = "step bands step")
CHANGE(long_standard, p->plugin.standard_methods = "a234567890123456789012345678901234567890")
CHANGE(no_default_key, p->defaults[0].key = NULL)
CHANGE(unknown_default, p->defaults[0].key = "weight")
CHANGE(default_twice, p->defaults[1].key = "comparator")
CHANGE(empty_default, p->defaults[1].value = "")
CHANGE(default_without_value, p->defaults[1].value = NULL)
CHANGE(impossible_default, p->defaults[0].value = "=>")
CHANGE(no_code, p->loss_codes[0].code = NULL)
CHANGE(blank_code, p->loss_codes[0].code = "short of")
CHANGE(code_twice, p->loss_codes[1].code = "short_of")
CHANGE(upper_figure, p->loss_codes[0].figures[0] = "Gap")
CHANGE(empty_figure, p->loss_codes[0].figures[1] = "")
CHANGE(figure_with_digit, p->loss_codes[0].figures[0] = "gap2")
CHANGE(figure_twice, p->loss_codes[0].figures[1] = "gap")
CHANGE(figure_behind_end, p->loss_codes[1].figures[2] = "gap")
CHANGE(figure_of_host, p->loss_codes[0].figures[1] = "target")
CHANGE(unknown_placeholder, p->loss_codes[1].says.zh = "迟了{days}天")
CHANGE(placeholder_of_other_code, p->loss_codes[1].says.en = "{gap} late")
CHANGE(placeholder_in_one_language, p->loss_codes[0].says.en = "{gap} short of {target}")
CHANGE(open_brace, p->loss_codes[0].says.en = "{gap} {unit} short of {target")
CHANGE(empty_braces, p->loss_codes[1].says.en = "late {}")
CHANGE(destroy_alone, p->plugin.create = NULL)

static const struct breach {
    const char *name;
    void (*change)(parts *p);
    const char *rule;
    const char *found;
} breaches[] = {
    {"refuses an unknown kind", unknown_kind, "kind", "kind = 3"},
    {"refuses grades of a category", category_with_grades, "members", "grades.count = 2"},
    {"refuses shares of a category", category_with_shares, "members", "shares.count = 1"},
    {"refuses defaults of projects of a category", category_with_project_defaults, "members",
     "project_defaults.count = 2"},
    {"refuses defaults of a type of a category", category_with_indicator_defaults, "members",
     "indicator_defaults.count = 2"},
    {"refuses flags of a type of a category", category_with_type_flags, "members",
     "type_flags = 2"},
    {"refuses what is reserved", category_with_reserved, "members", "reserved = 1"},
    {"refuses a list that counts rows it has not", list_without_rows, "lists",
     "fields = {NULL, 3, 64}"},
    {"refuses rows that are too narrow", list_with_narrow_rows, "lists", "inputs = {rows, 2, 56}"},
    {"refuses rows that end inside a member", list_with_odd_rows, "lists",
     "loss_codes = {rows, 2, 60}"},
    {"refuses rows that are too wide", list_with_wide_rows, "lists",
     "defaults = {rows, 2, 1048576}"},
    {"refuses a list without end", list_without_end, "lists", "subcategories = {rows, 2000, 24}"},
    {"refuses measures that are counted only", measures_without_rows, "lists",
     "measures = {NULL, 2, 88}"},
    {"refuses a measure's list that counts rows it has not", list_of_measure_without_rows, "lists",
     "measures[0].inputs = {NULL, 1, 64}"},
    {"refuses no name", no_name, "name", "name = NULL"},
    {"refuses an empty name", empty_name, "name", "name = \"\""},
    {"refuses capitals in a name", upper_name, "name", "name = \"Cost\""},
    {"refuses a Chinese name", chinese_name, "name", "name = \"成本\""},
    {"refuses an underscore in a name", underscored_name, "name", "name = \"a_b\""},
    {"refuses a name of 40 bytes", long_name, "name",
     "name = \"a234567890123456789012345678901234567890\""},
    {"refuses no version", no_version, "version", "version = NULL"},
    {"refuses a blank in a version", blank_version, "version", "version = \"1 0\""},
    {"refuses a Chinese version", chinese_version, "version", "version = \"一\""},
    {"refuses a version of 40 bytes", long_version, "version",
     "version = \"1234567890123456789012345678901234567890\""},
    {"refuses a label in one language", no_label, "words", "label.zh = NULL"},
    {"refuses empty words", empty_words, "words", "says.en = \"\""},
    {"refuses words on two lines", two_lines, "words", "says.zh = \"一\\x0a二\""},
    {"refuses words that are not UTF-8", latin1_words, "words",
     "subcategories[1].label.en = \"caf\\xe9\""},
    {"refuses a measure without words", no_words_of_measure, "words", "measures[1].says.zh = NULL"},
    {"refuses an empty unit", empty_unit, "words", "measures[1].unit = \"\""},
    {"refuses a parameter without words", no_words_of_field, "words", "fields[2].says.en = NULL"},
    {"refuses a measure's input without words", no_words_of_measure_field, "words",
     "measures[0].inputs[0].says.en = NULL"},
    {"refuses a loss code without words", no_words_of_code, "words",
     "loss_codes[1].says.zh = \"\""},
    {"refuses a subcategory's name of another form", bad_subcategory, "subcategories",
     "subcategories[0].name = \"some_one\""},
    {"refuses a subcategory named twice", subcategory_twice, "subcategories",
     "subcategories[1].name = \"some\""},
    {"refuses a field without type", no_type, "field-types", "fields[0].type = 0"},
    {"refuses an unknown type", unknown_type, "field-types", "measures[0].fields[0].type = 10"},
    {"refuses an unknown flag", unknown_flag, "field-types", "inputs[0].flags = 3"},
    {"refuses a field without key", no_key, "field-keys", "fields[0].key = NULL"},
    {"refuses a hyphen in a key", hyphened_key, "field-keys", "fields[0].key = \"per-day\""},
    {"refuses a key given twice", key_twice, "field-keys", "fields[2].key = \"grace\""},
    {"refuses a key of the host", key_of_host, "field-keys", "fields[0].key = \"weight\""},
    {"refuses a key of the host in a measure", key_of_host_in_measure, "field-keys",
     "measures[0].fields[0].key = \"target\""},
    {"refuses a key of the plugin in its measure", key_of_plugin_in_measure, "field-keys",
     "measures[0].fields[0].key = \"grace\""},
    {"refuses a column given twice", column_twice, "field-keys", "inputs[1].key = \"visits\""},
    {"refuses a column of cases", column_of_cases, "field-keys", "inputs[0].key = \"points\""},
    {"refuses a column of what rows are about", column_of_indicators, "field-keys",
     "inputs[0].key = \"indicator\""},
    {"refuses a column of the host", column_of_host, "field-keys", "inputs[0].key = \"baseline\""},
    {"refuses a column of the plugin in its measure", column_of_plugin_in_measure, "field-keys",
     "measures[0].inputs[0].key = \"visits\""},
    {"refuses choices of a number", choices_of_number, "field-choices",
     "fields[0].choices = \"a|b\""},
    {"refuses a choice without choices", choice_without_choices, "field-choices",
     "fields[1].choices = NULL"},
    {"refuses empty choices", empty_choices, "field-choices", "fields[1].choices = \"\""},
    {"refuses an empty choice", empty_choice, "field-choices", "fields[1].choices = \"exact||up\""},
    {"refuses an empty choice at the end", open_choice, "field-choices",
     "fields[1].choices = \"exact|up|\""},
    {"refuses a choice given twice", choice_twice, "field-choices",
     "fields[1].choices = \"exact|up|exact\""},
    {"refuses blanks around choices", choice_with_blank, "field-choices",
     "fields[1].choices = \"exact | up\""},
    {"refuses a minimum of words", minimum_of_choice, "field-bounds", "fields[1].minimum = \"0\""},
    {"refuses a maximum of levels", maximum_of_level, "field-bounds", "inputs[1].maximum = \"3\""},
    {"refuses a minimum that is no decimal", worded_minimum, "field-bounds",
     "fields[0].minimum = \"none\""},
    {"refuses a maximum that is no decimal", worded_maximum, "field-bounds",
     "fields[0].maximum = \"12%\""},
    {"refuses a minimum above the maximum", crossed_bounds, "field-bounds",
     "fields[0].maximum = \"12\""},
    {"refuses a fallback of what is required", fallback_of_required, "field-fallbacks",
     "inputs[0].fallback = \"1\""},
    {"refuses a fallback of another type", worded_fallback, "field-fallbacks",
     "fields[0].fallback = \"some\""},
    {"refuses a fallback below the minimum", fallback_below, "field-fallbacks",
     "fields[0].fallback = \"-1\""},
    {"refuses a fallback above the maximum", fallback_above, "field-fallbacks",
     "fields[2].fallback = \"5.5\""},
    {"refuses a share that is no number", bad_share, "field-fallbacks",
     "fields[2].fallback = \"x%\""},
    {"refuses a fallback that is no choice", fallback_of_no_choice, "field-fallbacks",
     "fields[1].fallback = \"down\""},
    {"refuses an empty fallback", empty_fallback, "field-fallbacks", "fields[0].fallback = \"\""},
    {"refuses a fallback of another type in a measure", bad_fallback_in_measure, "field-fallbacks",
     "measures[0].fields[0].fallback = \"maybe\""},
    {"refuses a measure without name", no_measure_name, "measures", "measures[0].name = NULL"},
    {"refuses a hyphen in a measure's name", hyphened_measure, "measures",
     "measures[0].name = \"per-head\""},
    {"refuses a measure named twice", measure_twice, "measures", "measures[1].name = \"share\""},
    {"refuses a measure without actual", no_actual, "measures", "measures[0].actual = 0"},
    {"refuses an unknown actual", unknown_actual, "measures", "measures[0].actual = 8"},
    {"refuses a measure without figures", no_figures, "measures", "measures[1].figures = 0"},
    {"refuses a measure that finds nothing", figure_none, "measures", "measures[1].figures = 1"},
    {"refuses an unknown figure", unknown_figure, "measures", "measures[1].figures = 32"},
    {"refuses a measure that cannot find", no_find, "measures", "measures[1].find = NULL"},
    {"refuses several figures that nobody prepares", no_prepare, "measures",
     "measures[0].prepare = NULL"},
    {"refuses commas between standard measures", commas, "standard",
     "standard_measures = \"value,level\""},
    {"refuses a standard method named twice", named_twice, "standard",
     "standard_methods = \"step bands step\""},
    {"refuses a standard method of 40 bytes", long_standard, "standard",
     "standard_methods = \"a234567890123456789012345678901234567890\""},
    {"refuses a default without key", no_default_key, "defaults", "defaults[0].key = NULL"},
    {"refuses a default of another key", unknown_default, "defaults",
     "defaults[0].key = \"weight\""},
    {"refuses a default given twice", default_twice, "defaults",
     "defaults[1].key = \"comparator\""},
    {"refuses an empty default", empty_default, "defaults", "defaults[1].value = \"\""},
    {"refuses a default without value", default_without_value, "defaults",
     "defaults[1].value = NULL"},
    {"refuses a default that the key cannot have", impossible_default, "defaults",
     "defaults[0].value = \"=>\""},
    {"refuses a loss without code", no_code, "loss-codes", "loss_codes[0].code = NULL"},
    {"refuses a blank in a code", blank_code, "loss-codes", "loss_codes[0].code = \"short of\""},
    {"refuses a code given twice", code_twice, "loss-codes", "loss_codes[1].code = \"short_of\""},
    {"refuses capitals in a figure's name", upper_figure, "loss-codes",
     "loss_codes[0].figures = \"Gap\""},
    {"refuses an empty name of a figure", empty_figure, "loss-codes",
     "loss_codes[0].figures = \"\""},
    {"refuses a digit in a figure's name", figure_with_digit, "loss-codes",
     "loss_codes[0].figures = \"gap2\""},
    {"refuses a figure named twice", figure_twice, "loss-codes", "loss_codes[0].figures = \"gap\""},
    {"refuses a figure behind a gap", figure_behind_end, "loss-codes",
     "loss_codes[1].figures = \"gap\""},
    {"refuses a figure named as a common one", figure_of_host, "loss-codes",
     "loss_codes[0].figures = \"target\""},
    {"refuses an unknown placeholder", unknown_placeholder, "placeholders",
     "loss_codes[1].says.zh = \"迟了{days}天\""},
    {"refuses a placeholder of another code", placeholder_of_other_code, "placeholders",
     "loss_codes[1].says.en = \"{gap} late\""},
    {"refuses a placeholder in one language only", placeholder_in_one_language, "placeholders",
     "loss_codes[0].says.en = \"{gap} short of {target}\""},
    {"refuses a brace left open", open_brace, "placeholders",
     "loss_codes[0].says.en = \"{gap} {unit} short of {target\""},
    {"refuses empty braces", empty_braces, "placeholders", "loss_codes[1].says.en = \"late {}\""},
    {"refuses destroy without create", destroy_alone, "instance", "create = NULL"},
};

static void refuses(void **state)
{
    const struct breach *row = *state;
    parts p = sound;
    join(&p);
    row->change(&p);
    jx_expect_refused(&p.plugin, row->rule, row->found);
}

// -------------------------------------------------------------------------------------- to stay sound

CHANGE(nothing, (void)p)
CHANGE(no_lists,
       p->plugin.subcategories = p->plugin.measures = p->plugin.defaults = p->plugin.fields =
           p->plugin.inputs = p->plugin.loss_codes = (jx_list){0})
CHANGE(no_functions, p->plugin.create = NULL; p->plugin.destroy = NULL)
CHANGE(create_alone, p->plugin.destroy = NULL)
CHANGE(all_standard, p->plugin.standard_measures = p->plugin.standard_methods = NULL)
CHANGE(no_standard, p->plugin.standard_methods = "")
CHANGE(name_of_39, p->plugin.name = "a23456789012345678901234567890123456789")
CHANGE(same_bounds, p->fields[0].minimum = p->fields[0].maximum = "0")
CHANGE(fallback_at_maximum, p->fields[0].fallback = "12")
CHANGE(share_beyond_bounds, p->fields[2].fallback = "90%")
CHANGE(level_fallback, p->inputs[1].fallback = "好")
CHANGE(keys_of_two_measures, p->measures[1].fields = p->measures[0].fields)
CHANGE(key_as_column, p->inputs[1].key = "grace")
CHANGE(closing_brace, p->loss_codes[1].says.en = "late }")
CHANGE(repeated_placeholder, p->loss_codes[0].says.zh = "{target}{gap}{unit}{gap}{gap}")

static const struct keeping {
    const char *name;
    void (*change)(parts *p);
} keepings[] = {
    {"accepts a plugin that has everything", nothing},
    {"accepts a plugin without lists", no_lists},
    {"accepts a plugin without functions", no_functions},
    {"accepts create without destroy", create_alone},
    {"accepts all standard measures and methods", all_standard},
    {"accepts no standard methods", no_standard},
    {"accepts a name of 39 bytes", name_of_39},
    {"accepts bounds that are the same", same_bounds},
    {"accepts a fallback at its maximum", fallback_at_maximum},
    {"leaves shares of an unknown weight to the project file", share_beyond_bounds},
    {"leaves names of levels to the project file", level_fallback},
    {"accepts a key that two measures share", keys_of_two_measures},
    {"accepts a column named as a key", key_as_column},
    {"accepts a closing brace", closing_brace},
    {"accepts a placeholder used more often in one language", repeated_placeholder},
};

static void accepts(void **state)
{
    const struct keeping *row = *state;
    parts p = sound;
    join(&p);
    row->change(&p);
    jx_error err = JX_ERROR(JX_EN);
    const jx_status status = jx_conformance_check(&p.plugin, "x.so", &err);
    assert_string_equal(err.text, "");
    assert_int_equal(status, JX_OK);
}

// ---------------------------------------------------------------------------------------------- rules

static void names_plugin_and_file(void **state)
{
    (void)state;
    parts p = sound;
    join(&p);
    p.plugin.version = "";
    jx_error err = JX_ERROR(JX_EN);
    jx_conformance_check(&p.plugin, "some/x.so", &err);
    assert_int_equal(strncmp(err.text, "some/x.so: plugin \"sound-1\" breaks", 34), 0);
}

// Rules about what only types have are broken by test_conformance_types.c.
static bool is_of_types(const char *rule)
{
    return strcmp(rule, "type-flags") == 0 || strcmp(rule, "shares") == 0 ||
           strcmp(rule, "grades") == 0;
}

static uint32_t bit_of(const char *rule)
{
    for (size_t i = 0; i < jx_conformance_count(); i++) {
        if (strcmp(jx_conformance_at(i)->name, rule) == 0) {
            return 1u << i;
        }
    }
    fail_msg("no rule is called %s", rule);
    abort();
}

static void names_every_rule_that_is_broken(void **state)
{
    (void)state;
    static jx_faults faults;
    const uint32_t all = (uint32_t)(1u << jx_conformance_count()) - 1;
    uint32_t kept = 0;
    parts p = sound;
    join(&p);
    jx_faults_init(&faults, JX_EN);
    assert_int_equal(jx_conformance_check_all(&p.plugin, "x.so", &faults, &kept), JX_OK);
    assert_int_equal(kept, all);

    p.plugin.version = "";
    p.fields[0].minimum = "none";
    p.fields[0].fallback = "some"; // which cannot be told while its bounds are broken
    p.plugin.create = NULL;
    assert_int_equal(jx_conformance_check_all(&p.plugin, "x.so", &faults, &kept), JX_EPLUGIN);
    assert_int_equal(faults.count, 3);
    assert_non_null(strstr(faults.shown[0].text, "breaks the rule version:"));
    assert_non_null(strstr(faults.shown[1].text, "breaks the rule field-bounds:"));
    assert_non_null(strstr(faults.shown[2].text, "breaks the rule instance:"));
    assert_int_equal(kept, all & ~(bit_of("version") | bit_of("field-bounds") |
                                   bit_of("field-fallbacks") | bit_of("instance")));
}

static void looks_at_nothing_where_rows_cannot_be_read(void **state)
{
    (void)state;
    static jx_faults faults;
    uint32_t kept = 0;
    parts p = sound;
    join(&p);
    p.plugin.fields.rows = NULL;
    p.plugin.version = "";
    jx_faults_init(&faults, JX_EN);
    assert_int_equal(jx_conformance_check_all(&p.plugin, "x.so", &faults, &kept), JX_EPLUGIN);
    assert_int_equal(faults.count, 1);
    assert_int_equal(kept, bit_of("kind") | bit_of("members"));
}

static bool is_tried(const char *rule)
{
    for (size_t i = 0; i < sizeof breaches / sizeof breaches[0]; i++) {
        if (strcmp(breaches[i].rule, rule) == 0) {
            return true;
        }
    }
    return false;
}

static void has_rows_for_every_rule(void **state)
{
    (void)state;
    for (size_t i = 0; i < jx_conformance_count(); i++) {
        const jx_conformance_rule *rule = jx_conformance_at(i);
        if (!is_tried(rule->name) && !is_of_types(rule->name)) {
            fail_msg("no row breaks the rule %s", rule->name);
        }
        assert_true(strlen(rule->says.zh) > 0 && strlen(rule->says.en) > 0);
        assert_ptr_equal(jx_find_rule(rule->name), rule);
    }
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, breaches, refuses);
    JX_ROWS(&all, keepings, accepts);
    jx_rows_add_one(&all, "names the plugin and its file", names_plugin_and_file, NULL);
    jx_rows_add_one(&all, "names every rule that is broken", names_every_rule_that_is_broken, NULL);
    jx_rows_add_one(&all, "looks at nothing where rows cannot be read",
                    looks_at_nothing_where_rows_cannot_be_read, NULL);
    jx_rows_add_one(&all, "breaks every rule in some row", has_rows_for_every_rule, NULL);
    return jx_rows_run(&all, "conformance");
}
