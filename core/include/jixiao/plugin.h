// SPDX-License-Identifier: MIT
// The plugin interface of jixiao, major version 1. A plugin needs this header and nothing else.
//
// A plugin is a shared object that exports one function, jx_plugin_v1. It describes as data what an
// indicator category means (its subcategories, defaults, parameters, sentences) and may bring measures of
// its own. Measuring by standard measures, losing points by standard methods, adding up, rounding and
// explaining are the host's work. A plugin reports losses; it never computes a score.
//
// It may also describe a type of project: which categories a table of that type has, what share of the
// points each may have, its grades, and what is taken for stated where its project files are silent.
//
// Rules that hold for every structure here:
//   * It starts with `struct_size`, the size its maker compiled. A reader uses only members that lie inside.
//   * Members are only ever appended. Arrays travel as jx_list, with the stride their maker compiled.
//   * Strings are UTF-8, end in NUL, and belong to whoever made the structure they lie in.
//   * What the plugin describes lives as long as its library is loaded; what the host hands in lives until
//     the call returns, unless the member says otherwise.
//   * Nothing in a plugin is writable between calls: no globals; an instance is const while scoring.
//     A host may score in several processes at once, and may call from any one thread.
//
// Limits: 64 plugins a library; 1024 rows a list, at most 4096 bytes apart; 1000 losses of one indicator.
#ifndef JIXIAO_PLUGIN_H
#define JIXIAO_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define JX_ABI_MAJOR 1
#define JX_EXPORT    __attribute__((visibility("default")))

// What functions here return: JX_OK, or one of the negative ones. Others are taken for JX_EPLUGIN.
#define JX_OK      0
#define JX_ECONFIG (-2) // the project file asks for what cannot be done
#define JX_EDATA   (-3) // the actual cannot be evaluated: an error of this indicator, not of the run
#define JX_EPLUGIN (-4) // the plugin is broken
#define JX_ESYSTEM (-5) // memory, files

// ---------------------------------------------------------------------------------------------- words

// A text in Chinese and in English; neither is NULL or empty.
typedef struct jx_words {
    const char *zh;
    const char *en;
} jx_words;

// An array of structures whose maker compiled them `stride` bytes apart.
typedef struct jx_list {
    const void *rows;
    uint32_t count;
    uint32_t stride;
} jx_list;

#define JX_LIST(array)                                                                             \
  {                                                                                                \
    (array), sizeof(array) / sizeof((array)[0]), sizeof((array)[0])                                \
  }

// -------------------------------------------------------------------------------------------- numbers

// An exact decimal of at most 35 digits. Opaque: made and read by the services of jx_host only.
// All zero bytes are the number 0.
typedef struct jx_decimal {
    uint64_t low;
    int64_t high;
} jx_decimal;

// An exact fraction; the denominator is above 0. Rates stay fractions until points are settled.
typedef struct jx_ratio {
    jx_decimal numerator;
    jx_decimal denominator;
} jx_ratio;

#define JX_ROUND_HALF_UP   0u // ties away from zero, as in commerce
#define JX_ROUND_HALF_EVEN 1u // ties to the even neighbour
#define JX_ROUND_DOWN      2u // towards zero

// -------------------------------------------------------------------------------------------- figures

#define JX_FIGURE_NONE   0u // nothing was stated or found
#define JX_FIGURE_NUMBER 1u // `number`
#define JX_FIGURE_YES_NO 2u // `index`: 1 yes, 0 no
#define JX_FIGURE_LEVEL  3u // `index` into the indicator's levels, 0 the best
#define JX_FIGURE_DATE   4u // `first_day` to `last_day`, days since 1970-01-01, both inside

// What a target states and what a measure finds. A figure that makes no sense (a level the indicator has not,
// a day outside the years 1 to 9999, a fraction with a denominator of 0 or below) is JX_EPLUGIN.
typedef struct jx_figure {
    uint32_t kind; // JX_FIGURE_…
    int32_t index;
    int32_t first_day; // a date written in part (2024, 2024-05) is a range
    int32_t last_day;
    jx_ratio number; // JX_FIGURE_LEVEL under `judged`: the percentage of the weight that was chosen
} jx_figure;

#define JX_COMPARE_NONE     0u
#define JX_COMPARE_AT_LEAST 1u // >=
#define JX_COMPARE_AT_MOST  2u // <=
#define JX_COMPARE_EQUAL    3u // =
#define JX_COMPARE_ABOVE    4u // >
#define JX_COMPARE_BELOW    5u // <

// --------------------------------------------------------------------------------------------- fields

#define JX_FIELD_TEXT     1u
#define JX_FIELD_INTEGER  2u // `number`, whole
#define JX_FIELD_DECIMAL  3u // `number`
#define JX_FIELD_BOOLEAN  4u // `index` 0 or 1
#define JX_FIELD_CHOICE   5u // `index` into `choices`
#define JX_FIELD_PERCENT  6u // written 60%; `number` is 60
#define JX_FIELD_POINTS   7u // N points, or N% of the weight; `number` is points
#define JX_FIELD_DATE     8u // a full date; `index` is the day since 1970-01-01
#define JX_FIELD_LEVEL    9u // one of the indicator's levels; `index` is its place, 0 the best

#define JX_FIELD_REQUIRED 1u // must be stated; `fallback` is then NULL

// A parameter (a key of the indicator's section) or an input (a column of the actuals: KEY in the long form,
// ID.KEY in the wide one). The host parses and checks it, reports faults with file and line, and prints the
// reference from the same row. A key must be none of the host's: for parameters the keys of every indicator,
// for inputs actual, baseline, note, evidence, and what cases expect: points, reason, total, grade, status.
typedef struct jx_field {
    uint32_t type;        // JX_FIELD_…
    uint32_t flags;       // JX_FIELD_REQUIRED or 0
    const char *key;      // [a-z0-9_]{1,39}
    const char *choices;  // JX_FIELD_CHOICE: words parted by `|`; else NULL
    const char *fallback; // the default, written as in a project file; NULL: not given by default
    const char *minimum;  // the least value as a decimal; NULL: unbounded
    const char *maximum;  // the greatest value; NULL: unbounded
    jx_words says;        // what it is, in one sentence without full stop
} jx_field;

// The value of one field. Lives as long as the plan (parameters) or the call (inputs).
typedef struct jx_value {
    uint32_t given; // 0: neither stated nor a default; the rest is then zero
    int32_t index;
    jx_decimal number;
    const char *text; // as written
} jx_value;

// --------------------------------------------------------------------------------------------- losses

#define JX_LOSS_FIGURES 4u

// One way to lose points. The sentences name figures in braces: {target} {comparator} {measured} {actual}
// {baseline} {unit} (of what was measured) {weight} {points} and, of the loss itself, the names in `figures`.
typedef struct jx_loss_code {
    const char *code; // [a-z0-9_]{1,39}, stable: other programs rely on it
    // names of jx_loss.figures, [a-z_]+, each once; NULL from the last one on
    const char *figures[JX_LOSS_FIGURES];
    jx_words says;
} jx_loss_code;

#define JX_LOSS_PAST_FLOOR 1u // takes what the method's floor would keep

// Points lost, with the figures behind them: never a sentence.
typedef struct jx_loss {
    uint32_t struct_size;
    uint32_t flags;           // JX_LOSS_… bits
    const jx_loss_code *code; // a row of the plugin or of the host; lives as long as the library
    jx_ratio points;          // 0 or more; the host bounds what is left and records what was cut
    jx_ratio figures[JX_LOSS_FIGURES];
} jx_loss;

// -------------------------------------------------------------------------------- indicators and jobs

// What the project file says of one indicator. Made with the plan and const; lives as long as the plan.
typedef struct jx_indicator {
    uint32_t struct_size;
    uint32_t comparator; // JX_COMPARE_…
    const char *id;
    const char *unit;  // "" where none is stated
    jx_decimal weight; // points, 0 < weight
    jx_figure target;  // what is compared with: see jx_measure.prepare
    uint32_t level_count;
    const char *const *levels;      // best first
    const jx_value *params;         // in the order of jx_plugin.fields
    const jx_value *measure_params; // in the order of jx_measure.fields
    const void *host_data;          // the host's own
} jx_indicator;

#define JX_GIVEN_BASELINE 1u // `baseline` was stated
#define JX_GIVEN_RATE     2u // the actual was written as a rate, with %

// What was achieved for one indicator of one project. Lives until the call returns.
typedef struct jx_job {
    uint32_t struct_size;
    uint32_t given; // JX_GIVEN_… bits
    const jx_indicator *indicator;
    const void *instance; // what jx_plugin.create made; NULL where there is none
    jx_figure actual;     // JX_ACTUAL_NUMBER, _RATE: a number; _COUNTS: none, see `counts`
    jx_decimal baseline;
    const int64_t *counts;  // JX_ACTUAL_COUNTS: answers per level, level_count of them, each >= 0
    const jx_value *inputs; // in the order of jx_plugin.inputs
    const jx_value *measure_inputs; // in the order of jx_measure.inputs
    jx_figure measured;             // what the measure found; JX_FIGURE_NONE before
    void *host_data;                // the host's own
} jx_job;

// ------------------------------------------------------------------------------------------- services

// What the host does for a plugin. Handed to every call; lives as long as the plan that the instance belongs to. Every
// function may be called from the thread that the host called the plugin on. Those that return int32_t
// return JX_OK or, without touching *ret, JX_EDATA where the result does not fit or does not exist.
typedef struct jx_host {
    uint32_t struct_size;
    uint32_t abi_minor;

    // units / 10^places, places 0 to 18: (1250, 2) is 12.50
    jx_decimal (*decimal)(int64_t units, uint32_t places);
    int32_t (*add)(jx_decimal a, jx_decimal b, jx_decimal *ret);
    int32_t (*subtract)(jx_decimal a, jx_decimal b, jx_decimal *ret);
    int32_t (*multiply)(jx_decimal a, jx_decimal b, jx_decimal *ret);
    // a × b / c, rounded once to `places` decimals by JX_ROUND_…; the product may be wider than a decimal
    int32_t (*multiply_divide)(jx_decimal a,
                               jx_decimal b,
                               jx_decimal c,
                               uint32_t places,
                               uint32_t rounding,
                               jx_decimal *ret);
    // below, at, above 0 as a is below, at, above b; 0 where one is no decimal of the host's making
    int32_t (*compare)(jx_decimal a, jx_decimal b);

    jx_ratio (*ratio)(jx_decimal numerator); // over 1
    int32_t (*ratio_add)(jx_ratio a, jx_ratio b, jx_ratio *ret);
    int32_t (*ratio_subtract)(jx_ratio a, jx_ratio b, jx_ratio *ret);
    int32_t (*ratio_multiply)(jx_ratio a, jx_ratio b, jx_ratio *ret);
    int32_t (*ratio_divide)(jx_ratio a, jx_ratio b, jx_ratio *ret); // b is not 0
    int32_t (*ratio_compare)(jx_ratio a, jx_ratio b, int32_t *ret); // below, at, above 0

    // In jx_plugin.lose: records a loss (copied), in the order reported. Negative points: JX_EPLUGIN.
    int32_t (*lose)(const jx_job *job, const jx_loss *loss);
    // In jx_plugin.lose: loses points by the method that the project file names.
    int32_t (*lose_by_method)(const jx_job *job);

    // Says why the actual cannot be evaluated (in find, lose), copies the words and returns JX_EDATA, to
    // be returned as is. The words may name {actual} {baseline} {target} {unit}.
    int32_t (*refuse)(const jx_job *job, jx_words why);
    // Says what is wrong with the project file (in create, prepare) at `key`, or at the indicator's section
    // where `key` is NULL; copies the words and returns JX_ECONFIG, to be returned as is.
    int32_t (*reject)(const jx_indicator *indicator, const char *key, jx_words why);
} jx_host;

// ------------------------------------------------------------------------------------------- measures

// The form of the cell `actual`.
#define JX_ACTUAL_NUMBER  1u // a number in the indicator's unit
#define JX_ACTUAL_RATE    2u // a rate written with %, or a number beside a baseline
#define JX_ACTUAL_AMOUNT  3u // a number beside a baseline; no rates
#define JX_ACTUAL_YES_NO  4u
#define JX_ACTUAL_DATE    5u
#define JX_ACTUAL_LEVEL   6u
#define JX_ACTUAL_COUNTS  7u // `LEVEL:COUNT, LEVEL:COUNT, …`

#define JX_KIND_BIT(kind) (1u << (kind)) // of a JX_FIGURE_…

// How the compared figure is found. The host's own measures have this form as well.
typedef struct jx_measure {
    const char *name; // [a-z0-9_]{1,39}, what `measure =` names
    uint32_t actual;  // JX_ACTUAL_…
    uint32_t figures; // JX_KIND_BIT of every kind of figure it may find
    const char *unit; // of a number it finds; NULL: the indicator's own
    jx_words says;    // what it finds, in one sentence without full stop
    jx_list fields;   // jx_field: keys that indicators measured this way may state
    jx_list inputs;   // jx_field: columns
    // Once per indicator, while the plan is built: tells the kind of figure that `find` will find, and what
    // it is compared with where that is not the target as written (whose figure *ret_target holds on entry).
    // The `index` of a number, or of no target, is the measure's own to note what `find` needs.
    // NULL: the only kind in `figures`, and the target as written. Returns JX_OK, or JX_ECONFIG by way of
    // jx_host.reject.
    int32_t (*prepare)(const jx_host *host,
                       const jx_indicator *indicator,
                       uint32_t *ret_kind,
                       jx_figure *ret_target);
    // The figure, of the prepared kind, by the job and what was prepared alone: batches ask for each row, or once for
    // rows whose cells say the same. JX_EDATA by way of jx_host.refuse.
    int32_t (*find)(const jx_host *host, const jx_job *job, jx_figure *ret);
} jx_measure;

// ----------------------------------------------------------------------------------------- categories

typedef struct jx_subcategory {
    const char *name; // [a-z0-9-]{1,39}
    jx_words label;
} jx_subcategory;

// What a key is where the project file does not state it. Of indicators: for `comparator`, `measure`, `method`,
// `unit`, `target`, `minimum`, `maximum`, `whole`, `levels`; of [project]: for `full`, `rounding`, `places`,
// `not_applicable`.
typedef struct jx_default {
    const char *key;
    const char *value; // written as in a project file
} jx_default;

// -------------------------------------------------------------------------------------- project types

#define JX_SHARE_REQUIRED 1u // the table must have an indicator of this category

// What share of `full` the weights of a first-level category have together, in percent, both bounds included. A row
// with `without` holds in tables that have no indicator of that category, and there goes before the row that has
// none.
typedef struct jx_share {
    const char *category;      // [a-z0-9-]{1,39}
    uint32_t flags;            // JX_SHARE_REQUIRED or 0
    uint32_t reserved;         // 0
    const char *minimum;       // a decimal of 0 to 100; NULL: unbounded
    const char *maximum;       // the same, at least `minimum`
    const char *without;       // the name of another category; NULL: the row always holds
    const char *subcategories; // those that the table must have, parted by blanks; NULL: none
} jx_share;

typedef struct jx_type_grade {
    const char *name;
    const char *least; // the least total of this grade, in percent of `full`, as a decimal
} jx_type_grade;

#define JX_TYPE_ADVISES 1u // where a table differs, `check` tells of it; else it is a fault
#define JX_TYPE_USUAL   2u // the type of projects that name none; of several the first by name

// --------------------------------------------------------------------------------------------- plugin

// The two kinds have names of their own: a category and a type may share one. What only the other kind has
// stays zero.
#define JX_PLUGIN_CATEGORY     1u // what `category =` of an indicator names
#define JX_PLUGIN_PROJECT_TYPE 2u // what `type =` of [project] names

typedef struct jx_plugin {
    uint32_t struct_size;
    uint32_t kind;       // JX_PLUGIN_…
    const char *name;    // [a-z0-9-]{1,39}
    const char *version; // shown and recorded in results
    jx_words label;      // a category's heading (产出指标, Outputs), a type's name in words
    jx_words says; // what it scores or what it is a type of, in one sentence without full stop

    // Of categories.
    jx_list subcategories;         // jx_subcategory
    jx_list measures;              // jx_measure: what this category brings itself
    const char *standard_measures; // the host's measures it admits, parted by blanks; NULL: all
    const char *standard_methods;  // the host's methods it admits, parted by blanks; NULL: all
    jx_list defaults;              // jx_default
    jx_list fields;                // jx_field: parameters of every indicator of this category
    jx_list inputs;                // jx_field: further columns of the actuals
    // jx_loss_code: its own ways to lose points, and its own sentences for the host's codes.
    jx_list loss_codes;

    // Once per indicator, while the plan is built: checks what fields alone cannot say and may make an
    // instance in *ret. NULL: nothing to check or make. Returns JX_OK, or JX_ECONFIG by way of jx_host.reject.
    int32_t (*create)(const jx_host *host, const jx_indicator *indicator, void **ret);
    // Frees an instance. NULL where create makes none.
    void (*destroy)(void *instance);
    // After measuring: reports the losses of job->measured, by the job and the instance as it was made alone, for each row
    // or, in batches, once for rows whose cells say the same. NULL: the host loses by the method that the project file names. Returns JX_OK, or what jx_host.lose, lose_by_method or refuse returned.
    int32_t (*lose)(const jx_host *host, const jx_job *job);

    // Of project types.
    jx_list shares; // jx_share; a table then has no other categories. None: any table will do
    jx_list grades; // jx_type_grade, highest first, the last at 0. None: the host's usual grades
    jx_list project_defaults; // jx_default of [project]
    // jx_default of every indicator. A category's own defaults go before these: it knows what its figures mean.
    jx_list indicator_defaults;
    uint32_t type_flags; // JX_TYPE_… bits
    uint32_t reserved;   // 0
} jx_plugin;

// The one exported function: the plugin of that number, 0, 1, 2…, NULL behind the last. Called from one
// thread, any number of times; always answers the same.
JX_EXPORT const jx_plugin *jx_plugin_v1(uint32_t index);

#ifdef __cplusplus
}
#endif

#endif
