// SPDX-License-Identifier: MIT
// The cage: its walls, and what runs share, which is nothing.
#include "script/cage_state.h"
#include "support/jx_rows.h"
#include "support/script_ground.h"

#include <stdio.h>
#include <time.h>

enum { PATIENT = 60000 }; // milliseconds: for what another wall is to end

#define WITHIN(text) "return function(ctx)\n" text "\nend"

static void read_all(jx_script_ground *ground, const char *text)
{
    if (jx_ground_read(ground, jx_str_of(text)) != JX_OK) {
        fail_msg("%s", ground->err.text);
    }
}

static void expect_given(jx_script_ground *ground, const char *expected)
{
    jx_text_add_char(&ground->given, '\0');
    assert_string_equal(ground->given.data, expected);
}

// -------------------------------------------------------------------------------------------------- walls

static const struct wall_row {
    const char *name;
    const char *text;
    jx_message message;
    jx_wall wall;
} walls[] = {
    {"instructions", WITHIN("while true do end"), JX_MESSAGE_SCRIPT_INSTRUCTIONS,
     JX_WALL_INSTRUCTIONS},
    {"memory", WITHIN("local t = {} for i = 1, 1e6 // 1 do t[#t + 1] = ('x'):rep(4000) end"),
     JX_MESSAGE_SCRIPT_MEMORY, JX_WALL_MEMORY},
    {"long texts", WITHIN("return ('x'):rep(4097)"), JX_MESSAGE_SCRIPT_STRING, JX_WALL_STRING},
    {"long texts by joining", WITHIN("local a = ('x'):rep(4096) return a .. a"),
     JX_MESSAGE_SCRIPT_STRING, JX_WALL_STRING},
    {"time", WITHIN("while true do local a = 1e308 % 5e-324 .. '' end"), JX_MESSAGE_SCRIPT_TIME,
     JX_WALL_TIME},
    {"instructions, caught", WITHIN("while true do pcall(function() while true do end end) end"),
     JX_MESSAGE_SCRIPT_INSTRUCTIONS, JX_WALL_INSTRUCTIONS},
    {"instructions that sorting long texts costs",
     WITHIN("local t, a = {}, string.rep('\\0', 3900)\n"
            "for i = 1, 400 do t[i] = a .. (i * 7 % 400) end\n"
            "table.sort(t)"),
     JX_MESSAGE_SCRIPT_INSTRUCTIONS, JX_WALL_INSTRUCTIONS},
    {"memory, caught",
     WITHIN("local t = {} while true do pcall(function() while true do t[#t + 1] = "
            "('x'):rep(4000) end end) end"),
     JX_MESSAGE_SCRIPT_MEMORY, JX_WALL_MEMORY},
    {"memory of a buffer, caught",
     WITHIN("local t = {} for i = 1, 1035 do t[i] = ('x'):rep(4000) end "
            "while true do pcall(function() t[#t + 1] = table.concat({ t[1] }) end) end"),
     JX_MESSAGE_SCRIPT_MEMORY, JX_WALL_MEMORY},
    {"long texts, caught", WITHIN("pcall(string.rep, 'x', 4097)"), JX_MESSAGE_SCRIPT_STRING,
     JX_WALL_STRING},
    {"long texts, caught three times",
     WITHIN("pcall(pcall, pcall, string.rep, 'x', 4097) ctx:note('x')"), JX_MESSAGE_SCRIPT_STRING,
     JX_WALL_STRING},
    {"long texts, caught by the last thing done", WITHIN("return pcall(string.rep, 'x', 4097)"),
     JX_MESSAGE_SCRIPT_STRING, JX_WALL_STRING},
    {"large tables", WITHIN("local t = {} for i = 1, 4097 do t[-i] = i end"),
     JX_MESSAGE_SCRIPT_TABLE, JX_WALL_TABLE},
    {"time, caught",
     WITHIN("while true do pcall(function() while true do local a = 1e308 % 5e-324 .. '' end end) "
            "end"),
     JX_MESSAGE_SCRIPT_TIME, JX_WALL_TIME},
};

// Hit once it stays hit for the project; the next one has its whole budget.
static void test_wall(void **state)
{
    const struct wall_row *row = *state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    if (row->wall == JX_WALL_TIME) {
        ground.limits.instructions = UINT64_C(1) << 40;
        ground.limits.milliseconds = 2;
    }
    read_all(&ground, row->text);
    read_all(&ground, WITHIN("local n = 0 for i = 1, 40000 do n = n + 1 end ctx:note('n ' .. n)"));
    jx_ground_cage(&ground);
    for (int again = 0; again < 2; again++) {
        jx_cage_begin(ground.cage);
        assert_int_equal(jx_ground_run(&ground, 0, false), JX_EPLUGIN);
        assert_int_equal(ground.err.message, row->message);
        assert_int_equal(ground.cage->wall, row->wall);
        assert_int_equal(ground.given.size, 0);
        assert_int_equal(jx_ground_run(&ground, 1, true), JX_EPLUGIN);
        assert_int_equal(ground.err.message, row->message);
        jx_cage_begin(ground.cage);
        if (row->wall != JX_WALL_TIME) {
            assert_int_equal(jx_ground_run(&ground, 1, true), JX_OK);
            expect_given(&ground, "note n 40000 n 40000; ");
        }
    }
    jx_ground_end(&ground);
}

// One budget for all scripts of a project, and a whole one for every project.
static void test_one_budget(void **state)
{
    (void)state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    read_all(&ground, WITHIN("for i = 1, 30000 do end"));
    jx_ground_cage(&ground);
    for (int project = 0; project < 5; project++) {
        jx_cage_begin(ground.cage);
        assert_int_equal(jx_ground_run(&ground, 0, false), JX_OK);
        assert_int_equal(jx_ground_run(&ground, 0, false), JX_OK);
        assert_int_equal(jx_ground_run(&ground, 0, false), JX_OK);
        assert_int_equal(jx_ground_run(&ground, 0, false), JX_EPLUGIN);
        assert_int_equal(ground.err.message, JX_MESSAGE_SCRIPT_INSTRUCTIONS);
    }
    jx_ground_end(&ground);
}

static const struct again_row {
    const char *name;
    const char *text;
    bool is_far; // from any wall
} agains[] = {
    {"a script far from any wall", WITHIN("ctx:note('x')"), true},
    {"a script that comes near one", WITHIN("for i = 1, 60000 do end"), false},
    {"a script that hits one", WITHIN("while true do end"), false},
    {"a script that makes a long text", WITHIN("return ('x'):rep(4097)"), false},
};

// Only a state that nobody used before, or one far from any wall, decides.
static void test_again(void **state)
{
    const struct again_row *row = *state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    read_all(&ground, row->text);
    read_all(&ground, WITHIN(""));
    jx_ground_cage(&ground);
    jx_cage_begin(ground.cage);
    jx_status first = jx_ground_run(&ground, 0, false);
    assert_false(jx_cage_begin_again(ground.cage));
    jx_cage_begin(ground.cage);
    assert_int_equal(jx_ground_run(&ground, 1, false), JX_OK);
    jx_cage_begin(ground.cage);
    assert_int_equal(jx_ground_run(&ground, 0, false), first);
    assert_int_equal(jx_cage_begin_again(ground.cage), !row->is_far);
    if (!row->is_far) {
        assert_int_equal(jx_ground_run(&ground, 0, false), first);
        assert_false(jx_cage_begin_again(ground.cage));
    }
    jx_ground_end(&ground);
}

// What is said does not change with what ran before, nor does it tell the time twice.
static void test_time_is_shared(void **state)
{
    (void)state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    ground.limits.instructions = UINT64_C(1) << 40;
    ground.limits.milliseconds = 2;
    read_all(&ground, WITHIN("while true do end"));
    jx_ground_cage(&ground);
    jx_cage_begin(ground.cage);
    assert_int_equal(jx_ground_run(&ground, 0, false), JX_EPLUGIN);
    jx_cage_begin(ground.cage);
    assert_int_equal(jx_ground_run(&ground, 0, false), JX_EPLUGIN);
    assert_int_equal(ground.err.message, JX_MESSAGE_SCRIPT_TIME);
    assert_false(jx_cage_begin_again(ground.cage));
    jx_ground_end(&ground);
}

// What a script does before it returns was bounded when it was read; making the state does it once more.
static void test_time_of_making(void **state)
{
    (void)state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    ground.limits.milliseconds = 0;
    read_all(&ground, "for i = 1, 5000 do end\n" WITHIN("ctx:note('x')"));
    jx_ground_cage(&ground);
    jx_cage_begin(ground.cage);
    assert_int_equal(jx_ground_run(&ground, 0, false), JX_OK);
    expect_given(&ground, "note x x; ");
    jx_ground_end(&ground);
}

// Who allows scripts much time to run allows them more to be read.
static void test_time_of_reading(void **state)
{
    (void)state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    ground.limits.instructions = UINT64_C(1) << 40;
    ground.limits.milliseconds = PATIENT;
    read_all(&ground, "for i = 1, 20000000 do end\n" WITHIN("ctx:note('x')"));
    jx_ground_end(&ground);
}

// Sorting is one instruction of Lua, and takes a tenth of a second here.
static void test_time_in_c(void **state)
{
    (void)state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    ground.limits.instructions = UINT64_C(1) << 40;
    ground.limits.milliseconds = 2;
    read_all(&ground, WITHIN("local t, a = {}, string.rep('\\0', 3900)\n"
                             "for i = 1, 400 do t[i] = a .. (i * 7 % 400) end\n"
                             "pcall(table.sort, t)"));
    jx_ground_cage(&ground);
    jx_cage_begin(ground.cage);
    clock_t before = clock();
    assert_int_equal(jx_ground_run(&ground, 0, false), JX_EPLUGIN);
    assert_int_equal(ground.err.message, JX_MESSAGE_SCRIPT_TIME);
    assert_in_range(clock() - before, 0, CLOCKS_PER_SEC / 25);
    jx_ground_end(&ground);
}

// A wall that is hit by the last thing done is hit all the same.
static void test_last_thing(void **state)
{
    (void)state;
    size_t hit = 0;
    for (int rounds = 99500; rounds < 99900; rounds += 20) {
        char text[512];
        jx_script_ground ground;
        jx_ground_begin(&ground);
        snprintf(text, sizeof text,
                 WITHIN("local a, b, c = ('x'):rep(4000), ('y'):rep(4000), ('z'):rep(4000)\n"
                        "for i = 1, %d do end\n"
                        "return string.rep('x', 4000)"),
                 rounds);
        jx_status status = jx_ground_once(&ground, jx_str_of(text), false);
        assert_int_equal(status == JX_OK, ground.cage->wall == JX_WALL_NONE);
        hit += status == JX_OK ? 0 : 1;
        jx_ground_end(&ground);
    }
    assert_in_range(hit, 1, 19);
}

// Lists may be longer than other tables.
static void test_tables(void **state)
{
    (void)state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    static const char text[] = WITHIN("local t, u = {}, {} for i = 1, 20000 do t[i] = i end\n"
                                      "for i = 1, 4096 do u[-i] = i end ctx:note('n' .. #t)");
    if (jx_ground_once(&ground, jx_str_of(text), false) != JX_OK) {
        fail_msg("%s", ground.err.text);
    }
    expect_given(&ground, "note n20000 n20000; ");
    jx_ground_end(&ground);
}

// Wherever memory is out, in Lua or in its buffers, it is the wall that was hit.
static void test_memory_is_said(void **state)
{
    (void)state;
    size_t hit = 0;
    for (int kept = 1000; kept < 1045; kept++) {
        char text[512];
        jx_script_ground ground;
        jx_ground_begin(&ground);
        ground.limits.milliseconds = PATIENT;
        snprintf(text, sizeof text,
                 WITHIN("local t, p = {}, { ('y'):rep(600), ('y'):rep(600), ('y'):rep(600) }\n"
                        "for i = 1, %d do t[i] = ('x'):rep(4000) end\n"
                        "for i = 1, 30 do t[#t + 1] = table.concat(p) end"),
                 kept);
        if (jx_ground_once(&ground, jx_str_of(text), false) != JX_OK) {
            assert_int_equal(ground.err.message, JX_MESSAGE_SCRIPT_MEMORY);
            hit++;
        }
        jx_ground_end(&ground);
    }
    assert_in_range(hit, 1, 44);
}

// ------------------------------------------------------------------------------------------------- sharing

static const struct state_row {
    const char *name;
    const char *text;
    bool is_chunk; // run anew from its text each time
    const char *gives;
} states[] = {
    {"a function that keeps nothing", WITHIN("ctx:note('x')"), false, "note x x; "},
    {"one within a table", "return { run = function(ctx) ctx:note('x') end }", false, "note x x; "},
    {"one that uses no names", "return function(ctx) return ctx end", false, ""},
    {"a counter in a variable outside",
     "local n = 0 return function(ctx) n = n + 1 ctx:note('n' .. n) end", true, "note n1 n1; "},
    {"a list outside", "local t = {} return function(ctx) t[#t + 1] = 1 ctx:note('n' .. #t) end",
     true, "note n1 n1; "},
    {"a constant outside", "local n = 7 return function(ctx) ctx:note('n' .. n) end", true,
     "note n7 n7; "},
    {"a counter in a function outside",
     "local function count() local n = 0 return function() n = n + 1 return n end end "
     "local c = count() return { run = function(ctx) ctx:note('n' .. c()) end }",
     true, "note n1 n1; "},
    {"a counter in globals of its own",
     "local tostring = tostring local _ENV = { n = 0 } return function(ctx) n = n + 1 ctx:note('n' "
     ".. n) end",
     true, "note n1 n1; "},
    {"globals put in the place of others",
     WITHIN("local note = 'x' ctx:note(note) _ENV = { n = 1 }"), false, "note x x; "},
    {"globals that a function of its own puts there",
     WITHIN("ctx:note(tostring(1)) local function f() _ENV = { tostring = 1 } end f()"), false,
     "note 1 1; "},
    {"a global variable", WITHIN("ctx:note(tostring(pcall(function() n = (n or 0) + 1 end)))"),
     false, "note false false; "},
    {"a function of the host", "return tostring", true, ""},
};

static void test_state(void **state)
{
    const struct state_row *row = *state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    read_all(&ground, row->text);
    read_all(&ground, WITHIN("ctx:note(tostring(1))"));
    jx_ground_cage(&ground);
    assert_int_equal(ground.cage->is_chunk[0], row->is_chunk);
    for (int project = 0; project < 4; project++) {
        jx_cage_begin(ground.cage);
        for (int indicator = 0; indicator < 3; indicator++) {
            if (jx_ground_run(&ground, 0, false) != JX_OK) {
                fail_msg("%s", ground.err.text);
            }
            expect_given(&ground, row->gives);
            assert_int_equal(jx_ground_run(&ground, 1, true), JX_OK);
            expect_given(&ground, "note 1 1; ");
        }
    }
    jx_ground_end(&ground);
}

// A script whose text a literal cannot tell: names that Lua cuts.
static void test_many_runs(void **state)
{
    (void)state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    read_all(&ground,
             "local t = {} return function(ctx) for i = 1, 100 do t[i] = jx.decimal(i) end "
             "ctx:note('n' .. #t) end");
    jx_ground_cage(&ground);
    size_t most = 0;
    for (int project = 0; project < 3000; project++) {
        jx_cage_begin(ground.cage);
        assert_int_equal(jx_ground_run(&ground, 0, false), JX_OK);
        most = ground.cage->used > most ? ground.cage->used : most;
    }
    assert_in_range(most, 1, 400000);
    assert_int_equal(lua_gettop(ground.cage->lua), 0);
    jx_ground_end(&ground);
}

// Faults that stand side by side, in tables whose order Lua draws by lot: always the same one is told.
static void test_same_fault(void **state)
{
    (void)state;
    char first[JX_ERROR_TEXT] = "";
    for (int run = 0; run < 20; run++) {
        jx_script_ground ground;
        jx_ground_begin(&ground);
        assert_int_equal(
            jx_ground_once(
                &ground,
                (jx_str)JX_STR(WITHIN(
                    "ctx:deduct { points = 0.5, code = 'X', zh = 1, en = {}, message = 2 }")),
                false),
            JX_EPLUGIN);
        assert_true(first[0] == '\0' || strcmp(first, ground.err.text) == 0);
        memcpy(first, ground.err.text, sizeof first);
        jx_ground_end(&ground);
    }
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, walls, test_wall);
    jx_rows_add_one(&all, "one budget for a project", test_one_budget, NULL);
    JX_ROWS(&all, agains, test_again);
    jx_rows_add_one(&all, "a project whose time is up is not begun again", test_time_is_shared,
                    NULL);
    jx_rows_add_one(&all, "time that making a state takes", test_time_of_making, NULL);
    jx_rows_add_one(&all, "time that reading takes", test_time_of_reading, NULL);
    jx_rows_add_one(&all, "time that C takes", test_time_in_c, NULL);
    jx_rows_add_one(&all, "a wall that the last thing hits", test_last_thing, NULL);
    jx_rows_add_one(&all, "tables and lists as large as may be", test_tables, NULL);
    jx_rows_add_one(&all, "memory is out in many places", test_memory_is_said, NULL);
    JX_ROWS(&all, states, test_state);
    jx_rows_add_one(&all, "thousands of projects in the memory of one", test_many_runs, NULL);
    jx_rows_add_one(&all, "the same fault every time", test_same_fault, NULL);
    return jx_rows_run(&all, "cage");
}
