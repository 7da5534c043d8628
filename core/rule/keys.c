// SPDX-License-Identifier: MIT
// What was understood as the keys of a project file, in the order of the reference.
#include "rule/draft.h"

enum { KEYS = 19 };

static void state(jx_rule_key *keys, size_t *count, const char *key, jx_str value)
{
    if (value.data != NULL) {
        keys[(*count)++] = (jx_rule_key){key, value};
    }
}

// The unit that a cell beside the wording names, where the table has no column for it.
static jx_str find_unit(const jx_rule_draft *in)
{
    const char *kind = in->meaning.kind;
    const bool share = strcmp(kind, "percent_of_target") == 0 || strcmp(kind, "of_budget") == 0;
    const jx_str words = share ? (jx_str)JX_STR("%") : in->table.unit_words;
    const bool wanted = strcmp(in->meaning.measure, "value") == 0 && words.size != 0 &&
                        jx_str_trim(in->wording->unit).size == 0;
    return wanted ? jx_arena_copy(in->arena, words) : JX_STR_NONE;
}

bool jx_write_keys(jx_rule_draft *in)
{
    const jx_meaning *meaning = &in->meaning;
    jx_rule_key *keys = jx_arena_array(in->arena, KEYS, sizeof *keys);
    size_t count = 0;
    if (keys == NULL) {
        in->failed = true;
        return false;
    }
    state(keys, &count, "unit", find_unit(in));
    state(keys, &count, "measure", jx_str_of(meaning->measure));
    state(keys, &count, "method", jx_str_of(meaning->method));
    state(keys, &count, "target", meaning->target);
    state(keys, &count, "comparator", jx_str_of(meaning->comparator));
    state(keys, &count, "weight", jx_number_text(in, in->table.weight));
    state(keys, &count, "otherwise", meaning->otherwise);
    state(keys, &count, "deduct", meaning->deduct);
    state(keys, &count, "step", meaning->step);
    state(keys, &count, "part", jx_str_of(meaning->part));
    state(keys, &count, "step_unit", jx_str_of(meaning->step_unit));
    state(keys, &count, "floor", meaning->floor);
    state(keys, &count, "zero_below", meaning->zero_below);
    state(keys, &count, "zero_above", meaning->zero_above);
    state(keys, &count, "bands", meaning->bands);
    state(keys, &count, "of", meaning->of_target ? (jx_str)JX_STR("target") : JX_STR_NONE);
    state(keys, &count, "levels", meaning->levels);
    state(keys, &count, "judged", meaning->judged);
    in->reading->keys = keys;
    in->reading->key_count = count;
    return !in->failed;
}
