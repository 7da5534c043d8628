// SPDX-License-Identifier: MIT
#include "script/lint.h"

#include "base/list.h"
#include "model/field.h"
#include "script/lua_tokens.h"

#include <string.h>

enum {
    MOST_NAMES = 64,
    MOST_OPERAND = 64 // tokens; nothing is said of longer ones: no wall bounds what looking takes
};

typedef struct lint {
    const jx_script *script;
    const jx_lua_token *tokens;
    size_t count;
    jx_str contexts[MOST_NAMES]; // parameters of functions that are handed the context
    size_t context_count;
    jx_str decimals[MOST_NAMES]; // variables that hold decimals
    size_t decimal_count;
} lint;

// A part of the tokens: [first, last)
typedef struct span {
    size_t first;
    size_t last;
} span;

static bool is_sign(const lint *on, size_t at, const char *sign)
{
    return at < on->count && on->tokens[at].kind != JX_LUA_STRING &&
           jx_str_is(on->tokens[at].text, sign);
}

static bool is_name(const lint *on, size_t at)
{
    return at < on->count && on->tokens[at].kind == JX_LUA_NAME;
}

static bool has(const jx_str *names, size_t count, jx_str name)
{
    for (size_t i = 0; i < count; i++) {
        if (jx_str_equal(names[i], name)) {
            return true;
        }
    }
    return false;
}

static void add(jx_str *names, size_t *count, jx_str name)
{
    if (*count < MOST_NAMES && !has(names, *count, name)) {
        names[(*count)++] = name;
    }
}

// --------------------------------------------------------------------------------------------- expressions

// Keywords that begin a statement or part expressions, and what an expression cannot go past.
static bool is_border(const lint *on, size_t at)
{
    static const char *const words[] = {
        "and", "or",    "not",  "if",     "then",  "elseif", "else",   "end",
        "for", "while", "do",   "repeat", "until", "local",  "return", "function",
        "in",  "break", "goto", "=",      "==",    "~=",     "<",      ">",
        "<=",  ">=",    "..",   ",",      ";",     "{",      "}"};
    return at >= on->count ||
           (on->tokens[at].kind != JX_LUA_STRING &&
            jx_str_is_among(on->tokens[at].text, words, sizeof words / sizeof words[0]));
}

// Whether an operand may end with this token; what follows one such without a sign between begins a statement.
static bool ends_operand(const lint *on, size_t at)
{
    return on->tokens[at].kind != JX_LUA_SIGN || is_sign(on, at, ")") || is_sign(on, at, "]");
}

static span operand_after(const lint *on, size_t at)
{
    span found = {at, at};
    int depth = 0;
    while (found.last < on->count && (depth > 0 || !is_border(on, found.last))) {
        if (found.last - at == MOST_OPERAND) {
            return (span){at, at};
        }
        bool starts = on->tokens[found.last].kind != JX_LUA_SIGN;
        if (depth == 0 && starts && found.last > at && ends_operand(on, found.last - 1)) {
            break;
        }
        depth += is_sign(on, found.last, "(") || is_sign(on, found.last, "[");
        depth -= is_sign(on, found.last, ")") || is_sign(on, found.last, "]");
        if (depth < 0) {
            break;
        }
        found.last++;
    }
    return found;
}

static span operand_before(const lint *on, size_t at)
{
    span found = {at, at};
    int depth = 0;
    while (found.first > 0 && (depth > 0 || !is_border(on, found.first - 1))) {
        if (at - found.first == MOST_OPERAND) {
            return (span){at, at};
        }
        depth += is_sign(on, found.first - 1, ")") || is_sign(on, found.first - 1, "]");
        depth -= is_sign(on, found.first - 1, "(") || is_sign(on, found.first - 1, "[");
        if (depth < 0) {
            break;
        }
        found.first--;
    }
    return found;
}

// --------------------------------------------------------------------------------------------- decimals

static bool is_number_field(const jx_list *fields, jx_str key)
{
    for (uint32_t i = 0; i < fields->count; i++) {
        const jx_field *field = jx_list_at(fields, i);
        if (jx_field_is_number(field) && jx_str_is(key, field->key)) {
            return true;
        }
    }
    return false;
}

// ctx.measured, ctx.param.N, ctx.input.N from `at` on; the token behind it, 0 where there is none such.
static size_t context_number(const lint *on, size_t at)
{
    static const char *const numbers[] = {"target", "measured", "actual", "baseline",
                                          "weight", "points",   "total",  "full"};
    if (!is_name(on, at) || !has(on->contexts, on->context_count, on->tokens[at].text) ||
        !is_sign(on, at + 1, ".") || !is_name(on, at + 2)) {
        return 0;
    }
    jx_str field = on->tokens[at + 2].text;
    if (jx_str_is_among(field, numbers, sizeof numbers / sizeof numbers[0])) {
        return at + 3;
    }
    const jx_list *list = jx_str_is(field, "param")   ? &on->script->params
                          : jx_str_is(field, "input") ? &on->script->inputs
                                                      : NULL;
    bool number = list != NULL && is_sign(on, at + 3, ".") && is_name(on, at + 4) &&
                  is_number_field(list, on->tokens[at + 4].text);
    return number ? at + 5 : 0;
}

// A variable by itself: neither a field nor the table of one.
static bool is_decimal_variable(const lint *on, size_t at)
{
    bool alone = at == 0 || (!is_sign(on, at - 1, ".") && !is_sign(on, at - 1, ":"));
    return alone && is_name(on, at) && has(on->decimals, on->decimal_count, on->tokens[at].text) &&
           !is_sign(on, at + 1, ".") && !is_sign(on, at + 1, ":") && !is_sign(on, at + 1, "[") &&
           !is_sign(on, at + 1, "(");
}

static bool is_made_decimal(const lint *on, size_t at)
{
    static const char *const makers[] = {"decimal", "min", "max"};
    return is_sign(on, at, "jx") && is_sign(on, at + 1, ".") && is_name(on, at + 2) &&
           jx_str_is_among(on->tokens[at + 2].text, makers, sizeof makers / sizeof makers[0]);
}

// Whether the span is about a decimal: no call makes something else of it.
static bool is_decimal(const lint *on, span of)
{
    bool found = false;
    for (size_t at = of.first; at < of.last; at++) {
        size_t behind = context_number(on, at);
        bool called = is_name(on, at) && is_sign(on, at + 1, "(") && !is_sign(on, at, "decimal") &&
                      !is_sign(on, at, "min") && !is_sign(on, at, "max");
        if (is_sign(on, at, "#") || is_sign(on, at, ":") || called) {
            return false;
        }
        if (behind > 0) {
            bool further = is_sign(on, behind, ".") || is_sign(on, behind, "[");
            found = found || !further;
        }
        found = found || is_made_decimal(on, at) || is_decimal_variable(on, at);
    }
    return found;
}

static bool is_plain_number(const lint *on, span of)
{
    size_t first = is_sign(on, of.first, "-") ? of.first + 1 : of.first;
    return of.last == first + 1 && on->tokens[first].kind == JX_LUA_NUMBER;
}

// ------------------------------------------------------------------------------------------------ findings

// run = function(ctx), return function(ctx), function run(ctx): whatever the parameter is called.
static void find_contexts(lint *on)
{
    for (size_t at = 0; at + 2 < on->count; at++) {
        size_t open = is_name(on, at + 1) ? at + 2 : at + 1;
        if (is_sign(on, at, "function") && is_sign(on, open, "(") && is_name(on, open + 1)) {
            add(on->contexts, &on->context_count, on->tokens[open + 1].text);
        }
    }
}

// NAME = a decimal, as far as the text goes from top to bottom.
static void find_decimals(lint *on)
{
    for (size_t at = 1; at < on->count; at++) {
        bool assigns = is_sign(on, at, "=") && is_name(on, at - 1) &&
                       (at < 2 || (!is_sign(on, at - 2, ".") && !is_sign(on, at - 2, ",")));
        if (!assigns) {
            continue;
        }
        span value = operand_after(on, at + 1);
        if (is_decimal(on, value) && !is_sign(on, value.last, "..")) {
            add(on->decimals, &on->decimal_count, on->tokens[at - 1].text);
        }
    }
}

static void report(const lint *on, span from, span to, jx_findings *findings)
{
    const jx_lua_token *first = &on->tokens[from.first];
    const jx_lua_token *last = &on->tokens[to.last - 1];
    jx_str text = {first->text.data,
                   (size_t)(last->text.data + last->text.size - first->text.data)};
    jx_place place = {.file = on->script->path, .line = first->line};
    jx_find(findings, JX_WARNING, &place, JX_MESSAGE_SCRIPT_COMPARES_NUMBER, text);
}

void jx_script_lint(const jx_script *script, jx_findings *findings)
{
    lint on = {.script = script};
    on.tokens = jx_lua_tokens(findings->arena, script->text, &on.count);
    if (on.tokens == NULL) {
        findings->failed = true;
        return;
    }
    find_contexts(&on);
    find_decimals(&on);
    for (size_t at = 1; at + 1 < on.count; at++) {
        if (!is_sign(&on, at, "==") && !is_sign(&on, at, "~=")) {
            continue;
        }
        span left = operand_before(&on, at);
        span right = operand_after(&on, at + 1);
        if (left.first < left.last && right.first < right.last &&
            ((is_decimal(&on, left) && is_plain_number(&on, right)) ||
             (is_plain_number(&on, left) && is_decimal(&on, right)))) {
            report(&on, left, right, findings);
        }
    }
}
