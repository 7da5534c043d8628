// SPDX-License-Identifier: MIT
#include "wording/audit.h"

#include "base/decimal.h"
#include "base/ratio.h"
#include "rule/step_units.h"
#include "wording/compare.h"
#include "wording/probes.h"

enum { PLACES = 6, FAR_GROWTH = 20, LEAST_SHARE = 10, LEVELS_AT_LEAST = 2 };

// Where the key is, or the words that stand for it.
static jx_place place_of(const jx_audited *at, const char *key)
{
    const bool stated = jx_section_find(at->section, key) != NULL;
    jx_place place = jx_section_place(at->section, at->project->path, stated ? key : "rule");
    place.key = JX_STR_NONE;
    place.indicator = at->section->id;
    return place;
}

static const jx_plan_indicator *indicator_of(const jx_audited *at)
{
    return &at->alone.plan->indicators[0];
}

static bool is_by(const jx_audited *at, const char *method)
{
    return strcmp(indicator_of(at)->method->name, method) == 0;
}

static bool is_measured(const jx_audited *at, const char *measure)
{
    return strcmp(indicator_of(at)->measure->name, measure) == 0;
}

static jx_str value_of(const jx_audited *at, const char *key)
{
    const jx_entry *entry = jx_section_find(at->section, key);
    return entry == NULL ? (jx_str)JX_STR("") : entry->value;
}

static bool has(jx_str text, jx_str word)
{
    for (size_t i = 0; i + word.size <= text.size; i++) {
        if (memcmp(text.data + i, word.data, word.size) == 0) {
            return true;
        }
    }
    return false;
}

// ------------------------------------------------------------------------------------- points at actuals

static bool score(jx_audited *at, jx_str actual, jx_decimal *ret)
{
    const jx_scorecard *card = jx_alone_score(&at->alone, actual);
    if (card->outcomes == NULL || card->outcomes[0].state != JX_SCORED) {
        return false;
    }
    *ret = card->outcomes[0].points;
    return true;
}

// The points for a number, and how it is written.
static bool score_number(jx_audited *at, jx_decimal number, jx_str *ret_actual, jx_decimal *ret)
{
    jx_probes none = {.arena = at->arena};
    const jx_probe probe = {.kind = JX_PROBE_NUMBER, .number = number};
    *ret_actual = jx_probe_write(&none, &probe, indicator_of(at));
    return ret_actual->data != NULL && score(at, *ret_actual, ret);
}

static bool target_of(const jx_audited *at, jx_decimal *ret)
{
    const jx_figure *target = &indicator_of(at)->facts.target;
    return target->kind == JX_FIGURE_NUMBER &&
           jx_ratio_round(target->number, PLACES, JX_ROUND_HALF_UP, ret);
}

// The worst that can be achieved where there is such a thing: nothing at all, or what the bounds allow.
static bool find_worst(const jx_audited *at, jx_decimal *ret)
{
    const jx_plan_indicator *indicator = indicator_of(at);
    const uint32_t comparator = indicator->facts.comparator;
    const bool more_is_better = comparator == JX_COMPARE_AT_LEAST || comparator == JX_COMPARE_ABOVE;
    const bool less_is_better = comparator == JX_COMPARE_AT_MOST || comparator == JX_COMPARE_BELOW;
    if (more_is_better && is_measured(at, "growth")) {
        *ret = jx_decimal_make(-100, 0);
        return true;
    }
    if (more_is_better) {
        *ret = indicator->form.minimum.given ? indicator->form.minimum.at : JX_DECIMAL_ZERO;
        return true;
    }
    *ret = indicator->form.maximum.at;
    return less_is_better && indicator->form.maximum.given;
}

// ---------------------------------------------------------------------------------------- the findings

// Weights and steps that cannot reach what the method may leave at least.
static void find_stays_above(jx_audited *at)
{
    jx_decimal worst;
    jx_decimal points;
    jx_str actual;
    char left[JX_DECIMAL_TEXT];
    if (!is_by(at, "step") || !find_worst(at, &worst) ||
        !score_number(at, worst, &actual, &points) ||
        jx_decimal_compare(points, indicator_of(at)->floor) <= 0) {
        return;
    }
    const jx_place place = place_of(at, "deduct");
    jx_find(at->findings, JX_WARNING, &place, JX_MESSAGE_STEP_STAYS_ABOVE, actual,
            jx_decimal_format(points, at->alone.plan->table.places, left));
}

// Far from the target, and hardly a point is lost.
static void find_hardly_bites(jx_audited *at)
{
    jx_decimal target;
    jx_decimal far;
    jx_decimal points;
    jx_decimal tenfold;
    jx_str actual;
    char lost_text[JX_DECIMAL_TEXT];
    char weight_text[JX_DECIMAL_TEXT];
    const jx_plan_indicator *indicator = indicator_of(at);
    const bool less = indicator->facts.comparator == JX_COMPARE_AT_MOST;
    if (!is_by(at, "step") || !target_of(at, &target)) {
        return;
    }
    const bool found =
        is_measured(at, "growth")
            ? jx_decimal_subtract(target, jx_decimal_make(FAR_GROWTH, 0), &far)
            : jx_decimal_multiply(target, less ? jx_decimal_make(2, 0) : jx_decimal_make(5, 1),
                                  &far);
    far = indicator->form.whole ? jx_decimal_round(far, 0, JX_ROUND_DOWN) : far;
    jx_decimal lost;
    if (!found || jx_decimal_compare(far, target) == 0 ||
        !score_number(at, far, &actual, &points) ||
        !jx_decimal_subtract(indicator->facts.weight, points, &lost) ||
        !jx_decimal_multiply(lost, jx_decimal_make(LEAST_SHARE, 0), &tenfold) ||
        jx_decimal_sign(lost) == 0 || jx_decimal_compare(tenfold, indicator->facts.weight) >= 0) {
        return;
    }
    const jx_place place = place_of(at, "deduct");
    jx_find(at->findings, JX_WARNING, &place, JX_MESSAGE_LOSS_HARDLY_BITES, actual,
            jx_decimal_format(lost, at->alone.plan->table.places, lost_text),
            jx_decimal_format(indicator->facts.weight, 0, weight_text));
}

// No actual loses a point.
static void find_never_missed(jx_audited *at)
{
    jx_probes probes = {.arena = at->arena};
    bool scored = false;
    jx_probes_add(&probes, indicator_of(at), at->section);
    for (size_t i = 0; i < probes.count; i++) {
        jx_decimal points;
        const jx_str actual = jx_probe_write(&probes, &probes.rows[i], indicator_of(at));
        if (actual.data == NULL || !score(at, actual, &points)) {
            continue;
        }
        if (jx_decimal_compare(points, indicator_of(at)->facts.weight) < 0) {
            return;
        }
        scored = true;
    }
    if (scored && !probes.failed) {
        const jx_place place = place_of(at, "target");
        jx_find(at->findings, JX_WARNING, &place, JX_MESSAGE_TARGET_NEVER_MISSED,
                value_of(at, "target"));
    }
}

static void find_qualitative(jx_audited *at)
{
    const jx_str kind = value_of(at, "kind");
    if (has(kind, (jx_str)JX_STR("定性")) &&
        indicator_of(at)->facts.target.kind == JX_FIGURE_NUMBER) {
        const jx_place place = place_of(at, "kind");
        jx_find(at->findings, JX_INFO, &place, JX_MESSAGE_KIND_QUALITATIVE, kind,
                value_of(at, "target"));
    }
}

static void find_unit(jx_audited *at)
{
    jx_said_unit unit;
    jx_said_unit step;
    if (!is_by(at, "step")) {
        return;
    }
    if (!jx_said_unit_of(at->vocabulary, at->arena, value_of(at, "unit"), &unit) ||
        !jx_said_unit_of_steps(at->vocabulary, at->arena, value_of(at, "rule"), &step)) {
        at->findings->failed = true;
        return;
    }
    const bool rates = indicator_of(at)->form.actual == JX_ACTUAL_RATE;
    const jx_place place = place_of(at, "unit");
    if (jx_said_units_differ(&unit, &step) && !(rates && step.kind == JX_UNIT_PERCENT)) {
        jx_find(at->findings, JX_WARNING, &place, JX_MESSAGE_UNIT_DIFFERS, unit.words, step.words);
    }
}

// Whether the indicator knows the level.
static bool is_level(const jx_audited *at, jx_str name)
{
    const jx_table_row *row = &at->alone.plan->table.rows[0];
    for (size_t i = 0; i < row->level_count; i++) {
        if (jx_str_equal(row->levels[i], name)) {
            return true;
        }
    }
    return false;
}

// Cuts the next level off a list such as 非常满意、满意、不满意三个等次; what stands behind the last one is cut off as well.
static jx_str next_level(jx_str *rest)
{
    static const jx_str mark = JX_STR("、");
    for (size_t i = 0; i + mark.size <= rest->size; i++) {
        if (memcmp(rest->data + i, mark.data, mark.size) == 0) {
            const jx_str level = jx_str_trim(jx_str_first(*rest, i));
            *rest = jx_str_from(*rest, i + mark.size);
            return level;
        }
    }
    const jx_str last = jx_str_trim(*rest);
    *rest = JX_STR_NONE;
    return last;
}

static bool begins_with_level(const jx_audited *at, jx_str text)
{
    const jx_table_row *row = &at->alone.plan->table.rows[0];
    for (size_t i = 0; i < row->level_count; i++) {
        if (jx_str_starts(text, row->levels[i])) {
            return true;
        }
    }
    return false;
}

// Five levels named and three scored.
static void find_levels(jx_audited *at)
{
    static const char *const keys[] = {"value", "content"};
    if (indicator_of(at)->form.level_count == 0) {
        return;
    }
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        size_t known = 0;
        jx_str missing = JX_STR_NONE;
        for (jx_str rest = value_of(at, keys[i]); rest.data != NULL;) {
            const jx_str level = next_level(&rest);
            const bool last = rest.data == NULL;
            const bool is_known = is_level(at, level) || (last && begins_with_level(at, level));
            known += is_known;
            missing = !is_known && !last && missing.data == NULL ? level : missing;
        }
        if (known >= LEVELS_AT_LEAST && missing.data != NULL) {
            const jx_place place = place_of(at, "levels");
            jx_find(at->findings, JX_WARNING, &place, JX_MESSAGE_LEVEL_UNSCORED, missing);
            return;
        }
    }
}

// ------------------------------------------------------------------------------------------- indicators

static jx_status audit_alone(jx_audited *at, jx_error *err)
{
    static void (*const finders[])(jx_audited *) = {
        find_stays_above, find_hardly_bites, find_never_missed,
        find_qualitative, find_unit,         find_levels,
    };
    const jx_status status = jx_wording_compare(at, err);
    for (size_t i = 0; status == JX_OK && i < sizeof finders / sizeof finders[0]; i++) {
        finders[i](at);
    }
    return status;
}

static jx_status audit_indicator(jx_audited *at, jx_error *err)
{
    jx_faults *faults = jx_arena_alloc(at->arena, sizeof *faults);
    if (faults == NULL) {
        return jx_fail_memory(err);
    }
    jx_faults_init(faults, at->findings->lang);
    if (jx_alone_open(at->arena, at->section, &at->project->head, at->sources, faults,
                      &at->alone) != JX_OK) {
        return faults->status == JX_ESYSTEM ? jx_fail_memory(err) : JX_OK;
    }
    const jx_status status = audit_alone(at, err);
    jx_alone_close(&at->alone);
    return status;
}

jx_status jx_audit(const jx_project *project,
                   const jx_plan_sources *sources,
                   const jx_vocabulary *vocabulary,
                   jx_plan *plan,
                   jx_error *err)
{
    jx_unclear_words unclear = {.ids = jx_text_in(plan->findings.arena)};
    jx_audited at = {
        .arena = jx_arena_new(), // of one indicator
        .project = project,
        .sources = sources,
        .vocabulary = vocabulary,
        .findings = &plan->findings,
        .unclear = &unclear,
    };
    jx_status status = at.arena == NULL ? jx_fail_memory(err) : JX_OK;
    for (size_t i = 0; i < project->indicator_count && status == JX_OK; i++) {
        jx_arena_reset(at.arena);
        at.section = &project->indicators[i];
        status = audit_indicator(&at, err);
    }
    jx_arena_free(at.arena);
    if (unclear.ids.failed || (unclear.count != 0 && unclear.because == NULL)) {
        return jx_fail_memory(err);
    }
    jx_wording_tell_unclear(&unclear, project, &plan->findings);
    return status == JX_OK && plan->findings.failed ? jx_fail_memory(err) : status;
}
