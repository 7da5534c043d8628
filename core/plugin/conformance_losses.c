// SPDX-License-Identifier: MIT
#include "base/list.h"
#include "model/placeholders.h"
#include "plugin/conformance_rules.h"

enum { NAMES = JX_PLACEHOLDER_COUNT + JX_LOSS_FIGURES };

static bool is_common_name(jx_str name)
{
    for (size_t i = 0; i < JX_PLACEHOLDER_COUNT; i++) {
        if (jx_str_is(name, jx_placeholder_names[i])) {
            return true;
        }
    }
    return false;
}

// --------------------------------------------------------------------------------------------- codes

static bool is_first_code(const jx_list *list, uint32_t index)
{
    const jx_loss_code *row = jx_list_at(list, index);
    for (uint32_t i = 0; i < index; i++) {
        const jx_loss_code *earlier = jx_list_at(list, i);
        if (jx_str_is(jx_str_of(row->code), earlier->code)) {
            return false;
        }
    }
    return true;
}

static bool is_figure_name(const char *name)
{
    for (const char *byte = name; *byte != '\0'; byte++) {
        if (!(*byte >= 'a' && *byte <= 'z') && *byte != '_') {
            return false;
        }
    }
    return name[0] != '\0' && !is_common_name(jx_str_of(name));
}

static bool is_first_figure(const jx_loss_code *row, uint32_t index)
{
    for (uint32_t i = 0; i < index; i++) {
        if (row->figures[i] == NULL || jx_str_is(jx_str_of(row->figures[i]), row->figures[index])) {
            return false;
        }
    }
    return true;
}

static bool check_figures(jx_inspection *at, const jx_loss_code *row)
{
    for (uint32_t i = 0; i < JX_LOSS_FIGURES; i++) {
        const char *name = row->figures[i];
        if (name != NULL && (!is_figure_name(name) || !is_first_figure(row, i))) {
            return jx_blame(at, "figures", name);
        }
    }
    return true;
}

bool jx_rule_loss_codes(jx_inspection *at)
{
    const jx_list *list = &at->plugin->loss_codes;
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_loss_code *row = jx_list_at(list, i);
        jx_look_at(at, "", "loss_codes", i);
        if (!jx_str_is_name(jx_str_of(row->code), '_') || !is_first_code(list, i)) {
            return jx_blame(at, "code", row->code);
        }
        if (!check_figures(at, row)) {
            return false;
        }
    }
    return true;
}

// -------------------------------------------------------------------------------------- placeholders

// The place of the name among those that the row's sentences may use; NAMES where it is none of them.
static uint32_t find_name(const jx_loss_code *row, jx_str name)
{
    for (uint32_t i = 0; i < NAMES; i++) {
        const char *known = i < JX_PLACEHOLDER_COUNT ? jx_placeholder_names[i]
                                                     : row->figures[i - JX_PLACEHOLDER_COUNT];
        if (known != NULL && jx_str_is(name, known)) {
            return i;
        }
    }
    return NAMES;
}

// Collects the names in braces as bits; false where braces hold none that is known.
static bool read_names(const jx_loss_code *row, const char *sentence, uint32_t *ret)
{
    *ret = 0;
    for (const char *brace = strchr(sentence, '{'); brace != NULL; brace = strchr(brace, '{')) {
        const char *end = strchr(brace, '}');
        if (end == NULL) {
            return false;
        }
        const uint32_t name = find_name(row, (jx_str){brace + 1, (size_t)(end - brace - 1)});
        if (name == NAMES) {
            return false;
        }
        *ret |= 1u << name;
        brace = end;
    }
    return true;
}

// Blames the sentence, and the placeholder in it that is not known.
static bool blame_sentence(jx_inspection *at,
                           const jx_loss_code *row,
                           const char *member,
                           const char *sentence)
{
    jx_placeholder_fault fault;
    const jx_placeholder_set set = {row->figures, true};
    (void)jx_blame(at, member, sentence);
    if (jx_placeholders_are_known(jx_str_of(sentence), &set, &fault)) {
        return false;
    }
    jx_text_put(&at->found, " {");
    jx_text_add(&at->found, fault.name);
    jx_text_add_char(&at->found, '}');
    if (fault.nearest.data != NULL) {
        jx_text_put(&at->found, " → {");
        jx_text_add(&at->found, fault.nearest);
        jx_text_put(&at->found, "}?");
    }
    return false;
}

bool jx_rule_placeholders(jx_inspection *at)
{
    const jx_list *list = &at->plugin->loss_codes;
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_loss_code *row = jx_list_at(list, i);
        uint32_t names_zh;
        uint32_t names_en;
        jx_look_at(at, "", "loss_codes", i);
        if (!read_names(row, row->says.zh, &names_zh)) {
            return blame_sentence(at, row, "says.zh", row->says.zh);
        }
        if (!read_names(row, row->says.en, &names_en) || names_en != names_zh) {
            return blame_sentence(at, row, "says.en", row->says.en);
        }
    }
    return true;
}
