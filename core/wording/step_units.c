// SPDX-License-Identifier: MIT
#include "wording/step_units.h"

static const struct unit_row {
    const char *words; // parted by blanks
    unsigned kinds;
} units[] = {
    {"个百分点 百分点 % ％ 百分比", JX_STEPS_PERCENT},
    {"个月 个工作日 工作日 个季度 季度 小时 天 日 月 年 周", JX_STEPS_TIME},
    {"万元 亿元 元 万 千元", JX_STEPS_MONEY},
    {"名次 位次 个名次 个位次 排名", JX_STEPS_PLACE},
    {"名 位", JX_STEPS_COUNT | JX_STEPS_PLACE},
    {"人次 个 家 户 项 人 次 件 台 套 场 期 篇 条 处 座 所 辆 份 起 例 种 批 只 头 棵 株 本 栋 间 幢 册 张 支 "
     "根 盏 组 块 对 部 宗 门 节 班 届 笔",
     JX_STEPS_COUNT},
};

static const char *const numerals[] = {"一", "二", "两", "三", "四", "五", "六",
                                       "七", "八", "九", "十", "1",  "2",  "3",
                                       "4",  "5",  "6",  "7",  "8",  "9",  "0"};

static const char *const ends[] = {"，", "；", "。", ",", ";", "扣"};

static const jx_str EACH = JX_STR("每");

unsigned jx_step_unit_kinds(jx_str unit)
{
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (unit.size != 0 && jx_str_has_part(jx_str_of(units[i].words), ' ', unit)) {
            return units[i].kinds;
        }
    }
    return 0;
}

// The longest unit that the text begins with.
static unsigned begin_unit(jx_str text, jx_str *ret_word)
{
    unsigned kinds = 0;
    *ret_word = (jx_str)JX_STR("");
    for (size_t i = 0; i < sizeof units / sizeof units[0] && text.data != NULL; i++) {
        for (jx_str rest = jx_str_of(units[i].words); rest.data != NULL;) {
            const jx_str word = jx_str_next(&rest, ' ');
            if (word.size > ret_word->size && jx_str_starts(text, word)) {
                *ret_word = word;
                kinds = units[i].kinds;
            }
        }
    }
    return kinds;
}

// The size of the one of these words that the text begins with; 0: none.
static size_t begins(jx_str text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const jx_str word = jx_str_of(words[i]);
        if (word.size != 0 && jx_str_starts(text, word)) {
            return word.size;
        }
    }
    return 0;
}

#define BEGINS(text, words) begins((text), (words), sizeof(words) / sizeof((words)[0]))

unsigned jx_step_unit_find(jx_str rule, jx_str *ret_word)
{
    bool inside = false;
    for (jx_str rest = rule; rest.size != 0;) {
        const size_t number = inside ? BEGINS(rest, numerals) : 0;
        const unsigned kinds =
            number == 0 ? 0 : begin_unit(jx_str_trim(jx_str_from(rest, number)), ret_word);
        if (kinds != 0) {
            return kinds;
        }
        inside = jx_str_starts(rest, EACH) || (inside && BEGINS(rest, ends) == 0);
        rest = jx_str_from(rest, number == 0 ? 1 : number);
    }
    *ret_word = (jx_str)JX_STR("");
    return 0;
}

static bool is_of_number(char byte)
{
    return (byte >= '0' && byte <= '9') || byte == '.';
}

jx_str jx_step_unit_behind(jx_str text, jx_str number)
{
    jx_str word = JX_STR("");
    for (size_t i = 0; number.size != 0 && i + number.size < text.size; i++) {
        const jx_str rest = jx_str_from(text, i);
        const bool alone =
            (i == 0 || !is_of_number(text.data[i - 1])) && !is_of_number(rest.data[number.size]);
        if (alone && jx_str_starts(rest, number) &&
            begin_unit(jx_str_trim(jx_str_from(rest, number.size)), &word) != 0) {
            return jx_str_is(word, "％") ? (jx_str)JX_STR("%") : word;
        }
    }
    return (jx_str)JX_STR("");
}
