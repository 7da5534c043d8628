// SPDX-License-Identifier: MIT
// Lua text as tokens, for lint.c: enough to read expressions, not to compile them. [any-thread]
#ifndef JIXIAO_SCRIPT_LUA_TOKENS_H
#define JIXIAO_SCRIPT_LUA_TOKENS_H

#include "base/arena.h"
#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

typedef enum jx_lua_kind { JX_LUA_NAME, JX_LUA_NUMBER, JX_LUA_STRING, JX_LUA_SIGN } jx_lua_kind;

// Keywords are names. A sign is one character, but for == ~= <= >= .. and //.
typedef struct jx_lua_token {
    jx_lua_kind kind;
    jx_str text;
    uint32_t line;
} jx_lua_token;

// The tokens of a text that Lua has compiled, in the arena; NULL where memory is out. Comments are left out.
const jx_lua_token *jx_lua_tokens(jx_arena *arena, jx_str text, size_t *ret_count);

#endif
