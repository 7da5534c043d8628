// SPDX-License-Identifier: MIT
#include "wording/compare.h"

#include "base/decimal.h"
#include "wording/probes.h"
#include "wording/section.h"

enum { IDS_LISTED = 12 };

static jx_place place_of(const jx_audited *at, const char *key)
{
    jx_place place = jx_section_place(at->section, at->project->path, key);
    place.key = JX_STR_NONE;
    place.indicator = at->section->id;
    return place;
}

static void keep_unclear(jx_audited *at, const char *because)
{
    jx_unclear_words *unclear = at->unclear;
    if (unclear->count == 0) {
        unclear->first = at->section;
        unclear->because = jx_arena_copy(unclear->ids.arena, jx_str_of(because)).data;
    }
    jx_text_list(&unclear->ids, at->section->id, unclear->count++, IDS_LISTED);
}

void jx_wording_tell_unclear(const jx_unclear_words *unclear,
                             const jx_project *project,
                             jx_findings *findings)
{
    char count[JX_NUMBER_TEXT];
    if (unclear->count > 1) {
        const jx_place place = {.file = project->path, .line = project->head.line};
        jx_find(findings, JX_INFO, &place, JX_MESSAGE_WORDINGS_UNCLEAR,
                jx_str_number(unclear->count, count), jx_text_str(&unclear->ids));
    } else if (unclear->count == 1) {
        jx_place place = jx_section_place(unclear->first, project->path, "rule");
        place.key = JX_STR_NONE;
        place.indicator = unclear->first->id;
        jx_find(findings, JX_INFO, &place, JX_MESSAGE_WORDING_UNCLEAR, jx_str_of(unclear->because));
    }
}

static const jx_outcome *outcome_of(jx_alone *alone, jx_str actual)
{
    const jx_scorecard *card = jx_alone_score(alone, actual);
    const jx_outcome *outcome = card->outcomes == NULL ? NULL : &card->outcomes[0];
    return outcome != NULL && outcome->state == JX_SCORED ? outcome : NULL;
}

// What bounds the actual is no part of the wording.
static jx_status keep_bounds(jx_audited *at, jx_section *section, jx_error *err)
{
    static const char *const kept[] = {"whole", "minimum", "maximum"};
    enum { KEPT = sizeof kept / sizeof kept[0] };
    jx_entry *entries = jx_arena_array(at->arena, section->count + KEPT, sizeof *entries);
    if (entries == NULL) {
        return jx_fail_memory(err);
    }
    memcpy(entries, section->entries, section->count * sizeof *entries);
    for (size_t i = 0; i < KEPT; i++) {
        const jx_entry *entry = jx_section_find(at->section, kept[i]);
        if (entry != NULL) {
            entries[section->count++] = *entry;
        }
    }
    section->entries = entries;
    return JX_OK;
}

static void tell_difference(jx_audited *at,
                            const jx_reading *reading,
                            jx_str actual,
                            jx_decimal by_words,
                            jx_decimal by_keys)
{
    char words[JX_DECIMAL_TEXT];
    char keys[JX_DECIMAL_TEXT];
    const uint32_t places = at->alone.plan->table.places;
    const jx_place place = place_of(at, "rule");
    const char *reads = jx_words_in(reading->reads, at->findings->lang);
    jx_find(at->findings, JX_SEVERE, &place, JX_MESSAGE_WORDING_DIFFERS, actual,
            jx_decimal_format(by_words, places, words), jx_decimal_format(by_keys, places, keys),
            jx_str_of(reads == NULL ? "" : reads));
}

// The first actual that both score otherwise is told; that no actual is scored by both is told, too.
static void hold_against(jx_audited *at,
                         jx_alone *words,
                         const jx_reading *reading,
                         jx_probes *probes)
{
    bool shared = false;
    for (size_t i = 0; i < probes->count; i++) {
        const jx_str actual = jx_probe_write(probes, &probes->rows[i], &words->plan->indicators[0]);
        const jx_str same =
            jx_probe_write(probes, &probes->rows[i], &at->alone.plan->indicators[0]);
        const jx_outcome *by_words = actual.data == NULL ? NULL : outcome_of(words, actual);
        const jx_outcome *by_keys =
            by_words == NULL || same.data == NULL ? NULL : outcome_of(&at->alone, same);
        shared = shared || by_keys != NULL;
        if (by_keys != NULL && jx_decimal_compare(by_words->points, by_keys->points) != 0) {
            tell_difference(at, reading, actual, by_words->points, by_keys->points);
            return;
        }
    }
    if (!shared) {
        const jx_place place = place_of(at, "rule");
        jx_find(at->findings, JX_WARNING, &place, JX_MESSAGE_WORDING_OTHER_ACTUAL,
                jx_reading_find(reading, "measure"),
                jx_str_of(at->alone.plan->table.rows[0].measure));
    }
}

static jx_status compare_plans(jx_audited *at,
                               const jx_wording *wording,
                               const jx_reading *reading,
                               jx_error *err)
{
    jx_section section;
    jx_alone words;
    jx_faults *faults = jx_arena_alloc(at->arena, sizeof *faults);
    if (faults == NULL) {
        return jx_fail_memory(err);
    }
    jx_faults_init(faults, at->findings->lang);
    jx_status status = jx_section_make(at->arena, at->section->id, wording, reading, &section, err);
    status = status != JX_OK ? status : keep_bounds(at, &section, err);
    if (status != JX_OK) {
        return status;
    }
    if (jx_alone_open(at->arena, &section, &at->project->head, at->sources, faults, &words) !=
        JX_OK) {
        if (faults->status == JX_ESYSTEM) {
            return jx_fail_memory(err);
        }
        keep_unclear(at, faults->shown[0].text);
        return JX_OK;
    }
    jx_probes probes = {.arena = at->arena};
    jx_probes_add(&probes, &words.plan->indicators[0], &section);
    jx_probes_add(&probes, &at->alone.plan->indicators[0], at->section);
    hold_against(at, &words, reading, &probes);
    jx_alone_close(&words);
    return probes.failed ? jx_fail_memory(err) : JX_OK;
}

static bool assumes(const jx_reading *reading, const char *name)
{
    for (size_t i = 0; i < reading->assume_count; i++) {
        if (strcmp(reading->assumes[i], name) == 0) {
            return true;
        }
    }
    return false;
}

// Keys that contradict the words make these unclear: read by themselves they may tell what the keys should have been.
static jx_status compare_apart(jx_audited *at,
                               jx_wording wording,
                               const char *because,
                               jx_error *err)
{
    jx_reading reading;
    const size_t before = at->findings->count;
    wording.weight = JX_STR_NONE;
    wording.target = JX_STR_NONE;
    wording.comparator = JX_STR_NONE;
    jx_status status = jx_rule_read(at->vocabulary, &wording, at->arena, &reading, err);
    if (status == JX_OK && reading.is_compiled && !at->section->by_rule) {
        status = compare_plans(at, &wording, &reading, err);
    }
    if (status == JX_OK && at->findings->count == before) {
        keep_unclear(at, because);
    }
    return status;
}

// A target key that is another than the published cell says: the cell, read by itself, is held against the keys.
static jx_status compare_cell(jx_audited *at,
                              jx_wording wording,
                              const jx_reading *reading,
                              jx_error *err)
{
    jx_reading apart;
    const jx_str target = jx_reading_find(reading, "target");
    if (wording.value.size == 0 || wording.target.size == 0) {
        return JX_OK;
    }
    wording.target = JX_STR_NONE;
    wording.comparator = JX_STR_NONE;
    const jx_status status = jx_rule_read(at->vocabulary, &wording, at->arena, &apart, err);
    const bool differs = status == JX_OK && apart.is_compiled &&
                         !jx_key_agrees(target, jx_reading_find(&apart, "target"));
    return differs ? compare_plans(at, &wording, &apart, err) : status;
}

jx_status jx_wording_compare(jx_audited *at, jx_error *err)
{
    jx_reading reading;
    const jx_wording wording = jx_wording_of(at->project, at->section, at->section->by_rule);
    if (wording.rule.size == 0) {
        return JX_OK;
    }
    jx_status status = jx_rule_read(at->vocabulary, &wording, at->arena, &reading, err);
    if (status != JX_OK) {
        return status;
    }
    if (!reading.is_compiled) {
        return compare_apart(at, wording, jx_words_in(reading.because, at->findings->lang), err);
    }
    if (assumes(&reading, "otherwise_0")) {
        const jx_place place = place_of(at, "rule");
        jx_find(at->findings, JX_INFO, &place, JX_MESSAGE_LOSS_UNSTATED, wording.rule);
    }
    const size_t before = at->findings->count;
    status = at->section->by_rule ? JX_OK : compare_plans(at, &wording, &reading, err);
    return status == JX_OK && at->findings->count == before
               ? compare_cell(at, wording, &reading, err)
               : status;
}
