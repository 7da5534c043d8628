// SPDX-License-Identifier: MIT
// How an indicator loses points: its method and the method's terms.
#include "base/list.h"
#include "score/draft.h"
#include "score/losing.h"
#include "score/loss_words.h"

// ---------------------------------------------------------------------------------------------- stated

static jx_status fail_method_name(jx_indicator_draft *in, jx_str name)
{
    size_t count = 0;
    size_t most = jx_method_count();
    jx_str *names = jx_arena_array(in->draft->arena, most, sizeof *names);
    for (size_t i = 0; i < most && names != NULL; i++) {
        jx_str known = jx_str_of(jx_method_at(i)->name);
        if (jx_plugin_admits(in->indicator->plugin->standard_methods, known)) {
            names[count++] = known;
        }
    }
    jx_place place = jx_draft_key_place(in->draft, in->section, "method");
    jx_str nearest = jx_str_nearest(name, names, count);
    return nearest.data != NULL
               ? jx_fault(in->draft->faults, &place, JX_MESSAGE_METHOD_NEAR, name, nearest)
               : jx_fault(in->draft->faults, &place, JX_MESSAGE_METHOD_UNKNOWN, name);
}

jx_status jx_draft_stated_method(jx_indicator_draft *in)
{
    jx_str name = jx_draft_text(&in->core[JX_INDICATOR_METHOD]);
    in->row->scored_by = in->section->by_rule ? JX_BY_RULE
                         : name.size == 0     ? JX_BY_DEFAULT
                                              : JX_BY_METHOD;
    if (name.size == 0) {
        return JX_OK;
    }
    in->indicator->method = jx_method_find(name);
    if (in->indicator->method == NULL) {
        return fail_method_name(in, name);
    }
    if (!jx_plugin_admits(in->indicator->plugin->standard_methods, name)) {
        jx_place place = jx_draft_key_place(in->draft, in->section, "method");
        return jx_fault(in->draft->faults, &place, JX_MESSAGE_METHOD_NOT_ADMITTED, name,
                        jx_str_of(in->indicator->plugin->name));
    }
    return JX_OK;
}

jx_status jx_draft_check_figures(jx_indicator_draft *in, uint32_t kinds)
{
    const jx_plan_indicator *indicator = in->indicator;
    if (indicator->method == NULL || (indicator->method->figures & kinds) != 0) {
        return JX_OK;
    }
    jx_place place = jx_draft_key_place(in->draft, in->section, "method");
    return jx_fault(in->draft->faults, &place, JX_MESSAGE_METHOD_FIGURE,
                    jx_str_of(indicator->method->name), jx_str_of(indicator->measure->name));
}

// ----------------------------------------------------------------------------------------------- terms

// Words that were to be read before the plan is made, and are not understood.
static jx_status fail_wording(jx_indicator_draft *in)
{
    static const jx_words unread = {"没有读过", "nobody read it"};
    const jx_words why = in->section->unclear.zh == NULL ? unread : in->section->unclear;
    const jx_place place = jx_draft_key_place(in->draft, in->section, "rule");
    return jx_fault(in->draft->faults, &place, JX_MESSAGE_RULE_UNCLEAR,
                    jx_str_of(jx_words_in(why, in->draft->faults->lang)), in->row->rule);
}

static jx_status choose_method(jx_indicator_draft *in)
{
    jx_plan_indicator *indicator = in->indicator;
    if (indicator->method != NULL) {
        return JX_OK;
    }
    if (in->row->rule.size != 0) {
        return fail_wording(in);
    }
    indicator->method = jx_method_default(indicator->figure);
    return JX_OK;
}

static jx_status check_target(jx_indicator_draft *in)
{
    const jx_plan_indicator *indicator = in->indicator;
    if ((indicator->method->flags & JX_METHOD_NEEDS_TARGET) == 0 ||
        indicator->facts.target.kind != JX_FIGURE_NONE) {
        return JX_OK;
    }
    jx_place place = jx_draft_place(in->draft, in->section);
    return jx_fault(in->draft->faults, &place, JX_MESSAGE_TARGET_MISSING,
                    jx_str_of(indicator->method->name));
}

jx_status jx_draft_terms(jx_indicator_draft *in)
{
    if (in->indicator->method == NULL) {
        return JX_OK;
    }
    jx_key_source source = jx_draft_source(in);
    return jx_draft_new_values(in->draft, &source, &in->indicator->method->fields,
                               &in->method_values);
}

static jx_status compile_terms(jx_indicator_draft *in)
{
    jx_plan_indicator *indicator = in->indicator;
    jx_error err = JX_ERROR(in->draft->faults->lang);
    bool as_counted =
        indicator->form.actual == JX_ACTUAL_NUMBER && indicator->measure->unit == NULL;
    jx_method_source source = {
        .arena = in->draft->arena,
        .indicator = &indicator->facts,
        .figure = indicator->figure,
        .whole = indicator->form.whole && as_counted,
        .unit = in->row->measured_unit,
        .target = in->row->target,
        .values = in->method_values,
        .levels = in->levels.names,
        .level_tails = in->levels.tails,
        .path = in->draft->project->path,
        .section = in->section,
    };
    if (indicator->method->compile != NULL &&
        indicator->method->compile(&source, &indicator->terms, &err) != JX_OK) {
        return jx_faults_take(in->draft->faults, &err);
    }
    if (indicator->method->floor != NULL) {
        indicator->floor = indicator->method->floor(indicator->terms);
    }
    return JX_OK;
}

// Whether the category may word a loss by figures that it has not: looked at again when one is given, since the method need
// not take it.
static bool are_words_doubtful(const jx_plan_indicator *indicator)
{
    const jx_plugin *plugin = indicator->plugin;
    const jx_list *codes = &indicator->method->codes;
    bool doubtful = jx_loss_words_check(plugin, &jx_missing_code, NULL, NULL) != JX_OK;
    for (uint32_t i = 0; i < codes->count && !doubtful; i++) {
        doubtful = jx_loss_words_check(plugin, jx_list_at(codes, i), NULL, NULL) != JX_OK;
    }
    return doubtful;
}

jx_status jx_draft_method(jx_indicator_draft *in)
{
    jx_status status = choose_method(in);
    if (status != JX_OK) {
        return status;
    }
    in->row->method = in->indicator->method->name;
    in->row->method_label = in->indicator->method->label;
    in->indicator->words_doubtful = are_words_doubtful(in->indicator);
    status = jx_draft_check_figures(in, JX_KIND_BIT(in->indicator->figure));
    status = status != JX_OK ? status : check_target(in);
    status = status != JX_OK ? status : jx_draft_terms(in);
    return status != JX_OK ? status : compile_terms(in);
}
