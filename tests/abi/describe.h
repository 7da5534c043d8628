// SPDX-License-Identifier: MIT
// Everything that a plugin says, as text: two builds of one plugin read the same. Compiled against the header that its
// program is compiled against.
#ifndef JIXIAO_TESTS_ABI_DESCRIBE_H
#define JIXIAO_TESTS_ABI_DESCRIBE_H

#include "base/text.h"
#include "plugin/fields.h"

#include <jixiao/plugin.h>

static inline void describe_text(jx_text *out, const char *text)
{
    jx_text_put(out, text == NULL ? "NULL" : text);
    jx_text_add_char(out, '\n');
}

static inline void describe_number(jx_text *out, uint64_t number)
{
    jx_text_add_number(out, number);
    jx_text_add_char(out, '\n');
}

static inline void describe_words(jx_text *out, jx_words words)
{
    describe_text(out, words.zh);
    describe_text(out, words.en);
}

static inline void describe_fields(jx_text *out, const jx_list *list)
{
    describe_number(out, list->count);
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_field *row = jx_list_at(list, i);
        describe_number(out, row->type);
        describe_number(out, row->flags);
        describe_text(out, row->key);
        describe_text(out, row->choices);
        describe_text(out, row->fallback);
        describe_text(out, row->minimum);
        describe_text(out, row->maximum);
        describe_words(out, row->says);
    }
}

static inline void describe_measures(jx_text *out, const jx_list *list)
{
    describe_number(out, list->count);
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_measure *row = jx_list_at(list, i);
        describe_text(out, row->name);
        describe_number(out, row->actual);
        describe_number(out, row->figures);
        describe_text(out, row->unit);
        describe_words(out, row->says);
        describe_fields(out, &row->fields);
        describe_fields(out, &row->inputs);
        describe_number(out, row->prepare != NULL);
        describe_number(out, row->find != NULL);
    }
}

static inline void describe_subcategories(jx_text *out, const jx_list *list)
{
    describe_number(out, list->count);
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_subcategory *row = jx_list_at(list, i);
        describe_text(out, row->name);
        describe_words(out, row->label);
    }
}

static inline void describe_defaults(jx_text *out, const jx_list *list)
{
    describe_number(out, list->count);
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_default *row = jx_list_at(list, i);
        describe_text(out, row->key);
        describe_text(out, row->value);
    }
}

static inline void describe_shares(jx_text *out, const jx_list *list)
{
    describe_number(out, list->count);
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_share *row = jx_list_at(list, i);
        describe_text(out, row->category);
        describe_number(out, row->flags);
        describe_number(out, row->reserved);
        describe_text(out, row->minimum);
        describe_text(out, row->maximum);
        describe_text(out, row->without);
        describe_text(out, row->subcategories);
    }
}

static inline void describe_grades(jx_text *out, const jx_list *list)
{
    describe_number(out, list->count);
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_type_grade *row = jx_list_at(list, i);
        describe_text(out, row->name);
        describe_text(out, row->least);
    }
}

static inline void describe_loss_codes(jx_text *out, const jx_list *list)
{
    describe_number(out, list->count);
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_loss_code *row = jx_list_at(list, i);
        describe_text(out, row->code);
        for (size_t figure = 0; figure < JX_LOSS_FIGURES; figure++) {
            describe_text(out, row->figures[figure]);
        }
        describe_words(out, row->says);
    }
}

// Ends in NUL.
static inline const char *describe_plugin(jx_arena *arena, const jx_plugin *plugin)
{
    jx_text out = jx_text_in(arena);
    describe_number(&out, plugin->kind);
    describe_text(&out, plugin->name);
    describe_text(&out, plugin->version);
    describe_words(&out, plugin->label);
    describe_words(&out, plugin->says);
    describe_subcategories(&out, &plugin->subcategories);
    describe_measures(&out, &plugin->measures);
    describe_text(&out, plugin->standard_measures);
    describe_text(&out, plugin->standard_methods);
    describe_defaults(&out, &plugin->defaults);
    describe_fields(&out, &plugin->fields);
    describe_fields(&out, &plugin->inputs);
    describe_loss_codes(&out, &plugin->loss_codes);
    describe_number(&out, plugin->create != NULL);
    describe_number(&out, plugin->destroy != NULL);
    describe_number(&out, plugin->lose != NULL);
    describe_shares(&out, &plugin->shares);
    describe_grades(&out, &plugin->grades);
    describe_defaults(&out, &plugin->project_defaults);
    describe_defaults(&out, &plugin->indicator_defaults);
    describe_number(&out, plugin->type_flags);
    describe_number(&out, plugin->reserved);
    jx_text_add_char(&out, '\0');
    return out.data;
}

#endif
