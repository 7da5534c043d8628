// SPDX-License-Identifier: MIT
#include "base/list.h"
#include "base/utf8.h"
#include "plugin/conformance_rules.h"

static bool check_words(jx_inspection *at,
                        const char *member_zh,
                        const char *member_en,
                        jx_words words)
{
    if (!jx_utf8_is_line(jx_str_of(words.zh))) {
        return jx_blame(at, member_zh, words.zh);
    }
    return jx_utf8_is_line(jx_str_of(words.en)) || jx_blame(at, member_en, words.en);
}

static bool check_says(jx_inspection *at, jx_words words)
{
    return check_words(at, "says.zh", "says.en", words);
}

static bool check_label(jx_inspection *at, jx_words words)
{
    return check_words(at, "label.zh", "label.en", words);
}

static bool check_field(jx_inspection *at, const jx_field *field)
{
    return check_says(at, field->says);
}

static bool check_measure(jx_inspection *at, const jx_measure *measure)
{
    if (measure->unit != NULL && !jx_utf8_is_line(jx_str_of(measure->unit))) {
        return jx_blame(at, "unit", measure->unit);
    }
    return check_says(at, measure->says);
}

static bool check_subcategories(jx_inspection *at)
{
    const jx_list *list = &at->plugin->subcategories;
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_subcategory *row = jx_list_at(list, i);
        jx_look_at(at, "", "subcategories", i);
        if (!check_label(at, row->label)) {
            return false;
        }
    }
    return true;
}

static bool check_loss_codes(jx_inspection *at)
{
    const jx_list *list = &at->plugin->loss_codes;
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_loss_code *row = jx_list_at(list, i);
        jx_look_at(at, "", "loss_codes", i);
        if (!check_says(at, row->says)) {
            return false;
        }
    }
    return true;
}

bool jx_rule_words(jx_inspection *at)
{
    return check_label(at, at->plugin->label) && check_says(at, at->plugin->says) &&
           check_subcategories(at) && jx_each_measure(at, check_measure) &&
           jx_each_field(at, check_field) && check_loss_codes(at);
}
