// SPDX-License-Identifier: MIT
#include "cli/rule_result.h"

#include "report/cells.h"
#include "report/labels.h"
#include "report/sentence.h"
#include "rule/step_units.h"
#include "wording/alone.h"
#include "wording/categories.h"
#include "wording/section.h"

// --------------------------------------------------------------------------------------------- planning

// Where no plugin is the row's category, what the keys are planned in is left open.
static jx_wording placed(const jx_rule_ground *ground, const jx_wording *wording)
{
    jx_wording ret = *wording;
    const jx_registered *found =
        jx_category_find(ground->sources->registry, wording->category, wording->subcategory);
    const jx_subcategory *second =
        found == NULL ? NULL : jx_category_find_second(found->plugin, wording->subcategory);
    ret.category = found == NULL ? JX_STR_NONE : jx_str_of(found->plugin->name);
    ret.subcategory = second == NULL ? JX_STR_NONE : jx_str_of(second->name);
    return ret;
}

// Where the row has no unit, that of the target in the rule is taken for it, if the words mean the same with it.
static jx_status take_unit(jx_arena *arena,
                           const jx_rule_ground *ground,
                           jx_rule_result *result,
                           jx_error *err)
{
    jx_reading reading;
    jx_wording wording = result->wording;
    const bool plain = jx_str_is(jx_reading_find(&result->reading, "measure"), "value");
    jx_said_unit said;
    if (!jx_said_unit_behind(ground->vocabulary, arena, wording.rule,
                             jx_reading_find(&result->reading, "target"), &said)) {
        return jx_fail_memory(err);
    }
    wording.unit = said.words;
    if (result->wording.unit.size != 0 || jx_reading_find(&result->reading, "unit").size != 0 ||
        !plain || wording.unit.size == 0) {
        return JX_OK;
    }
    const jx_status status = jx_rule_read(ground->vocabulary, &wording, arena, &reading, err);
    if (status != JX_OK || !reading.is_compiled) {
        return status;
    }
    jx_rule_key *keys = jx_arena_array(arena, reading.key_count + 1, sizeof *keys);
    if (keys == NULL) {
        return jx_fail_memory(err);
    }
    keys[0] = (jx_rule_key){"unit", wording.unit};
    memcpy(keys + 1, reading.keys, reading.key_count * sizeof *keys);
    result->reading = reading;
    result->reading.keys = keys;
    result->reading.key_count++;
    return JX_OK;
}

static jx_status open_alone(jx_arena *arena,
                            const jx_rule_ground *ground,
                            jx_rule_result *result,
                            jx_alone *ret,
                            jx_error *err)
{
    jx_section section;
    const jx_entry year = {JX_STR("year"), result->wording.year, 1};
    const jx_section head = {.entries = &year, .count = result->wording.year.size != 0};
    const jx_wording wording = placed(ground, &result->wording);
    jx_words why;
    jx_status status =
        jx_section_make(arena, (jx_str)JX_STR("rule"), &wording, &result->reading, &section, err);
    if (status != JX_OK) {
        return status;
    }
    status = jx_alone_try(arena, &section, &head, ground->sources, ground->lang, ret, &why, err);
    if (status == JX_OK && why.zh != NULL) {
        result->reading = (jx_reading){.because = why, .at = JX_STR_NONE};
    }
    return status;
}

// ----------------------------------------------------------------------------------------------- trying

static void add_losses(jx_text *out, const jx_scorecard *card, jx_lang lang)
{
    const jx_losses losses = jx_scorecard_losses(card, 0);
    for (uint32_t i = 0; i < losses.count; i++) {
        jx_text_put(out, i == 0 ? "" : jx_label_in(JX_LABEL_SEMICOLON, lang));
        jx_reason_add(out, card, 0, &losses.rows[i], lang);
    }
    if (losses.count == 0) {
        jx_text_put(out, jx_label_in(JX_LABEL_EXPLAIN_FULL, lang));
    }
}

// Without the place: there is one wording only.
static jx_str bare_error(const char *error, jx_lang lang)
{
    const char *place = lang == JX_ZH ? "指标 rule：" : "indicator rule: ";
    const char *at = strstr(error, place);
    return jx_str_of(at == NULL ? error : at + strlen(place));
}

static bool try_actual(
    jx_arena *arena, jx_alone *alone, jx_str actual, jx_lang lang, jx_rule_try *ret)
{
    jx_text text = jx_text_in(arena);
    const jx_scorecard *card = jx_alone_score(alone, actual);
    const jx_outcome *outcome = card->outcomes == NULL ? NULL : &card->outcomes[0];
    *ret = (jx_rule_try){.actual = actual};
    if (outcome != NULL && outcome->state == JX_SCORED) {
        ret->scored = true;
        ret->points = outcome->points;
        ret->places = jx_points_places(card->table);
        add_losses(&text, card, lang);
    } else if (outcome != NULL && outcome->state == JX_FAULTY) {
        jx_text_add(&text, bare_error(outcome->error, lang));
    } else if (outcome != NULL) {
        jx_text_put(&text, jx_words_in(jx_state_words(outcome->state, false), lang));
    } else {
        jx_text_put(&text, card->error);
    }
    ret->text = jx_text_end(&text);
    return ret->text.data != NULL;
}

static jx_status try_all(jx_arena *arena,
                         jx_alone *alone,
                         const jx_str *actuals,
                         size_t count,
                         jx_lang lang,
                         jx_rule_result *result,
                         jx_error *err)
{
    jx_rule_try *tries = jx_arena_array(arena, count, sizeof *tries);
    if (tries == NULL) {
        return jx_fail_memory(err);
    }
    for (size_t i = 0; i < count; i++) {
        if (!try_actual(arena, alone, actuals[i], lang, &tries[i])) {
            return jx_fail_memory(err);
        }
    }
    result->tries = tries;
    result->try_count = count;
    return JX_OK;
}

jx_status jx_rule_result_make(jx_arena *arena,
                              const jx_rule_ground *ground,
                              const jx_wording *wording,
                              const jx_str *actuals,
                              size_t count,
                              jx_rule_result *ret,
                              jx_error *err)
{
    jx_rule_result result = {.id = ret->id, .wording = *wording};
    jx_alone alone = {.plan = NULL};
    const jx_wording known = placed(ground, wording);
    result.wording.category = known.category.data == NULL ? wording->category : known.category;
    jx_status status =
        jx_rule_read(ground->vocabulary, &result.wording, arena, &result.reading, err);
    if (status == JX_OK && result.reading.is_compiled) {
        status = take_unit(arena, ground, &result, err);
    }
    if (status == JX_OK && result.reading.is_compiled) {
        status = open_alone(arena, ground, &result, &alone, err);
    }
    if (status == JX_OK && alone.plan != NULL) {
        status = try_all(arena, &alone, actuals, count, ground->lang, &result, err);
    }
    jx_alone_close(&alone);
    if (status == JX_OK) {
        *ret = result;
    }
    return status;
}
