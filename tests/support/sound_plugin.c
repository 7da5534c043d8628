// SPDX-License-Identifier: MIT
#include "support/sound_plugin.h"

#include "support/jx_conformance.h"

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

static const jx_sound_plugin sound = {
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
static void join(jx_sound_plugin *p)
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

void jx_sound_plugin_make(jx_sound_plugin *ret)
{
    *ret = sound;
    join(ret);
}

void jx_refuses_breach(void **state)
{
    const jx_breach *row = *state;
    jx_sound_plugin p;
    jx_sound_plugin_make(&p);
    row->change(&p);
    jx_expect_refused(&p.plugin, row->rule, row->found);
}

bool jx_is_breached(const jx_breach *rows, size_t count, const char *rule)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].rule, rule) == 0) {
            return true;
        }
    }
    return false;
}

void jx_accepts_keeping(void **state)
{
    const jx_keeping *row = *state;
    jx_sound_plugin p;
    jx_sound_plugin_make(&p);
    row->change(&p);
    jx_error err = JX_ERROR(JX_EN);
    const jx_status status = jx_conformance_check(&p.plugin, "x.so", &err);
    assert_string_equal(err.text, "");
    assert_int_equal(status, JX_OK);
}
