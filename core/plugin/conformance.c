// SPDX-License-Identifier: MIT
#include "plugin/conformance.h"

#include "base/list.h"
#include "plugin/adopt.h"
#include "plugin/conformance_rules.h"

_Static_assert((int)JX_LIST_MOST == 1024 && (int)JX_NAME_MOST == 39,
               "the limits are written as text, too");

// -------------------------------------------------------------------------------- rules on the whole

static bool rule_kind(jx_inspection *at)
{
    return at->plugin->kind == JX_PLUGIN_CATEGORY || at->plugin->kind == JX_PLUGIN_PROJECT_TYPE ||
           jx_blame_number(at, "kind", at->plugin->kind);
}

static bool check_lists(jx_inspection *at,
                        const void *structure,
                        const jx_list_shape *shapes,
                        size_t shape_count)
{
    for (size_t i = 0; i < shape_count; i++) {
        const jx_list *list = jx_list_in(structure, &shapes[i]);
        if (jx_list_is_sound(list, &shapes[i])) {
            continue;
        }
        jx_name_member(at, shapes[i].name);
        jx_text_put(&at->found, list->rows == NULL ? "{NULL, " : "{rows, ");
        jx_text_add_number(&at->found, list->count);
        jx_text_put(&at->found, ", ");
        jx_text_add_number(&at->found, list->stride);
        jx_text_add_char(&at->found, '}');
        return false;
    }
    return true;
}

static bool check_measure_lists(jx_inspection *at, const jx_measure *measure)
{
    return check_lists(at, measure, jx_measure_lists, JX_MEASURE_LISTS);
}

static bool rule_lists(jx_inspection *at)
{
    return check_lists(at, at->plugin, jx_plugin_lists, JX_PLUGIN_LISTS) &&
           check_lists(at, at->plugin, &jx_plugin_measures, 1) &&
           jx_each_measure(at, check_measure_lists);
}

static bool rule_name(jx_inspection *at)
{
    return jx_str_is_id(jx_str_of(at->plugin->name)) || jx_blame(at, "name", at->plugin->name);
}

static bool is_version(const char *text)
{
    const jx_str version = jx_str_of(text);
    for (size_t i = 0; i < version.size; i++) {
        if (version.data[i] <= ' ' || version.data[i] > '~') {
            return false;
        }
    }
    return version.size > 0 && version.size <= JX_NAME_MOST;
}

static bool rule_version(jx_inspection *at)
{
    return is_version(at->plugin->version) || jx_blame(at, "version", at->plugin->version);
}

static bool rule_subcategories(jx_inspection *at)
{
    const jx_list *list = &at->plugin->subcategories;
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_subcategory *row = jx_list_at(list, i);
        jx_look_at(at, "", "subcategories", i);
        bool good = jx_str_is_id(jx_str_of(row->name));
        for (uint32_t j = 0; good && j < i; j++) {
            const jx_subcategory *earlier = jx_list_at(list, j);
            good = !jx_str_is(jx_str_of(row->name), earlier->name);
        }
        if (!good) {
            return jx_blame(at, "name", row->name);
        }
    }
    return true;
}

static bool rule_instance(jx_inspection *at)
{
    if (at->plugin->destroy == NULL || at->plugin->create != NULL) {
        return true;
    }
    return jx_blame(at, "create", NULL);
}

// --------------------------------------------------------------------------------------------- table

// In this order: a rule may rely on those above it; all of them rely on the first three.
static const struct {
    jx_conformance_rule rule;
    jx_rule_check check;
} rules[] = {
    {{"kind",
      {"kind 应为 JX_PLUGIN_CATEGORY 或 JX_PLUGIN_PROJECT_TYPE",
       "kind must be JX_PLUGIN_CATEGORY or JX_PLUGIN_PROJECT_TYPE"}},
     rule_kind},
    {{"members",
      {"只属于另一种插件的成员应为零：类别没有 shares grades project_defaults indicator_defaults "
       "type_flags，项目类型只有这些；reserved 应为 0",
       "what only the other kind has must be zero: a category has no shares, grades, "
       "project_defaults, indicator_defaults, type_flags, a project type nothing else; reserved must "
       "be 0"}},
     jx_rule_members},
    {{"lists",
      {"有行的列表应指向各行，行距不小于 1.0 版的行，至多 1024 行（请用 JX_LIST 书写）",
       "a list with rows must point at them, at least as far apart as rows of 1.0, at most 1024 of "
       "them (write it by JX_LIST)"}},
     rule_lists},
    {{"name",
      {"name 应由小写字母、数字和连字符组成，1 至 39 字节",
       "name must have 1 to 39 lower-case letters, digits and hyphens"}},
     rule_name},
    {{"version",
      {"version 应为 1 至 39 个可见的 ASCII 字符",
       "version must have 1 to 39 visible ASCII characters"}},
     rule_version},
    {{"words",
      {"说明文字应中英文俱全，为 UTF-8，只占一行",
       "words must be there in Chinese and in English, in UTF-8, on one line"}},
     jx_rule_words},
    {{"subcategories",
      {"二级指标的名称应由小写字母、数字和连字符组成，各不相同",
       "names of subcategories must have 1 to 39 lower-case letters, digits and hyphens, and differ"}},
     rule_subcategories},
    {{"field-types",
      {"参数和输入的 type 应为 JX_FIELD_ 之一，flags 应为 JX_FIELD_REQUIRED 或 0",
       "the type of a field must be one of JX_FIELD_, its flags JX_FIELD_REQUIRED or 0"}},
     jx_rule_field_types},
    {{"field-keys",
      {"参数和输入的 key 应由小写字母、数字和下划线组成，各不相同，且不与本程序的键或列同名",
       "keys must have 1 to 39 lower-case letters, digits and underscores, differ, and be no key or "
       "column of the host"}},
     jx_rule_field_keys},
    {{"field-choices",
      {"JX_FIELD_CHOICE 应列出以 | 分隔、各不相同的选项，其他类型不应有选项",
       "JX_FIELD_CHOICE must list words that differ, parted by |; other types must list none"}},
     jx_rule_field_choices},
    {{"field-bounds",
      {"minimum 和 maximum 应为十进制数，前者不大于后者，只用于数",
       "minimum and maximum must be decimals, in order, and of numbers only"}},
     jx_rule_field_bounds},
    {{"field-fallbacks",
      {"fallback 应符合其类型和范围；必须写明的参数没有 fallback",
       "a fallback must be of its type and in range; what is required has none"}},
     jx_rule_field_fallbacks},
    {{"measures",
      {"测量应有各不相同的名称、已知的 actual 和 figures、find，可能得出多种结果时还应有 prepare",
       "a measure must have a name of its own, a known actual and figures, find, and prepare where "
       "it may find several kinds"}},
     jx_rule_measures},
    {{"standard",
      {"standard_measures 和 standard_methods 应为以空格分隔、各不相同的名称",
       "standard_measures and standard_methods must be names that differ, parted by blanks"}},
     jx_rule_standard},
    {{"defaults",
      {"指标默认值的键应为 comparator measure method unit target minimum maximum whole levels "
       "之一，project_defaults 的键应为 full rounding places not_applicable "
       "之一，各不相同，值应符合该键",
       "keys of defaults must be among comparator measure method unit target minimum maximum whole "
       "levels, of project_defaults among full rounding places not_applicable, and differ, each with "
       "a value that the key can have"}},
     jx_rule_defaults},
    {{"type-flags",
      {"type_flags 应由 JX_TYPE_ADVISES 和 JX_TYPE_USUAL 组成",
       "type_flags must be of JX_TYPE_ADVISES and JX_TYPE_USUAL"}},
     jx_rule_type_flags},
    {{"shares",
      {"shares 的每行应有一级指标代码、互不颠倒的百分比（0至100）和以空格分隔的二级指标代码，同一类别的各行 "
       "without 不同且不是该类别本身",
       "a row of shares must name a category, percentages of 0 to 100 in order and subcategories parted "
       "by blanks; rows of one category must differ in `without`, which names another one"}},
     jx_rule_shares},
    {{"grades",
      {"等级名称应各不相同，最低得分应为 0 至 100 的十进制数，由高到低，最后一个为 0",
       "grades must have names that differ and decimals of 0 to 100, highest first, the last one 0"}},
     jx_rule_grades},
    {{"loss-codes",
      {"失分代码及其数字名称应由小写字母、数字和下划线组成，各不相同",
       "loss codes and names of their figures must be of lower-case letters, digits and underscores, "
       "and differ"}},
     jx_rule_loss_codes},
    {{"placeholders",
      {"失分说明中花括号内应为通用名称或该代码的数字名称，中英文所用相同",
       "braces in sentences of losses must hold common names or figures of the code, the same ones "
       "in both languages"}},
     jx_rule_placeholders},
    {{"instance", {"有 destroy 的插件应有 create", "a plugin with destroy must have create"}},
     rule_instance},
};

// What else a rule relies on.
static const struct {
    const char *rule;
    const char *needs;
} grounds[] = {
    {"field-fallbacks", "field-types"},  {"field-fallbacks", "field-choices"},
    {"field-fallbacks", "field-bounds"}, {"placeholders", "words"},
    {"placeholders", "loss-codes"},
};

enum { RULE_COUNT = sizeof rules / sizeof rules[0], GROUND = 3 };

_Static_assert((int)RULE_COUNT <= 32, "a bit for each rule");

size_t jx_conformance_count(void)
{
    return RULE_COUNT;
}

const jx_conformance_rule *jx_conformance_at(size_t index)
{
    return &rules[index].rule;
}

static jx_status fail_rule(const jx_conformance_rule *rule,
                           const jx_inspection *at,
                           const char *path,
                           jx_error *err)
{
    const jx_place place = {.file = path};
    const jx_lang lang = err == NULL ? JX_ZH : err->lang;
    const char *name = jx_str_is_id(jx_str_of(at->plugin->name)) ? at->plugin->name : "?";
    if (at->found.failed) {
        return jx_fail_memory(err);
    }
    return jx_fail(err, &place, JX_MESSAGE_PLUGIN_BROKEN, jx_str_of(name), jx_str_of(rule->name),
                   jx_str_of(jx_words_in(rule->says, lang)), jx_text_str(&at->found));
}

static jx_status check_rule(
    jx_arena *arena, size_t index, const jx_plugin *plugin, const char *path, jx_error *err)
{
    jx_inspection at = {.plugin = plugin, .arena = arena, .found = jx_text_in(arena)};
    return rules[index].check(&at) ? JX_OK : fail_rule(&rules[index].rule, &at, path, err);
}

jx_status jx_conformance_check(const jx_plugin *plugin, const char *path, jx_error *err)
{
    jx_arena *arena = jx_arena_new();
    if (arena == NULL) {
        return jx_fail_memory(err);
    }
    jx_status status = JX_OK;
    for (size_t i = 0; status == JX_OK && i < RULE_COUNT; i++) {
        status = check_rule(arena, i, plugin, path, err);
    }
    jx_arena_free(arena);
    return status;
}

// ------------------------------------------------------------------------------------------- all of them

static bool relies_on(const char *rule, const char *other)
{
    for (size_t i = 0; i < sizeof grounds / sizeof grounds[0]; i++) {
        if (strcmp(grounds[i].rule, rule) == 0 && strcmp(grounds[i].needs, other) == 0) {
            return true;
        }
    }
    return false;
}

// Whether what the rule relies on is kept.
static bool has_ground(size_t index, uint32_t kept)
{
    for (size_t i = 0; i < index; i++) {
        const bool is_kept = (kept & (1u << i)) != 0;
        if (!is_kept && (i < GROUND || relies_on(rules[index].rule.name, rules[i].rule.name))) {
            return false;
        }
    }
    return true;
}

jx_status jx_conformance_check_all(const jx_plugin *plugin,
                                   const char *path,
                                   jx_faults *faults,
                                   uint32_t *ret_kept)
{
    jx_arena *arena = jx_arena_new();
    jx_status worst = JX_OK;
    if (arena == NULL) {
        return jx_fault_memory(faults);
    }
    *ret_kept = 0;
    for (size_t i = 0; i < RULE_COUNT; i++) {
        jx_error err = JX_ERROR(faults->lang);
        if (!has_ground(i, *ret_kept)) {
            continue;
        }
        if (check_rule(arena, i, plugin, path, &err) == JX_OK) {
            *ret_kept |= 1u << i;
        } else {
            worst = jx_status_worse(worst, jx_faults_take(faults, &err));
        }
    }
    jx_arena_free(arena);
    return worst;
}
