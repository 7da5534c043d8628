// SPDX-License-Identifier: MIT
#include "support/sample_build.h"

#include "base/decimal.h"
#include "base/ratio.h"
#include "support/jx_test.h"

jx_decimal jx_sample_decimal(const char *text)
{
    jx_decimal decimal = JX_DECIMAL_ZERO;
    assert_true(jx_decimal_parse(jx_str_of(text), &decimal));
    return decimal;
}

jx_ratio jx_sample_fraction(const char *numerator, const char *denominator)
{
    jx_ratio ratio = {JX_DECIMAL_ZERO, JX_DECIMAL_ZERO};
    assert_true(
        jx_ratio_make(jx_sample_decimal(numerator), jx_sample_decimal(denominator), &ratio));
    return ratio;
}

jx_figure jx_sample_number(const char *numerator, const char *denominator)
{
    return (jx_figure){.kind = JX_FIGURE_NUMBER,
                       .number = jx_sample_fraction(numerator, denominator)};
}

jx_figure jx_sample_level(int32_t index)
{
    return (jx_figure){.kind = JX_FIGURE_LEVEL, .index = index};
}

jx_figure jx_sample_yes_no(int32_t index)
{
    return (jx_figure){.kind = JX_FIGURE_YES_NO, .index = index};
}

jx_figure jx_sample_date(int32_t first, int32_t last)
{
    return (jx_figure){.kind = JX_FIGURE_DATE, .first_day = first, .last_day = last};
}

// ------------------------------------------------------------------------------------------ categories

const jx_loss_code jx_sample_missing_code = {
    "missing", {NULL}, {"没有填报实际值，按0分计", "no actual was reported, which counts 0"}};

const jx_loss_code jx_sample_below_code = {
    "below_target",
    {"gap", "step", "steps", "deduct"},
    {"目标为{comparator}{target}{unit}，实际为{measured}{unit}，少{gap}{unit}；"
     "每少{step}{unit}扣{deduct}分，{steps}×{deduct}",
     "the target is {comparator}{target}{unit}, found {measured}{unit}: {gap}{unit} short; "
     "each {step}{unit} costs {deduct}, {steps} × {deduct}"}};

const jx_loss_code jx_sample_not_met_code = {
    "not_met",
    {NULL},
    {"目标为{comparator}{target}{unit}，实际为{measured}{unit}，未达到目标，不得分",
     "the target is {comparator}{target}{unit}, found {measured}{unit}: missed, no points"}};

const jx_loss_code jx_sample_level_code = {
    "lower_level",
    {"earned", NULL},
    {"等次为“{measured}”，按规定得{earned}分",
     "the level is \"{measured}\", which earns {earned} points"}};

const jx_loss_code jx_sample_partly_code = {
    "partly_met",
    {"degree", NULL},
    {"目标为{comparator}{target}{unit}，实际为{measured}{unit}，完成程度{degree}%，按比例得分",
     "the target is {comparator}{target}{unit}, found {measured}{unit}: reached to {degree}%, "
     "and points in proportion"}};

// Rows as an older plugin may have compiled them: further apart than ours.
typedef struct wide_code {
    jx_loss_code code;
    uint64_t later;
} wide_code;

static const wide_code satisfaction_codes[] = {
    {{"other", {NULL}, {"别的", "another"}}, 0},
    {{"lower_level",
      {"earned", NULL},
      {"满意度为“{measured}”，按规定得{earned}分",
       "satisfaction is \"{measured}\", which earns {earned} points"}},
     0},
};

static const jx_table_category categories[] = {
    {JX_STR("cost"), {"成本指标", "Cost"}, {NULL, 0, 0}},
    {JX_STR("output"), {"产出指标", "Outputs"}, {NULL, 0, 0}},
    {JX_STR("benefit"), {"效益指标", "Benefits"}, {NULL, 0, 0}},
    {JX_STR("satisfaction"), {"满意度指标", "Satisfaction"}, JX_LIST(satisfaction_codes)},
    {JX_STR("budget"), {"预算执行率", "Budget execution"}, {NULL, 0, 0}},
};

const jx_str jx_sample_levels[] = {JX_STR("非常满意"), JX_STR("较为满意"), JX_STR("满意"),
                                   JX_STR("基本满意"), JX_STR("不满意")};

// ---------------------------------------------------------------------------------------------- building

void jx_sample_plugin(jx_sample *sample, const char *name, char digest)
{
    jx_table_plugin *plugin = &sample->plugins[sample->table.plugin_count++];
    plugin->kind = JX_PLUGIN_CATEGORY;
    plugin->name = jx_str_of(name);
    plugin->version = (jx_str)JX_STR("1.0.0");
    plugin->path = "plugins/NAME.so";
    memset(plugin->digest.text, digest, sizeof plugin->digest.text - 1);
}

static void set_grades(jx_sample *sample)
{
    static const struct {
        const char *name;
        int64_t least;
    } grades[] = {{"优", 90}, {"良", 80}, {"中", 60}, {"差", 0}};
    for (size_t i = 0; i < sizeof grades / sizeof grades[0]; i++) {
        sample->grades[i].name = jx_str_of(grades[i].name);
        sample->grades[i].least = jx_decimal_make(grades[i].least, 0);
    }
    sample->table.grades = sample->grades;
    sample->table.grade_count = sizeof grades / sizeof grades[0];
}

void jx_sample_start(jx_sample *sample, const char *id, const char *name)
{
    *sample = (jx_sample){.card = {.table = &sample->table,
                                   .observations = &sample->observations,
                                   .outcomes = sample->outcomes,
                                   .losses = sample->losses}};
    sample->table = (jx_table){.id = jx_str_of(id),
                               .name = jx_str_of(name),
                               .year = 2024,
                               .places = 2,
                               .full = jx_decimal_make(100, 0),
                               .rows = sample->rows,
                               .categories = categories,
                               .category_count = sizeof categories / sizeof categories[0],
                               .plugins = sample->plugins,
                               .path = "conf/sample.ini"};
    memset(sample->table.digest.text, 'd', sizeof sample->table.digest.text - 1);
    sample->observations = (jx_observations){.file = "conf/actuals/sample.csv",
                                             .project = sample->table.id,
                                             .line = 2,
                                             .cells = sample->cells};
    set_grades(sample);
}

void jx_sample_cell(jx_sample *sample, uint32_t slot, const char *text)
{
    jx_str written = jx_str_of(text);
    sample->cells[slot] = (jx_cell){written.data, (uint32_t)written.size, 2};
}

// A row, with what was written in its cells (NULL: nothing).
void jx_sample_row(jx_sample *sample,
                   jx_table_row row,
                   const char *weight,
                   const char *actual,
                   const char *baseline,
                   const char *note)
{
    uint32_t first = (uint32_t)sample->table.row_count * JX_SLOT_INPUTS;
    row.weight = jx_sample_decimal(weight);
    row.slot = first;
    sample->rows[sample->table.row_count++] = row;
    jx_sample_cell(sample, first + JX_SLOT_ACTUAL, actual);
    jx_sample_cell(sample, first + JX_SLOT_BASELINE, baseline);
    jx_sample_cell(sample, first + JX_SLOT_NOTE, note);
}

jx_outcome *jx_sample_outcome(jx_sample *sample)
{
    return &sample->outcomes[sample->table.row_count - 1];
}

// The outcome of the row that was added last.
void jx_sample_score(jx_sample *sample, jx_state state, jx_figure measured, const char *points)
{
    *jx_sample_outcome(sample) = (jx_outcome){.state = state,
                                              .measured = measured,
                                              .points = jx_sample_decimal(points),
                                              .first_loss = sample->card.loss_count};
}

// A loss of the row that was added last; its figures are set by the caller.
jx_lost *jx_sample_lose(jx_sample *sample,
                        const jx_loss_code *code,
                        const char *points,
                        jx_ratio exact)
{
    jx_lost *lost = &sample->losses[sample->card.loss_count++];
    jx_str category = categories[sample->rows[sample->table.row_count - 1].category].name;
    *lost = (jx_lost){
        .code = code, .source = category, .points = jx_sample_decimal(points), .exact = exact};
    jx_sample_outcome(sample)->loss_count++;
    return lost;
}

void jx_sample_lose_steps(
    jx_sample *sample, const char *points, jx_ratio exact, const char *gap, const char *deduct)
{
    jx_lost *lost = jx_sample_lose(sample, &jx_sample_below_code, points, exact);
    lost->figures[0] = lost->figures[2] = jx_sample_fraction(gap, "1");
    lost->figures[1] = jx_sample_fraction("1", "1");
    lost->figures[3] = jx_sample_fraction(deduct, "1");
}

void jx_sample_total(jx_sample *sample, jx_state state, const char *raw_total, const char *total)
{
    sample->card.state = state;
    sample->card.raw_total = jx_sample_decimal(raw_total);
    sample->card.subtotal = sample->card.total = jx_sample_decimal(total);
}
