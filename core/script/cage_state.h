// SPDX-License-Identifier: MIT
// A cage from inside, for script/*.c only. A state serves one thread: the one that scores, or reads scripts.
#ifndef JIXIAO_SCRIPT_CAGE_STATE_H
#define JIXIAO_SCRIPT_CAGE_STATE_H

#include "base/error.h"
#include "script/cage.h"
#include "script/pool.h"

#include <lauxlib.h>
#include <lua.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    JX_SCRIPT_STRING = 4096,  // bytes of the longest string
    JX_SCRIPT_ENTRIES = 4096, // of the largest table, beside those that make a list
    // milliseconds of processor time that a script may take to be read, or that part of what scripts may take to run
    // where it is more
    JX_SCRIPT_READING = 10,
    JX_SCRIPT_READING_SHARE = 5
};

enum { JX_OF_INDICATOR, JX_OF_PROJECT };

// What ended a script. The first one stays until the next project.
typedef enum jx_wall {
    JX_WALL_NONE,
    JX_WALL_INSTRUCTIONS,
    JX_WALL_MEMORY,
    JX_WALL_STRING, // one that is too long
    JX_WALL_TABLE,  // one that is too large
    JX_WALL_TIME,
    JX_WALL_SYSTEM // the machine's own memory
} jx_wall;

struct jx_cage {
    jx_arena *arena;
    lua_State *lua; // NULL: could not be made
    const jx_script *const *scripts;
    size_t count;
    jx_script_limits limits;
    jx_lang lang;

    jx_pool pool;
    size_t used;        // bytes given to the state
    size_t most;        // that it may have
    int64_t left;       // instructions
    jx_wall wall;       // that was hit
    jx_wall refused;    // why memory was refused last
    bool is_refusing;   // none was given since
    size_t unseen;      // instructions paid since the last look at the time
    bool is_reading;    // for its declarations
    bool is_timed;      // since started_at
    int64_t started_at; // nanoseconds of processor time
    bool has_run;       // a script ran in this state
    bool is_used;       // and it was one of an earlier project

    int frozen;      // references into the registry: the globals
    int contexts[2]; // what is handed to scripts: JX_OF_INDICATOR, JX_OF_PROJECT
    int params;      // the views of them
    int inputs;
    int decimals; // the metatable of numbers
    int run_key;  // the string "run"
    int *
        bodies; // of each script: a function to be called with the context, or the chunk that returns it
    bool *is_chunk;

    const jx_script *script; // that runs
    const jx_script_job *job;
    uint32_t given; // losses and notes of this run
};

static inline jx_cage *jx_cage_of(lua_State *lua)
{
    return *(jx_cage **)lua_getextraspace(lua);
}

// The text at the index, lent for as long as it is there. A number becomes one.
static inline jx_str jx_cage_str(lua_State *lua, int index)
{
    size_t size = 0;
    const char *data = lua_tolstring(lua, index, &size);
    return (jx_str){data, size};
}

// ----------------------------------------------------------------------------------- the budget (budget.c)

// What lua_newstate takes; `user` is the cage.
void *jx_budget_allocate(void *user, void *block, size_t old_size, size_t size);

// The whole budget of a project, or none: while the host itself builds the state.
void jx_budget_start(jx_cage *cage);
void jx_budget_lift(jx_cage *cage);

// Hits a wall: the script stops at its next instruction, whatever it catches.
void jx_budget_strike(jx_cage *cage, jx_wall wall);

// The same, and stops the script at once. Does not return.
void jx_budget_stop(lua_State *lua, jx_wall wall);

// Pays for work that a C function is about to do; raises where nothing is left. Does not return then.
void jx_budget_pay(lua_State *lua, size_t instructions);

// Pays for a look at so many bytes in the same way.
void jx_budget_pay_bytes(lua_State *lua, size_t bytes);

// Hits the wall that a protected call ran into, whose status and error these are: it was refused memory.
void jx_budget_note(lua_State *lua, int status);

// The same, and stops the script where a wall was hit; to be called behind every protected call.
void jx_budget_check(lua_State *lua, int status);

// Looks at the time, and stops the script where it is up.
void jx_budget_look(lua_State *lua);

// Adds the fault of the wall that was hit.
jx_status jx_budget_fail(const jx_cage *cage, const jx_place *place, jx_str script, jx_error *err);

// ---------------------------------------------------------------------------------------------- raising

// Raises a message of ours at the line of the script that called. Does not return.
#define jx_cage_raise(lua, message, ...) jx_cage_raise_args((lua), (message), JX_ARGS(__VA_ARGS__))

int jx_cage_raise_args(lua_State *lua, jx_message message, const jx_str *args);

// The words that Lua's type names have in messages.
jx_str jx_cage_type(lua_State *lua, int index);

// What an error's text says, without the script's name and line before it; *ret_line is that line, 0 where there is none.
jx_str jx_cage_strip(jx_str text, jx_str name, uint32_t *ret_line);

// The same in words of ours where Lua's own tell a rule author nothing.
jx_str jx_cage_reword(const jx_cage *cage, jx_str says);

// Pushes what the script's text compiles to, with the frozen globals; raises where it is no Lua, or takes too long to
// be compiled while is_reading.
void jx_cage_push_chunk(lua_State *lua, const jx_script *script);

// ---------------------------------------------------------------------------------------------- freezing

// Replaces the table on top of the stack by one that reads from it and cannot be written; `name` is what messages call
// it: a name that is not there is an error.
void jx_cage_freeze(lua_State *lua, const char *name);

// Guards the metatable on top of the stack: its values cannot be written, and messages call them `name`.
void jx_cage_guard_metatable(lua_State *lua, const char *name);

// -------------------------------------------------------------------------------- what scripts are given

// Adds functions of one of Lua's own libraries to the table on top of the stack: as they are where a row has no
// function, else its function, with Lua's own as upvalue 1. The last row has no name.
void jx_cage_borrow(lua_State *lua, lua_CFunction library, const luaL_Reg *rows);

// Each pushes one table: what the allow-list has of that name.
void jx_cage_open_base(lua_State *lua);
void jx_cage_open_string(lua_State *lua);
void jx_cage_open_table(lua_State *lua);
void jx_cage_open_math(lua_State *lua);
void jx_cage_open_jx(lua_State *lua);

// Makes the contexts, in the registry under cage->contexts.
void jx_cage_open_contexts(lua_State *lua);

// Pushes the text of a value, as `tostring` has it: never an address.
void jx_cage_push_text(lua_State *lua, int index);

// Pushes the keys of the table at that absolute index as a list, in an order that they alone decide: numbers, texts,
// booleans. Raises where there are others.
void jx_cage_push_keys(lua_State *lua, int table);

// Pushes the text of a key that is no text, or not known: of several the first by its bytes. False where there is
// none, and nothing is pushed.
bool jx_cage_push_stranger(lua_State *lua, int table, bool (*is_known)(jx_str key));

// Whether the value at -1 goes before the one at -2.
typedef bool (*jx_cage_order)(lua_State *lua);

// Sorts the elements 1..length of the table at that index; equal ones keep their order.
void jx_cage_sort(lua_State *lua, int table, lua_Integer length, jx_cage_order before);

// `pairs`, in that order.
int jx_cage_pairs(lua_State *lua);

#endif
