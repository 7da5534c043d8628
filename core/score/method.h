// SPDX-License-Identifier: MIT
// Methods: how points are lost. A method is a const row; the table of them is in methods.c, each lives in a small
// file. What a project file says to a method is compiled once into terms; losing then parses nothing.
#ifndef JIXIAO_SCORE_METHOD_H
#define JIXIAO_SCORE_METHOD_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "model/keys.h"
#include "model/project.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What a method compiles its terms from. `values` stand in the order of its fields, already parsed by type.
typedef struct jx_method_source {
    jx_arena *arena;
    const jx_indicator *indicator;
    uint32_t figure; // the kind that the measure finds
    bool whole;      // the actual is a whole number, and measured as it is
    jx_str unit;     // of a number that the measure finds; empty where it has none
    jx_str target;   // as written
    const jx_value *values;
    const jx_str *levels; // of the indicator, best first
    // what stands behind the colon of each level; JX_STR_NONE where nothing
    const jx_str *level_tails;
    const char *path; // of the project file
    const jx_section *section;
} jx_method_source;

enum { JX_METHOD_NEEDS_TARGET = 1 }; // a target and a comparator

// The numbers that may be measured, for all that the project file says.
typedef struct jx_range {
    bool whole; // only whole ones
    bool has_least;
    bool has_most;
    jx_ratio least;
    jx_ratio most;
} jx_range;

// What a method may leave of the points by its terms: what coverage asks cases for.
typedef struct jx_reach {
    bool full;      // everything
    bool part;      // something between that and the least
    bool floor;     // the least, where that is less than everything
    jx_ratio least; // before rounding
} jx_reach;

typedef struct jx_method {
    const char *name;
    jx_words label;   // how points are lost, in a word or two
    uint32_t figures; // JX_KIND_BIT of every kind it takes
    uint32_t flags;
    // The key that lists the levels of a method about levels; NULL: another. Where it is a field of the method, the
    // actual is written LEVEL:N%.
    const char *levels_key;
    jx_words says;
    jx_list fields; // jx_field
    // Checks and keeps what the project file says. *ret lives in the arena. NULL: there is nothing to keep.
    jx_status (*compile)(const jx_method_source *source, const void **ret, jx_error *err);
    // The least that the method leaves; NULL: 0.
    jx_decimal (*floor)(const void *terms);
    // Reports the losses of job->measured by jx_lose.
    jx_status (*lose)(const void *terms, const jx_job *job);
    jx_reach (*reach)(const void *terms, const jx_indicator *indicator, const jx_range *range);
    jx_list codes; // jx_loss_code, for the documentation
} jx_method;

extern const jx_method jx_method_threshold;
extern const jx_method jx_method_step;
extern const jx_method jx_method_proportion;
extern const jx_method jx_method_levels;
extern const jx_method jx_method_bands;
extern const jx_method jx_method_judged;

// All methods, in the order of the reference.
size_t jx_method_count(void);
const jx_method *jx_method_at(size_t index);
const jx_method *jx_method_find(jx_str name);

// The method of an indicator that states none, by the kind of figure: proportion for numbers, threshold else.
const jx_method *jx_method_default(uint32_t figure);

// The place of a key of the indicator's section.
jx_place jx_method_place(const jx_method_source *source, const char *key);

#endif
