// SPDX-License-Identifier: MIT
// The rules of conformance, for fields, measures and defaults.
#include "support/jx_conformance.h"
#include "support/sound_plugin.h"

JX_CHANGE(no_type, p->fields[0].type = 0)
JX_CHANGE(unknown_type, p->measure_fields[0].type = 10)
JX_CHANGE(unknown_flag, p->inputs[0].flags = 3)
JX_CHANGE(no_key, p->fields[0].key = NULL)
JX_CHANGE(hyphened_key, p->fields[0].key = "per-day")
JX_CHANGE(key_twice, p->fields[2].key = "grace")
JX_CHANGE(key_of_host, p->fields[0].key = "weight")
JX_CHANGE(key_of_host_in_measure, p->measure_fields[0].key = "target")
JX_CHANGE(key_of_plugin_in_measure, p->measure_fields[0].key = "grace")
JX_CHANGE(column_twice, p->inputs[1].key = "visits")
JX_CHANGE(column_of_host, p->inputs[0].key = "baseline")
JX_CHANGE(column_of_cases, p->inputs[0].key = "points")
JX_CHANGE(column_of_indicators, p->inputs[0].key = "indicator")
JX_CHANGE(column_of_plugin_in_measure, p->measure_inputs[0].key = "visits")
JX_CHANGE(choices_of_number, p->fields[0].choices = "a|b")
JX_CHANGE(choice_without_choices, p->fields[1].choices = NULL)
JX_CHANGE(empty_choices, p->fields[1].choices = "")
JX_CHANGE(empty_choice, p->fields[1].choices = "exact||up")
JX_CHANGE(open_choice, p->fields[1].choices = "exact|up|")
JX_CHANGE(choice_twice, p->fields[1].choices = "exact|up|exact")
JX_CHANGE(choice_with_blank, p->fields[1].choices = "exact | up")
JX_CHANGE(minimum_of_choice, p->fields[1].minimum = "0")
JX_CHANGE(maximum_of_level, p->inputs[1].maximum = "3")
JX_CHANGE(worded_minimum, p->fields[0].minimum = "none")
JX_CHANGE(worded_maximum, p->fields[0].maximum = "12%")
JX_CHANGE(crossed_bounds, p->fields[0].minimum = "12.5")
JX_CHANGE(fallback_of_required, p->inputs[0].fallback = "1")
JX_CHANGE(worded_fallback, p->fields[0].fallback = "some")
JX_CHANGE(fallback_below, p->fields[0].fallback = "-1")
JX_CHANGE(fallback_above, p->fields[2].fallback = "5.5")
JX_CHANGE(bad_share, p->fields[2].fallback = "x%")
JX_CHANGE(fallback_of_no_choice, p->fields[1].fallback = "down")
JX_CHANGE(empty_fallback, p->fields[0].fallback = "")
JX_CHANGE(bad_fallback_in_measure, p->measure_fields[0].fallback = "maybe")
JX_CHANGE(no_measure_name, p->measures[0].name = NULL)
JX_CHANGE(hyphened_measure, p->measures[0].name = "per-head")
JX_CHANGE(measure_twice, p->measures[1].name = "share")
JX_CHANGE(no_actual, p->measures[0].actual = 0)
JX_CHANGE(unknown_actual, p->measures[0].actual = 8)
JX_CHANGE(no_figures, p->measures[1].figures = 0)
JX_CHANGE(figure_none, p->measures[1].figures = JX_KIND_BIT(JX_FIGURE_NONE))
JX_CHANGE(unknown_figure, p->measures[1].figures = JX_KIND_BIT(5))
JX_CHANGE(no_find, p->measures[1].find = NULL)
JX_CHANGE(no_prepare, p->measures[0].prepare = NULL)
JX_CHANGE(commas, p->plugin.standard_measures = "value,level")
JX_CHANGE(named_twice, p->plugin.standard_methods = "step bands step")
JX_CHANGE(long_standard, p->plugin.standard_methods = "a234567890123456789012345678901234567890")
JX_CHANGE(no_default_key, p->defaults[0].key = NULL)
JX_CHANGE(unknown_default, p->defaults[0].key = "weight")
JX_CHANGE(default_twice, p->defaults[1].key = "comparator")
JX_CHANGE(empty_default, p->defaults[1].value = "")
JX_CHANGE(default_without_value, p->defaults[1].value = NULL)
JX_CHANGE(impossible_default, p->defaults[0].value = "=>")

static const jx_breach breaches[] = {
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
};

static void breaks_every_rule(void **state)
{
    static const char *const rules[] = {"field-types",  "field-keys",      "field-choices",
                                        "field-bounds", "field-fallbacks", "measures",
                                        "standard",     "defaults"};
    (void)state;
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        assert_true(jx_is_breached(breaches, sizeof breaches / sizeof breaches[0],
                                   jx_find_rule(rules[i])->name));
    }
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, breaches, jx_refuses_breach);
    jx_rows_add_one(&all, "breaks every rule about them", breaks_every_rule, NULL);
    return jx_rows_run(&all, "conformance_fields");
}
