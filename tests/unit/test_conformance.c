// SPDX-License-Identifier: MIT
#include "support/jx_conformance.h"
#include "support/sound_plugin.h"

// ------------------------------------------------------------------------------------------ to be broken

static const jx_type_grade some_grades[] = {{"合格", "60"}, {"不合格", "0"}};
static const jx_share some_shares[] = {{.category = "output"}};

JX_CHANGE(unknown_kind, p->plugin.kind = 3)
JX_CHANGE(category_with_grades, p->plugin.grades = (jx_list)JX_LIST(some_grades))
JX_CHANGE(category_with_shares, p->plugin.shares = (jx_list)JX_LIST(some_shares))
JX_CHANGE(category_with_project_defaults, p->plugin.project_defaults = p->plugin.defaults)
JX_CHANGE(category_with_indicator_defaults, p->plugin.indicator_defaults = p->plugin.defaults)
JX_CHANGE(category_with_type_flags, p->plugin.type_flags = JX_TYPE_USUAL)
JX_CHANGE(category_with_reserved, p->plugin.reserved = 1)
JX_CHANGE(list_without_rows, p->plugin.fields.rows = NULL)
JX_CHANGE(list_with_narrow_rows, p->plugin.inputs.stride = sizeof(jx_field) - sizeof(void *))
JX_CHANGE(list_with_odd_rows, p->plugin.loss_codes.stride = sizeof(jx_loss_code) + 4)
JX_CHANGE(list_with_wide_rows, p->plugin.defaults.stride = 1 << 20)
JX_CHANGE(list_without_end, p->plugin.subcategories.count = 2000)
JX_CHANGE(measures_without_rows, p->plugin.measures.rows = NULL)
JX_CHANGE(list_of_measure_without_rows, p->measures[0].inputs.rows = NULL)
JX_CHANGE(no_name, p->plugin.name = NULL)
JX_CHANGE(empty_name, p->plugin.name = "")
JX_CHANGE(upper_name, p->plugin.name = "Cost")
JX_CHANGE(chinese_name, p->plugin.name = "成本")
JX_CHANGE(underscored_name, p->plugin.name = "a_b")
JX_CHANGE(long_name, p->plugin.name = "a234567890123456789012345678901234567890")
JX_CHANGE(no_version, p->plugin.version = NULL)
JX_CHANGE(blank_version, p->plugin.version = "1 0")
JX_CHANGE(chinese_version, p->plugin.version = "一")
JX_CHANGE(long_version, p->plugin.version = "1234567890123456789012345678901234567890")
JX_CHANGE(no_label, p->plugin.label.zh = NULL)
JX_CHANGE(empty_words, p->plugin.says.en = "")
JX_CHANGE(two_lines, p->plugin.says.zh = "一\n二")
JX_CHANGE(latin1_words, p->subcategories[1].label.en = "caf\xe9")
JX_CHANGE(no_words_of_measure, p->measures[1].says.zh = NULL)
JX_CHANGE(empty_unit, p->measures[1].unit = "")
JX_CHANGE(no_words_of_field, p->fields[2].says.en = NULL)
JX_CHANGE(no_words_of_measure_field, p->measure_inputs[0].says.en = NULL)
JX_CHANGE(no_words_of_code, p->loss_codes[1].says.zh = "")
JX_CHANGE(bad_subcategory, p->subcategories[0].name = "some_one")
JX_CHANGE(subcategory_twice, p->subcategories[1].name = "some")
JX_CHANGE(no_code, p->loss_codes[0].code = NULL)
JX_CHANGE(blank_code, p->loss_codes[0].code = "short of")
JX_CHANGE(code_twice, p->loss_codes[1].code = "short_of")
JX_CHANGE(upper_figure, p->loss_codes[0].figures[0] = "Gap")
JX_CHANGE(empty_figure, p->loss_codes[0].figures[1] = "")
JX_CHANGE(figure_with_digit, p->loss_codes[0].figures[0] = "gap2")
JX_CHANGE(figure_twice, p->loss_codes[0].figures[1] = "gap")
JX_CHANGE(figure_behind_end, p->loss_codes[1].figures[2] = "gap")
JX_CHANGE(figure_of_host, p->loss_codes[0].figures[1] = "target")
JX_CHANGE(unknown_placeholder, p->loss_codes[1].says.zh = "迟了{days}天")
JX_CHANGE(misspelt_placeholder, p->loss_codes[0].says.en = "{gapp} {unit} short of {target}")
JX_CHANGE(placeholder_of_other_code, p->loss_codes[1].says.en = "{gap} late")
JX_CHANGE(placeholder_in_one_language, p->loss_codes[0].says.en = "{gap} short of {target}")
JX_CHANGE(open_brace, p->loss_codes[0].says.en = "{gap} {unit} short of {target")
JX_CHANGE(empty_braces, p->loss_codes[1].says.en = "late {}")
JX_CHANGE(destroy_alone, p->plugin.create = NULL)

static const jx_breach breaches[] = {
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
     "loss_codes[1].says.zh = \"迟了{days}天\" {days}"},
    {"names a placeholder that is misspelt, and the nearest one", misspelt_placeholder,
     "placeholders", "loss_codes[0].says.en = \"{gapp} {unit} short of {target}\" {gapp} → {gap}?"},
    {"refuses a placeholder of another code", placeholder_of_other_code, "placeholders",
     "loss_codes[1].says.en = \"{gap} late\" {gap}"},
    {"refuses a placeholder in one language only", placeholder_in_one_language, "placeholders",
     "loss_codes[0].says.en = \"{gap} short of {target}\""},
    {"refuses a brace left open", open_brace, "placeholders",
     "loss_codes[0].says.en = \"{gap} {unit} short of {target\""},
    {"refuses empty braces", empty_braces, "placeholders",
     "loss_codes[1].says.en = \"late {}\" {}"},
    {"refuses destroy without create", destroy_alone, "instance", "create = NULL"},
};

// -------------------------------------------------------------------------------------- to stay sound

JX_CHANGE(nothing, (void)p)
JX_CHANGE(no_lists,
          p->plugin.subcategories = p->plugin.measures = p->plugin.defaults = p->plugin.fields =
              p->plugin.inputs = p->plugin.loss_codes = (jx_list){0})
JX_CHANGE(no_functions, p->plugin.create = NULL; p->plugin.destroy = NULL)
JX_CHANGE(create_alone, p->plugin.destroy = NULL)
JX_CHANGE(all_standard, p->plugin.standard_measures = p->plugin.standard_methods = NULL)
JX_CHANGE(no_standard, p->plugin.standard_methods = "")
JX_CHANGE(name_of_39, p->plugin.name = "a23456789012345678901234567890123456789")
JX_CHANGE(same_bounds, p->fields[0].minimum = p->fields[0].maximum = "0")
JX_CHANGE(fallback_at_maximum, p->fields[0].fallback = "12")
JX_CHANGE(share_beyond_bounds, p->fields[2].fallback = "90%")
JX_CHANGE(level_fallback, p->inputs[1].fallback = "好")
JX_CHANGE(keys_of_two_measures, p->measures[1].fields = p->measures[0].fields)
JX_CHANGE(key_as_column, p->inputs[1].key = "grace")
JX_CHANGE(closing_brace, p->loss_codes[1].says.en = "late }")
JX_CHANGE(repeated_placeholder, p->loss_codes[0].says.zh = "{target}{gap}{unit}{gap}{gap}")

static const jx_keeping keepings[] = {
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

// ---------------------------------------------------------------------------------------------- rules

static void names_plugin_and_file(void **state)
{
    (void)state;
    jx_sound_plugin p;
    jx_sound_plugin_make(&p);
    p.plugin.version = "";
    jx_error err = JX_ERROR(JX_EN);
    jx_conformance_check(&p.plugin, "some/x.so", &err);
    assert_int_equal(strncmp(err.text, "some/x.so: plugin \"sound-1\" breaks", 34), 0);
}

// Rules that test_conformance_fields.c and test_conformance_types.c break.
static bool is_broken_elsewhere(const char *rule)
{
    static const char *const rules[] = {
        "field-types", "field-keys", "field-choices", "field-bounds", "field-fallbacks", "measures",
        "standard",    "defaults",   "type-flags",    "shares",       "grades"};
    return jx_str_is_among(jx_str_of(rule), rules, sizeof rules / sizeof rules[0]);
}

static uint32_t bit_of(const char *rule)
{
    return 1u << jx_find_rule_index(rule);
}

static void names_every_rule_that_is_broken(void **state)
{
    (void)state;
    static jx_faults faults;
    const uint32_t all = (uint32_t)(1u << jx_conformance_count()) - 1;
    uint32_t kept = 0;
    jx_sound_plugin p;
    jx_sound_plugin_make(&p);
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
    jx_sound_plugin p;
    jx_sound_plugin_make(&p);
    p.plugin.fields.rows = NULL;
    p.plugin.version = "";
    jx_faults_init(&faults, JX_EN);
    assert_int_equal(jx_conformance_check_all(&p.plugin, "x.so", &faults, &kept), JX_EPLUGIN);
    assert_int_equal(faults.count, 1);
    assert_int_equal(kept, bit_of("kind") | bit_of("members"));
}

static void has_rows_for_every_rule(void **state)
{
    (void)state;
    for (size_t i = 0; i < jx_conformance_count(); i++) {
        const jx_conformance_rule *rule = jx_conformance_at(i);
        if (!jx_is_breached(breaches, sizeof breaches / sizeof breaches[0], rule->name) &&
            !is_broken_elsewhere(rule->name)) {
            fail_msg("no row breaks the rule %s", rule->name);
        }
        assert_true(strlen(rule->says.zh) > 0 && strlen(rule->says.en) > 0);
        assert_ptr_equal(jx_find_rule(rule->name), rule);
    }
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, breaches, jx_refuses_breach);
    JX_ROWS(&all, keepings, jx_accepts_keeping);
    jx_rows_add_one(&all, "names the plugin and its file", names_plugin_and_file, NULL);
    jx_rows_add_one(&all, "names every rule that is broken", names_every_rule_that_is_broken, NULL);
    jx_rows_add_one(&all, "looks at nothing where rows cannot be read",
                    looks_at_nothing_where_rows_cannot_be_read, NULL);
    jx_rows_add_one(&all, "breaks every rule in some row", has_rows_for_every_rule, NULL);
    return jx_rows_run(&all, "conformance");
}
