// SPDX-License-Identifier: MIT
// A type of project that has a row of everything and lets nothing else pass. It leaves the members behind its lists out, so
// that tests/abi can build it against a header that lacks them.
#include <jixiao/plugin.h>

static const jx_share shares[] = {
    {.category = "output",
     .flags = JX_SHARE_REQUIRED,
     .minimum = "40",
     .maximum = "60.5",
     .subcategories = "quantity  quality"},
    {.category = "output", .minimum = "70", .maximum = "70", .without = "benefit"},
    {.category = "benefit", .minimum = "33.4"},
    {.category = "satisfaction", .flags = JX_SHARE_REQUIRED, .maximum = "30"},
};

static const jx_type_grade grades[] = {
    {.name = "合格", .least = "72.5"},
    {.name = "不合格", .least = "0"},
};

static const jx_default project_defaults[] = {
    {.key = "full", .value = "200"},
    {.key = "rounding", .value = "down"},
    {.key = "places", .value = "1"},
    {.key = "not_applicable", .value = "rescale"},
};

static const jx_default indicator_defaults[] = {
    {.key = "method", .value = "threshold"},
    {.key = "comparator", .value = "<="},
    {.key = "unit", .value = "户"},
};

static const jx_plugin strict = {
    .struct_size = sizeof(jx_plugin),
    .kind = JX_PLUGIN_PROJECT_TYPE,
    .name = "strict",
    .version = "3.1",
    .label = {"从严", "Strict"},
    .says = {"什么都有一行", "a row of everything"},
    .shares = JX_LIST(shares),
    .grades = JX_LIST(grades),
    .project_defaults = JX_LIST(project_defaults),
    .indicator_defaults = JX_LIST(indicator_defaults),
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index == 0 ? &strict : NULL;
}
