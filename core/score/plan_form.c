// SPDX-License-Identifier: MIT
// What the actual of an indicator must look like.
#include "score/draft.h"

bool jx_draft_wants_levels(const jx_indicator_draft *in)
{
    uint32_t actual = in->indicator->measure->actual;
    return actual == JX_ACTUAL_LEVEL || actual == JX_ACTUAL_COUNTS;
}

bool jx_draft_chooses(const jx_indicator_draft *in)
{
    const jx_method *method = in->indicator->method;
    return method != NULL && method->levels_key != NULL &&
           jx_field_find(&method->fields, jx_str_of(method->levels_key), NULL) != NULL;
}

// Units that are counted: their actuals are whole and not negative.
static const char *const counted_units[] = {
    "个", "家", "户", "项", "人",   "次",   "名",   "件",   "起",   "条", "台", "套",
    "辆", "座", "所", "场", "期",   "份",   "篇",   "宗",   "处",   "只", "头", "株",
    "棵", "本", "册", "张", "位",   "批",   "例",   "部",   "间",   "栋", "幢", "艘",
    "架", "口", "眼", "盏", "人次", "户次", "家次", "批次", "场次",
};

// Units of a place in a ranking, of which 1 is the best.
static const char *const place_units[] = {"名次", "排名", "位次"};

static bool is_one_of(jx_str unit, const char *const *units, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (jx_str_is(unit, units[i])) {
            return true;
        }
    }
    return false;
}

static jx_bound find_bound(const jx_value *stated, bool counted, int64_t least)
{
    if (stated->given) {
        return (jx_bound){.given = true, .rates = true, .at = stated->number};
    }
    return (jx_bound){.given = counted, .rates = false, .at = jx_decimal_make(least, 0)};
}

static bool is_about_numbers(uint32_t actual)
{
    return actual == JX_ACTUAL_NUMBER || actual == JX_ACTUAL_RATE || actual == JX_ACTUAL_AMOUNT;
}

static jx_status check_unused(jx_indicator_draft *in, uint32_t key, bool used)
{
    if (in->lines[key] == 0 || used) {
        return JX_OK;
    }
    const jx_field *field = jx_list_at(&jx_indicator_keys, key);
    jx_str name = jx_str_of(field->key);
    jx_place place = {.file = in->draft->project->path, .line = in->lines[key]};
    return jx_fault(in->draft->faults, &place, JX_MESSAGE_KEY_UNUSED, name,
                    jx_str_of(in->indicator->measure->name));
}

jx_status jx_draft_form(jx_indicator_draft *in)
{
    jx_cell_form *form = &in->indicator->form;
    form->actual = in->indicator->measure->actual;
    form->chooses = jx_draft_chooses(in);
    form->unit = in->row->unit;
    bool numbers = is_about_numbers(form->actual);
    bool places = is_one_of(form->unit, place_units, sizeof place_units / sizeof place_units[0]);
    bool counted = places || is_one_of(form->unit, counted_units,
                                       sizeof counted_units / sizeof counted_units[0]);
    const jx_value *whole = &in->core[JX_INDICATOR_WHOLE];
    form->whole = numbers && (whole->given ? whole->index != 0 : counted);
    form->minimum = find_bound(&in->core[JX_INDICATOR_MINIMUM], numbers && counted, places ? 1 : 0);
    form->maximum = find_bound(&in->core[JX_INDICATOR_MAXIMUM], false, 0);
    form->levels = in->levels.names;
    form->level_count = in->levels.count;
    size_t before = in->draft->faults->count;
    (void)check_unused(in, JX_INDICATOR_WHOLE, numbers);
    (void)check_unused(in, JX_INDICATOR_MINIMUM, numbers);
    (void)check_unused(in, JX_INDICATOR_MAXIMUM, numbers);
    (void)check_unused(in, JX_INDICATOR_LEVELS, jx_draft_wants_levels(in) && !form->chooses);
    return in->draft->faults->count == before ? JX_OK : JX_ECONFIG;
}
