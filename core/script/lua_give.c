// SPDX-License-Identifier: MIT
// What scripts give back: ctx:deduct, ctx:note, ctx:cap.
#include "base/utf8.h"
#include "model/placeholders.h"
#include "script/lua_decimal.h"
#include "script/lua_values.h"

#include <string.h>

static void check_self(lua_State *lua, const char *name)
{
    const void *self = lua_touserdata(lua, 1);
    const jx_cage *cage = jx_cage_of(lua);
    int context = cage->contexts[cage->job->row == NULL ? JX_OF_PROJECT : JX_OF_INDICATOR];
    lua_rawgeti(lua, LUA_REGISTRYINDEX, context);
    if (self == NULL || self != lua_touserdata(lua, -1)) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_SELF, jx_str_of(name));
    }
    lua_pop(lua, 1);
}

static void count_gift(lua_State *lua)
{
    jx_cage *cage = jx_cage_of(lua);
    if (cage->given++ >= JX_SCRIPT_GIVES) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_GIVES, JX_STR_NONE);
    }
}

_Static_assert(JX_SCRIPT_GIVES == 100, "the limit is written in a message, too");

// --------------------------------------------------------------------------------------- reading the table

// Of the value on top of the stack, a text that is kept outside of the cage.
static const char *check_words(lua_State *lua)
{
    const jx_str text = lua_type(lua, -1) == LUA_TSTRING ? jx_cage_str(lua, -1) : JX_STR_NONE;
    if (!jx_utf8_is_line(text)) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_WORDS, JX_STR_NONE);
    }
    jx_budget_pay_bytes(lua, text.size);
    return text.data;
}

static const char *check_code(lua_State *lua)
{
    jx_cage_push_text(lua, -1);
    const jx_str code = jx_cage_str(lua, -1);
    if (lua_type(lua, -2) != LUA_TSTRING || !jx_str_is_name(code, '_')) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_CODE, code);
    }
    lua_pop(lua, 1);
    return code.data;
}

static jx_ratio check_top(lua_State *lua)
{
    return jx_lua_check_number(lua, lua_gettop(lua));
}

// Pushes what the table at index 2 has of that name; false where it has nothing, and nothing is pushed.
static bool push_part(lua_State *lua, const char *name)
{
    lua_pushstring(lua, name);
    if (lua_rawget(lua, 2) == LUA_TNIL) {
        lua_pop(lua, 1);
        return false;
    }
    return true;
}

// The texts of the table at index 2, which keeps them. `message` serves both languages.
static jx_words take_words(lua_State *lua)
{
    const char *zh = push_part(lua, "zh") ? check_words(lua) : NULL;
    const char *en = push_part(lua, "en") ? check_words(lua) : NULL;
    const char *both = push_part(lua, "message") ? check_words(lua) : NULL;
    return (jx_words){zh == NULL ? both : zh, en == NULL ? both : en};
}

static bool is_figure_name(jx_str name)
{
    for (size_t i = 0; i < JX_PLACEHOLDER_COUNT; i++) {
        if (jx_str_is(name, jx_placeholder_names[i])) {
            return false;
        }
    }
    return jx_str_is_name(name, '_');
}

// Puts a name among the others, in order; whether there was room.
static bool insert_name(const char *name, const char *names[JX_LOSS_FIGURES])
{
    if (names[JX_LOSS_FIGURES - 1] != NULL) {
        return false;
    }
    size_t at = JX_LOSS_FIGURES - 1;
    for (; at > 0 && (names[at - 1] == NULL || strcmp(names[at - 1], name) > 0); at--) {
        names[at] = names[at - 1];
    }
    names[at] = name;
    return true;
}

// The table of figures on top of the stack: at most so many numbers, by name.
static void take_figures(lua_State *lua, jx_script_loss *ret)
{
    if (lua_type(lua, -1) != LUA_TTABLE) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_FIGURES, jx_cage_type(lua, -1));
    }
    int table = lua_gettop(lua);
    if (jx_cage_push_stranger(lua, table, is_figure_name)) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_FIGURES, jx_str_of(lua_tostring(lua, -1)));
    }
    lua_pushnil(lua);
    while (lua_next(lua, table) != 0) {
        lua_pop(lua, 1);
        if (!insert_name(lua_tostring(lua, -1), ret->names)) {
            jx_cage_raise(lua, JX_MESSAGE_LUA_FIGURES, (jx_str)JX_STR("…"));
        }
    }
    for (size_t i = 0; i < JX_LOSS_FIGURES && ret->names[i] != NULL; i++) {
        lua_getfield(lua, table, ret->names[i]);
        ret->figures[i] = check_top(lua);
        lua_pop(lua, 1);
    }
}

// One language serves both where the other is not stated.
static void check_both(lua_State *lua, jx_script_loss *gift)
{
    if (gift->says.zh == NULL && gift->says.en == NULL) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_WORDS, JX_STR_NONE);
    }
    gift->says.zh = gift->says.zh == NULL ? gift->says.en : gift->says.zh;
    gift->says.en = gift->says.en == NULL ? gift->says.zh : gift->says.en;
}

static void check_braces(lua_State *lua, const char *says, const jx_placeholder_set *set)
{
    jx_placeholder_fault fault;
    const jx_str text = jx_str_of(says);
    jx_budget_pay_bytes(lua, text.size);
    if (jx_placeholders_are_known(text, set, &fault)) {
        return;
    }
    if (fault.nearest.data == NULL) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_PLACEHOLDER, text, fault.name);
    }
    jx_cage_raise(lua, JX_MESSAGE_LUA_PLACEHOLDER_NEAR, text, fault.name, fault.nearest);
}

// What stands in braces must be a figure of the loss or, of an indicator's, one of the common names.
static void check_placeholders(lua_State *lua, const jx_script_loss *gift)
{
    const jx_placeholder_set set = {gift->names, jx_cage_of(lua)->job->row != NULL};
    check_braces(lua, gift->says.zh, &set);
    if (gift->says.en != gift->says.zh) {
        check_braces(lua, gift->says.en, &set);
    }
}

static bool is_word(jx_str key)
{
    return jx_str_is(key, "zh") || jx_str_is(key, "en") || jx_str_is(key, "message");
}

static bool is_part_of_record(jx_str key)
{
    return jx_str_is(key, "code") || jx_str_is(key, "figures") || is_word(key);
}

static bool is_part_of_cap(jx_str key)
{
    return jx_str_is(key, "total") || is_part_of_record(key);
}

static bool is_part_of_loss(jx_str key)
{
    return jx_str_is(key, "points") || is_part_of_record(key);
}

// A method by what it is given.
typedef struct gift_form {
    const char *method;
    const char *number; // NULL: none, and neither code nor figures
    const char *parts;
    const char *example;
    bool (*is_part)(jx_str key);
    jx_message refusal; // of the number
} gift_form;

static const gift_form of_loss = {"ctx:deduct",
                                  "points",
                                  "points code figures zh en message",
                                  "{ points = 1, code = \"late\", zh = \"延迟\", en = \"late\" }",
                                  is_part_of_loss,
                                  JX_MESSAGE_LUA_POINTS};
static const gift_form of_cap = {
    "ctx:cap",
    "total",
    "total code figures zh en message",
    "{ total = 60, code = \"veto\", zh = \"一票否决\", en = \"veto\" }",
    is_part_of_cap,
    JX_MESSAGE_LUA_TOTAL};
static const gift_form of_note = {"ctx:note",      NULL,
                                  "zh en message", "{ zh = \"延迟\", en = \"late\" }",
                                  is_word,         JX_MESSAGE_NONE};

// The table at index 2, its parts checked one after the other: never in Lua's order.
static jx_script_loss check_table(lua_State *lua, const gift_form *form)
{
    jx_script_loss gift = {.code = NULL};
    if (lua_type(lua, 2) != LUA_TTABLE) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_TABLE, jx_str_of(form->method), jx_cage_type(lua, 2),
                      jx_str_of(form->example));
    }
    if (jx_cage_push_stranger(lua, 2, form->is_part)) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_PART, jx_str_of(form->method),
                      jx_str_of(lua_tostring(lua, -1)), jx_str_of(form->parts));
    }
    if (form->number != NULL) {
        if (!push_part(lua, form->number)) {
            jx_cage_raise(lua, form->refusal, (jx_str)JX_STR("nil"));
        }
        gift.points = check_top(lua);
        if (!push_part(lua, "code")) {
            jx_cage_raise(lua, JX_MESSAGE_LUA_CODE, (jx_str)JX_STR("nil"));
        }
        gift.code = check_code(lua);
        if (push_part(lua, "figures")) {
            take_figures(lua, &gift);
        }
    }
    gift.says = take_words(lua);
    check_both(lua, &gift);
    if (form->number != NULL) {
        check_placeholders(lua, &gift);
    }
    return gift;
}

// -------------------------------------------------------------------------------------------------- giving

static void check_status(lua_State *lua, jx_status status)
{
    if (status == JX_ESYSTEM) {
        jx_budget_stop(lua, JX_WALL_SYSTEM);
    }
    if (status != JX_OK) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_TOO_LARGE, JX_STR_NONE);
    }
}

static void deduct(lua_State *lua, const jx_script_loss *loss)
{
    const jx_script_job *job = jx_cage_of(lua)->job;
    count_gift(lua);
    check_status(lua, job->deduct(job->host, loss));
}

static jx_str text_of(lua_State *lua, jx_ratio number)
{
    jx_lua_push_number_text(lua, number);
    return jx_str_of(lua_tostring(lua, -1));
}

int jx_lua_deduct(lua_State *lua)
{
    check_self(lua, "deduct");
    lua_settop(lua, 2);
    jx_script_loss gift = check_table(lua, &of_loss);
    if (jx_ratio_sign(gift.points) <= 0) {
        return jx_cage_raise(lua, JX_MESSAGE_LUA_POINTS, text_of(lua, gift.points));
    }
    deduct(lua, &gift);
    return 0;
}

// A total that is at the cap or below it stays as it is, and nothing is recorded. A cap of more places than points have is
// rounded down: what is left of the total is rounded, and must not come out above it.
int jx_lua_cap(lua_State *lua)
{
    jx_decimal most;
    const jx_script_job *job = jx_cage_of(lua)->job;
    check_self(lua, "cap");
    lua_settop(lua, 2);
    jx_script_loss gift = check_table(lua, &of_cap);
    if (jx_ratio_sign(gift.points) < 0) {
        return jx_cage_raise(lua, JX_MESSAGE_LUA_TOTAL, text_of(lua, gift.points));
    }
    jx_ratio above;
    if (!jx_ratio_round(gift.points, job->card->table->places, JX_ROUND_DOWN, &most) ||
        !jx_ratio_subtract(job->left(job->host), jx_ratio_of(most), &above)) {
        return jx_cage_raise(lua, JX_MESSAGE_LUA_TOO_LARGE, JX_STR_NONE);
    }
    if (jx_ratio_sign(above) > 0) {
        gift.points = above;
        deduct(lua, &gift);
    }
    return 0;
}

int jx_lua_note(lua_State *lua)
{
    const jx_script_job *job = jx_cage_of(lua)->job;
    jx_script_loss gift = {.code = NULL};
    check_self(lua, "note");
    lua_settop(lua, 2);
    if (lua_type(lua, 2) == LUA_TSTRING) {
        gift.says.zh = check_words(lua);
        gift.says.en = gift.says.zh;
    } else {
        gift = check_table(lua, &of_note);
    }
    count_gift(lua);
    check_status(lua, job->note(job->host, gift.says));
    return 0;
}
