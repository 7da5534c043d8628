// SPDX-License-Identifier: MIT
// jx.decimal in scripts: operators against GMP, what else numbers have, by rows.
#include "base/ratio.h"
#include "support/jx_exact.h"
#include "support/jx_rows.h"
#include "support/script_ground.h"

#include <stdio.h>

// ------------------------------------------------------------------------------------------- against GMP

enum { TRIALS = 3000, PLACES = 4, NUMBER_TEXT = 160 };

// Tells each result as a loss, which is exact: its size as points, its sign as the reason.
static const char calculator[] =
    "return { params = { a = { type = 'decimal', zh = 'a' }, b = { type = 'decimal', zh = 'b' } },\n"
    "run = function(ctx)\n"
    "  local a, b = ctx.param.a, ctx.param.b\n"
    "  local function tell(code, calculate)\n"
    "    local ok, result = pcall(calculate)\n"
    "    if not ok then\n"
    "      ctx:note(code .. ' refused')\n"
    "    elseif result:equals(0) then\n"
    "      ctx:note(code .. ' zero')\n"
    "    else\n"
    "      ctx:deduct { points = result:abs(), code = code, zh = result < 0 and '-' or '+' }\n"
    "    end\n"
    "  end\n"
    "  tell('add', function() return a + b end)\n"
    "  tell('sub', function() return a - b end)\n"
    "  tell('mul', function() return a * b end)\n"
    "  tell('div', function() return a / b end)\n"
    "  tell('idiv', function() return a // b end)\n"
    "  tell('mod', function() return a % b end)\n"
    "  tell('neg', function() return -a end)\n"
    "  tell('chain', function() return (a / b + b) * a end)\n"
    "  tell('floor', function() return (a / b):floor() end)\n"
    "  tell('ceil', function() return (a / b):ceil() end)\n"
    "  tell('up', function() return (a / b):round(4) end)\n"
    "  tell('even', function() return (a / b):round(4, 'half_even') end)\n"
    "  tell('down', function() return (a / b):round(4, 'down') end)\n"
    "  tell('least', function() return jx.min(a, b, 7) end)\n"
    "  tell('most', function() return jx.max(7, a, b) end)\n"
    "  ctx:note('order ' .. tostring(a < b) .. ' ' .. tostring(a <= b) .. ' ' .. tostring(a == b) .. ' '\n"
    "    .. tostring(a > b) .. ' ' .. tostring(a >= b) .. ' ' .. tostring(a ~= b) .. ' ' .. tostring(a:equals(b)))\n"
    "end }\n";

typedef struct trial {
    jx_exact exact;
    mpq_t a;
    mpq_t b;
    mpq_t expected;
    mpq_t found;
    mpq_t part;
    size_t fitting;
    size_t count;
} trial;

static void floor_of(mpq_t number)
{
    mpz_fdiv_q(mpq_numref(number), mpq_numref(number), mpq_denref(number));
    mpz_set_ui(mpq_denref(number), 1);
}

static bool is_short(const trial *at, mpq_srcptr number)
{
    return mpz_cmpabs(mpq_numref(number), at->exact.ten_to[JX_DECIMAL_DIGITS]) < 0 &&
           mpz_cmp(mpq_denref(number), at->exact.ten_to[JX_DECIMAL_DIGITS]) < 0;
}

// What the script ought to tell under that code, into at->expected; false where it may be refused.
static bool calculate(trial *at, const char *code)
{
    bool promised = is_short(at, at->a) && is_short(at, at->b);
    if (strcmp(code, "add") == 0) {
        mpq_add(at->expected, at->a, at->b);
    } else if (strcmp(code, "sub") == 0) {
        mpq_sub(at->expected, at->a, at->b);
    } else if (strcmp(code, "mul") == 0) {
        mpq_mul(at->expected, at->a, at->b);
    } else if (strcmp(code, "neg") == 0) {
        mpq_neg(at->expected, at->a);
    } else if (strcmp(code, "least") == 0 || strcmp(code, "most") == 0) {
        int direction = code[0] == 'l' ? 1 : -1;
        mpq_set_ui(at->expected, 7, 1);
        mpq_set(at->expected, mpq_cmp(at->a, at->expected) * direction < 0 ? at->a : at->expected);
        mpq_set(at->expected, mpq_cmp(at->b, at->expected) * direction < 0 ? at->b : at->expected);
    } else if (mpq_sgn(at->b) == 0) {
        return false;
    } else {
        mpq_div(at->expected, at->a, at->b);
        promised = promised && is_short(at, at->expected);
        if (strcmp(code, "idiv") == 0 || strcmp(code, "floor") == 0) {
            floor_of(at->expected);
        } else if (strcmp(code, "ceil") == 0) {
            mpq_neg(at->expected, at->expected);
            floor_of(at->expected);
            mpq_neg(at->expected, at->expected);
        } else if (strcmp(code, "mod") == 0) {
            floor_of(at->expected);
            promised = promised && is_short(at, at->expected);
            mpq_mul(at->expected, at->expected, at->b);
            promised = promised && is_short(at, at->expected);
            mpq_sub(at->expected, at->a, at->expected);
        } else if (strcmp(code, "chain") == 0) {
            mpq_add(at->expected, at->expected, at->b);
            promised = promised && is_short(at, at->expected);
            mpq_mul(at->expected, at->expected, at->a);
        } else if (strcmp(code, "div") != 0) {
            uint32_t rounding = strcmp(code, "up") == 0     ? JX_ROUND_HALF_UP
                                : strcmp(code, "even") == 0 ? JX_ROUND_HALF_EVEN
                                                            : JX_ROUND_DOWN;
            mpq_set(at->part, at->expected);
            promised =
                jx_exact_round(&at->exact, at->part, PLACES, rounding, at->expected) && promised;
        }
    }
    return promised && is_short(at, at->expected);
}

static void expect_result(trial *at, const char *code, const char *says)
{
    bool promised = calculate(at, code);
    at->count++;
    if (strcmp(says, "refused") == 0) {
        assert_false(promised);
        return;
    }
    at->fitting++;
    if (!mpq_equal(at->found, at->expected)) {
        fail_msg("%s: expected %s, found %s", code, mpq_get_str(NULL, 10, at->expected),
                 mpq_get_str(NULL, 10, at->found));
    }
}

static void expect_order(const trial *at, const char *says)
{
    char expected[NUMBER_TEXT];
    int order = mpq_cmp(at->a, at->b);
    const char *const words[] = {"false", "true"};
    snprintf(expected, sizeof expected, "%s %s %s %s %s %s %s", words[order < 0], words[order <= 0],
             words[order == 0], words[order > 0], words[order >= 0], words[order != 0],
             words[order == 0]);
    assert_true(jx_str_starts(jx_str_of(says), jx_str_of(expected)));
}

// One `deduct N/D CODE SIGN SIGN` or `note CODE WORD CODE WORD`.
static void read_told(trial *at, const char *told)
{
    char above[NUMBER_TEXT];
    char below[NUMBER_TEXT];
    char code[NUMBER_TEXT];
    char sign = '+';
    if (sscanf(told, "deduct %99[^/]/%99s %39s %c", above, below, code, &sign) == 4) {
        jx_exact_read(&at->exact, above, at->found);
        jx_exact_read(&at->exact, below, at->part);
        mpq_div(at->found, at->found, at->part);
        if (sign == '-') {
            mpq_neg(at->found, at->found);
        }
        expect_result(at, code, "");
    } else if (jx_str_starts(jx_str_of(told), (jx_str)JX_STR("note order "))) {
        expect_order(at, told + strlen("note order "));
    } else {
        assert_int_equal(sscanf(told, "note %39s %39s", code, above), 2);
        mpq_set_ui(at->found, 0, 1);
        expect_result(at, code, above);
    }
}

static void read_all_told(trial *at, jx_script_ground *ground)
{
    jx_text_add_char(&ground->given, '\0');
    for (char *told = ground->given.data; *told != '\0';) {
        char *end = strstr(told, "; ");
        assert_non_null(end);
        *end = '\0';
        read_told(at, told);
        told = end + 2;
    }
}

static void test_operators(void **state)
{
    (void)state;
    trial at = {.count = 0};
    jx_script_ground ground;
    jx_exact_init(&at.exact, 31);
    mpq_inits(at.a, at.b, at.expected, at.found, at.part, NULL);
    jx_ground_begin(&ground);
    assert_int_equal(jx_ground_read(&ground, (jx_str){calculator, sizeof calculator - 1}), JX_OK);
    jx_ground_cage(&ground);
    for (size_t i = 0; i < TRIALS; i++) {
        ground.values[0] = (jx_value){.given = 1, .number = jx_exact_draw(&at.exact, at.a)};
        ground.values[1] = (jx_value){.given = 1, .number = jx_exact_draw(&at.exact, at.b)};
        if (i % 16 == 0) {
            ground.values[1] = ground.values[0];
            mpq_set(at.b, at.a);
        }
        jx_cage_begin(ground.cage);
        if (jx_ground_run(&ground, 0, false) != JX_OK) {
            fail_msg("%s", ground.err.text);
        }
        read_all_told(&at, &ground);
    }
    assert_int_equal(at.count, TRIALS * 15);
    assert_in_range(at.fitting, at.count / 2, at.count - at.count / 100);
    jx_ground_end(&ground);
    mpq_clears(at.a, at.b, at.expected, at.found, at.part, NULL);
    jx_exact_clear(&at.exact);
}

// ------------------------------------------------------------------------------------------------- by rows

typedef struct number_row {
    const char *name;
    const char *expression;
    const char *text; // of its value, or a part of the error
} number_row;

static const number_row values[] = {
    {"a decimal from a text", "jx.decimal('0.50')", "0.5"},
    {"a decimal from one with blanks", "jx.decimal(' 1.5 ')", "1.5"},
    {"a decimal from an integer", "jx.decimal(-7)", "-7"},
    {"a decimal from a decimal", "jx.decimal(jx.decimal('2.5'))", "2.5"},
    {"the largest integer", "jx.decimal(math.maxinteger)", "9223372036854775807"},
    {"the smallest integer", "jx.decimal(math.mininteger)", "-9223372036854775808"},
    {"below the smallest integer", "jx.decimal(math.mininteger) - 1", "-9223372036854775809"},
    {"an integer in front", "3 - jx.decimal('0.5')", "2.5"},
    {"an integer behind", "jx.decimal('0.5') - 3", "-2.5"},
    {"nothing is lost", "jx.decimal('0.1') + jx.decimal('0.2')", "0.3"},
    {"thirds come back", "jx.decimal(1) / 3 * 3", "1"},
    {"a fraction as text", "jx.decimal(2) / 3", "0.666667"},
    {"a fraction below nothing", "-jx.decimal(2) / 3", "-0.666667"},
    {"18 decimals as text", "jx.decimal('0.000000000000000001')", "0.000000000000000001"},
    {"more decimals than are shown", "jx.decimal('0.000000000000000001') / 3", "0"},
    {"whole division", "jx.decimal(-7) // 2", "-4"},
    {"whole division by less than nothing", "jx.decimal(7) // -2", "-4"},
    {"the rest has the sign of the divisor", "jx.decimal(-7) % 3", "2"},
    {"the rest has that sign, too", "jx.decimal(7) % -3", "-2"},
    {"the rest of parts", "jx.decimal('5.5') % 2", "1.5"},
    {"rounding to whole ones", "jx.decimal('2.5'):round()", "3"},
    {"rounding half up away from nothing", "jx.decimal('-2.5'):round(0, 'half_up')", "-3"},
    {"rounding half to even", "jx.decimal('2.5'):round(0, 'half_even')", "2"},
    {"rounding half to even, upwards", "jx.decimal('3.5'):round(0, 'half_even')", "4"},
    {"rounding down", "jx.decimal('-2.9'):round(0, 'down')", "-2"},
    {"rounding to two places", "jx.decimal('2.675'):round(2)", "2.68"},
    {"floor", "jx.decimal('-2.1'):floor()", "-3"},
    {"ceil", "jx.decimal('-2.1'):ceil()", "-2"},
    {"abs", "jx.decimal('-2.1'):abs()", "2.1"},
    {"equals", "jx.decimal(2):equals(2)", "true"},
    {"equals not", "jx.decimal(2):equals(jx.decimal('2.1'))", "false"},
    {"equal decimals", "jx.decimal('2.0') == jx.decimal(2)", "true"},
    {"never the same as an integer", "jx.decimal(2) == 2", "false"},
    {"compared with an integer", "2 < jx.decimal('2.1')", "true"},
    {"compared with an integer in front", "jx.decimal('2.1') <= 2", "false"},
    {"min of integers", "jx.min(3, 2, 5)", "2"},
    {"max of one", "jx.max(3)", "3"},
    {"joined with a text", "jx.decimal('0.5') .. ' points'", "0.5 points"},
    {"joined behind a text", "'lost ' .. jx.decimal('0.5')", "lost 0.5"},
    {"a kind of its own", "type(jx.decimal(1))", "userdata"},
};

static const number_row refusals[] = {
    {"a float", "jx.decimal(0.1)", "write jx.decimal(\"0.1\")"},
    {"a whole float", "jx.decimal(2) + 1.0", "1.0 is a Lua float"},
    {"a float in front", "0.5 * jx.decimal(2)", "write jx.decimal(\"0.5\")"},
    {"a float compared", "jx.decimal(2) < 2.5", "write jx.decimal(\"2.5\")"},
    {"a float to equal", "jx.decimal(2):equals(2.0)", "is a Lua float"},
    {"a float in max", "jx.max(1, 2.5)", "write jx.decimal(\"2.5\")"},
    {"a text as an operand", "jx.decimal(2) + '1'", "found string"},
    {"nothing as an operand", "jx.decimal(2) + nil", "found nil"},
    {"nothing at all", "jx.decimal()", "found no value"},
    {"max of nothing", "jx.max()", "found no value"},
    {"a text in words", "jx.decimal('half')", "found \"half\""},
    {"an empty text", "jx.decimal('')", "expected a decimal"},
    {"places that are a float", "jx.decimal(2):round(1.5)", "expected 0 to 18 decimals"},
    {"places below nothing", "jx.decimal(2):round(-1)", "found -1"},
    {"a rounding that is a number", "jx.decimal(2):round(1, 1)",
     "expected half_up, half_even or down"},
    {"a method that is not there", "jx.decimal(2).sqrt", "it has round floor ceil abs equals"},
    {"Lua's own floor", "math.floor(jx.decimal(2))", "number expected, got jx.decimal"},
    {"a length", "#jx.decimal(2)", "attempt to get length of a jx.decimal value"},
};

static void write_script(jx_text *text, const char *expression)
{
    jx_text_put(text, "return function(ctx)\nlocal value = ");
    jx_text_put(text, expression);
    jx_text_put(text, "\nctx:note(tostring(value)) end");
}

static void test_value(void **state)
{
    const number_row *row = *state;
    char expected[NUMBER_TEXT];
    jx_script_ground ground;
    jx_ground_begin(&ground);
    jx_text text = jx_text_in(ground.arena);
    write_script(&text, row->expression);
    if (jx_ground_once(&ground, jx_text_str(&text), false) != JX_OK) {
        fail_msg("%s", ground.err.text);
    }
    snprintf(expected, sizeof expected, "note %s %s; ", row->text, row->text);
    jx_expect_text(jx_text_str(&ground.given), expected);
    jx_ground_end(&ground);
}

static void test_refusal(void **state)
{
    const number_row *row = *state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    jx_text text = jx_text_in(ground.arena);
    write_script(&text, row->expression);
    assert_int_equal(jx_ground_once(&ground, jx_text_str(&text), false), JX_EPLUGIN);
    if (strstr(ground.err.text, "script s.lua:2: ") == NULL ||
        strstr(ground.err.text, row->text) == NULL) {
        fail_msg("expected \"%s\" in: %s", row->text, ground.err.text);
    }
    jx_ground_end(&ground);
}

int main(void)
{
    jx_rows all = {.count = 0};
    jx_rows_add_one(&all, "operators against GMP", test_operators, NULL);
    JX_ROWS(&all, values, test_value);
    JX_ROWS(&all, refusals, test_refusal);
    return jx_rows_run(&all, "lua_decimal");
}
