// SPDX-License-Identifier: MIT
// Forms as the long CSV: what is read, and beside it what people need.
#include "base/decimal.h"
#include "form/page.h"
#include "report/cells.h"
#include "report/escape.h"
#include "report/scratch.h"

const jx_label jx_form_facts[JX_FORM_FACTS] = {
    JX_LABEL_CATEGORY,  JX_LABEL_SUBCATEGORY, JX_LABEL_LEAF,       JX_LABEL_SELF_TARGET,
    JX_LABEL_FORM_UNIT, JX_LABEL_FORM_RULE,   JX_LABEL_SELF_WEIGHT};

enum { CATEGORY, SUBCATEGORY, LEAF, TARGET, UNIT, RULE, WEIGHT };

// The published words, else what they formally mean.
static void add_target(jx_text *raw, const jx_table_row *row)
{
    const jx_str published = row->value.size > 0 ? row->value : row->content;
    if (row->measured_unit.size == 0 && published.size > 0) {
        jx_text_add(raw, published);
    } else {
        jx_target_add(raw, row, false);
    }
}

static void add_rule(jx_text *raw, const jx_table_row *row, jx_lang lang)
{
    if (row->rule.size > 0) {
        jx_text_add(raw, row->rule);
    } else {
        jx_text_put(raw, jx_words_in(row->method_label, lang));
    }
}

void jx_form_fact_add(
    jx_text *raw, const jx_form *form, const jx_form_row *of, size_t fact, jx_lang lang)
{
    char weight[JX_DECIMAL_TEXT];
    const jx_table_row *row = of->row;
    if (row == NULL) {
        jx_text_put(raw, fact == LEAF ? jx_label_in(JX_LABEL_FORM_WHOLE_PROJECT, lang) : "");
        return;
    }
    switch (fact) {
    case CATEGORY:
        jx_text_put(raw, jx_words_in(form->table->categories[row->category].label, lang));
        break;
    case SUBCATEGORY:
        jx_text_put(raw,
                    row->subcategory.size == 0 ? "" : jx_words_in(row->subcategory_label, lang));
        break;
    case LEAF:
        jx_text_add(raw, row->name);
        break;
    case TARGET:
        add_target(raw, row);
        break;
    case UNIT:
        jx_text_add(raw, row->unit);
        break;
    case RULE:
        add_rule(raw, row, lang);
        break;
    case WEIGHT:
    default:
        jx_text_add(raw, jx_decimal_format(row->weight, 0, weight));
        break;
    }
}

// ------------------------------------------------------------------------------------------------- columns

// The keys of all forms, each once: those of one keep their order.
static size_t unite_columns(const jx_form *forms, size_t count, jx_str *keys)
{
    size_t united = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < forms[i].column_count; k++) {
            size_t at = 0;
            while (at < united && !jx_str_equal(keys[at], forms[i].columns[k].key)) {
                at++;
            }
            keys[at] = forms[i].columns[k].key;
            united += at == united;
        }
    }
    return united;
}

static size_t most_columns(const jx_form *forms, size_t count)
{
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        most += forms[i].column_count;
    }
    return most;
}

// ---------------------------------------------------------------------------------------------------- rows

static void add_label(jx_text *out, jx_label label, jx_lang lang)
{
    jx_text_put(out, ",x-");
    jx_text_put(out, jx_label_in(label, lang));
}

static void add_head(jx_text *out, const jx_str *keys, size_t count, jx_lang lang)
{
    jx_text_put(out, "\xEF\xBB\xBFproject,indicator");
    for (size_t i = 0; i < JX_FORM_FACTS; i++) {
        add_label(out, jx_form_facts[i], lang);
    }
    for (size_t i = 0; i < count; i++) {
        jx_text_add_char(out, ',');
        jx_text_add(out, keys[i]);
    }
    add_label(out, JX_LABEL_FORM_EXPECTS, lang);
    jx_text_add_char(out, '\n');
}

// What the first cell expects that is asked for; of the project's own inputs what each of them does.
static jx_str find_hint(const jx_form *form, const jx_form_row *row)
{
    for (size_t i = 0; i < form->column_count; i++) {
        if (row->cells[i].kind != JX_FORM_ABSENT) {
            return row->cells[i].hint;
        }
    }
    return JX_STR_NONE;
}

static void add_row(
    jx_text *out, const jx_form *form, const jx_form_row *row, size_t count, jx_lang lang)
{
    jx_text raw = jx_text_in(out->arena);
    jx_text_add(out, form->project);
    jx_text_add_char(out, ',');
    jx_text_add(out, row->row == NULL ? JX_STR_NONE : row->row->id);
    for (size_t i = 0; i < JX_FORM_FACTS; i++) {
        jx_scratch_end(out, &raw);
        jx_form_fact_add(&raw, form, row, i, lang);
        jx_text_add_char(out, ',');
        jx_add_csv(out, jx_text_str(&raw));
    }
    for (size_t i = 0; i < count; i++) {
        jx_text_add_char(out, ',');
    }
    jx_text_add_char(out, ',');
    jx_add_csv(out, find_hint(form, row));
    jx_text_add_char(out, '\n');
    jx_scratch_end(out, &raw);
}

void jx_form_add_csv(jx_text *out, const jx_form *forms, size_t count, jx_lang lang)
{
    jx_str *keys = jx_arena_array(out->arena, most_columns(forms, count), sizeof *keys);
    out->failed = out->failed || keys == NULL;
    if (keys == NULL) {
        return;
    }
    const size_t columns = unite_columns(forms, count, keys);
    add_head(out, keys, columns, lang);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < forms[i].row_count; k++) {
            add_row(out, &forms[i], &forms[i].rows[k], columns, lang);
        }
    }
}
