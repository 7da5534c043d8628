// SPDX-License-Identifier: MIT
// A reading in the making, for core/rule only: what stands in the table, what the wording says, what it comes to.
#ifndef JIXIAO_RULE_DRAFT_H
#define JIXIAO_RULE_DRAFT_H

#include "rule/clauses.h"

typedef enum jx_reason {
#define JX_REASON(id, zh, en) JX_REASON_##id,
#include "rule/reasons.def"
#undef JX_REASON
    JX_REASON_COUNT
} jx_reason;

// The conventional readings, in the contract's order; a bit each.
typedef enum jx_assumed {
    JX_OTHERWISE_0,
    JX_FLOOR_0,
    JX_PART_EXACT,
    JX_GROWTH_0_IS_FULL,
    JX_BEYOND_LAST_BAND_0,
    JX_PROJECT_YEAR,
    JX_PERCENT_OF_TARGET,
    JX_EVIDENCE_SKIPPED,
    JX_ASSUMED_COUNT
} jx_assumed;

typedef enum jx_sense { JX_SENSE_NONE, JX_SENSE_MORE, JX_SENSE_LESS, JX_SENSE_EQUAL } jx_sense;

typedef enum jx_target_kind {
    JX_TARGET_NONE,
    JX_TARGET_NUMBER,
    JX_TARGET_SEVERAL,
    JX_TARGET_DATE, // words: as a project file states it
    JX_TARGET_GROWTH,
    JX_TARGET_GOAL, // 目标任务 and the like
    JX_TARGET_WORDS
} jx_target_kind;

// What the cells beside the wording state.
typedef struct jx_table_facts {
    jx_target_kind target;
    jx_amount amount;  // NUMBER
    jx_decimal number; // the same in the table's unit
    jx_str words;      // of the cell
    jx_str date;       // DATE
    bool date_is_year;
    jx_sense sense; // of its comparator
    bool strict;    // > or <
    bool vague;     // 约30个
    bool foreign;   // SEVERAL: one number, in another unit than the table's
    jx_str sense_words;
    jx_unit_kind unit;
    jx_str unit_family;
    jx_str unit_words;
    int64_t unit_scale;
    bool place; // of a ranking: 1 is the best
    bool has_weight;
    jx_decimal weight;
    jx_str levels[12]; // listed best first
    size_t level_count;
    bool names_level; // the target is one
} jx_table_facts;

enum { JX_CONDITIONS = 8, JX_STATEMENTS = 24 };

// Conditions and what follows from them.
typedef struct jx_statement {
    const jx_clause *conditions[JX_CONDITIONS];
    size_t count;
    const jx_clause *result;
} jx_statement;

// What it comes to: the formal keys, not yet written.
typedef struct jx_meaning {
    const char *measure;
    const char *method;
    jx_str target;
    const char *comparator; // NULL: nothing is compared
    jx_str deduct;
    jx_str step;
    const char *step_unit;
    const char *part;
    jx_str floor;
    jx_str zero_below;
    jx_str zero_above;
    jx_str otherwise;
    jx_str bands;
    bool of_target;
    jx_str levels;
    jx_str judged;
    const char *kind; // of what the actual is, see say.c
    jx_str about;     // the words that say so
} jx_meaning;

typedef struct jx_rule_draft {
    const jx_vocabulary *vocabulary;
    const jx_wording *wording;
    jx_arena *arena;
    jx_reading *reading;
    jx_tokens tokens;
    jx_clauses clauses;
    jx_table_facts table;
    jx_statement statements[JX_STATEMENTS];
    size_t count;
    const jx_clause *target; // 以100%为标准
    const jx_clause *floor;
    const jx_clause *most_lost;
    const jx_clause *part_up;
    const jx_clause *and_so_on;
    bool drained;
    bool capped; // 最高得10分
    unsigned assumed;
    jx_meaning meaning;
    bool unclear;
    bool failed; // memory ran out
} jx_rule_draft;

// Marks the reading unclear for the words of tokens [first, end) and answers false. `other` is what they disagree with.
bool jx_unclear(jx_rule_draft *in, jx_reason reason, size_t first, size_t end, jx_str other);

// The same of a clause, and of a cell of the table.
bool jx_unclear_clause(jx_rule_draft *in, jx_reason reason, const jx_clause *clause, jx_str other);
bool jx_unclear_words(jx_rule_draft *in, jx_reason reason, jx_str words, jx_str other);

// Whether a token of the clause is of the class.
bool jx_clause_has(const jx_rule_draft *in, const jx_clause *clause, jx_class class);

static inline void jx_assume(jx_rule_draft *in, jx_assumed assumed)
{
    in->assumed |= 1U << assumed;
}

// A number as text, in the arena.
jx_str jx_number_text(jx_rule_draft *in, jx_decimal number);

// cells.c: reads the table; false where memory is out or something in it is unclear.
bool jx_read_table(jx_rule_draft *in);

// Says why the table's target (SEVERAL) is none; false.
bool jx_unclear_several(jx_rule_draft *in);

// statements.c: clauses to statements.
bool jx_make_statements(jx_rule_draft *in);

// subjects.c: whether all clauses with numbers are about one thing.
bool jx_check_subjects(jx_rule_draft *in);

// contradictions.c: whether no clause contradicts itself; one that excludes its own end becomes what it says.
bool jx_check_contradictions(jx_rule_draft *in);

// Whether the clause only names what the numbers behind it are about.
bool jx_names_subject(const jx_rule_draft *in, const jx_clause *clause);

// Whether words like 达标 are put as a number in the brackets behind them: 达标(≥90%).
bool jx_is_restated(const jx_rule_draft *in, const jx_clause *words, const jx_clause *number);

// Whether the clause states a share of the target, 目标值的80%, where the figure itself is a percentage and the target is not all.
bool jx_is_share_of_goal(const jx_rule_draft *in, const jx_clause *clause);

// How an amount stands to the table's unit.
typedef enum jx_fit { JX_FITS, JX_FITS_AS_SHARE, JX_FITS_NOT } jx_fit;
jx_fit jx_amount_fit(const jx_rule_draft *in, const jx_amount *amount, jx_decimal *ret);

// Points that a result gives: all, none or a number; false where they are unclear. A number of LOSE is what is lost.
bool jx_result_points(jx_rule_draft *in, const jx_clause *result, jx_decimal *ret);

// Whether the result is all the points: states so, or a number that is the weight.
bool jx_is_full(const jx_rule_draft *in, const jx_clause *result);
bool jx_is_zero(const jx_rule_draft *in, const jx_clause *result);

// What is aimed at, from the table, the condition of full points (NULL: none) and the sense of the rule.
typedef struct jx_aim {
    jx_decimal number;
    jx_sense sense;
    bool strict;
    bool of_goal; // the figure is the percentage of the target
} jx_aim;
bool jx_find_aim(jx_rule_draft *in, const jx_clause *full, jx_sense sense, jx_aim *ret);
const char *jx_comparator_of(const jx_aim *aim);

// The families of rules: each says what the meaning is, or why it is unclear.
bool jx_compile(jx_rule_draft *in);
bool jx_compile_step(jx_rule_draft *in, size_t stepping);
bool jx_compile_proportion(jx_rule_draft *in, size_t proportional);
bool jx_compile_bands(jx_rule_draft *in);
bool jx_compile_levels(jx_rule_draft *in);
bool jx_compile_earn(jx_rule_draft *in, size_t earning);
bool jx_compile_threshold(jx_rule_draft *in);

// The date that the clause or the table names, as a project file states it; false where there is none.
bool jx_find_date(jx_rule_draft *in, const jx_clause *clause, jx_str *ret, bool *ret_is_year);

// keys.c, say.c: what was understood, written.
bool jx_write_keys(jx_rule_draft *in);
bool jx_write_sentences(jx_rule_draft *in);

#endif
