// SPDX-License-Identifier: MIT
// The allow-list: `string`, without patterns, whose matching no budget could stop; and the metatable of strings.
#include "script/lua_decimal.h"

#include <lualib.h>

#include <string.h>

enum { MOST_WIDTH = 99, MOST_PLACES = 18, USUAL_PLACES = 6 };

// ------------------------------------------------------------------------------------------------- finding

static size_t start_of(lua_Integer at, size_t size)
{
    if (at > 0) {
        return (size_t)at - 1;
    }
    return at == 0 || (lua_Unsigned)(-at) > size ? 0 : size - (size_t)(-at);
}

// string.find(text, part [, start [, true]]): where the part stands. What Lua would take for a pattern must be said to
// be none.
static int find(lua_State *lua)
{
    size_t size = 0;
    size_t part_size = 0;
    const char *text = luaL_checklstring(lua, 1, &size);
    const char *part = luaL_checklstring(lua, 2, &part_size);
    size_t at = start_of(luaL_optinteger(lua, 3, 1), size);
    if (lua_toboolean(lua, 4) == 0 && strpbrk(part, "^$*+?.([%-") != NULL) {
        return jx_cage_raise(lua, JX_MESSAGE_LUA_PATTERN, (jx_str){part, part_size});
    }
    jx_budget_pay_bytes(lua, size + part_size);
    for (; at <= size && part_size <= size - at; at++) {
        const char *first =
            part_size == 0 ? text + at : memchr(text + at, part[0], size - at - part_size + 1);
        if (first == NULL) {
            break;
        }
        at = (size_t)(first - text);
        if (memcmp(first, part, part_size) == 0) {
            lua_pushinteger(lua, (lua_Integer)at + 1);
            lua_pushinteger(lua, (lua_Integer)at + (lua_Integer)part_size);
            return 2;
        }
        jx_budget_pay(lua, 1);
    }
    lua_pushnil(lua);
    return 1;
}

// ---------------------------------------------------------------------------------------------- formatting

// One `%…` of a format.
typedef struct specifier {
    bool left;
    bool zeros;
    size_t width;
    bool has_places;
    uint32_t places;
    char kind;
} specifier;

static size_t read_number(const char **at, size_t most)
{
    size_t number = 0;
    while (**at >= '0' && **at <= '9' && number <= most) {
        number = number * 10 + (size_t)(*(*at)++ - '0');
    }
    return number;
}

// Reads behind the percent sign; raises for what is not allowed.
static specifier read_specifier(lua_State *lua, const char **at)
{
    const char *start = *at;
    specifier spec = {.left = false};
    for (; **at == '-' || **at == '0'; (*at)++) {
        spec.left = spec.left || **at == '-';
        spec.zeros = spec.zeros || **at == '0';
    }
    spec.width = read_number(at, MOST_WIDTH);
    if (**at == '.') {
        (*at)++;
        spec.has_places = true;
        spec.places = (uint32_t)read_number(at, MOST_PLACES);
    }
    spec.kind = **at;
    *at += spec.kind == '\0' ? 0 : 1;
    bool known = spec.kind != '\0' && strchr("sdf", spec.kind) != NULL;
    if (!known || spec.width > MOST_WIDTH || spec.places > MOST_PLACES ||
        (spec.has_places && spec.kind != 'f')) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_FORMAT, (jx_str){start - 1, (size_t)(*at - start) + 1});
    }
    return spec;
}

static jx_str format_number(lua_State *lua, int index, const specifier *spec, char *buffer)
{
    jx_decimal shown;
    uint32_t places = spec->kind == 'd' ? 0 : spec->has_places ? spec->places : USUAL_PLACES;
    jx_ratio number = jx_lua_check_number(lua, index);
    if (!jx_ratio_round(number, places, JX_ROUND_HALF_UP, &shown)) {
        jx_cage_raise(lua, JX_MESSAGE_LUA_TOO_LARGE, JX_STR_NONE);
    }
    if (spec->kind == 'd' && jx_ratio_compare(jx_ratio_of(shown), number) != 0) {
        jx_cage_push_text(lua, index);
        jx_cage_raise(lua, JX_MESSAGE_LUA_FORMAT, jx_str_of(lua_tostring(lua, -1)));
    }
    return jx_decimal_format(shown, places, buffer);
}

static void add_padding(luaL_Buffer *out, size_t count, char padding)
{
    for (size_t i = 0; i < count; i++) {
        luaL_addchar(out, padding);
    }
}

static void add_padded(luaL_Buffer *out, const specifier *spec, jx_str text)
{
    size_t missing = text.size < spec->width ? spec->width - text.size : 0;
    bool zeros = spec->zeros && !spec->left && spec->kind != 's';
    bool negative = zeros && text.size > 0 && text.data[0] == '-';
    if (negative) {
        luaL_addchar(out, '-');
        text = jx_str_from(text, 1);
    }
    add_padding(out, spec->left ? 0 : missing, zeros ? '0' : ' ');
    luaL_addlstring(out, text.data, text.size);
    add_padding(out, spec->left ? missing : 0, ' ');
}

// The argument's text is put on the stack first: a buffer wants the top of it for itself.
static void push_argument(lua_State *lua, int index, const specifier *spec)
{
    char buffer[JX_DECIMAL_TEXT];
    luaL_checkany(lua, index);
    if (spec->kind == 's') {
        jx_cage_push_text(lua, index);
        return;
    }
    jx_str text = format_number(lua, index, spec, buffer);
    lua_pushlstring(lua, text.data, text.size);
}

// Pushes what one specifier makes of its argument.
static void push_formatted(lua_State *lua, int index, const specifier *spec)
{
    luaL_Buffer out;
    push_argument(lua, index, spec);
    int text = lua_gettop(lua);
    luaL_buffinit(lua, &out);
    add_padded(&out, spec, jx_cage_str(lua, text));
    luaL_pushresult(&out);
    lua_remove(lua, text);
}

// string.format with %s, %d, %f and %%: numbers may be jx.decimal, and are exact.
static int format(lua_State *lua)
{
    const char *at = luaL_checkstring(lua, 1);
    int argument = 1;
    lua_pushliteral(lua, "");
    while (*at != '\0') {
        size_t plain = strcspn(at, "%");
        lua_pushlstring(lua, at, plain);
        at += plain;
        if (at[0] == '%' && at[1] == '%') {
            lua_pushliteral(lua, "%");
            at += 2;
        } else if (at[0] == '%') {
            at++;
            specifier spec = read_specifier(lua, &at);
            push_formatted(lua, ++argument, &spec);
        } else {
            lua_pushliteral(lua, "");
        }
        lua_concat(lua, 3);
    }
    return 1;
}

// ----------------------------------------------------------------------------------------------- repeating

// string.rep(text, times [, between]): Lua's own would count to any number of empty texts.
static int repeat(lua_State *lua)
{
    char out[JX_SCRIPT_STRING];
    size_t size = 0;
    size_t between_size = 0;
    const char *text = luaL_checklstring(lua, 1, &size);
    lua_Integer times = luaL_checkinteger(lua, 2);
    const char *between = luaL_optlstring(lua, 3, "", &between_size);
    size_t part = size + between_size;
    if (times <= 0 || part == 0) {
        lua_pushliteral(lua, "");
        return 1;
    }
    if (size > sizeof out || (lua_Unsigned)times - 1 > (sizeof out - size) / part) {
        jx_budget_stop(lua, JX_WALL_STRING);
    }
    size_t total = size + ((size_t)times - 1) * part;
    memcpy(out, text, size);
    memcpy(out + size, between, total > size ? between_size : 0);
    for (size_t at = part; at < total; at++) {
        out[at] = out[at - part];
    }
    lua_pushlstring(lua, out, total);
    return 1;
}

static const luaL_Reg functions[] = {
    {"find", find}, {"format", format}, {"rep", repeat}, {NULL, NULL}};

// Upvalue 1 is Lua's own function, which looks at every byte of its first argument at the most; it works in our stead,
// so that its errors name the script's line.
static int call_paying(lua_State *lua)
{
    size_t size = 0;
    (void)luaL_checklstring(lua, 1, &size);
    jx_budget_pay_bytes(lua, size);
    return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

static const luaL_Reg borrowed[] = {
    {"byte", call_paying},    {"char", call_paying}, {"len", call_paying},   {"lower", call_paying},
    {"reverse", call_paying}, {"sub", call_paying},  {"upper", call_paying}, {NULL, NULL},
};

// In place of the metatable that luaopen_string gave to all strings.
static void lock_strings(lua_State *lua)
{
    lua_pushliteral(lua, "");
    lua_createtable(lua, 0, 2);
    lua_pushvalue(lua, -3);
    jx_cage_freeze(lua, "string");
    lua_setfield(lua, -2, "__index");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, -2);
    lua_pop(lua, 1);
}

void jx_cage_open_string(lua_State *lua)
{
    lua_newtable(lua);
    jx_cage_borrow(lua, luaopen_string, borrowed);
    luaL_setfuncs(lua, functions, 0);
    lock_strings(lua);
}
