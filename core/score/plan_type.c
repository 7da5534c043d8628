// SPDX-License-Identifier: MIT
// The project's type: which one it is, and what the table has that the type has not.
#include "base/text.h"
#include "plugin/shares.h"
#include "score/draft.h"

// ------------------------------------------------------------------------------------------- which one

static jx_status fail_type(const jx_draft *draft, const jx_entry *entry)
{
    jx_place place = {.file = draft->project->path, .line = entry->line, .key = entry->key};
    jx_str nearest = jx_registry_nearest(draft->sources->registry, JX_PLUGIN_PROJECT_TYPE,
                                         entry->value, draft->arena);
    return nearest.data != NULL
               ? jx_fault(draft->faults, &place, JX_MESSAGE_TYPE_UNKNOWN_NEAR, entry->value,
                          nearest)
               : jx_fault(draft->faults, &place, JX_MESSAGE_TYPE_UNKNOWN, entry->value,
                          jx_str_of(jx_registry_path(draft->sources->registry)));
}

jx_status jx_draft_find_type(jx_draft *draft)
{
    const jx_field *key = jx_list_at(&jx_project_keys, JX_PROJECT_TYPE);
    const jx_entry *entry = jx_section_find(&draft->project->head, key->key);
    const jx_registered *found =
        entry == NULL ? jx_registry_usual_type(draft->sources->registry)
                      : jx_registry_find_type(draft->sources->registry, entry->value);
    draft->type_named = entry != NULL;
    if (found == NULL) {
        return entry == NULL ? JX_OK : fail_type(draft, entry);
    }
    jx_table *table = &draft->plan->table;
    draft->type = found->plugin;
    table->type = jx_str_of(found->plugin->name);
    draft->plugins[table->plugin_count++] = jx_draft_plugin(found);
    return JX_OK;
}

// --------------------------------------------------------------------------------------- what it shares

// A table that is held against its type.
typedef struct comparison {
    jx_draft *draft;
    const jx_table *table;
    bool weights_fit; // their shares of `full` mean something
    size_t differences;
    jx_status status; // of the faults
    jx_text found;    // working room
    jx_text expected;
    bool failed; // memory ran out for one of them
} comparison;

static bool has_category(const jx_table *table, const char *name)
{
    for (size_t i = 0; i < table->category_count; i++) {
        if (jx_str_is(table->categories[i].name, name)) {
            return true;
        }
    }
    return false;
}

// The row that holds for the category in this table, or NULL.
static const jx_share *find_share(const comparison *at, jx_str category)
{
    const jx_list *list = &at->draft->type->shares;
    const jx_share *always = NULL;
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_share *row = jx_list_at(list, i);
        if (!jx_str_is(category, row->category)) {
            continue;
        }
        if (row->without == NULL) {
            always = row;
        } else if (!has_category(at->table, row->without)) {
            return row;
        }
    }
    return always;
}

static bool holds(const comparison *at, const jx_share *row)
{
    return find_share(at, jx_str_of(row->category)) == row;
}

// The weights of a category in percent of `full`. Weights and `full` are of at most six places and a million each.
static jx_ratio find_percentage(const jx_table *table, size_t category)
{
    jx_decimal sum = JX_DECIMAL_ZERO;
    jx_ratio percentage = jx_ratio_of(JX_DECIMAL_ZERO);
    for (size_t i = 0; i < table->row_count; i++) {
        if (table->rows[i].category == category) {
            (void)jx_decimal_add(sum, table->rows[i].weight, &sum);
        }
    }
    (void)jx_decimal_multiply(sum, jx_decimal_make(100, 0), &sum);
    (void)jx_ratio_make(sum, table->full, &percentage);
    return percentage;
}

static int compare_bound(jx_ratio percentage, const char *bound)
{
    jx_decimal decimal = JX_DECIMAL_ZERO;
    (void)jx_decimal_parse(jx_str_of(bound), &decimal); // was checked when the type was loaded
    return jx_ratio_compare(percentage, jx_ratio_of(decimal));
}

static bool is_inside(const jx_share *share, jx_ratio percentage)
{
    return compare_bound(percentage, jx_share_minimum(share)) >= 0 &&
           compare_bound(percentage, jx_share_maximum(share)) <= 0;
}

static bool has_subcategory(const jx_table *table, size_t category, jx_str name)
{
    for (size_t i = 0; i < table->row_count; i++) {
        if (table->rows[i].category == category && jx_str_equal(table->rows[i].subcategory, name)) {
            return true;
        }
    }
    return false;
}

// ------------------------------------------------------------------------------------------- in words

// Rounded for display only.
static void add_percentage(jx_text *out, jx_ratio percentage)
{
    enum { SHOWN_PLACES = 6 };
    char buffer[JX_DECIMAL_TEXT];
    jx_decimal shown = JX_DECIMAL_ZERO;
    (void)jx_ratio_round(percentage, SHOWN_PLACES, JX_ROUND_HALF_UP, &shown);
    jx_text_add(out, jx_decimal_format(shown, 0, buffer));
}

static void add_comma(jx_text *out, const comparison *at)
{
    if (out->size > 0) {
        jx_text_put(out, at->draft->faults->lang == JX_ZH ? "、" : ", ");
    }
}

// What tables like this one have: cost 20, output 25–45.
static void add_shares(jx_text *out, const comparison *at)
{
    const jx_list *list = &at->draft->type->shares;
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_share *row = jx_list_at(list, i);
        if (holds(at, row) &&
            ((row->flags & JX_SHARE_REQUIRED) != 0 || has_category(at->table, row->category))) {
            add_comma(out, at);
            jx_text_put(out, row->category);
            jx_text_add_char(out, ' ');
            jx_share_add(out, row);
        }
    }
}

// What this one has: output 70, benefit 20.
static void add_percentages(jx_text *out, const comparison *at)
{
    for (size_t i = 0; i < at->table->category_count; i++) {
        add_comma(out, at);
        jx_text_add(out, at->table->categories[i].name);
        jx_text_add_char(out, ' ');
        add_percentage(out, find_percentage(at->table, i));
    }
}

// ---------------------------------------------------------------------------------------- what differs

static void note_memory(comparison *at)
{
    at->failed = at->failed || at->found.failed || at->expected.failed;
}

// A difference is a fault, a finding, or merely counted: of a type that nobody named, one line says all.
static void tell(comparison *at, const jx_place *place, jx_message message, const jx_str *args)
{
    jx_draft *draft = at->draft;
    at->differences++;
    note_memory(at);
    if ((draft->type->type_flags & JX_TYPE_ADVISES) == 0) {
        at->status = jx_faults_add(draft->faults, place, message, args);
    } else if (draft->type_named) {
        jx_findings_add(&draft->plan->findings, JX_WARNING, place, message, args);
    }
}

static jx_place place_category(const comparison *at, size_t category)
{
    jx_place place = {.file = at->table->path};
    for (size_t i = 0; i < at->table->row_count && place.line == 0; i++) {
        place.line = at->table->rows[i].category == category ? at->table->rows[i].line : 0;
    }
    return place;
}

static void compare_weights(comparison *at, size_t category, const jx_share *share)
{
    const jx_ratio percentage = find_percentage(at->table, category);
    if (!at->weights_fit || is_inside(share, percentage)) {
        return;
    }
    jx_text_clear(&at->found);
    jx_text_clear(&at->expected);
    add_percentage(&at->found, percentage);
    jx_share_add(&at->expected, share);
    const jx_place place = place_category(at, category);
    tell(at, &place, JX_MESSAGE_WEIGHTS_OUTSIDE,
         JX_ARGS(at->table->categories[category].name, jx_text_str(&at->found), at->table->type,
                 jx_text_str(&at->expected)));
}

static void compare_subcategories(comparison *at, size_t category, const jx_share *share)
{
    const jx_place place = place_category(at, category);
    jx_str rest = jx_str_of(share->subcategories);
    while (rest.data != NULL) {
        const jx_str name = jx_str_next(&rest, ' ');
        if (name.size > 0 && !has_subcategory(at->table, category, name)) {
            tell(at, &place, JX_MESSAGE_SUBCATEGORY_ABSENT,
                 JX_ARGS(at->table->categories[category].name, name, at->table->type));
        }
    }
}

static void compare_category(comparison *at, size_t category)
{
    const jx_str name = at->table->categories[category].name;
    const jx_share *share = find_share(at, name);
    if (share != NULL) {
        compare_weights(at, category, share);
        compare_subcategories(at, category, share);
        return;
    }
    jx_text_clear(&at->expected);
    add_shares(&at->expected, at);
    const jx_place place = place_category(at, category);
    tell(at, &place, JX_MESSAGE_CATEGORY_OUTSIDE,
         JX_ARGS(name, at->table->type, jx_text_str(&at->expected)));
}

static void compare_absent(comparison *at)
{
    const jx_list *list = &at->draft->type->shares;
    const jx_place place = jx_draft_place(at->draft, &at->draft->project->head);
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_share *row = jx_list_at(list, i);
        if ((row->flags & JX_SHARE_REQUIRED) != 0 && holds(at, row) &&
            !has_category(at->table, row->category)) {
            tell(at, &place, JX_MESSAGE_CATEGORY_ABSENT,
                 JX_ARGS(jx_str_of(row->category), at->table->type));
        }
    }
}

// One line for a type that nobody named: published tables differ, and nobody reads noise.
static void tell_in_one(comparison *at)
{
    jx_text_clear(&at->found);
    jx_text_clear(&at->expected);
    add_percentages(&at->found, at);
    add_shares(&at->expected, at);
    note_memory(at);
    const jx_place place = jx_draft_place(at->draft, &at->draft->project->head);
    jx_find(&at->draft->plan->findings, JX_INFO, &place, JX_MESSAGE_TYPE_DIFFERS,
            jx_text_str(&at->found), at->table->type, jx_text_str(&at->expected));
}

// Whether every indicator has what is compared; what has not has a fault of its own.
static bool is_comparable(const jx_draft *draft)
{
    const jx_table *table = &draft->plan->table;
    for (size_t i = 0; i < table->row_count; i++) {
        if (draft->plan->indicators[i].plugin == NULL ||
            jx_decimal_sign(table->rows[i].weight) <= 0) {
            return false;
        }
    }
    return jx_decimal_sign(table->full) > 0;
}

jx_status jx_draft_check_type(jx_draft *draft, bool weights_fit)
{
    comparison at = {
        .draft = draft,
        .table = &draft->plan->table,
        .weights_fit = weights_fit,
        .found = jx_text_in(draft->arena),
        .expected = jx_text_in(draft->arena),
    };
    if (draft->type->shares.count == 0 || !is_comparable(draft)) {
        return JX_OK;
    }
    for (size_t i = 0; i < at.table->category_count; i++) {
        compare_category(&at, i);
    }
    compare_absent(&at);
    const bool advises = (draft->type->type_flags & JX_TYPE_ADVISES) != 0;
    if (at.differences > 0 && advises && !draft->type_named) {
        tell_in_one(&at);
    }
    const bool failed = at.failed || draft->plan->findings.failed;
    return failed ? jx_fault_memory(draft->faults) : at.status;
}
