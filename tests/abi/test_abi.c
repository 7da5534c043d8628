// SPDX-License-Identifier: MIT
// The interface may grow, never move: a number that changes here breaks every plugin that is out there. Members are
// appended, and get rows of their own below; a size may only grow, by whole words.
#include "abi/describe.h"
#include "plugin/loader.h"
#include "support/jx_rows.h"

_Static_assert(sizeof(void *) == 8, "the table below is that of 64-bit machines");

#define SIZE(type, bytes)                                                                          \
  {                                                                                                \
    "keeps the size of " #type, sizeof(type), (bytes)                                              \
  }
#define AT(type, member, bytes)                                                                    \
  {                                                                                                \
    "keeps the place of " #type "." #member, offsetof(type, member), (bytes)                       \
  }

static const struct layout {
    const char *name;
    size_t found;
    size_t expected;
} layouts[] = {
    SIZE(jx_words, 16),
    AT(jx_words, zh, 0),
    AT(jx_words, en, 8),
    SIZE(jx_list, 16),
    AT(jx_list, rows, 0),
    AT(jx_list, count, 8),
    AT(jx_list, stride, 12),
    SIZE(jx_decimal, 16),
    AT(jx_decimal, low, 0),
    AT(jx_decimal, high, 8),
    SIZE(jx_ratio, 32),
    AT(jx_ratio, numerator, 0),
    AT(jx_ratio, denominator, 16),
    SIZE(jx_figure, 48),
    AT(jx_figure, kind, 0),
    AT(jx_figure, index, 4),
    AT(jx_figure, first_day, 8),
    AT(jx_figure, last_day, 12),
    AT(jx_figure, number, 16),
    SIZE(jx_field, 64),
    AT(jx_field, type, 0),
    AT(jx_field, flags, 4),
    AT(jx_field, key, 8),
    AT(jx_field, choices, 16),
    AT(jx_field, fallback, 24),
    AT(jx_field, minimum, 32),
    AT(jx_field, maximum, 40),
    AT(jx_field, says, 48),
    SIZE(jx_value, 32),
    AT(jx_value, given, 0),
    AT(jx_value, index, 4),
    AT(jx_value, number, 8),
    AT(jx_value, text, 24),
    SIZE(jx_loss_code, 56),
    AT(jx_loss_code, code, 0),
    AT(jx_loss_code, figures, 8),
    AT(jx_loss_code, says, 40),
    SIZE(jx_loss, 176),
    AT(jx_loss, struct_size, 0),
    AT(jx_loss, flags, 4),
    AT(jx_loss, code, 8),
    AT(jx_loss, points, 16),
    AT(jx_loss, figures, 48),
    SIZE(jx_indicator, 128),
    AT(jx_indicator, struct_size, 0),
    AT(jx_indicator, comparator, 4),
    AT(jx_indicator, id, 8),
    AT(jx_indicator, unit, 16),
    AT(jx_indicator, weight, 24),
    AT(jx_indicator, target, 40),
    AT(jx_indicator, level_count, 88),
    AT(jx_indicator, levels, 96),
    AT(jx_indicator, params, 104),
    AT(jx_indicator, measure_params, 112),
    AT(jx_indicator, host_data, 120),
    SIZE(jx_job, 168),
    AT(jx_job, struct_size, 0),
    AT(jx_job, given, 4),
    AT(jx_job, indicator, 8),
    AT(jx_job, instance, 16),
    AT(jx_job, actual, 24),
    AT(jx_job, baseline, 72),
    AT(jx_job, counts, 88),
    AT(jx_job, inputs, 96),
    AT(jx_job, measure_inputs, 104),
    AT(jx_job, measured, 112),
    AT(jx_job, host_data, 160),
    SIZE(jx_host, 136),
    AT(jx_host, struct_size, 0),
    AT(jx_host, abi_minor, 4),
    AT(jx_host, decimal, 8),
    AT(jx_host, add, 16),
    AT(jx_host, subtract, 24),
    AT(jx_host, multiply, 32),
    AT(jx_host, multiply_divide, 40),
    AT(jx_host, compare, 48),
    AT(jx_host, ratio, 56),
    AT(jx_host, ratio_add, 64),
    AT(jx_host, ratio_subtract, 72),
    AT(jx_host, ratio_multiply, 80),
    AT(jx_host, ratio_divide, 88),
    AT(jx_host, ratio_compare, 96),
    AT(jx_host, lose, 104),
    AT(jx_host, lose_by_method, 112),
    AT(jx_host, refuse, 120),
    AT(jx_host, reject, 128),
    SIZE(jx_measure, 88),
    AT(jx_measure, name, 0),
    AT(jx_measure, actual, 8),
    AT(jx_measure, figures, 12),
    AT(jx_measure, unit, 16),
    AT(jx_measure, says, 24),
    AT(jx_measure, fields, 40),
    AT(jx_measure, inputs, 56),
    AT(jx_measure, prepare, 72),
    AT(jx_measure, find, 80),
    SIZE(jx_subcategory, 24),
    AT(jx_subcategory, name, 0),
    AT(jx_subcategory, label, 8),
    SIZE(jx_default, 16),
    AT(jx_default, key, 0),
    AT(jx_default, value, 8),
    SIZE(jx_share, 48),
    AT(jx_share, category, 0),
    AT(jx_share, flags, 8),
    AT(jx_share, reserved, 12),
    AT(jx_share, minimum, 16),
    AT(jx_share, maximum, 24),
    AT(jx_share, without, 32),
    AT(jx_share, subcategories, 40),
    SIZE(jx_type_grade, 16),
    AT(jx_type_grade, name, 0),
    AT(jx_type_grade, least, 8),
    SIZE(jx_plugin, 264),
    AT(jx_plugin, struct_size, 0),
    AT(jx_plugin, kind, 4),
    AT(jx_plugin, name, 8),
    AT(jx_plugin, version, 16),
    AT(jx_plugin, label, 24),
    AT(jx_plugin, says, 40),
    AT(jx_plugin, subcategories, 56),
    AT(jx_plugin, measures, 72),
    AT(jx_plugin, standard_measures, 88),
    AT(jx_plugin, standard_methods, 96),
    AT(jx_plugin, defaults, 104),
    AT(jx_plugin, fields, 120),
    AT(jx_plugin, inputs, 136),
    AT(jx_plugin, loss_codes, 152),
    AT(jx_plugin, create, 168),
    AT(jx_plugin, destroy, 176),
    AT(jx_plugin, lose, 184),
    AT(jx_plugin, shares, 192),
    AT(jx_plugin, grades, 208),
    AT(jx_plugin, project_defaults, 224),
    AT(jx_plugin, indicator_defaults, 240),
    AT(jx_plugin, type_flags, 256),
    AT(jx_plugin, reserved, 260),
};

static void keeps(void **state)
{
    const struct layout *row = *state;
    assert_int_equal(row->found, row->expected);
}

// --------------------------------------------------------------------------------------- no loose ends

// Padding at the end would let a member be appended without the size showing it.
#define ENDS(type, member)                                                                         \
  {                                                                                                \
#    type " ends with its last member",                                                            \
        offsetof(type, member) + sizeof(((const type *)NULL)->member), sizeof(type)                \
  }

static const struct layout endings[] = {
    ENDS(jx_words, en),         ENDS(jx_list, stride),
    ENDS(jx_decimal, high),     ENDS(jx_ratio, denominator),
    ENDS(jx_figure, number),    ENDS(jx_field, says),
    ENDS(jx_value, text),       ENDS(jx_loss_code, says),
    ENDS(jx_loss, figures),     ENDS(jx_indicator, host_data),
    ENDS(jx_job, host_data),    ENDS(jx_host, reject),
    ENDS(jx_measure, find),     ENDS(jx_subcategory, label),
    ENDS(jx_default, value),    ENDS(jx_share, subcategories),
    ENDS(jx_type_grade, least), ENDS(jx_plugin, reserved),
};

// ----------------------------------------------------------------------------------------- other builds

#define CATEGORY    JX_TEST_BUILD_DIR "/tests/plugins/good.so"
#define TYPE        JX_TEST_BUILD_DIR "/tests/types/strict.so"
#define BUILD(name) JX_TEST_BUILD_DIR "/tests/abi/" name ".so"

static const struct build {
    const char *name;
    const char *path;
    const char *today; // the same built with today's header
} builds[] = {
    {"reads a category built with more members", BUILD("newer"), CATEGORY},
    {"reads a type built with more members", BUILD("newer_type"), TYPE},
    {"reads a type built without the last members", BUILD("older_type"), TYPE},
    {"reads a category built before there were types", BUILD("before_types"), CATEGORY},
    {"reads a category built without the last function", BUILD("first"), CATEGORY},
    {"reads a category with a hash table of old", BUILD("sysv"), CATEGORY},
};

static const jx_plugin *load(jx_arena *arena, const char *path, jx_library *library)
{
    jx_error err = JX_ERROR(JX_EN);
    if (jx_library_load(arena, path, &jx_usual_trust, library, &err) != JX_OK) {
        fail_msg("%s", err.text);
    }
    assert_int_equal(library->plugin_count, 1);
    return library->plugins[0];
}

static void reads_the_same(void **state)
{
    const struct build *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_library good;
    jx_library other;
    const jx_plugin *expected = load(arena, row->today, &good);
    const jx_plugin *found = load(arena, row->path, &other);
    assert_string_equal(describe_plugin(arena, found), describe_plugin(arena, expected));
    assert_int_equal(found->struct_size, sizeof(jx_plugin));
    assert_null(found->lose);
    jx_library_unload(&other);
    jx_library_unload(&good);
    jx_arena_free(arena);
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, layouts, keeps);
    JX_ROWS(&all, endings, keeps);
    JX_ROWS(&all, builds, reads_the_same);
    return jx_rows_run(&all, "abi");
}
