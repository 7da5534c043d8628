// SPDX-License-Identifier: MIT
// What scripts give back: ctx:deduct, ctx:note, ctx:cap.
#include "model/placeholders.h"
#include "script/lua_decimal.h"
#include "script/lua_values.h"

#include <string.h>

// One way to give.
typedef struct gift_kind {
    const char *method;
    const char *number; // NULL: none
    const char *parts;
    const char *example;
    jx_message needed; // where the number is not there
} gift_kind;

static const gift_kind deducting = {"ctx:deduct", "points", "points code zh en message figures",
                                    "{ points = 1, code = \"late\", zh = \"延迟\", en = \"late\" }",
                                    JX_MESSAGE_LUA_POINTS};
static const gift_kind capping = {
    "ctx:cap", "total", "total code zh en message figures",
    "{ total = 60, code = \"veto\", zh = \"一票否决\", en = \"veto\" }", JX_MESSAGE_LUA_TOTAL};
static const gift_kind noting = {"ctx:note", NULL, "zh en message",
                                 "{ zh = \"延迟\", en = \"late\" }", JX_MESSAGE_NONE};

// What stands in the table that a script hands over.
typedef struct given {
    bool has_number;
    jx_script_loss loss; // its points are the number
} given;

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

// Without control characters, NUL among them; a loop that looks at every byte is the quicker one.
static bool is_line(const char *text, size_t size)
{
    unsigned bad = 0;
    for (size_t i = 0; i < size; i++) {
        const unsigned char byte = (unsigned char)text[i];
        bad |= (unsigned)(byte < ' ') | (unsigned)(byte == 0x7f);
    }
    return size > 0 && bad == 0;
}

static const char *check_words(lua_State *lua)
{
    size_t size = 0;
    const char *text = lua_type(lua, -1) == LUA_TSTRING ? lua_tolstring(lua, -1, &size) : "";
    if (!is_line(text, size)) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_WORDS, JX_STR_NONE);
    }
    return text;
}

static const char *check_code(lua_State *lua)
{
    const char *code = lua_type(lua, -1) == LUA_TSTRING ? lua_tostring(lua, -1) : NULL;
    if (!jx_str_is_name(jx_str_of(code), '_')) {
        jx_cage_push_text(lua, -1);
        jx_cage_raise(lua, JX_MESSAGE_LUA_CODE, jx_str_of(lua_tostring(lua, -1)));
    }
    return code;
}

static bool is_figure_name(const char *name)
{
    for (size_t i = 0; i < JX_PLACEHOLDER_COUNT; i++) {
        if (strcmp(name, jx_placeholder_names[i]) == 0) {
            return false;
        }
    }
    return jx_str_is_name(jx_str_of(name), '_');
}

// Puts a figure among the others, which stand by name.
static void insert_figure(lua_State *lua, const char *name, jx_ratio figure, jx_script_loss *loss)
{
    if (loss->names[JX_LOSS_FIGURES - 1] != NULL) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_FIGURES, jx_str_of(name));
    }
    size_t at = 0;
    while (loss->names[at] != NULL && strcmp(loss->names[at], name) < 0) {
        at++;
    }
    for (size_t i = JX_LOSS_FIGURES - 1; i > at; i--) {
        loss->names[i] = loss->names[i - 1];
        loss->figures[i] = loss->figures[i - 1];
    }
    loss->names[at] = name;
    loss->figures[at] = figure;
}

// The table of figures on top of the stack.
static void take_figures(lua_State *lua, jx_script_loss *loss)
{
    if (lua_type(lua, -1) != LUA_TTABLE) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_FIGURES, jx_cage_type(lua, -1));
    }
    lua_pushnil(lua);
    while (lua_next(lua, -2) != 0) {
        const char *name = lua_type(lua, -2) == LUA_TSTRING ? lua_tostring(lua, -2) : "";
        if (!is_figure_name(name)) {
            jx_cage_raise(lua, JX_MESSAGE_LUA_FIGURES, jx_str_of(name));
        }
        insert_figure(lua, name, jx_lua_check_number(lua, lua_gettop(lua)), loss);
        lua_pop(lua, 1);
    }
}

// Takes the value on top of the stack, whose key lies below it; the texts stay in the table.
static bool take_part(lua_State *lua, const gift_kind *kind, given *ret)
{
    const char *number = kind->number;
    const char *key = lua_type(lua, -2) == LUA_TSTRING ? lua_tostring(lua, -2) : "";
    if (number != NULL && strcmp(key, number) == 0) {
        ret->loss.points = jx_lua_check_number(lua, lua_gettop(lua));
        ret->has_number = true;
    } else if (number != NULL && strcmp(key, "code") == 0) {
        ret->loss.code = check_code(lua);
    } else if (number != NULL && strcmp(key, "figures") == 0) {
        take_figures(lua, &ret->loss);
    } else if (strcmp(key, "zh") == 0) {
        ret->loss.says.zh = check_words(lua);
    } else if (strcmp(key, "en") == 0) {
        ret->loss.says.en = check_words(lua);
    } else if (strcmp(key, "message") == 0) {
        const char *words = check_words(lua);
        ret->loss.says.zh = ret->loss.says.zh == NULL ? words : ret->loss.says.zh;
        ret->loss.says.en = ret->loss.says.en == NULL ? words : ret->loss.says.en;
    } else {
        return false;
    }
    return true;
}

// One language serves both where the other is not stated.
static void check_both(lua_State *lua, given *gift)
{
    if (gift->loss.says.zh == NULL && gift->loss.says.en == NULL) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_WORDS, JX_STR_NONE);
    }
    gift->loss.says.zh = gift->loss.says.zh == NULL ? gift->loss.says.en : gift->loss.says.zh;
    gift->loss.says.en = gift->loss.says.en == NULL ? gift->loss.says.zh : gift->loss.says.en;
}

static void refuse_part(lua_State *lua, const gift_kind *kind)
{
    jx_cage_push_text(lua, -2);
    jx_cage_raise(lua, JX_MESSAGE_LUA_PART, jx_str_of(kind->method),
                  jx_str_of(lua_tostring(lua, -1)), jx_str_of(kind->parts));
}

// The table at index 2.
static given check_table(lua_State *lua, const gift_kind *kind)
{
    given gift = {.has_number = false};
    if (lua_type(lua, 2) != LUA_TTABLE) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_TABLE, jx_str_of(kind->method), jx_cage_type(lua, 2),
                      jx_str_of(kind->example));
    }
    lua_pushnil(lua);
    while (lua_next(lua, 2) != 0) {
        if (!take_part(lua, kind, &gift)) {
            refuse_part(lua, kind);
        }
        lua_pop(lua, 1);
    }
    if (kind->number != NULL && !gift.has_number) {
        jx_cage_raise(lua, kind->needed, (jx_str)JX_STR("nil"));
    }
    if (kind->number != NULL && gift.loss.code == NULL) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_CODE, (jx_str)JX_STR("nil"));
    }
    check_both(lua, &gift);
    return gift;
}

// -------------------------------------------------------------------------------------------------- giving

static void check_status(lua_State *lua, jx_status status)
{
    if (status == JX_ESYSTEM) {
        jx_budget_strike(jx_cage_of(lua), JX_WALL_SYSTEM);
        jx_budget_check(lua, LUA_OK);
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
    given gift = check_table(lua, &deducting);
    if (jx_ratio_sign(gift.loss.points) <= 0) {
        return jx_cage_raise(lua, JX_MESSAGE_LUA_POINTS, text_of(lua, gift.loss.points));
    }
    deduct(lua, &gift.loss);
    return 0;
}

// A total that is at the cap or below it stays as it is, and nothing is recorded.
int jx_lua_cap(lua_State *lua)
{
    const jx_script_job *job = jx_cage_of(lua)->job;
    check_self(lua, "cap");
    lua_settop(lua, 2);
    given gift = check_table(lua, &capping);
    if (jx_ratio_sign(gift.loss.points) < 0) {
        return jx_cage_raise(lua, JX_MESSAGE_LUA_TOTAL, text_of(lua, gift.loss.points));
    }
    jx_ratio above;
    if (!jx_ratio_subtract(job->left(job->host), gift.loss.points, &above)) {
        return jx_cage_raise(lua, JX_MESSAGE_LUA_TOO_LARGE, JX_STR_NONE);
    }
    if (jx_ratio_sign(above) > 0) {
        gift.loss.points = above;
        deduct(lua, &gift.loss);
    }
    return 0;
}

int jx_lua_note(lua_State *lua)
{
    const jx_script_job *job = jx_cage_of(lua)->job;
    given gift = {.has_number = false};
    check_self(lua, "note");
    lua_settop(lua, 2);
    if (lua_type(lua, 2) == LUA_TSTRING) {
        gift.loss.says.zh = check_words(lua);
        gift.loss.says.en = gift.loss.says.zh;
    } else {
        gift = check_table(lua, &noting);
    }
    count_gift(lua);
    check_status(lua, job->note(job->host, gift.loss.says));
    return 0;
}
