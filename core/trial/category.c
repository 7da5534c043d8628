// SPDX-License-Identifier: MIT
#include "trial/category.h"

#include "base/list.h"
#include "score/measures.h"
#include "score/method.h"
#include "trial/balance.h"
#include "trial/rehearsal.h"

#include <stdio.h>

// What an indicator may state, tried in turn until the plan takes it; NULL: nothing, or the plugin's default.
static const char *const targets[] = {NULL, "60", "中", "2024-06-30", "是"};
static const char *const comparators[] = {NULL, ">=", "<=", "="};
static const char *const levels[] = {NULL, "好, 中, 差", "好:10, 中:6, 差:0"};

// Indicators that the plan took are scored for so many of each measure and method.
enum { INDICATORS_MOST = 4, FOUND_TEXT = JX_ERROR_TEXT };

typedef struct tour {
    const jx_plugin *plugin;
    jx_trial_notes *notes;
    jx_rehearsal rehearsal;
    jx_sample_project sample;
    size_t fault_count;     // of the indicator that came nearest to be planned, where none was
    char fault[FOUND_TEXT]; // the first of them
} tour;

// -------------------------------------------------------------------------------------------- one of each

static bool rehearse(tour *at, bool thorough)
{
    const bool planned = jx_rehearse(&at->rehearsal, thorough);
    const jx_faults *faults = at->rehearsal.faults;
    const bool last =
        faults->shown[0].message == JX_MESSAGE_REJECTED; // all else was as it should be
    const size_t count = last ? 0 : faults->count;
    if (!planned && faults->count > 0 && count < at->fault_count) {
        at->fault_count = count;
        (void)snprintf(at->fault, sizeof at->fault, "%s", faults->shown[0].text);
    }
    jx_arena_reset(at->rehearsal.arena);
    return planned;
}

// An indicator that was planned is planned again with its parameters at either end of what they may be.
static bool try_params(tour *at, bool thorough)
{
    static const jx_sample_choice choices[] = {JX_SAMPLE_USUAL, JX_SAMPLE_LEAST,
                                               JX_SAMPLE_GREATEST};
    at->sample.params = JX_SAMPLE_ABSENT;
    if (!rehearse(at, thorough)) {
        return false;
    }
    if (thorough || at->plugin->create != NULL) {
        jx_trial_balance(at->rehearsal.sources, &at->sample, at->notes);
    }
    const bool has_params = at->plugin->fields.count + at->sample.measure->fields.count > 0;
    for (size_t i = 0; has_params && i < sizeof choices / sizeof choices[0]; i++) {
        at->sample.params = choices[i];
        (void)rehearse(at, thorough);
    }
    return true;
}

// Returns how many indicators of the measure and the method could be planned.
static size_t try_method(tour *at,
                         const jx_measure *measure,
                         const jx_method *method,
                         bool thorough)
{
    size_t planned = 0;
    at->sample.measure = measure;
    at->sample.method = method;
    for (size_t l = 0; l < sizeof levels / sizeof levels[0]; l++) {
        for (size_t t = 0; t < sizeof targets / sizeof targets[0]; t++) {
            for (size_t c = 0; c < sizeof comparators / sizeof comparators[0]; c++) {
                at->sample.levels = levels[l];
                at->sample.target = targets[t];
                at->sample.comparator = comparators[c];
                planned += planned < INDICATORS_MOST && try_params(at, thorough) ? 1 : 0;
            }
        }
    }
    return planned;
}

// -------------------------------------------------------------------------------------------- all of them

static size_t try_measure(tour *at, const jx_measure *measure, bool thorough)
{
    size_t planned = 0;
    for (size_t i = 0; i < jx_method_count() && !at->notes->failed; i++) {
        const jx_method *method = jx_method_at(i);
        if (jx_plugin_admits(at->plugin->standard_methods, jx_str_of(method->name))) {
            planned += try_method(at, measure, method, thorough);
        }
    }
    return planned;
}

static void blame(tour *at, uint32_t rule, const char *what, const char *name)
{
    char found[FOUND_TEXT * 2];
    (void)snprintf(found, sizeof found, "%s: %s = %s%s%s", at->plugin->name, what, name,
                   at->fault[0] == '\0' ? "" : "; ", at->fault);
    (void)jx_trial_blame(at->notes, rule, found);
}

static void check_known(tour *at, const char *member, const char *words, bool measures)
{
    jx_str rest = jx_str_of(words);
    while (rest.data != NULL) {
        const jx_str word = jx_str_trim(jx_str_next(&rest, ' '));
        const bool known = measures ? jx_measure_find(word) != NULL : jx_method_find(word) != NULL;
        if (word.size > 0 && !known) {
            blame(at, JX_TRIAL_KNOWN, member, words);
        }
    }
}

static void try_own_measures(tour *at)
{
    const jx_plugin *plugin = at->plugin;
    for (uint32_t i = 0; i < plugin->measures.count; i++) {
        const jx_measure *measure = jx_list_at(&plugin->measures, i);
        at->fault_count = SIZE_MAX;
        if (try_measure(at, measure, true) == 0 && !at->notes->failed) {
            blame(at, JX_TRIAL_PLANS, "measure", measure->name);
        }
    }
}

// A plugin of which nothing could be planned was not tried at all.
static void try_standard_measures(tour *at)
{
    const jx_plugin *plugin = at->plugin;
    size_t planned = 0;
    at->fault_count = SIZE_MAX;
    for (size_t i = 0; i < jx_measure_count(); i++) {
        const jx_measure *measure = jx_measure_at(i);
        if (jx_plugin_admits(plugin->standard_measures, jx_str_of(measure->name))) {
            // what neither measures nor loses has nothing to say while a row is scored
            planned += try_measure(at, measure, plugin->lose != NULL);
        }
    }
    if (planned == 0 && plugin->measures.count == 0 && !at->notes->failed) {
        const char *words = plugin->standard_measures;
        blame(at, JX_TRIAL_PLANS, "standard_measures", words == NULL ? "NULL" : words);
    }
}

static void try_all(tour *at)
{
    check_known(at, "standard_measures", at->plugin->standard_measures, true);
    check_known(at, "standard_methods", at->plugin->standard_methods, false);
    try_own_measures(at);
    try_standard_measures(at);
}

void jx_trial_category(const jx_plugin *plugin,
                       const jx_plan_sources *sources,
                       jx_trial_notes *notes)
{
    tour at = {.plugin = plugin, .notes = notes, .sample = {.plugin = plugin}};
    jx_arena *kept = jx_arena_new();
    at.rehearsal = (jx_rehearsal){
        .notes = notes,
        .arena = jx_arena_new(),
        .sources = sources,
        .faults = kept == NULL ? NULL : jx_arena_alloc(kept, sizeof(jx_faults)),
        .sample = &at.sample,
    };
    if (at.rehearsal.arena == NULL || at.rehearsal.faults == NULL) {
        notes->failed = true;
    } else {
        try_all(&at);
    }
    jx_arena_free(at.rehearsal.arena);
    jx_arena_free(kept);
}
