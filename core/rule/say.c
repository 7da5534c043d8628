// SPDX-License-Identifier: MIT
// The meaning said back, in Chinese and English; what the actual stands for.
#include "base/text.h"
#include "rule/draft.h"

#include <string.h>

// What the actual is: {about} are words of the wording, {unit} the table's.
static const struct {
    const char *kind;
    jx_words says;
} kinds[] = {
    {"figure", {"完成值{unit}", "the figure achieved{unit}"}},
    {"percent_of_target",
     {"实际完成占目标的百分比", "the percentage of the target that was reached"}},
    {"of_budget", {"实际支出占预算的百分比", "what was spent in percent of the budget"}},
    {"growth", {"比上年增长的百分比", "the growth over the year before, in percent"}},
    {"faults", {"“{about}”的次数", "how often it was the case: \"{about}\""}},
    {"delay", {"延迟的时间（{about}）", "how late it was ({about})"}},
    {"place", {"名次，1为最好", "the place, 1 is the best"}},
    {"date", {"完成的日期", "the date on which it was carried out"}},
    {"done", {"是否做到：“{about}”", "whether it holds: \"{about}\""}},
    {"level", {"评定的等次", "the level it was given"}},
};

// A clause of the sentence, said where its key is stated; {1} is the key's value, {unit} the unit of figures, {time} that
// of dates.
static const struct {
    const char *method; // NULL: every one
    const char *key;
    const char *value; // NULL: whatever it is
    jx_words says;
} parts[] = {
    {"threshold",
     "target",
     NULL,
     {"{actual}{comparator}{1}{unit}得{weight}分",
      "{weight} points where {english} is {comparator}{1}{unit}"}},
    {"threshold", "otherwise", NULL, {"，否则得{1}分", ", else {1}"}},
    {"step",
     "target",
     NULL,
     {"{actual}{comparator}{1}{unit}得{weight}分",
      "{weight} points where {english} is {comparator}{1}{unit}"}},
    {"step", "step", NULL, {"；{each}{1}{time}", "; each {1}{time} {each}"}},
    {"step", "deduct", NULL, {"扣{1}{points}", " costs {1}{points}"}},
    {"step", "part", "exact", {"，不足一步按比例", ", parts of a step in proportion"}},
    {"step", "part", "down", {"，不足一步不扣", ", a part of a step costs nothing"}},
    {"step", "part", "up", {"，不足一步按一步", ", a part of a step as a whole one"}},
    {"step", "floor", NULL, {"，最低{1}分", ", never under {1}"}},
    {"step", "zero_below", NULL, {"；低于{1}不得分", "; nothing below {1}"}},
    {"step", "zero_above", NULL, {"；高于{1}不得分", "; nothing above {1}"}},
    {"proportion",
     "comparator",
     ">=",
     {"{actual}达到{target}{unit}得{weight}分，未达到的按实际值与目标值之比得分",
      "{weight} points where {english} is at least {target}{unit}, else in proportion: actual / target × {weight}"}},
    {"proportion",
     "comparator",
     "<=",
     {"{actual}不高于{target}{unit}得{weight}分，超过的按目标值与实际值之比得分",
      "{weight} points where {english} is at most {target}{unit}, else in proportion: target / actual × {weight}"}},
    {"bands", "bands", NULL, {"按{actual}分档得分：{1}", "points by {english}: {1}"}},
    {"bands",
     "of",
     "target",
     {"（占目标{target}的百分比）", " (in percent of the target {target})"}},
    {"levels", "levels", NULL, {"按等次得分：{1}", "points by level: {1}"}},
    {"judged",
     "judged",
     NULL,
     {"按等次在区间内评分（权重的百分比）：{1}",
      "judged inside the band of its grade, in percent of the weight: {1}"}},
};

typedef struct saying {
    jx_rule_draft *in;
    jx_lang lang;
    jx_str value;
    jx_str actual; // what it stands for, in the language
} saying;

static jx_str key_value(const jx_rule_draft *in, const char *key)
{
    for (size_t i = 0; i < in->reading->key_count; i++) {
        if (strcmp(in->reading->keys[i].key, key) == 0) {
            return in->reading->keys[i].value;
        }
    }
    return JX_STR_NONE;
}

static bool is_figure(const jx_rule_draft *in)
{
    const char *kind = in->meaning.kind;
    return strcmp(kind, "figure") == 0 || strcmp(kind, "place") == 0 || strcmp(kind, "faults") == 0;
}

static jx_str find_unit(const jx_rule_draft *in)
{
    const char *kind = in->meaning.kind;
    if (strcmp(kind, "percent_of_target") == 0 || strcmp(kind, "of_budget") == 0 ||
        strcmp(kind, "growth") == 0) {
        return (jx_str)JX_STR("%");
    }
    const bool has =
        is_figure(in) && in->table.unit != JX_UNIT_PLACE && in->table.unit_words.size != 0;
    return has ? in->table.unit_words : (jx_str)JX_STR("");
}

static jx_str find_time(const saying *at)
{
    static const struct {
        const char *unit;
        jx_words says;
    } units[] = {
        {"day", {"天", " days"}}, {"month", {"个月", " months"}}, {"year", {"年", " years"}}};
    const char *unit = at->in->meaning.step_unit;
    for (size_t i = 0; unit != NULL && i < sizeof units / sizeof units[0]; i++) {
        if (strcmp(units[i].unit, unit) == 0) {
            return jx_str_of(jx_words_in(units[i].says, at->lang));
        }
    }
    return find_unit(at->in);
}

// How a comparator is said, and a step beyond the target.
static const struct {
    const char *comparator;
    jx_words says;
    jx_words each;
    jx_words dated; // said of dates
} comparisons[] = {
    {">=", {"不低于", "at least "}, {"每少", "short"}, {"不早于", "not before "}},
    {"<=", {"不高于", "at most "}, {"每超", "over"}, {"不晚于", "not after "}},
    {">", {"超过", "above "}, {"每少", "short"}, {"晚于", "after "}},
    {"<", {"低于", "below "}, {"每超", "over"}, {"早于", "before "}},
    {"=", {"为", ""}, {"每差", "off"}, {"为", ""}},
};

static jx_str find_comparison(const saying *at, bool each)
{
    const jx_str comparator = key_value(at->in, "comparator");
    for (size_t i = 0; i < sizeof comparisons / sizeof comparisons[0]; i++) {
        if (jx_str_is(comparator, comparisons[i].comparator)) {
            const bool date = strcmp(at->in->meaning.measure, "date") == 0;
            const jx_words words = each   ? comparisons[i].each
                                   : date ? comparisons[i].dated
                                          : comparisons[i].says;
            return jx_str_of(jx_words_in(words, at->lang));
        }
    }
    return comparator;
}

static jx_str find_part(void *user, jx_str name)
{
    const saying *at = user;
    const jx_rule_draft *in = at->in;
    const bool percent = jx_str_ends(at->value, (jx_str)JX_STR("%"));
    if (jx_str_is(name, "1")) {
        return at->value;
    }
    if (jx_str_is(name, "about")) {
        return in->meaning.about.data == NULL ? (jx_str)JX_STR("") : in->meaning.about;
    }
    if (jx_str_is(name, "unit")) {
        return find_unit(in);
    }
    if (jx_str_is(name, "time")) {
        return find_time(at);
    }
    if (jx_str_is(name, "comparator") || jx_str_is(name, "each")) {
        return find_comparison(at, jx_str_is(name, "each"));
    }
    if (jx_str_is(name, "points")) {
        return jx_str_of(at->lang == JX_ZH ? (percent ? "的权重" : "分")
                         : percent         ? " of the weight"
                                           : " points");
    }
    if (jx_str_is(name, "actual") || jx_str_is(name, "english")) {
        return at->actual;
    }
    return key_value(in, jx_str_is(name, "weight") ? "weight" : "target");
}

static const char *finish(jx_rule_draft *in, jx_text *text)
{
    const jx_str done = jx_text_end(text);
    in->failed = in->failed || done.data == NULL;
    return done.data;
}

static const char *say_actual(jx_rule_draft *in, jx_lang lang)
{
    saying at = {.in = in, .lang = lang, .value = JX_STR("")};
    jx_text text = jx_text_in(in->arena);
    const bool unit =
        is_figure(in) && in->table.unit_words.size > 0 && strcmp(in->meaning.kind, "figure") == 0;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(kinds[i].kind, in->meaning.kind) == 0) {
            const jx_str says = jx_str_of(jx_words_in(kinds[i].says, lang));
            jx_str rest = says;
            const jx_str head = jx_str_next(&rest, '{');
            if (unit) {
                jx_text_add(&text, head);
                jx_text_put(&text, lang == JX_ZH ? "（" : " (");
                jx_text_add(&text, in->table.unit_words);
                jx_text_put(&text, lang == JX_ZH ? "）" : ")");
            } else if (strcmp(in->meaning.kind, "figure") == 0) {
                jx_text_add(&text, head);
            } else {
                jx_text_fill(&text, says, find_part, &at);
            }
        }
    }
    return finish(in, &text);
}

static const char *say_meaning(jx_rule_draft *in, jx_lang lang)
{
    saying at = {
        .in = in, .lang = lang, .actual = jx_str_of(jx_words_in(in->reading->actual_is, lang))};
    jx_text text = jx_text_in(in->arena);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        const jx_str value = key_value(in, parts[i].key);
        const bool said = strcmp(parts[i].method, in->meaning.method) == 0 && value.data != NULL &&
                          (parts[i].value == NULL || jx_str_is(value, parts[i].value));
        if (said) {
            at.value = value;
            jx_text_fill(&text, jx_str_of(jx_words_in(parts[i].says, lang)), find_part, &at);
        }
    }
    return finish(in, &text);
}

bool jx_write_sentences(jx_rule_draft *in)
{
    in->reading->actual_is.zh = say_actual(in, JX_ZH);
    in->reading->actual_is.en = say_actual(in, JX_EN);
    if (in->failed) {
        return false;
    }
    in->reading->reads.zh = say_meaning(in, JX_ZH);
    in->reading->reads.en = say_meaning(in, JX_EN);
    return !in->failed;
}
