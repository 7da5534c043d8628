// SPDX-License-Identifier: MIT
// Bands in the making, for core/rule only.
#ifndef JIXIAO_RULE_BANDS_RULE_H
#define JIXIAO_RULE_BANDS_RULE_H

#include "rule/draft.h"

typedef struct jx_band_end {
    bool given;
    int inside; // 1, -1, 0 not said
    int marked; // the same, as the wording has it
    jx_decimal at;
} jx_band_end;

// Better is greater: for rules where less is better numbers are negated.
typedef struct jx_band {
    const jx_clause *clause;
    jx_band_end low;
    jx_band_end high;
    jx_decimal points;
} jx_band;

typedef struct jx_bands_rule {
    jx_band rows[JX_STATEMENTS];
    size_t count;
    const jx_clause *rest; // of ELSE and the like
    jx_decimal rest_points;
    bool share; // percentages of the target
    bool less;
    bool growth;
} jx_bands_rule;

static inline jx_band_end jx_band_flip(jx_band_end at)
{
    at.at = jx_decimal_negate(at.at);
    return at;
}

// The band with the most points.
const jx_band *jx_bands_best(const jx_bands_rule *rule);

// Whether less is better; then the bands are turned.
bool jx_bands_less(const jx_bands_rule *rule);
void jx_bands_turn(jx_bands_rule *rule);

// By points, the most first.
void jx_bands_sort(jx_bands_rule *rule);

// Of sorted bands: that nothing lies above the best, that neighbours meet, what lies below the worst.
bool jx_bands_check_top(jx_rule_draft *in, jx_bands_rule *rule);
bool jx_bands_check(jx_rule_draft *in, jx_bands_rule *rule);
bool jx_bands_close(jx_rule_draft *in, jx_bands_rule *rule, bool *ret_else);

#endif
