// SPDX-License-Identifier: MIT
#include "rule/step_units.h"

#include "rule/tokens.h"

static const jx_said_unit NO_UNIT = {JX_UNIT_NONE, JX_STR(""), JX_STR("")};

static bool read_tokens(const jx_vocabulary *vocabulary,
                        jx_arena *arena,
                        jx_str text,
                        jx_tokens *ret)
{
    static const jx_normal nameless = {.count = 0};
    jx_normal *normal = jx_arena_alloc(arena, sizeof *normal);
    return normal != NULL && jx_normal_make(arena, text, normal) &&
           jx_tokens_make(vocabulary, arena, normal, &nameless, &nameless, ret);
}

// 每次 has a unit and no number; 分 is what points are counted in.
static bool has_unit(const jx_tokens *tokens, size_t at)
{
    const jx_token *token = &tokens->rows[at];
    const jx_amount *amount = &token->amount;
    return token->class == JX_CLASS_QUANTITY && amount->unit.size != 0 &&
           amount->kind != JX_UNIT_SCORE &&
           jx_tokens_slice(tokens, at, at + 1).size > amount->unit.size;
}

static jx_said_unit unit_of(const jx_token *token)
{
    const jx_amount *amount = &token->amount;
    const jx_str wide = JX_STR("％");
    return (jx_said_unit){amount->kind, amount->family,
                          jx_str_equal(amount->unit, wide) ? (jx_str)JX_STR("%") : amount->unit};
}

bool jx_said_unit_of(const jx_vocabulary *vocabulary,
                     jx_arena *arena,
                     jx_str cell,
                     jx_said_unit *ret)
{
    jx_normal normal;
    if (!jx_normal_make(arena, jx_str_trim(cell), &normal)) {
        return false;
    }
    const jx_unit unit = jx_unit_of(vocabulary, &normal);
    *ret = (jx_said_unit){unit.kind, unit.family, jx_str_trim(cell)};
    return true;
}

bool jx_said_unit_of_steps(const jx_vocabulary *vocabulary,
                           jx_arena *arena,
                           jx_str rule,
                           jx_said_unit *ret)
{
    jx_tokens tokens;
    bool inside = false;
    *ret = NO_UNIT;
    if (!read_tokens(vocabulary, arena, rule, &tokens)) {
        return false;
    }
    for (size_t i = 0; i < tokens.count; i++) {
        const jx_token *token = &tokens.rows[i];
        if (inside && has_unit(&tokens, i)) {
            *ret = unit_of(token);
            return true;
        }
        inside = token->class == JX_CLASS_EACH ||
                 (inside && token->class != JX_CLASS_STOP && token->class != JX_CLASS_LOSE);
    }
    return true;
}

// Of 万元 the number is in yuan: 100 stands for 1000000.
static bool is_number(const jx_amount *amount, jx_decimal number)
{
    jx_decimal scaled;
    return jx_decimal_compare(amount->number, number) == 0 ||
           (amount->scale > 1 &&
            jx_decimal_multiply(number, jx_decimal_make(amount->scale, 0), &scaled) &&
            jx_decimal_compare(amount->number, scaled) == 0);
}

bool jx_said_unit_behind(
    const jx_vocabulary *vocabulary, jx_arena *arena, jx_str text, jx_str number, jx_said_unit *ret)
{
    jx_tokens tokens;
    jx_decimal sought;
    *ret = NO_UNIT;
    if (!jx_decimal_parse(number, &sought)) {
        return true;
    }
    if (!read_tokens(vocabulary, arena, text, &tokens)) {
        return false;
    }
    for (size_t i = 0; i < tokens.count && ret->words.size == 0; i++) {
        if (has_unit(&tokens, i) && is_number(&tokens.rows[i].amount, sought)) {
            *ret = unit_of(&tokens.rows[i]);
        }
    }
    return true;
}

// ------------------------------------------------------------------------------------------ two of them

typedef enum unit_group {
    GROUP_UNKNOWN,
    GROUP_COUNT,
    GROUP_PEOPLE, // 名 counts places as well
    GROUP_PLACE,
    GROUP_PERCENT,
    GROUP_MONEY,
    GROUP_TIME
} unit_group;

static const struct {
    jx_unit_kind kind;
    unit_group group;
} kinds[] = {
    {JX_UNIT_COUNT, GROUP_COUNT}, {JX_UNIT_PLACE, GROUP_PLACE}, {JX_UNIT_PERCENT, GROUP_PERCENT},
    {JX_UNIT_MONEY, GROUP_MONEY}, {JX_UNIT_DAY, GROUP_TIME},    {JX_UNIT_MONTH, GROUP_TIME},
    {JX_UNIT_YEAR, GROUP_TIME},
};

static unit_group group_of(const jx_said_unit *unit)
{
    static const char *const times[] = {"workday", "week", "hour", "minute"};
    if (jx_str_is(unit->family, "count-people")) {
        return GROUP_PEOPLE;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (kinds[i].kind == unit->kind) {
            return kinds[i].group;
        }
    }
    return jx_str_is_among(unit->family, times, sizeof times / sizeof times[0]) ? GROUP_TIME
                                                                                : GROUP_UNKNOWN;
}

bool jx_said_units_differ(const jx_said_unit *a, const jx_said_unit *b)
{
    const unit_group left = group_of(a);
    const unit_group right = group_of(b);
    const bool people = left == GROUP_PEOPLE || right == GROUP_PEOPLE;
    const unit_group other = left == GROUP_PEOPLE ? right : left;
    return left != right && left != GROUP_UNKNOWN && right != GROUP_UNKNOWN &&
           !(people && (other == GROUP_COUNT || other == GROUP_PLACE));
}
