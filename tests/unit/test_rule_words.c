// SPDX-License-Identifier: MIT
// What wordings are made of: characters, numbers, words.
#include "base/text.h"
#include "rule/numerals.h"
#include "rule/tokens.h"
#include "support/jx_rows.h"

static jx_arena *arena;
static jx_vocabulary *vocabulary;

static jx_normal make_normal(const char *text)
{
    jx_normal normal;
    assert_true(jx_normal_make(arena, jx_str_of(text), &normal));
    return normal;
}

// ------------------------------------------------------------------------------------------ characters

static const struct plain_row {
    const char *name;
    const char *text;
    const char *plain;
} plain_rows[] = {
    {"narrows full-width figures", "９５．５％", "95.5%"},
    {"narrows full-width letters", "Ａ＞＝１", "A>=1"},
    {"simplifies characters", "達到標準", "达到标准"},
    {"keeps simplified characters", "完成率", "完成率"},
    {"drops blanks", "完 成\t得　分", "完成得分"},
    {"drops line breaks inside words", "得满\r\n分", "得满分"},
    {"drops invisible characters", "\xEF\xBB\xBF得\xE2\x80\x8B分", "得分"},
    {"makes one of all dashes", "1—2–3－4", "1-2-3-4"},
    {"reads 一 between figures as a dash", "70一80%", "70-80%"},
    {"reads 一 behind a percentage as a dash", "70%一80%", "70%-80%"},
    {"keeps 一 before words", "少一个", "少一个"},
    {"reads a full stop between figures as a point", "0。5", "0.5"},
    {"keeps a full stop between sentences", "5。每", "5。每"},
    {"makes one of all comparisons", "≧1≦2", "≥1≤2"},
    {"makes one of all brackets", "【含】（不）", "(含)(不)"},
    {"marks what is no UTF-8", "得\xFF分", "得�分"},
    {"reads nothing", "", ""},
};

static void test_plain(void **state)
{
    const struct plain_row *row = *state;
    const jx_normal normal = make_normal(row->text);
    const jx_normal plain = make_normal(row->plain);
    assert_int_equal(normal.count, plain.count);
    for (size_t i = 0; i < normal.count; i++) {
        assert_int_equal(normal.chars[i].code, plain.chars[i].code);
    }
}

static void test_places(void **state)
{
    (void)state;
    const char text[] = "得 １０\n分";
    const jx_normal normal = make_normal(text);
    assert_int_equal(normal.count, 4);
    assert_true(jx_str_is(jx_normal_slice(&normal, 1, 3), "１０"));
    assert_true(jx_str_is(jx_normal_slice(&normal, 0, 4), text));
    assert_int_equal(jx_normal_slice(&normal, 2, 2).size, 0);
    assert_true(normal.chars[1].gap);
    assert_false(normal.chars[2].gap);
}

// --------------------------------------------------------------------------------------------- numbers

static const struct number_row {
    const char *name;
    const char *text;
    const char *number; // NULL: none
    size_t count;
    bool chinese;
} number_rows[] = {
    {"reads figures", "12个", "12", 2, false},
    {"reads a decimal", "0.05分", "0.05", 4, false},
    {"reads separators of thousands", "1,234,567元", "1234567", 9, false},
    {"stops before a comma that separates clauses", "5,10分", "5", 1, false},
    {"reads a blank beside the point", "0. 5", "0.5", 3, false},
    {"stops at a blank between figures", "1 5", "1", 1, false},
    {"reads no lone point", "5.分", "5", 1, false},
    {"refuses words", "分", NULL, 0, false},
    {"refuses figures without end", "111111111111111111111111111111", NULL, 0, false},
    {"reads one", "一个", "1", 1, true},
    {"reads two as spoken", "两家", "2", 1, true},
    {"reads ten", "十分", "10", 1, true},
    {"reads fifteen", "十五", "15", 2, true},
    {"reads ninety-five", "九十五", "95", 3, true},
    {"reads a hundred and twenty", "一百二十", "120", 4, true},
    {"reads hundreds over nought", "一百零五", "105", 4, true},
    {"reads a decimal in words", "零点五", "0.5", 3, true},
    {"reads a half", "半年", "0.5", 1, true},
    {"stops at a second digit", "三四", "3", 1, true},
    {"refuses other words in numerals", "分", NULL, 0, true},
};

static void test_number(void **state)
{
    const struct number_row *row = *state;
    char digits[JX_DECIMAL_TEXT];
    jx_decimal number = JX_DECIMAL_ZERO;
    const jx_normal normal = make_normal(row->text);
    const size_t count = row->chinese ? jx_numerals_chinese(&normal, 0, &number)
                                      : jx_numerals_digits(&normal, 0, &number);
    assert_int_equal(count, row->count);
    if (row->number != NULL) {
        assert_string_equal(jx_decimal_format(number, 0, digits).data, row->number);
    }
}

// ---------------------------------------------------------------------------------------------- tokens

static const char *const class_names[] = {
#define JX_CLASS(id, name) name,
#include "rule/classes.def"
#undef JX_CLASS
};

static const struct token_row {
    const char *name;
    const char *text;
    const char *tokens; // class, and the number of a quantity
    const char *unit;
} token_rows[] = {
    {"takes a number with its unit", "少一家", "drop number:1", ""},
    {"takes the longest word", "不超过5个百分点", "most number:5", ""},
    {"takes percent in words", "百分之九十以上", "number:90 up", ""},
    {"takes per mille as percent", "千分之四", "number:0.4", ""},
    {"takes a fraction", "四分之一", "number:25", ""},
    {"leaves thirds to the reader of text", "三分之一", "text", ""},
    {"takes 万 before a unit", "1.5万人", "number:15000", ""},
    {"takes the table's own unit", "35微克/立方米", "number:35", "微克/立方米"},
    {"takes a year", "2024年度内", "year:2024 within", ""},
    {"takes a date", "2024年12月31日前", "date:20241231 text", ""},
    {"takes the end of a month", "6月底", "date:600", ""},
    {"takes one of each", "每户", "each number:1", ""},
    {"knows a word only before a number", "少数民族占比", "text self", ""},
    {"knows a word only behind a number", "内部5天内", "text number:5 within", ""},
    {"keeps numerals inside words", "统一三公", "text", ""},
    {"drops what says nothing", "完成的", "met", ""},
    {"takes an item mark for a stop", "1.完成", "stop met", ""},
    {"takes an item mark in brackets for a stop", "(2)完成", "stop met", ""},
    {"takes no decimal for an item mark", "1.5个", "number:1.5", ""},
    {"takes a level before points", "优秀得5分", "level earn number:5", ""},
    {"takes no level inside words", "优秀人才", "text", ""},
    {"takes a mark in brackets whole", "80%(含)", "number:80 included", ""},
};

static void test_tokens(void **state)
{
    const struct token_row *row = *state;
    char digits[JX_DECIMAL_TEXT];
    jx_tokens tokens;
    const jx_normal normal = make_normal(row->text);
    const jx_normal name = make_normal("");
    const jx_normal unit = make_normal(row->unit);
    assert_true(jx_tokens_make(vocabulary, arena, &normal, &name, &unit, &tokens));
    jx_text text = jx_text_in(arena);
    for (size_t i = 0; i < tokens.count; i++) {
        const jx_class class = tokens.rows[i].class;
        jx_text_put(&text, i == 0 ? "" : " ");
        jx_text_put(&text, class_names[class]);
        if (class == JX_CLASS_QUANTITY || class == JX_CLASS_YEAR || class == JX_CLASS_DATE) {
            jx_text_put(&text, ":");
            jx_text_add(&text, jx_decimal_format(tokens.rows[i].amount.number, 0, digits));
        }
    }
    assert_string_equal(jx_text_end(&text).data, row->tokens);
}

// ------------------------------------------------------------------------------------------ vocabulary

static void test_added_words(void **state)
{
    (void)state;
    jx_vocabulary *own = jx_vocabulary_new(arena);
    jx_faults faults;
    jx_reading reading;
    jx_wording wording = {
        .rule = JX_STR("每蹉跎1天扣1分"),
        .value = JX_STR("30"),
        .kind = JX_STR("≤"),
        .unit = JX_STR("天"),
        .weight = JX_STR("10"),
    };
    jx_faults_init(&faults, JX_EN);
    assert_int_equal(jx_rule_read(own, &wording, arena, &reading, NULL), JX_OK);
    assert_false(reading.is_compiled);
    assert_int_equal(
        jx_vocabulary_add(own, (jx_str)JX_STR("# own\nlate 蹉跎\n"), "own.txt", &faults), JX_OK);
    assert_int_equal(jx_rule_read(own, &wording, arena, &reading, NULL), JX_OK);
    assert_true(reading.is_compiled);
}

static void test_unknown_meaning(void **state)
{
    (void)state;
    jx_faults faults;
    jx_faults_init(&faults, JX_EN);
    assert_int_equal(
        jx_vocabulary_add(vocabulary, (jx_str)JX_STR("late 迟\n\nlatr 晚\n"), "own.txt", &faults),
        JX_ECONFIG);
    assert_int_equal(faults.count, 1);
    assert_string_equal(
        faults.shown[0].text,
        "own.txt:3: there is no meaning \"latr\" for words; see docs/rule-guide.md");
}

int main(void)
{
    static jx_rows all = {.count = 0};
    arena = jx_arena_new();
    vocabulary = jx_vocabulary_new(arena);
    JX_ROWS(&all, plain_rows, test_plain);
    JX_ROWS(&all, number_rows, test_number);
    JX_ROWS(&all, token_rows, test_tokens);
    jx_rows_add_one(&all, "remembers where characters stood", test_places, NULL);
    jx_rows_add_one(&all, "reads with words that were added", test_added_words, NULL);
    jx_rows_add_one(&all, "refuses a meaning that does not exist", test_unknown_meaning, NULL);
    return jx_rows_run(&all, "rule_words");
}
