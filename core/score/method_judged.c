// SPDX-License-Identifier: MIT
// judged: a qualitative grade with the share of the points chosen inside its band. The bands printed under the
// official self-evaluation forms are 达成 100-80, 部分达成 80-60, 未达成 60-0 percent.
#include "base/decimal.h"
#include "base/ratio.h"
#include "base/utf8.h"
#include "score/losing.h"
#include "score/method.h"
#include "score/reach.h"

static const jx_field fields[] = {
    {JX_FIELD_TEXT,
     JX_FIELD_REQUIRED,
     "judged",
     NULL,
     NULL,
     NULL,
     NULL,
     {"定性等次及其分数区间（权重的百分比）：达成:100-80, 部分达成:80-60, 未达成:60-0",
      "the grades with their bands in percent of the weight: good:100-80, fair:80-60, poor:60-0"}},
};

static const jx_loss_code codes[] = {
    {"judged",
     {"chosen", NULL},
     {"定性评为“{measured}”，按权重的{chosen}%得分",
      "judged \"{measured}\" and given {chosen}% of the points"}},
};

enum { BAND_BYTES = 128 };

typedef struct judged_band {
    jx_decimal least; // in percent of the weight, both inside
    jx_decimal most;
} judged_band;

static bool parse_percent(jx_str text, jx_decimal *ret)
{
    text = jx_str_trim(text);
    if (jx_str_ends(text, (jx_str)JX_STR("%"))) {
        text = jx_str_trim(jx_str_first(text, text.size - 1));
    }
    jx_decimal hundred = jx_decimal_make(100, 0);
    return jx_decimal_parse(text, ret) && jx_decimal_sign(*ret) >= 0 &&
           jx_decimal_compare(*ret, hundred) <= 0;
}

static bool parse_band(jx_str text, judged_band *ret)
{
    char buffer[BAND_BYTES];
    judged_band band;
    jx_str rest = jx_utf8_narrow(text, buffer, sizeof buffer);
    if (rest.data == NULL) {
        return false;
    }
    jx_str most = jx_str_next(&rest, '-');
    if (rest.data == NULL || !parse_percent(most, &band.most) ||
        !parse_percent(rest, &band.least)) {
        return false;
    }
    bool upside_down = jx_decimal_compare(band.most, band.least) < 0;
    *ret = upside_down ? (judged_band){band.most, band.least} : band;
    return true;
}

static jx_status compile(const jx_method_source *source, const void **ret, jx_error *err)
{
    size_t count = source->indicator->level_count;
    judged_band *bands = jx_arena_array(source->arena, count, sizeof *bands);
    if (bands == NULL) {
        return jx_fail_memory(err);
    }
    jx_place place = jx_method_place(source, "judged");
    for (size_t i = 0; i < count; i++) {
        jx_str tail = source->level_tails[i];
        if (tail.data == NULL || !parse_band(tail, &bands[i])) {
            return jx_fail(err, &place, JX_MESSAGE_JUDGED_BAND, source->levels[i],
                           tail.data == NULL ? (jx_str)JX_STR("") : tail);
        }
    }
    *ret = bands;
    return JX_OK;
}

static jx_status refuse_choice(const jx_job *job)
{
    return jx_refuse(
        job, (jx_words){"所选百分比应在该等次的区间之内，实为“{actual}”",
                        "expected a percentage inside the grade's band, found \"{actual}\""});
}

static jx_status lose(const void *opaque, const jx_job *job)
{
    const judged_band *bands = opaque;
    const judged_band *band = &bands[job->measured.index];
    jx_decimal chosen = job->measured.number.numerator;
    if (jx_decimal_compare(chosen, band->least) < 0 || jx_decimal_compare(chosen, band->most) > 0) {
        return refuse_choice(job);
    }
    jx_decimal missing;
    jx_decimal lost;
    jx_decimal hundred = jx_decimal_make(100, 0);
    if (!jx_decimal_subtract(hundred, chosen, &missing) ||
        !jx_decimal_multiply(missing, job->indicator->weight, &lost)) {
        return jx_refuse_range(job);
    }
    if (jx_decimal_sign(missing) == 0) {
        return JX_OK;
    }
    return jx_lose(job, &(jx_loss){
                            .struct_size = sizeof(jx_loss),
                            .code = &codes[0],
                            .points = {lost, hundred},
                            .figures = {jx_ratio_of(chosen)},
                        });
}

// What a band leaves, in hundredths of the weight: its ends, and what lies between them.
static bool leave_band(jx_reach *reach, const jx_indicator *indicator, const judged_band *band)
{
    const jx_decimal two_hundred = jx_decimal_make(200, 0);
    const jx_decimal ends[] = {band->least, band->most};
    jx_decimal middle;
    bool fits = jx_decimal_add(band->least, band->most, &middle);
    for (size_t i = 0; fits && i < 2; i++) {
        jx_decimal points;
        fits = jx_decimal_multiply(ends[i], indicator->weight, &points);
        if (fits) {
            jx_reach_leave(reach, indicator, (jx_ratio){points, jx_decimal_make(100, 0)});
        }
    }
    fits = fits && jx_decimal_multiply(middle, indicator->weight, &middle);
    if (fits) {
        jx_reach_leave(reach, indicator, (jx_ratio){middle, two_hundred});
    }
    return fits;
}

static jx_reach reach(const void *opaque, const jx_indicator *indicator, const jx_range *range)
{
    (void)range;
    const judged_band *bands = opaque;
    jx_reach reach = jx_reach_nothing(indicator);
    bool fits = true;
    for (uint32_t i = 0; fits && i < indicator->level_count; i++) {
        fits = leave_band(&reach, indicator, &bands[i]);
    }
    return fits ? reach : jx_reach_unknown();
}

const jx_method jx_method_judged = {
    .name = "judged",
    .label = {"定性评分", "by judgement"},
    .figures = JX_KIND_BIT(JX_FIGURE_LEVEL),
    .levels_key = "judged",
    .says =
        {"定性等次，得分在该等次的区间内选定；实际值写作“达成:95%”",
         "a qualitative grade, the points chosen inside its band; the actual is written GRADE:95%"},
    .fields = JX_LIST(fields),
    .compile = compile,
    .lose = lose,
    .reach = reach,
    .codes = JX_LIST(codes),
};
