// SPDX-License-Identifier: MIT
#include "script/script_fields.h"

#include "base/decimal.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/field.h"
#include "model/sheet.h"
#include "script/lua_decimal.h"

#include <string.h>

enum { MOST_FIELDS = 64, MOST_CHOICES = 64 };

// The names that `type` may have.
static const struct {
    const char *name;
    uint32_t type;
} types[] = {
    {"text", JX_FIELD_TEXT},       {"integer", JX_FIELD_INTEGER}, {"decimal", JX_FIELD_DECIMAL},
    {"boolean", JX_FIELD_BOOLEAN}, {"choice", JX_FIELD_CHOICE},   {"percent", JX_FIELD_PERCENT},
    {"points", JX_FIELD_POINTS},   {"date", JX_FIELD_DATE},       {"level", JX_FIELD_LEVEL},
};

// A field being read: its table is on top of the stack.
typedef struct reading {
    lua_State *lua;
    jx_arena *arena;
    bool is_input;
    jx_str where; // params.grace
    jx_field field;
} reading;

static const char *keep(const reading *at, jx_str text)
{
    jx_budget_pay_bytes(at->lua, text.size);
    jx_str kept = jx_arena_copy(at->arena, text);
    if (kept.data == NULL) {
        jx_budget_stop(at->lua, JX_WALL_SYSTEM);
    }
    return kept.data;
}

// ------------------------------------------------------------------------------------------------- values

static jx_str part_name(const reading *at, const char *part)
{
    jx_text name = jx_text_in(at->arena);
    jx_text_add(&name, at->where);
    jx_text_add_char(&name, '.');
    jx_text_put(&name, part);
    return jx_text_str(&name);
}

// The part as text, NULL where it is not stated: a text, an integer, a boolean, a jx.decimal.
static const char *take_text(const reading *at, const char *part)
{
    lua_State *lua = at->lua;
    jx_str text;
    lua_pushstring(lua, part);
    int type = lua_rawget(lua, -2);
    if (type == LUA_TNIL) {
        lua_pop(lua, 1);
        return NULL;
    }
    bool is_float = type == LUA_TNUMBER && !lua_isinteger(lua, -1);
    bool known = type == LUA_TSTRING || type == LUA_TNUMBER || type == LUA_TBOOLEAN ||
                 jx_lua_test_decimal(lua, -1) != NULL;
    if (!known) {
        jx_cage_raise(lua, JX_MESSAGE_SCRIPT_FIELD_VALUE, part_name(at, part),
                      jx_cage_type(lua, -1));
    }
    jx_cage_push_text(lua, -1);
    text = jx_str_of(lua_tostring(lua, -1));
    if (is_float) {
        jx_cage_raise(lua, JX_MESSAGE_SCRIPT_FIELD_FLOAT, part_name(at, part), text);
    }
    if (type == LUA_TBOOLEAN) {
        text = jx_str_of(lua_toboolean(lua, -2) != 0 ? "yes" : "no");
    }
    const char *kept = keep(at, text);
    lua_pop(lua, 2);
    return kept;
}

// A percentage may be declared as the number it is.
static const char *take_default(const reading *at)
{
    jx_decimal number;
    const char *text = take_text(at, "default");
    if (text == NULL || at->field.type != JX_FIELD_PERCENT ||
        !jx_decimal_parse(jx_str_of(text), &number)) {
        return text;
    }
    jx_text percentage = jx_text_in(at->arena);
    jx_text_put(&percentage, text);
    jx_text_add_char(&percentage, '%');
    return keep(at, jx_text_str(&percentage));
}

static bool is_part(jx_str key)
{
    static const char *const parts[] = {"type",    "default",  "min", "max",
                                        "choices", "required", "zh",  "en"};
    return jx_str_is_among(key, parts, sizeof parts / sizeof parts[0]);
}

static void check_parts(const reading *at)
{
    lua_State *lua = at->lua;
    if (jx_cage_push_stranger(lua, lua_gettop(lua), is_part)) {
        jx_cage_raise(lua, JX_MESSAGE_SCRIPT_FIELD_PART, at->where,
                      jx_str_of(lua_tostring(lua, -1)));
    }
}

static void take_type(reading *at)
{
    const char *name = take_text(at, "type");
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (name != NULL && strcmp(name, types[i].name) == 0) {
            at->field.type = types[i].type;
            return;
        }
    }
    jx_cage_raise(at->lua, JX_MESSAGE_SCRIPT_FIELD_TYPE, at->where,
                  jx_str_of(name == NULL ? "nil" : name));
}

static void take_words(reading *at)
{
    const char *zh = take_text(at, "zh");
    const char *en = take_text(at, "en");
    at->field.says.zh = zh == NULL ? en : zh;
    at->field.says.en = en == NULL ? zh : en;
    if (!jx_utf8_is_line(jx_str_of(at->field.says.zh)) ||
        !jx_utf8_is_line(jx_str_of(at->field.says.en))) {
        jx_cage_raise(at->lua, JX_MESSAGE_SCRIPT_FIELD_WORDS, at->where);
    }
}

static void take_bounds(reading *at)
{
    jx_decimal least = JX_DECIMAL_ZERO;
    jx_decimal most = JX_DECIMAL_ZERO;
    at->field.minimum = take_text(at, "min");
    at->field.maximum = take_text(at, "max");
    bool has_least = at->field.minimum != NULL;
    bool has_most = at->field.maximum != NULL;
    bool good = (!has_least && !has_most) || jx_field_is_number(&at->field);
    good = good && (!has_least || jx_decimal_parse(jx_str_of(at->field.minimum), &least));
    good = good && (!has_most || jx_decimal_parse(jx_str_of(at->field.maximum), &most));
    good = good && (!has_least || !has_most || jx_decimal_compare(least, most) <= 0);
    if (!good) {
        jx_cage_raise(at->lua, JX_MESSAGE_SCRIPT_FIELD_BOUNDS, at->where);
    }
}

// ------------------------------------------------------------------------------------------------ choices

static void refuse_choices(const reading *at)
{
    jx_cage_raise(at->lua, JX_MESSAGE_SCRIPT_FIELD_CHOICES, at->where);
}

static void check_choice(const reading *at, const char *choice, const jx_text *before)
{
    if (!jx_utf8_is_line(jx_str_of(choice)) || strchr(choice, '|') != NULL ||
        jx_str_has_part(jx_text_str(before), '|', jx_str_of(choice))) {
        refuse_choices(at);
    }
}

static void take_choices(reading *at)
{
    lua_State *lua = at->lua;
    jx_text choices = jx_text_in(at->arena);
    lua_pushliteral(lua, "choices");
    int type = lua_rawget(lua, -2);
    bool wanted = at->field.type == JX_FIELD_CHOICE;
    lua_Unsigned count = type == LUA_TTABLE ? lua_rawlen(lua, -1) : 0;
    if (wanted != (count > 0) || (type != LUA_TTABLE && type != LUA_TNIL) || count > MOST_CHOICES) {
        refuse_choices(at);
    }
    for (lua_Unsigned i = 1; i <= count; i++) {
        if (lua_rawgeti(lua, -1, (lua_Integer)i) != LUA_TSTRING) {
            refuse_choices(at);
        }
        const char *choice = lua_tostring(lua, -1);
        check_choice(at, choice, &choices);
        jx_text_put(&choices, i == 1 ? "" : "|");
        jx_text_put(&choices, choice);
        lua_pop(lua, 1);
    }
    at->field.choices = wanted ? keep(at, jx_text_str(&choices)) : NULL;
    lua_pop(lua, 1);
}

// ------------------------------------------------------------------------------------------------- fields

static void take_need(reading *at)
{
    int32_t required = 0;
    const char *text = take_text(at, "required");
    if (text != NULL && !jx_str_read_yes_no(jx_str_of(text), &required)) {
        jx_cage_raise(at->lua, JX_MESSAGE_SCRIPT_FIELD_VALUE, part_name(at, "required"),
                      jx_str_of(text));
    }
    at->field.flags = required != 0 ? JX_FIELD_REQUIRED : 0;
    at->field.fallback = take_default(at);
    if (required != 0 && at->field.fallback != NULL) {
        jx_cage_raise(at->lua, JX_MESSAGE_SCRIPT_FIELD_DEFAULT, at->where);
    }
}

static bool is_key(jx_str key)
{
    return jx_str_is_name(key, '_');
}

static void check_free(const reading *at, jx_str key)
{
    if (at->is_input && jx_sheet_owns(key)) {
        jx_cage_raise(at->lua, JX_MESSAGE_SCRIPT_FIELD_TAKEN, key);
    }
}

// The key is at -2, its table at -1.
static jx_field take_field(lua_State *lua, jx_arena *arena, const char *name)
{
    reading at = {.lua = lua, .arena = arena, .is_input = strcmp(name, "inputs") == 0};
    jx_str key = jx_str_of(lua_tostring(lua, -2));
    check_free(&at, key);
    at.where = jx_str_of(name);
    at.where = part_name(&at, key.data);
    at.field.key = keep(&at, key);
    if (lua_type(lua, -1) != LUA_TTABLE) {
        jx_cage_raise(lua, JX_MESSAGE_SCRIPT_FIELD, at.where, jx_cage_type(lua, -1));
    }
    check_parts(&at);
    take_type(&at);
    take_words(&at);
    take_bounds(&at);
    take_choices(&at);
    take_need(&at);
    return at.field;
}

static bool are_mixed_up(const jx_field *one, const jx_field *other)
{
    jx_str word = jx_str_of(one->says.zh);
    return jx_str_equal(word, jx_str_of(other->key)) ||
           jx_str_equal(word, jx_str_of(other->says.zh));
}

// Scripts ask for a value by its key or by its name in words.
static void check_names(lua_State *lua, jx_arena *arena, const char *name, const jx_list *list)
{
    const jx_field *fields = list->rows;
    for (uint32_t i = 0; i < list->count; i++) {
        for (uint32_t k = 0; k < list->count; k++) {
            if (k != i && are_mixed_up(&fields[i], &fields[k])) {
                reading at = {.lua = lua, .arena = arena, .where = jx_str_of(name)};
                jx_cage_raise(lua, JX_MESSAGE_SCRIPT_FIELD_SAME, part_name(&at, fields[i].key),
                              jx_str_of(fields[k].key));
            }
        }
        jx_budget_pay(lua, list->count);
    }
}

void jx_script_take_fields(lua_State *lua, jx_arena *arena, const char *name, jx_list *ret)
{
    if (lua_isnil(lua, -1)) {
        return;
    }
    if (!lua_istable(lua, -1)) {
        jx_cage_raise(lua, JX_MESSAGE_SCRIPT_FIELDS, jx_str_of(name), jx_cage_type(lua, -1));
    }
    int table = lua_gettop(lua);
    if (jx_cage_push_stranger(lua, table, is_key)) {
        jx_cage_raise(lua, JX_MESSAGE_SCRIPT_FIELD_KEY, jx_str_of(name),
                      jx_str_of(lua_tostring(lua, -1)));
    }
    jx_cage_push_keys(lua, table);
    lua_Unsigned count = lua_rawlen(lua, -1);
    if (count > MOST_FIELDS) {
        jx_cage_raise(lua, JX_MESSAGE_SCRIPT_FIELD_MANY, jx_str_of(name));
    }
    jx_field *fields = jx_arena_array(arena, (size_t)count, sizeof *fields);
    if (fields == NULL) {
        jx_budget_stop(lua, JX_WALL_SYSTEM);
    }
    for (lua_Unsigned i = 0; i < count; i++) {
        lua_rawgeti(lua, table + 1, (lua_Integer)i + 1);
        lua_pushvalue(lua, -1);
        lua_rawget(lua, table);
        fields[i] = take_field(lua, arena, name);
        lua_pop(lua, 2);
    }
    lua_pop(lua, 1);
    *ret = (jx_list){fields, (uint32_t)count, sizeof *fields};
    check_names(lua, arena, name, ret);
}

_Static_assert(MOST_FIELDS == 64, "the limit is written in a message, too");
