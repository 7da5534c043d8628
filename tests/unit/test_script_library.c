// SPDX-License-Identifier: MIT
// What scripts declare and what they are given works as rule authors expect.
#include "support/jx_rows.h"
#include "support/script_ground.h"

static void test_sound(void **state)
{
    (void)state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    static const char text[] =
        "\xef\xbb\xbfreturn {\n"
        "  params = {\n"
        "    zulu = { type = 'percent', default = 30, min = 0, max = '99.5', en = 'share' },\n"
        "    alpha = { type = 'choice', choices = { '甲', '乙' }, required = true, zh = '类', en = 'k' },\n"
        "    half = { type = 'decimal', default = jx.decimal('0.5'), zh = '半' },\n"
        "  },\n"
        "  inputs = { late = { type = 'boolean', default = false, zh = '迟' } },\n"
        "  run = function() end,\n"
        "}\n";
    assert_int_equal(jx_ground_read(&ground, jx_str_of(text)), JX_OK);
    const jx_script *script = ground.scripts[0];
    const jx_field *params = script->params.rows;
    assert_int_equal(script->params.count, 3);
    assert_string_equal(params[0].key, "alpha");
    assert_string_equal(params[0].choices, "甲|乙");
    assert_int_equal(params[0].flags, JX_FIELD_REQUIRED);
    assert_string_equal(params[0].says.en, "k");
    assert_string_equal(params[1].key, "half");
    assert_string_equal(params[1].fallback, "0.5");
    assert_string_equal(params[1].says.en, "半");
    assert_string_equal(params[2].key, "zulu");
    assert_string_equal(params[2].fallback, "30%");
    assert_string_equal(params[2].minimum, "0");
    assert_string_equal(params[2].maximum, "99.5");
    assert_string_equal(params[2].says.zh, "share");
    const jx_field *inputs = script->inputs.rows;
    assert_int_equal(script->inputs.count, 1);
    assert_int_equal(inputs[0].type, JX_FIELD_BOOLEAN);
    assert_string_equal(inputs[0].fallback, "no");
    jx_ground_end(&ground);
}

static void expect_given(jx_script_ground *ground, const char *expected)
{
    jx_text_add_char(&ground->given, '\0');
    assert_string_equal(ground->given.data, expected);
}

// ------------------------------------------------------------------------------------------ what there is

static const struct given_row {
    const char *name;
    const char *expression;
    const char *text; // of its value
} givens[] = {
    {"assert", "assert(7, 'no')", "7"},
    {"assert, not so", "select(2, pcall(assert, false, 'no'))", "no"},
    {"error", "select(2, pcall(error, 'no'))", "no"},
    {"error with a place", "select(2, pcall(function() error('no') end))", "s.lua:2: no"},
    {"error without one", "select(2, pcall(function() error('no', 0) end))", "no"},
    {"pcall",
     "table.concat({ tostring(pcall(math.max, 1, 2)), select(2, pcall(math.max, 1, 2)) }, ' ')",
     "true 2"},
    {"ipairs",
     "(function() local s = '' for i, v in ipairs({ 'a', 'b', nil, 'd' }) do s = s .. i .. v end return s end)()",
     "1a2b"},
    {"pairs by numbers, texts, booleans",
     "(function() local s = '' for k, v in pairs({ b = 1, a = 2, [2] = 3, [1.5] = 4, [true] = 5, "
     "[false] = 6, ['10'] = 7, [-1] = 8 }) do s = s .. tostring(k) .. ' ' end return s end)()",
     "-1 1.5 2 10 a b false true "},
    {"pairs of what is taken away",
     "(function() local t, s = { a = 1, b = 2, c = 3 }, '' for k in pairs(t) do s = s .. k t.b = nil "
     "end return s end)()",
     "ac"},
    {"pairs of nothing", "(function() for k in pairs({}) do return k end return 'none' end)()",
     "none"},
    {"select", "select(2, 'a', 'b', 'c')", "b"},
    {"select from behind", "select(-1, 'a', 'b', 'c')", "c"},
    {"select that counts", "select('#', nil, nil)", "2"},
    {"tonumber", "tonumber('12') + 1", "13"},
    {"tonumber by another base", "tonumber('ff', 16)", "255"},
    {"tonumber of words", "tonumber('x')", "nil"},
    {"type", "type(ctx) .. type(1) .. type(type)", "userdatanumberfunction"},
    {"tostring of a table has no address", "tostring({})", "table"},
    {"tostring of a function has none", "tostring(pairs)", "function"},
    {"tostring of the context has none", "tostring(ctx) .. tostring(ctx.input)",
     "userdatauserdata"},
    {"string.format of a table has none", "string.format('%s', {})", "table"},
    {"tostring of the rest", "tostring(nil) .. tostring(true) .. tostring(1) .. tostring(1.5)",
     "niltrue11.5"},
    {"string.byte", "string.byte('abc', 2)", "98"},
    {"string.char", "string.char(72, 105)", "Hi"},
    {"string.len", "('中'):len()", "3"},
    {"string.lower and upper", "('aB'):lower() .. ('aB'):upper()", "abAB"},
    {"string.reverse", "('abc'):reverse()", "cba"},
    {"string.sub", "('abcde'):sub(2, -2)", "bcd"},
    {"string.rep", "('ab'):rep(3)", "ababab"},
    {"string.rep with something between", "('ab'):rep(3, ', ')", "ab, ab, ab"},
    {"string.rep once", "('ab'):rep(1, ', ')", "ab"},
    {"string.rep never", "('ab'):rep(0) .. ('ab'):rep(-1) .. (''):rep(5)", ""},
    {"string.rep of something between nothing", "(''):rep(3, '-')", "--"},
    {"string.rep up to the longest", "#('x'):rep(4096)", "4096"},
    {"string.find", "table.concat({ ('hello'):find('ll') }, ' ')", "3 4"},
    {"string.find from there on", "table.concat({ ('abab'):find('ab', 2) }, ' ')", "3 4"},
    {"string.find from behind", "table.concat({ ('abab'):find('a', -2) }, ' ')", "3 3"},
    {"string.find of nothing", "table.concat({ ('abc'):find('') }, ' ')", "1 0"},
    {"string.find of nothing at the end", "table.concat({ ('abc'):find('', 4) }, ' ')", "4 3"},
    {"string.find behind the end", "tostring(('abc'):find('', 5))", "nil"},
    {"string.find of what is not there", "tostring(('abc'):find('d'))", "nil"},
    {"string.find of a sign", "('5%'):find('%', 1, true)", "2"},
    {"string.find of something longer", "tostring(('ab'):find('abc'))", "nil"},
    {"string.format of texts", "string.format('[%s|%5s|%-5s]', 'a', 'b', 'c')", "[a|    b|c    ]"},
    {"string.format of whole numbers", "string.format('%d|%5d|%-5d|%05d', 1, 2, 3, -4)",
     "1|    2|3    |-0004"},
    {"string.format of decimals, exactly", "string.format('%.2f', jx.decimal('2.675'))", "2.68"},
    {"string.format of six decimals", "string.format('%f', jx.decimal(1) / 3)", "0.333333"},
    {"string.format of a percent sign", "string.format('%d%%', 5)", "5%"},
    {"string.format of a fraction", "string.format('%s', jx.decimal(1) / 3)", "0.333333"},
    {"string.format of anything", "string.format('%s %s', nil, true)", "nil true"},
    {"string.format of nothing", "string.format('')", ""},
    {"table.concat", "table.concat({ 'a', 2, jx.decimal('0.5') }, '-')", "a-2-0.5"},
    {"table.concat of a part", "table.concat({ 'a', 'b', 'c', 'd' }, '', 2, 3)", "bc"},
    {"table.concat of nothing", "table.concat({}) .. table.concat({ 'a' }, ',', 2)", ""},
    {"table.insert",
     "(function() local t = { 1, 3 } table.insert(t, 2, 2) table.insert(t, 4) return table.concat(t) end)()",
     "1234"},
    {"table.insert at the front",
     "(function() local t = { 2 } table.insert(t, 1, 1) return table.concat(t) end)()", "12"},
    {"table.insert ten thousand times",
     "(function() local t = {} for i = 1, 5000 do table.insert(t, i) end return #t end)()", "5000"},
    {"table.remove",
     "(function() local t = { 1, 2, 3, 4 } return table.remove(t) .. table.remove(t, 1) .. table.concat(t) end)()",
     "4123"},
    {"table.unpack", "select('#', table.unpack({ 1, 2, 3 }))", "3"},
    {"table.unpack of a part", "table.concat({ table.unpack({ 1, 2, 3, 4 }, 2, 3) })", "23"},
    {"table.sort", "(function() local t = { 3, 1, 2 } table.sort(t) return table.concat(t) end)()",
     "123"},
    {"table.sort of texts",
     "(function() local t = { 'b', 'a', 'B' } table.sort(t) return table.concat(t) end)()", "Bab"},
    {"table.sort of numbers of both kinds",
     "(function() local t = { jx.decimal('1.5'), 1, 2 } table.sort(t) return table.concat(t, ' ') end)()",
     "1 1.5 2"},
    {"table.sort the other way round",
     "(function() local t = { 3, 1, 2 } table.sort(t, function(a, b) return a > b end) return "
     "table.concat(t) end)()",
     "321"},
    {"table.sort leaves equal ones in order",
     "(function() local t = {} for i = 1, 100 do t[i] = { i % 3, i } end "
     "table.sort(t, function(a, b) return a[1] < b[1] end) "
     "for i = 2, 100 do if t[i - 1][1] == t[i][1] and t[i - 1][2] > t[i][2] then return 'no' end end "
     "return 'stable' end)()",
     "stable"},
    {"math",
     "math.floor(7.5) .. math.ceil(7.5) .. math.abs(-1) .. math.max(1, 3, 2) .. math.min(2, 1)",
     "78131"},
    {"math of kinds",
     "math.type(1) .. math.type(1.0) .. tostring(math.type('1')) .. math.tointeger(3.0)",
     "integerfloatnil3"},
    {"math at its ends",
     "math.maxinteger .. ' ' .. math.mininteger .. ' ' .. tostring(math.ult(1, -1))",
     "9223372036854775807 -9223372036854775808 true"},
    {"jx.min and max", "jx.min(2, jx.decimal('1.5')) .. ' ' .. jx.max(2, jx.decimal('1.5'))",
     "1.5 2"},
    {"ctx",
     "ctx.target .. ' ' .. ctx.measured .. ' ' .. ctx.actual .. ' ' .. ctx.weight .. ' ' .. ctx.points",
     "30 27 27 10 8.8"},
    {"ctx in Chinese", "ctx['目标值'] .. ' ' .. ctx['得分'] .. ctx['度量单位']", "30 8.8个"},
    {"ctx of the table", "ctx.id .. ctx.name .. ctx.unit .. ctx.year .. tostring(ctx.baseline)",
     "it指标个2024nil"},
    {"ctx.losses",
     "#ctx.losses .. ctx.losses[1].code .. ctx.losses[1].points .. ctx.losses[1].source",
     "1below_target1.2output"},
    {"a method may be kept", "(function() local note = ctx.note note(ctx, 'x') return 'y' end)()",
     "y"},
};

static void test_given(void **state)
{
    const struct given_row *row = *state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    jx_text text = jx_text_in(ground.arena);
    jx_text_put(&text, "return function(ctx)\nlocal value = ");
    jx_text_put(&text, row->expression);
    jx_text_put(&text, "\nctx:note('<' .. tostring(value) .. '>') end");
    if (jx_ground_once(&ground, jx_text_str(&text), false) != JX_OK) {
        fail_msg("%s", ground.err.text);
    }
    jx_text expected = jx_text_in(ground.arena);
    for (int language = 0; language < 2; language++) {
        jx_text_put(&expected, language == 0 ? "note <" : "> <");
        jx_text_put(&expected, row->text);
    }
    jx_text_put(&expected, ">; ");
    jx_str given = jx_text_str(&ground.given);
    jx_str end = jx_text_str(&expected);
    if (!jx_str_ends(given, end)) {
        jx_text_add_char(&ground.given, '\0');
        fail_msg("expected <%s>, found: %s", row->text, ground.given.data);
    }
    jx_ground_end(&ground);
}

static const struct project_row {
    const char *name;
    const char *body;
    const char *gives;
} projects[] = {
    {"the total and the full score", "ctx:note(ctx.total .. '/' .. ctx.full)",
     "note 8.8/100 8.8/100; "},
    {"the project", "ctx:note(ctx.id .. ctx.name .. ctx.status .. ctx.year)",
     "note demo示例scored2024 demo示例scored2024; "},
    {"its indicators by id",
     "local one = ctx.indicators.it ctx:note(one.name .. one.points .. one.weight .. one.measured "
     ".. one.category .. one.status .. one.id .. #one.losses)",
     "note 指标8.81027outputscoredit0 指标8.81027outputscoredit0; "},
    {"its indicators in order", "for i, one in ipairs(ctx.indicators) do ctx:note(i .. one.id) end",
     "note 1it 1it; "},
    {"its indicators in pairs",
     "for id, one in pairs(ctx.indicators) do ctx:note(id .. one.id .. #ctx.indicators) end",
     "note itit1 itit1; "},
    {"a cap", "ctx:cap { total = 5, code = 'veto', zh = '否决', en = 'veto' }",
     "deduct 3.8/1 veto 否决 veto; "},
    {"a cap that is not reached",
     "ctx:cap { total = jx.decimal('8.8'), code = 'veto', zh = '否决' }", ""},
    {"a cap of more places than points have, which is not rounded up",
     "ctx:cap { total = jx.decimal('8.799'), code = 'veto', zh = '否决', en = 'veto' }",
     "deduct 0.01/1 veto 否决 veto; "},
    {"a loss in one language", "ctx:deduct { points = jx.decimal(1) / 3, code = 'x', en = 'why' }",
     "deduct 1/3 x why why; "},
    {"a message for both", "ctx:deduct { points = 1, code = 'x', message = 'why', zh = '为何' }",
     "deduct 1/1 x 为何 why; "},
    {"braces that none closes, and figures in braces",
     "ctx:deduct { points = 1, code = 'x', message = '{a {days} } {', figures = { days = 1 } }",
     "deduct 1/1 x {a {days} } { {a {days} } {; "},
    {"a note in two languages", "ctx:note { zh = '注', en = 'note' }", "note 注 note; "},
    {"signs that mean nothing here", "ctx:note('{points} %s %d \\\\n {1}')",
     "note {points} %s %d \\n {1} {points} %s %d \\n {1}; "},
};

static void test_project(void **state)
{
    const struct project_row *row = *state;
    jx_script_ground ground;
    jx_ground_begin(&ground);
    jx_text text = jx_text_in(ground.arena);
    jx_text_put(&text, "return function(ctx) ");
    jx_text_put(&text, row->body);
    jx_text_put(&text, " end");
    if (jx_ground_once(&ground, jx_text_str(&text), true) != JX_OK) {
        fail_msg("%s", ground.err.text);
    }
    expect_given(&ground, row->gives);
    jx_ground_end(&ground);
}

int main(void)
{
    jx_rows all = {.count = 0};
    jx_rows_add_one(&all, "a script that declares what it may", test_sound, NULL);
    JX_ROWS(&all, givens, test_given);
    JX_ROWS(&all, projects, test_project);
    return jx_rows_run(&all, "script_library");
}
