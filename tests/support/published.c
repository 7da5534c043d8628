// SPDX-License-Identifier: MIT
#include "support/published.h"

#include <stdio.h>

static const jx_published_indicator development[] = {
    // 控制在预算内计 20 分
    {"cost-control", JX_PUBLISHED_PERCENT, "100", 20, 100, -1, 0},
    // 新增创新型中小企业 30 个及以上，计 12 分；每少一家，扣 0.4 分
    {"innovative-smes", JX_PUBLISHED_COUNT, "30", 12, 30, 1, 40},
    // 规模工业增加值同比提高计 8 分；每下降 1%，扣 0.08 分
    {"industrial-value-added", JX_PUBLISHED_GROWTH, "1%", 8, 0, 1, 8},
    // 当年开展，计 20 分
    {"execution-timeliness", JX_PUBLISHED_DATE, "2024", 20, 0, 1, 0},
    // 规模工业企业营收同比提高计 20 分；每下降 1%，扣 0.2 分
    {"enterprise-revenue", JX_PUBLISHED_GROWTH, "1%", 20, 0, 1, 20},
    // 达到满意等次及以上计 10 分，基本满意计 9 分，不满意不计分
    {"public-satisfaction", JX_PUBLISHED_LEVEL, "满意", 10, 0, 1, 0},
    // 10 分 × 执行数 ÷ 预算数，最多 10 分
    {"budget-execution", JX_PUBLISHED_SHARE, "100%", 10, 100, 1, 0},
};

static const jx_published_indicator chain[] = {
    // 成本不超预算得 20 分
    {"cost-control", JX_PUBLISHED_RATIO, "100%", 20, 100, -1, 0},
    // 同比提高得 15 分；每下降 1%，扣 0.15 分
    {"key-project-investment", JX_PUBLISHED_GROWTH, "1%", 15, 0, 1, 15},
    // 同比增加得 15 分；每下降 1%，扣 0.15 分
    {"leading-industry-output", JX_PUBLISHED_GROWTH, "1%", 15, 0, 1, 15},
    // 当年实施得 10
    {"execution-timeliness", JX_PUBLISHED_DATE, "2024", 10, 0, 1, 0},
    // 达 50% 计 10 分。每低 1%，扣 0.2 分
    {"problem-resolution", JX_PUBLISHED_PERCENT, "50", 10, 50, 1, 20},
    // 同比提高得 10 分；每下降 1%，扣 0.1 分
    {"enterprise-tax", JX_PUBLISHED_GROWTH, "1%", 10, 0, 1, 10},
    // 达到满意等次及以上，计 10 分；基本满意，计 9 分；不满意，不计分
    {"public-satisfaction", JX_PUBLISHED_LEVEL, "满意", 10, 0, 1, 0},
    // 10 分 × 执行数 ÷ 预算数，最多 10 分
    {"budget-execution", JX_PUBLISHED_SHARE, "100%", 10, 100, 1, 0},
};

static const jx_published_indicator clean[] = {
    // 不超预算，计 20 分；每超过 1%，扣 0.2 分，扣完为止
    {"cost-control", JX_PUBLISHED_PERCENT, "100", 20, 100, -1, 20},
    // 完成得 20 分，少一个，扣 10 分
    {"model-clean-enterprises", JX_PUBLISHED_COUNT, "2", 20, 2, 1, 1000},
    // 开展清廉企业相关工作得 10 分，未开展不得分
    {"clean-enterprise-work", JX_PUBLISHED_DONE, "是", 10, 0, 1, 0},
    // 2024 年年度内实施得 10 分，未实施不得分
    {"execution-timeliness", JX_PUBLISHED_DATE, "2024", 10, 0, 1, 0},
    // 全省前五得 20 分，每落后一名扣 1 分
    {"business-environment-rank", JX_PUBLISHED_PLACE, "5", 20, 5, -1, 100},
    // 达到满意等次及以上，计 10 分；基本满意，计 9 分；不满意，不计分
    {"public-satisfaction", JX_PUBLISHED_LEVEL, "满意", 10, 0, 1, 0},
    // 10 分 × 执行数 ÷ 预算数，最多 10 分
    {"budget-execution", JX_PUBLISHED_SHARE, "100%", 10, 100, 1, 0},
};

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

const jx_published jx_published_development = {development, COUNT(development)};
const jx_published jx_published_chain = {chain, COUNT(chain)};
const jx_published jx_published_clean = {clean, COUNT(clean)};

// ---------------------------------------------------------------------------------------------- writing

// Writes units / 10^places, in groups of thousands where `grouped`, and the same as a rational.
static void write_number(
    int64_t units, unsigned places, bool grouped, char ret_text[JX_PUBLISHED_TEXT], mpq_t ret)
{
    char digits[JX_PUBLISHED_TEXT];
    uint64_t left = units < 0 ? 0 - (uint64_t)units : (uint64_t)units;
    int size = snprintf(digits, sizeof digits, "%0*llu", (int)places + 1, (unsigned long long)left);
    int whole = size - (int)places;
    char *at = ret_text;
    if (units < 0) {
        *at++ = '-';
    }
    for (int i = 0; i < size; i++) {
        if (i == whole) {
            *at++ = '.';
        } else if (grouped && i > 0 && i < whole && (whole - i) % 3 == 0) {
            *at++ = ',';
        }
        *at++ = digits[i];
    }
    *at = '\0';
    mpz_set_si(mpq_numref(ret), units);
    mpz_ui_pow_ui(mpq_denref(ret), 10, places);
    mpq_canonicalize(ret);
}

// A figure near `middle`, mostly, with up to four places.
static void draw_near(
    jx_exact *exact, int middle, int least, char ret_text[JX_PUBLISHED_TEXT], mpq_t ret)
{
    unsigned places = jx_exact_below(exact, 5);
    int64_t tens = 1;
    for (unsigned i = 0; i < places; i++) {
        tens *= 10;
    }
    uint32_t reach = jx_exact_below(exact, 3) == 0 ? 400 : 8;
    int64_t units = (int64_t)middle * tens;
    if (jx_exact_below(exact, 8) != 0) {
        units +=
            (int64_t)jx_exact_below(exact, 2 * reach * (uint32_t)tens + 1) - (int64_t)reach * tens;
    }
    units = units < least * tens ? least * tens : units;
    write_number(units, places, jx_exact_below(exact, 4) == 0, ret_text, ret);
}

static void add(char text[JX_PUBLISHED_TEXT], const char *more)
{
    size_t size = strlen(text);
    assert_true(size + strlen(more) < JX_PUBLISHED_TEXT);
    memcpy(text + size, more, strlen(more) + 1);
}

static void draw_whole(jx_exact *exact,
                       int middle,
                       int least,
                       const char *unit,
                       char text[JX_PUBLISHED_TEXT],
                       mpq_t ret)
{
    int number = least + (int)jx_exact_below(exact, 2 * (uint32_t)middle + 30);
    write_number(number, 0, false, text, ret);
    add(text, jx_exact_below(exact, 2) == 0 ? unit : "");
}

// Sometimes in 万: the text is then of ten-thousandths.
static void draw_amount(jx_exact *exact, int64_t middle, char text[JX_PUBLISHED_TEXT], mpq_t ret)
{
    uint32_t reach = (uint32_t)(middle < 40 ? 20 : middle / 8 < 4000000 ? middle / 8 : 4000000);
    int64_t units = middle + (int64_t)jx_exact_below(exact, 2 * reach + 1) - (int64_t)reach;
    write_number(units, 2, jx_exact_below(exact, 2) == 0, text, ret);
    if (jx_exact_below(exact, 3) == 0) {
        mpq_t times;
        mpq_init(times);
        mpq_set_ui(times, 10000, 1);
        mpq_mul(ret, ret, times);
        mpq_clear(times);
        add(text, "万");
    }
}

// ---------------------------------------------------------------------------------------------- drawing

// A rate with %, or two amounts and what they make: 100 × actual / baseline, less 100 for a growth.
static void draw_rate(jx_published_row *row, size_t index, jx_exact *exact, mpq_t ret)
{
    const jx_published_indicator *indicator = &row->project->rows[index];
    bool growth = indicator->kind == JX_PUBLISHED_GROWTH;
    if (jx_exact_below(exact, 2) == 0) {
        draw_near(exact, indicator->target, growth ? -400 : 0, row->actuals[index], ret);
        add(row->actuals[index], "%");
        return;
    }
    static const int64_t sizes[] = {7, 300, 99999, 12345678, 987654321012};
    int64_t middle = sizes[jx_exact_below(exact, COUNT(sizes))];
    mpq_t baseline;
    mpq_t hundred;
    mpq_inits(baseline, hundred, NULL);
    mpq_set_ui(hundred, 100, 1);
    do {
        draw_amount(exact, middle, row->baselines[index], baseline);
    } while (mpq_sgn(baseline) <= 0);
    do {
        draw_amount(exact, middle, row->actuals[index], ret);
    } while (mpq_sgn(ret) < 0);
    mpq_div(ret, ret, baseline);
    mpq_mul(ret, ret, hundred);
    if (growth) {
        mpq_sub(ret, ret, hundred);
    }
    mpq_clears(baseline, hundred, NULL);
}

static void draw_date(char text[JX_PUBLISHED_TEXT], jx_exact *exact, mpq_t ret)
{
    static const struct {
        const char *text;
        unsigned inside;
    } dates[] = {
        {"2024-01-01", 1}, {"2024/12/31", 1},    {"2024.2.29", 1},  {"2024年6月", 1},
        {"2024", 1},       {"2024年7月31日", 1}, {"2023-12-31", 0}, {"2025-01-01", 0},
        {"2023", 0},       {"2025年1月", 0},     {"1999/9/9", 0},   {"2024-12", 1},
        {"2024-1-1", 1},
    };
    size_t which = jx_exact_below(exact, COUNT(dates));
    text[0] = '\0';
    add(text, dates[which].text);
    mpq_set_ui(ret, dates[which].inside, 1);
}

static void draw_word(char text[JX_PUBLISHED_TEXT], jx_exact *exact, mpq_t ret)
{
    static const char *const words[] = {"是", "有", "yes", "TRUE", "否", "无", "No", "false"};
    size_t which = jx_exact_below(exact, COUNT(words));
    text[0] = '\0';
    add(text, words[which]);
    mpq_set_ui(ret, which < 4 ? 1 : 0, 1);
}

// The points of a level, at once.
static void draw_level(char text[JX_PUBLISHED_TEXT], jx_exact *exact, mpq_t ret)
{
    static const char *const levels[] = {"非常满意", "较为满意", "满意", "基本满意", "不满意"};
    static const unsigned points[] = {10, 10, 10, 9, 0};
    size_t which = jx_exact_below(exact, COUNT(levels));
    text[0] = '\0';
    add(text, levels[which]);
    mpq_set_ui(ret, points[which], 1);
}

static void draw_figure(jx_published_row *row, size_t index, jx_exact *exact, mpq_t ret)
{
    const jx_published_indicator *indicator = &row->project->rows[index];
    char *text = row->actuals[index];
    row->baselines[index][0] = '\0';
    switch (indicator->kind) {
    case JX_PUBLISHED_PERCENT:
        draw_near(exact, indicator->target, 0, text, ret);
        add(text, jx_exact_below(exact, 2) == 0 ? "%" : "");
        break;
    case JX_PUBLISHED_COUNT:
        draw_whole(exact, indicator->target, 0, "个", text, ret);
        break;
    case JX_PUBLISHED_PLACE:
        draw_whole(exact, indicator->target, 1, "", text, ret);
        break;
    case JX_PUBLISHED_DATE:
        draw_date(text, exact, ret);
        break;
    case JX_PUBLISHED_DONE:
        draw_word(text, exact, ret);
        break;
    case JX_PUBLISHED_LEVEL:
        draw_level(text, exact, ret);
        break;
    case JX_PUBLISHED_GROWTH:
    case JX_PUBLISHED_RATIO:
    case JX_PUBLISHED_SHARE:
    default:
        draw_rate(row, index, exact, ret);
        break;
    }
}

// ---------------------------------------------------------------------------------------------- earning

// The weight less what each unit on the wrong side of the target costs.
static void earn_by_gap(const jx_published_indicator *indicator, const mpq_t figure, mpq_t ret)
{
    mpq_t gap;
    mpq_t cost;
    mpq_inits(gap, cost, NULL);
    mpq_set_si(gap, indicator->target, 1);
    mpq_sub(gap, gap, figure);
    if (indicator->side < 0) {
        mpq_neg(gap, gap);
    }
    mpq_set_ui(ret, indicator->weight, 1);
    if (mpq_sgn(gap) > 0 && indicator->per_unit == 0) {
        mpq_set_ui(ret, 0, 1);
    } else if (mpq_sgn(gap) > 0) {
        mpq_set_ui(cost, indicator->per_unit, 100);
        mpq_canonicalize(cost);
        mpq_mul(cost, cost, gap);
        mpq_sub(ret, ret, cost);
    }
    mpq_clears(gap, cost, NULL);
}

// The weight times figure / target, at most the weight.
static void earn_share(const jx_published_indicator *indicator, const mpq_t figure, mpq_t ret)
{
    mpq_t full;
    mpq_init(full);
    mpq_set_ui(full, indicator->weight, 1);
    mpq_set_ui(ret, indicator->weight, (unsigned)indicator->target);
    mpq_canonicalize(ret);
    mpq_mul(ret, ret, figure);
    if (mpq_cmp(ret, full) > 0) {
        mpq_set(ret, full);
    }
    mpq_clear(full);
}

// What a figure earns of the published weight, before rounding.
static void earn(const jx_published_indicator *indicator, const mpq_t figure, mpq_t ret)
{
    switch (indicator->kind) {
    case JX_PUBLISHED_DATE:
    case JX_PUBLISHED_DONE:
        mpq_set_ui(ret, indicator->weight, 1);
        mpq_mul(ret, ret, figure);
        break;
    case JX_PUBLISHED_LEVEL:
        mpq_set(ret, figure);
        break;
    case JX_PUBLISHED_SHARE:
        earn_share(indicator, figure, ret);
        break;
    case JX_PUBLISHED_PERCENT:
    case JX_PUBLISHED_COUNT:
    case JX_PUBLISHED_PLACE:
    case JX_PUBLISHED_GROWTH:
    case JX_PUBLISHED_RATIO:
    default:
        earn_by_gap(indicator, figure, ret);
        break;
    }
    if (mpq_sgn(ret) < 0) {
        mpq_set_ui(ret, 0, 1);
    }
}

void jx_published_begin(jx_published_row *row, const jx_published *project)
{
    row->project = project;
    row->count = project->count;
    for (size_t i = 0; i < JX_PUBLISHED_MOST; i++) {
        mpq_init(row->points[i]);
    }
    mpq_init(row->total);
}

void jx_published_end(jx_published_row *row)
{
    for (size_t i = 0; i < JX_PUBLISHED_MOST; i++) {
        mpq_clear(row->points[i]);
    }
    mpq_clear(row->total);
}

void jx_published_draw(jx_published_row *row, jx_exact *exact)
{
    enum { EXCELLENT = 90, GOOD = 80, FAIR = 60 };
    mpq_t figure;
    mpq_init(figure);
    mpq_set_ui(row->total, 0, 1);
    for (size_t i = 0; i < row->count; i++) {
        draw_figure(row, i, exact, figure);
        earn(&row->project->rows[i], figure, row->points[i]);
        jx_exact_round(exact, row->points[i], 2, JX_ROUND_HALF_UP, row->points[i]);
        mpq_add(row->total, row->total, row->points[i]);
    }
    row->grade = mpq_cmp_ui(row->total, EXCELLENT, 1) >= 0 ? "优"
                 : mpq_cmp_ui(row->total, GOOD, 1) >= 0    ? "良"
                 : mpq_cmp_ui(row->total, FAIR, 1) >= 0    ? "中"
                                                           : "差";
    mpq_clear(figure);
}
