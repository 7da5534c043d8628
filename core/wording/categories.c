// SPDX-License-Identifier: MIT
#include "wording/categories.h"

#include "base/list.h"

static const jx_str SUFFIX = JX_STR("指标");

// What tables write beside what labels say.
static const struct synonym {
    jx_str written;
    jx_str label; // without the suffix
} synonyms[] = {
    {JX_STR("效果"), JX_STR("效益")},           {JX_STR("满意"), JX_STR("满意度")},
    {JX_STR("预算执行"), JX_STR("预算执行率")}, {JX_STR("资金执行"), JX_STR("预算执行率")},
    {JX_STR("资金支出"), JX_STR("预算执行率")}, {JX_STR("经济"), JX_STR("经济效益")},
    {JX_STR("经济"), JX_STR("经济成本")},       {JX_STR("社会"), JX_STR("社会效益")},
    {JX_STR("社会"), JX_STR("社会成本")},       {JX_STR("生态"), JX_STR("生态效益")},
    {JX_STR("生态"), JX_STR("生态环境成本")},   {JX_STR("环境"), JX_STR("生态效益")},
    {JX_STR("可持续"), JX_STR("可持续影响")},
};

static bool has(jx_str text, jx_str word)
{
    for (size_t i = 0; word.size != 0 && i + word.size <= text.size; i++) {
        if (memcmp(text.data + i, word.data, word.size) == 0) {
            return true;
        }
    }
    return false;
}

static jx_str bare(jx_str label)
{
    return jx_str_ends(label, SUFFIX) ? jx_str_first(label, label.size - SUFFIX.size) : label;
}

static bool says(jx_str cell, const char *label)
{
    const jx_str word = bare(jx_str_of(label));
    if (has(cell, word)) {
        return true;
    }
    for (size_t i = 0; i < sizeof synonyms / sizeof synonyms[0]; i++) {
        if (jx_str_equal(synonyms[i].label, word) && has(cell, synonyms[i].written)) {
            return true;
        }
    }
    return false;
}

static const jx_registered *category_at(const jx_registry *registry, size_t index)
{
    const jx_registered *at = jx_registry_at(registry, index);
    return at->plugin->kind == JX_PLUGIN_CATEGORY ? at : NULL;
}

static const jx_subcategory *second_that_is(const jx_plugin *plugin, jx_str cell)
{
    for (uint32_t i = 0; i < plugin->subcategories.count; i++) {
        const jx_subcategory *at = jx_list_at(&plugin->subcategories, i);
        if (jx_str_is(cell, at->name) || has(cell, bare(jx_str_of(at->label.zh)))) {
            return at;
        }
    }
    return NULL;
}

const jx_registered *jx_category_find(const jx_registry *registry, jx_str first, jx_str second)
{
    const jx_registered *named = first.size == 0 ? NULL : jx_registry_find(registry, first);
    for (size_t i = 0; i < jx_registry_count(registry) && named == NULL; i++) {
        const jx_registered *at = category_at(registry, i);
        named = at != NULL && says(first, at->plugin->label.zh) ? at : NULL;
    }
    for (size_t i = 0; i < jx_registry_count(registry) && named == NULL; i++) {
        const jx_registered *at = category_at(registry, i);
        named = at != NULL && second_that_is(at->plugin, second) != NULL ? at : NULL;
    }
    for (size_t i = 0; i < jx_registry_count(registry) && named == NULL; i++) {
        const jx_registered *at = category_at(registry, i);
        named = at != NULL && says(second, at->plugin->label.zh) ? at : NULL;
    }
    return named;
}

const jx_subcategory *jx_category_find_second(const jx_plugin *plugin, jx_str second)
{
    const jx_subcategory *found = second_that_is(plugin, second);
    for (uint32_t i = 0; i < plugin->subcategories.count && found == NULL; i++) {
        const jx_subcategory *at = jx_list_at(&plugin->subcategories, i);
        found = says(second, at->label.zh) ? at : NULL;
    }
    const bool only = plugin->subcategories.count == 1 && second.size != 0;
    return found != NULL ? found : only ? jx_list_at(&plugin->subcategories, 0) : NULL;
}
