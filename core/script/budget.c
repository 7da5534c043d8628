// SPDX-License-Identifier: MIT
// The budget of a project's scripts: instructions, memory, time. A wall that was hit is remembered, and from then on every
// instruction raises: no pcall, however deep, gets past it.
#include "base/decimal.h"
#include "script/cage_state.h"

#include <time.h>

enum {
    STEP =
        200, // instructions between two looks at the budget: a single one may take a tenth of a millisecond
    BYTES_FILLED = 64, // by one instruction: memory costs as many as filling it takes
    BYTES_READ = 16,
    STRING_HEAD = 25, // what Lua puts before a string's bytes, and the NUL behind them
    ENTRY = 24,       // bytes of a table's entry
    NANOSECONDS = 1000000000,
    NANOSECONDS_A_MILLISECOND = 1000000,
    BYTES_A_KIB = 1024
};

static int64_t processor_time(void)
{
    struct timespec time;
    return clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0
               ? (int64_t)time.tv_sec * NANOSECONDS + time.tv_nsec
               : 0;
}

static uint64_t most_milliseconds(const jx_cage *cage)
{
    uint64_t most = cage->limits.milliseconds;
    if (!cage->is_reading) {
        return most;
    }
    most /= JX_SCRIPT_READING_SHARE;
    return most > JX_SCRIPT_READING ? most : JX_SCRIPT_READING;
}

// Scripts of a few instructions never come here. While the state is made the time is not limited: what a script does then was
// bounded when it was read.
static void look_at_time(jx_cage *cage)
{
    int64_t now = processor_time();
    if (cage->most == SIZE_MAX) {
        return;
    }
    if (!cage->is_timed) {
        cage->is_timed = true;
        cage->started_at = now;
        return;
    }
    uint64_t most = most_milliseconds(cage);
    if ((now - cage->started_at) / NANOSECONDS_A_MILLISECOND >= (int64_t)most) {
        jx_budget_strike(cage, JX_WALL_TIME);
    }
}

// A value that needs no memory: what is said is read off the cage.
static void stop(lua_State *lua)
{
    lua_pushlightuserdata(lua, jx_cage_of(lua));
    lua_error(lua);
}

static void spend(jx_cage *cage, size_t instructions)
{
    bool enough = cage->left > 0 && instructions < (uint64_t)cage->left;
    cage->left = enough ? cage->left - (int64_t)instructions : 0;
    if (!enough) {
        jx_budget_strike(cage, JX_WALL_INSTRUCTIONS);
    }
}

static void look(lua_State *lua, lua_Debug *record)
{
    (void)record;
    jx_cage *cage = jx_cage_of(lua);
    if (cage->wall == JX_WALL_NONE) {
        spend(cage, STEP);
    }
    if (cage->wall == JX_WALL_NONE) {
        look_at_time(cage);
    }
    if (cage->wall != JX_WALL_NONE) {
        stop(lua);
    }
}

void jx_budget_start(jx_cage *cage)
{
    cage->left = (int64_t)cage->limits.instructions;
    cage->unseen = 0;
    cage->wall = JX_WALL_NONE;
    cage->refused = JX_WALL_NONE;
    cage->is_refusing = false;
    cage->is_timed = false;
    lua_sethook(cage->lua, look, LUA_MASKCOUNT, STEP);
}

void jx_budget_lift(jx_cage *cage)
{
    cage->left = INT64_MAX;
    cage->most = SIZE_MAX;
    cage->wall = JX_WALL_NONE;
}

// Setting the hook takes a walk along all functions that are being called: once is enough.
void jx_budget_strike(jx_cage *cage, jx_wall wall)
{
    if (cage->wall == JX_WALL_NONE) {
        cage->wall = wall;
        if (cage->lua != NULL) {
            lua_sethook(cage->lua, look, LUA_MASKCOUNT, 1);
        }
    }
}

void jx_budget_stop(lua_State *lua, jx_wall wall)
{
    jx_budget_strike(jx_cage_of(lua), wall);
    stop(lua);
}

void jx_budget_pay(lua_State *lua, size_t instructions)
{
    jx_cage *cage = jx_cage_of(lua);
    spend(cage, instructions);
    cage->unseen += instructions;
    if (cage->wall == JX_WALL_NONE && cage->unseen >= STEP) {
        cage->unseen = 0;
        look_at_time(cage);
    }
    if (cage->wall != JX_WALL_NONE) {
        stop(lua);
    }
}

void jx_budget_pay_bytes(lua_State *lua, size_t bytes)
{
    jx_budget_pay(lua, bytes / BYTES_READ);
}

// A script that raises Lua's own words for it was refused nothing.
void jx_budget_note(lua_State *lua, int status)
{
    jx_cage *cage = jx_cage_of(lua);
    if (status == LUA_ERRMEM && cage->refused != JX_WALL_NONE) {
        jx_budget_strike(cage, cage->refused);
    }
}

void jx_budget_check(lua_State *lua, int status)
{
    jx_budget_note(lua, status);
    if (jx_cage_of(lua)->wall != JX_WALL_NONE) {
        stop(lua);
    }
}

void jx_budget_look(lua_State *lua)
{
    jx_cage *cage = jx_cage_of(lua);
    look_at_time(cage);
    jx_budget_check(lua, LUA_OK);
}

// ---------------------------------------------------------------------------------------------- memory

// Lua collects its garbage when it is refused memory, and asks once more. Refused again, there is no more to be had.
static void *refuse(jx_cage *cage, jx_wall wall)
{
    cage->refused = wall;
    if (cage->is_refusing || wall == JX_WALL_STRING || wall == JX_WALL_TABLE) {
        jx_budget_strike(cage, wall);
    }
    cage->is_refusing = true;
    return NULL;
}

// Collecting is work, too.
static void pay_collecting(jx_cage *cage)
{
    if (cage->is_refusing) {
        cage->is_refusing = false;
        spend(cage, cage->used / BYTES_FILLED);
    }
}

// Whether a new block is the entries of a table, which are as many as a power of two, and too many: keys can be chosen
// so that they are all in each other's way once the table grows, which takes the square of their number within one
// instruction.
static bool is_huge_table(const void *block, size_t old_size, size_t size)
{
    size_t entries = size / ENTRY;
    return block == NULL && old_size == 0 && entries > JX_SCRIPT_ENTRIES &&
           entries * ENTRY == size && (entries & (entries - 1)) == 0;
}

// `old_size` tells what a new block is for.
void *jx_budget_allocate(void *user, void *block, size_t old_size, size_t size)
{
    jx_cage *cage = user;
    size_t before = block == NULL ? 0 : old_size;
    if (size == 0) {
        jx_pool_free(&cage->pool, block, before);
        cage->used -= before;
        return NULL;
    }
    bool limited = cage->most != SIZE_MAX;
    if (limited && size > before) {
        if (block == NULL && old_size == LUA_TSTRING && size > JX_SCRIPT_STRING + STRING_HEAD) {
            return refuse(cage, JX_WALL_STRING);
        }
        if (is_huge_table(block, old_size, size)) {
            return refuse(cage, JX_WALL_TABLE);
        }
        if (size - before > cage->most - cage->used) {
            return refuse(cage, JX_WALL_MEMORY);
        }
        spend(cage, (size - before) / BYTES_FILLED);
    }
    void *given = jx_pool_resize(&cage->pool, block, before, size);
    if (given == NULL) {
        return refuse(cage, JX_WALL_SYSTEM);
    }
    pay_collecting(cage);
    cage->used = cage->used - before + size;
    return given;
}

// ---------------------------------------------------------------------------------------------- saying

jx_status jx_budget_fail(const jx_cage *cage, const jx_place *place, jx_str script, jx_error *err)
{
    char buffer[JX_DECIMAL_TEXT];
    const struct {
        jx_message message;
        uint64_t most;
    } walls[] = {
        [JX_WALL_NONE] = {JX_MESSAGE_MEMORY, 0},
        [JX_WALL_INSTRUCTIONS] = {JX_MESSAGE_SCRIPT_INSTRUCTIONS, cage->limits.instructions},
        [JX_WALL_MEMORY] = {JX_MESSAGE_SCRIPT_MEMORY, cage->limits.bytes / BYTES_A_KIB},
        [JX_WALL_STRING] = {JX_MESSAGE_SCRIPT_STRING, JX_SCRIPT_STRING},
        [JX_WALL_TABLE] = {JX_MESSAGE_SCRIPT_TABLE, JX_SCRIPT_ENTRIES},
        [JX_WALL_TIME] = {cage->is_reading ? JX_MESSAGE_SCRIPT_SLOW : JX_MESSAGE_SCRIPT_TIME,
                          most_milliseconds(cage)},
        [JX_WALL_SYSTEM] = {JX_MESSAGE_MEMORY, 0},
    };
    jx_decimal most = jx_decimal_make((int64_t)walls[cage->wall].most, 0);
    return jx_fail(err, place, walls[cage->wall].message, script,
                   jx_decimal_format(most, 0, buffer));
}
