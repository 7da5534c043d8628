// SPDX-License-Identifier: MIT
// Every message of base/messages/script.def: the script that brings it about, and the place that it names.
#include "support/fault_rows.h"
#include "support/jx_rows.h"
#include "support/jx_scratch.h"
#include "support/score_fixture.h"
#include "support/script_ground.h"

#define FIELD(text) "return { params = { p = { " text " } }, run = function() end }"
#define TWO(p, q)                                                                                  \
  "return { params = { p = { type = 'integer', " p " }, q = { type = 'integer', " q                \
  " } }, run = 1 }"
#define WITHIN(text) "return function(ctx)\n  " text "\nend"

// Whether the text has the words of the message, whatever stands in place of {1}, {2}….
static bool says(const char *text, jx_message message)
{
    const char *words = jx_message_find(message)->says.en;
    while (*words != '\0') {
        size_t size = strcspn(words, "{");
        jx_str part = {words, size};
        bool found = size == 0;
        for (; !found && *text != '\0'; text++) {
            found = jx_str_starts(jx_str_of(text), part);
        }
        if (!found) {
            return false;
        }
        words += size;
        words += *words == '{' ? strcspn(words, "}") + 1 : 0;
    }
    return true;
}

static void expect_says(const char *text, jx_message message, const char *part)
{
    if (!says(text, message) || (part != NULL && strstr(text, part) == NULL)) {
        fail_msg("expected %s%s%s, found: %s", jx_message_find(message)->id,
                 part == NULL ? "" : " with ", part == NULL ? "" : part, text);
    }
}

typedef struct script_row {
    const char *name;
    const char *text;
    jx_message message;
    uint32_t line;    // of the script; 0: the script as a whole
    const char *says; // NULL: not looked at
} script_row;

// ------------------------------------------------------------------------------------------------- reading

static const script_row declared[] = {
    {"bytecode", "\x1bLuaT", JX_MESSAGE_SCRIPT_BINARY, 0, NULL},
    {"text in GBK", "return '\xd6\xd0'", JX_MESSAGE_SCRIPT_ENCODING, 0, NULL},
    {"no Lua", "return {\n\n  run = = 1\n}", JX_MESSAGE_SCRIPT_UNREADABLE, 3,
     "unexpected symbol near '='"},
    {"an error", "\nerror('no')", JX_MESSAGE_SCRIPT_UNREADABLE, 2, "no"},
    {"an error that is no text", "error({})", JX_MESSAGE_SCRIPT_NO_WORDS, 0, NULL},
    {"too deep",
     "return ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((("
     "(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((("
     "(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((("
     "1",
     JX_MESSAGE_LUA_DEEP, 0, NULL},
    {"nothing returned", "local a = 1", JX_MESSAGE_SCRIPT_RETURNS, 0, "found nil"},
    {"a run that is no function", "return { run = 'x' }", JX_MESSAGE_SCRIPT_RETURNS, 0,
     "found string"},
    {"parts that are not known", "return { zeta = 1, aram = 2, run = function() end }",
     JX_MESSAGE_SCRIPT_PART, 0, "\"aram\""},
    {"a part without a name", "return { function() end }", JX_MESSAGE_SCRIPT_PART, 0, "\"1\""},
    {"parameters that are no table", "return { params = 1, run = function() end }",
     JX_MESSAGE_SCRIPT_FIELDS, 0, "params to be a table with an entry for each key, found number"},
    {"inputs that are no table", "return { inputs = 'x', run = function() end }",
     JX_MESSAGE_SCRIPT_FIELDS, 0, "expected inputs"},
    {"a parameter that is no table", "return { params = { p = 1 }, run = function() end }",
     JX_MESSAGE_SCRIPT_FIELD, 0, "params.p"},
    {"a key of upper-case letters", "return { params = { P = {} }, run = function() end }",
     JX_MESSAGE_SCRIPT_FIELD_KEY, 0, "\"P\""},
    {"a key that is a number", "return { params = { {} }, run = function() end }",
     JX_MESSAGE_SCRIPT_FIELD_KEY, 0, "\"1\""},
    {"a key that is a boolean", "return { params = { [true] = {} }, run = function() end }",
     JX_MESSAGE_SCRIPT_FIELD_KEY, 0, "\"true\""},
    {"the first of several such keys",
     "return { params = { D = {}, B = {}, C = {} }, run = function() end }",
     JX_MESSAGE_SCRIPT_FIELD_KEY, 0, "\"B\""},
    {"an input that is a column already", "return { inputs = { note = {} }, run = function() end }",
     JX_MESSAGE_SCRIPT_FIELD_TAKEN, 0, "\"note\""},
    {"an input that is the column of projects",
     "return { inputs = { project = {} }, run = function() end }", JX_MESSAGE_SCRIPT_FIELD_TAKEN, 0,
     "\"project\""},
    {"an input that is the column of indicators",
     "return { inputs = { indicator = {} }, run = function() end }", JX_MESSAGE_SCRIPT_FIELD_TAKEN,
     0, "\"indicator\""},
    {"two of one name", TWO("zh = 'q'", "zh = 'x'"), JX_MESSAGE_SCRIPT_FIELD_SAME, 0,
     "params.p is a name of \"q\""},
    {"two of one meaning", TWO("zh = 'x'", "zh = 'x'"), JX_MESSAGE_SCRIPT_FIELD_SAME, 0, NULL},
    {"an entry that is not known", FIELD("typo = 1, type = 'integer', zh = 'x'"),
     JX_MESSAGE_SCRIPT_FIELD_PART, 0, "params.p has no entry \"typo\""},
    {"no type", FIELD("zh = 'x'"), JX_MESSAGE_SCRIPT_FIELD_TYPE, 0, "\"nil\""},
    {"a type that is not known", FIELD("type = 'float', zh = 'x'"), JX_MESSAGE_SCRIPT_FIELD_TYPE, 0,
     "\"float\""},
    {"no words", FIELD("type = 'integer'"), JX_MESSAGE_SCRIPT_FIELD_WORDS, 0, "params.p"},
    {"words of two lines", FIELD("type = 'integer', zh = 'a\\nb'"), JX_MESSAGE_SCRIPT_FIELD_WORDS,
     0, "params.p"},
    {"words that are no UTF-8", FIELD("type = 'integer', zh = '\\xff'"),
     JX_MESSAGE_SCRIPT_FIELD_WORDS, 0, NULL},
    {"a default that is a table", FIELD("type = 'integer', zh = 'x', default = {}"),
     JX_MESSAGE_SCRIPT_FIELD_VALUE, 0, "params.p.default"},
    {"required perhaps", FIELD("type = 'integer', zh = 'x', required = 'perhaps'"),
     JX_MESSAGE_SCRIPT_FIELD_VALUE, 0, "params.p.required"},
    {"a default that is a float", FIELD("type = 'decimal', zh = 'x', default = 0.5"),
     JX_MESSAGE_SCRIPT_FIELD_FLOAT, 0, "write it in quotes: \"0.5\""},
    {"a choice of nothing", FIELD("type = 'choice', zh = 'x'"), JX_MESSAGE_SCRIPT_FIELD_CHOICES, 0,
     NULL},
    {"a choice of the same", FIELD("type = 'choice', zh = 'x', choices = { 'a', 'b', 'a' }"),
     JX_MESSAGE_SCRIPT_FIELD_CHOICES, 0, NULL},
    {"a choice of numbers", FIELD("type = 'choice', zh = 'x', choices = { 1, 2 }"),
     JX_MESSAGE_SCRIPT_FIELD_CHOICES, 0, NULL},
    {"choices of an integer", FIELD("type = 'integer', zh = 'x', choices = { 'a' }"),
     JX_MESSAGE_SCRIPT_FIELD_CHOICES, 0, NULL},
    {"bounds in the wrong order", FIELD("type = 'integer', zh = 'x', min = 2, max = 1"),
     JX_MESSAGE_SCRIPT_FIELD_BOUNDS, 0, NULL},
    {"bounds of a text", FIELD("type = 'text', zh = 'x', min = 2"), JX_MESSAGE_SCRIPT_FIELD_BOUNDS,
     0, NULL},
    {"a bound in words", FIELD("type = 'integer', zh = 'x', min = 'two'"),
     JX_MESSAGE_SCRIPT_FIELD_BOUNDS, 0, NULL},
    {"required with a default", FIELD("type = 'integer', zh = 'x', required = true, default = 1"),
     JX_MESSAGE_SCRIPT_FIELD_DEFAULT, 0, NULL},
    {"too many parameters",
     "local p = {}\nfor i = 1, 65 do\n  p['p' .. i] = { type = 'integer', zh = 'x' }\nend\n"
     "return { params = p, run = function() end }",
     JX_MESSAGE_SCRIPT_FIELD_MANY, 0, "at most 64 entries in params"},
    {"a loop", "while true do\nend", JX_MESSAGE_SCRIPT_INSTRUCTIONS, 0, "100000"},
    {"a long text", "local a = 'x'\nwhile true do\n  a = a .. a\nend", JX_MESSAGE_SCRIPT_STRING, 0,
     "4096"},
};

static void test_declared(void **state)
{
    const script_row *row = *state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    assert_int_equal(jx_ground_read(&ground, jx_str_of(row->text)), JX_EPLUGIN);
    expect_says(ground.err.text, row->message, row->says);
    assert_int_equal(ground.err.line, row->line);
    assert_true(jx_str_starts(jx_str_of(ground.err.text), (jx_str)JX_STR("/tmp/jixiao-script-")));
    jx_ground_end(&ground);
}

// A text that takes a time to read which grows with the square of its size.
static void test_slow(void **state)
{
    (void)state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    jx_text text = jx_text_in(ground.arena);
    jx_text_put(&text, "return function() return ");
    while (text.size < JX_SCRIPT_BYTES - 100) {
        jx_text_put(&text, "a and ");
    }
    jx_text_put(&text, "a end");
    assert_int_equal(jx_ground_read(&ground, jx_text_str(&text)), JX_EPLUGIN);
    expect_says(ground.err.text, JX_MESSAGE_SCRIPT_SLOW, "10 ms");
    jx_ground_end(&ground);
}

// ------------------------------------------------------------------------------------------------- running

static const script_row running[] = {
    {"an error", WITHIN("error('no')"), JX_MESSAGE_SCRIPT_FAILED, 2, "no"},
    {"an error that is no text", WITHIN("error({})"), JX_MESSAGE_SCRIPT_NO_WORDS, 0, NULL},
    {"a loop", WITHIN("while true do end"), JX_MESSAGE_SCRIPT_INSTRUCTIONS, 0, "100000"},
    {"a long text", WITHIN("return string.rep('x', 4097)"), JX_MESSAGE_SCRIPT_STRING, 0, "4096"},
    {"a large table", WITHIN("local a = {}\n  for i = 1, 9000 do\n    a[-i] = i\n  end"),
     JX_MESSAGE_SCRIPT_TABLE, 0, "more than 4096 entries"},
    {"all memory", WITHIN("local a = {}\n  for i = 1, 2000 do\n    a[i] = ('x'):rep(4000)\n  end"),
     JX_MESSAGE_SCRIPT_MEMORY, 0, "4096 KiB"},
    {"a name that is not there", WITHIN("os.exit()"), JX_MESSAGE_LUA_NO_NAME, 2, "\"os\" in _G"},
    {"a global variable", WITHIN("late = 1"), JX_MESSAGE_LUA_FROZEN, 2, "\"late\""},
    {"a float", WITHIN("return jx.decimal(0.5)"), JX_MESSAGE_LUA_FLOAT, 2, "jx.decimal(\"0.5\")"},
    {"a text for a number", WITHIN("return jx.max(1, 'x')"), JX_MESSAGE_LUA_NUMBER, 2,
     "found string"},
    {"a number in words", WITHIN("return jx.decimal('half')"), JX_MESSAGE_LUA_DECIMAL_TEXT, 2,
     "\"half\""},
    {"divided by nothing", WITHIN("return jx.decimal(1) / 0"), JX_MESSAGE_LUA_ZERO, 2, NULL},
    {"too large", WITHIN("local a = jx.decimal(9)\n  for i = 1, 99 do\n    a = a * a\n  end"),
     JX_MESSAGE_LUA_TOO_LARGE, 4, NULL},
    {"places without end", WITHIN("return jx.decimal(1):round(19)"), JX_MESSAGE_LUA_PLACES, 2,
     "found 19"},
    {"a rounding that is not known", WITHIN("return jx.decimal(1):round(1, 'up')"),
     JX_MESSAGE_LUA_ROUNDING, 2, "\"up\""},
    {"a method that numbers have not", WITHIN("return jx.decimal(1):sqrt()"),
     JX_MESSAGE_LUA_NO_METHOD, 2, "\"sqrt\""},
    {"a field that is not there", WITHIN("return ctx.xyzzy"), JX_MESSAGE_LUA_NO_FIELD, 2,
     "ctx has no \"xyzzy\""},
    {"a field misspelt", WITHIN("return ctx.meassured"), JX_MESSAGE_LUA_NO_FIELD_NEAR, 2,
     "did you mean \"measured\""},
    {"a loss that is no table", WITHIN("ctx:deduct(1)"), JX_MESSAGE_LUA_TABLE, 2, "found number"},
    {"a part that losses have not",
     WITHIN("ctx:deduct { point = 1, points = 1, code = 'x', zh = 'x' }"), JX_MESSAGE_LUA_PART, 2,
     "\"point\""},
    {"no points", WITHIN("ctx:deduct { points = 0, code = 'x', zh = 'x' }"), JX_MESSAGE_LUA_POINTS,
     2, "found 0"},
    {"no code", WITHIN("ctx:deduct { points = 1, zh = 'x' }"), JX_MESSAGE_LUA_CODE, 2, "found nil"},
    {"no words", WITHIN("ctx:deduct { points = 1, code = 'x' }"), JX_MESSAGE_LUA_WORDS, 2, NULL},
    {"words that are a number", WITHIN("ctx:note { message = 1 }"), JX_MESSAGE_LUA_WORDS, 2, NULL},
    {"figures that are no table",
     WITHIN("ctx:deduct { points = 1, code = 'x', message = 'x', figures = 1 }"),
     JX_MESSAGE_LUA_FIGURES, 2, "found \"number\""},
    {"a figure of a common name",
     WITHIN(
         "ctx:deduct { points = 1, code = 'x', message = 'x', figures = { target = 1, late = 1 } }"),
     JX_MESSAGE_LUA_FIGURES, 2, "found \"target\""},
    {"five figures",
     WITHIN(
         "ctx:deduct { points = 1, code = 'x', message = 'x', figures = { a = 1, b = 1, c = 1, d = 1, e = 1 } }"),
     JX_MESSAGE_LUA_FIGURES, 2, "at most 4"},
    {"a figure that is a text",
     WITHIN("ctx:deduct { points = 1, code = 'x', message = 'x', figures = { late = '3' } }"),
     JX_MESSAGE_LUA_NUMBER, 2, "found string"},
    {"a placeholder misspelt",
     WITHIN(
         "ctx:deduct { points = 1, code = 'x', en = '{dayz} late', zh = '迟{days}天', figures = { days = 1 } }"),
     JX_MESSAGE_LUA_PLACEHOLDER_NEAR, 2,
     "\"{dayz} late\" names {dayz}, which is not there; did you mean {days}?"},
    {"a placeholder misspelt in Chinese",
     WITHIN("ctx:deduct { points = 1, code = 'x', zh = '实际{mesured}', en = 'found {measured}' }"),
     JX_MESSAGE_LUA_PLACEHOLDER_NEAR, 2, "did you mean {measured}?"},
    {"a placeholder that is near none",
     WITHIN("ctx:deduct { points = 1, code = 'x', message = 'lost {points} of {目标值}' }"),
     JX_MESSAGE_LUA_PLACEHOLDER, 2, "figures has no \"目标值\""},
    {"empty braces", WITHIN("ctx:deduct { points = 1, code = 'x', message = 'late {}' }"),
     JX_MESSAGE_LUA_PLACEHOLDER, 2, "names {}"},
    {"too many notes", WITHIN("for i = 1, 101 do\n    ctx:note('x')\n  end"), JX_MESSAGE_LUA_GIVES,
     3, NULL},
    {"a dot for a colon", WITHIN("ctx.note('x')"), JX_MESSAGE_LUA_SELF, 2, "ctx:note(…)"},
    {"keys without an order", WITHIN("pairs({ [{}] = 1 })"), JX_MESSAGE_LUA_KEYS, 2, "found table"},
    {"a format that is not known", WITHIN("return string.format('%x', 1)"), JX_MESSAGE_LUA_FORMAT,
     2, "\"%x\""},
    {"a part of a number as a whole one", WITHIN("return string.format('%d', jx.decimal('0.5'))"),
     JX_MESSAGE_LUA_FORMAT, 2, "\"0.5\""},
    {"too many values", WITHIN("return table.unpack({}, 1, 201)"), JX_MESSAGE_LUA_MANY, 2,
     "at most 200 values"},
    {"a table within a text", WITHIN("return table.concat({ {} })"), JX_MESSAGE_LUA_CONCAT, 2,
     "found table"},
    {"a pattern", WITHIN("return string.find('a1', '%d')"), JX_MESSAGE_LUA_PATTERN, 2,
     "write string.find(text, part, 1, true)"},
    {"within a comparator",
     WITHIN("table.sort({ 1, 2 }, function(a, b)\n    return a < jx.decimal('x')\n  end)"),
     JX_MESSAGE_LUA_DECIMAL_TEXT, 3, NULL},
    {"within sort itself", WITHIN("table.sort({ jx.decimal(1), 'x' })"), JX_MESSAGE_LUA_NUMBER, 2,
     NULL},
    {"an argument of Lua's own", WITHIN("return ('x'):sub({})"), JX_MESSAGE_SCRIPT_FAILED, 2,
     "bad argument #1 to 'sub'"},
    {"an element of Lua's own", WITHIN("table.insert({}, 5, 1)"), JX_MESSAGE_SCRIPT_FAILED, 2,
     "bad argument #2 to 'insert'"},
};

static const script_row of_projects[] = {
    {"a total below nothing", WITHIN("ctx:cap { total = -1, code = 'x', zh = 'x' }"),
     JX_MESSAGE_LUA_TOTAL, 2, "found -1"},
    {"no total", WITHIN("ctx:cap { code = 'x', zh = 'x' }"), JX_MESSAGE_LUA_TOTAL, 2, "found nil"},
    {"a placeholder that a project has not",
     WITHIN("ctx:deduct { points = 1, code = 'x', message = '{target} missed' }"),
     JX_MESSAGE_LUA_PLACEHOLDER, 2, "names {target}"},
    {"a placeholder of a cap misspelt",
     WITHIN("ctx:cap { total = 1, code = 'x', message = 'at most {capp}', figures = { cap = 1 } }"),
     JX_MESSAGE_LUA_PLACEHOLDER_NEAR, 2, "did you mean {cap}?"},
    {"an indicator misspelt", WITHIN("return ctx.indicators.itt"), JX_MESSAGE_LUA_NO_FIELD_NEAR, 2,
     "did you mean \"it\""},
    {"a field of an indicator", WITHIN("return ctx.indicators.it.xyzzy"), JX_MESSAGE_LUA_NO_FIELD,
     2, "ctx.indicators[ID] has no \"xyzzy\""},
};

static void expect_running(const script_row *row, bool of_project)
{
    char where[64] = "script s.lua: ";
    jx_script_ground ground;
    jx_ground_begin(&ground);
    assert_int_equal(jx_ground_once(&ground, jx_str_of(row->text), of_project), JX_EPLUGIN);
    expect_says(ground.err.text, row->message, row->says);
    if (row->line != 0) {
        snprintf(where, sizeof where, "a.csv:2: script s.lua:%u: ", row->line);
        assert_non_null(strstr(ground.err.text, where));
    }
    jx_ground_end(&ground);
}

static void test_running(void **state)
{
    expect_running(*state, false);
}

static void test_of_project(void **state)
{
    expect_running(*state, true);
}

static void test_time(void **state)
{
    (void)state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    ground.limits.instructions = UINT64_C(1) << 40;
    ground.limits.milliseconds = 3;
    assert_int_equal(jx_ground_once(&ground, (jx_str)JX_STR(WITHIN("while true do end")), false),
                     JX_EPLUGIN);
    expect_says(ground.err.text, JX_MESSAGE_SCRIPT_TIME, "used up its 3 ms");
    jx_ground_end(&ground);
}

// -------------------------------------------------------------------------------------------- project files

static const struct file_row {
    const char *name;
    const char *keys;   // see jx_score_one
    const char *script; // what s.lua is
    jx_message message;
    uint32_t line; // of the project file; 0: the script
    const char *says;
} files[] = {
    {"a script outside of its folder", "script = ../s.lua\n", "", JX_MESSAGE_SCRIPT_NAME, 10, NULL},
    {"an absolute path", "script = /s.lua\n", "", JX_MESSAGE_SCRIPT_NAME, 10, NULL},
    {"a part that is empty", "script = a//s.lua\n", "", JX_MESSAGE_SCRIPT_NAME, 10, NULL},
    {"a script that is not there", "script = t.lua\n", "", JX_MESSAGE_SCRIPT_ABSENT, 10,
     "\"t.lua\""},
    {"a folder", "script = unit\n", "", JX_MESSAGE_SCRIPT_NOT_FILE, 0, NULL},
    {"an input of the plugin", "category = odd\nscript = s.lua\n",
     "return { inputs = { visits = { type = 'integer', zh = 'x' } }, run = function() end }",
     JX_MESSAGE_SCRIPT_INPUT_TWICE, 10, "\"visits\""},
    {"a default that is none", "script = s.lua\n",
     FIELD("type = 'integer', zh = 'x', default = 'x'"), JX_MESSAGE_FIELD_VALUE, 0, "s.lua: p: "},
    {"a default that is none of a script used twice, once",
     "script = s.lua\n--\ntarget = 1\nscript = s.lua\n",
     FIELD("type = 'integer', zh = 'x', default = 'x'"), JX_MESSAGE_FIELD_VALUE, 0, "s.lua: p: "},
    {"a script that cannot be read and is used twice, once",
     "script = s.lua\n--\ntarget = 1\nscript = s.lua\n", "retrun 1", JX_MESSAGE_SCRIPT_UNREADABLE,
     1, "s.lua:1: "},
    {"a parameter out of bounds", "script = s.lua\nscript.p = 12\n",
     FIELD("type = 'integer', zh = 'x', max = 11"), JX_MESSAGE_FIELD_VALUE, 11, NULL},
    {"a parameter misspelt", "script = s.lua\nscript.q = 12\n",
     FIELD("type = 'integer', zh = 'x', max = 11"), JX_MESSAGE_KEY_UNKNOWN_NEAR, 11, "script.p"},
};

static void test_file(void **state)
{
    const struct file_row *row = *state;
    char path[JX_SCRATCH_PATH];
    char search[2 * JX_SCRATCH_PATH];
    jx_score_fixture fixture;
    jx_scratch scratch = jx_scratch_begin("script");
    jx_scratch_write(&scratch, "s.lua", jx_str_of(row->script), path);
    snprintf(search, sizeof search, "%s:%s", scratch.folder, JX_TEST_SOURCE_DIR "/tests");
    jx_score_begin(&fixture, JX_FAULT_PLUGINS);
    fixture.sources.script_path = search;
    char keys[JX_SCORE_TEXT];
    const bool has_head = strstr(row->keys, "--\n") != NULL;
    snprintf(keys, sizeof keys, "%s%s", has_head ? "" : "target = 1\n", row->keys);
    jx_score_read_text(&fixture, jx_score_one(&fixture, keys));
    assert_null(fixture.plan);
    const jx_error *shown = &fixture.faults.shown[0];
    if (shown->message != row->message) {
        fail_msg("expected %s, found: %s", jx_message_find(row->message)->id, shown->text);
    }
    assert_int_equal(fixture.faults.count, 1);
    assert_int_equal(shown->line, row->line);
    assert_true(row->says == NULL || strstr(shown->text, row->says) != NULL);
    jx_score_end(&fixture);
    jx_scratch_end(&scratch);
}

// --------------------------------------------------------------------------------------- the catalogue

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static bool is_in(const script_row *rows, size_t count, jx_message message)
{
    for (size_t i = 0; i < count; i++) {
        if (rows[i].message == message) {
            return true;
        }
    }
    return false;
}

static bool has_row(jx_message message)
{
    bool found = message == JX_MESSAGE_SCRIPT_SLOW || message == JX_MESSAGE_SCRIPT_TIME ||
                 is_in(declared, COUNT(declared), message) ||
                 is_in(running, COUNT(running), message) ||
                 is_in(of_projects, COUNT(of_projects), message);
    for (size_t i = 0; i < COUNT(files); i++) {
        found = found || files[i].message == message;
    }
    return found;
}

static void test_catalogue(void **state)
{
    (void)state;
    static const jx_message messages[] = {
#define JX_MESSAGE(id, status, zh, en) JX_MESSAGE_##id,
#include "base/messages/script.def"
#undef JX_MESSAGE
    };
    jx_expect_rows_of(messages, COUNT(messages), has_row);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, declared, test_declared);
    jx_rows_add_one(&all, "a text that takes long to read", test_slow, NULL);
    JX_ROWS(&all, running, test_running);
    JX_ROWS(&all, of_projects, test_of_project);
    jx_rows_add_one(&all, "a script that takes long", test_time, NULL);
    JX_ROWS(&all, files, test_file);
    jx_rows_add_one(&all, "every message of the room", test_catalogue, NULL);
    return jx_rows_run(&all, "script");
}
