// SPDX-License-Identifier: MIT
// bands: points by the first range that the figure lies in.
#include "base/decimal.h"
#include "base/ratio.h"
#include "base/utf8.h"
#include "score/losing.h"
#include "score/method.h"
#include "score/points.h"
#include "score/quantity.h"
#include "score/reach.h"

enum { BANDS, OF };

static const jx_field fields[] = {
    {JX_FIELD_TEXT,
     JX_FIELD_REQUIRED,
     "bands",
     NULL,
     NULL,
     NULL,
     NULL,
     {"分档得分，先符合者为准：>=95:10, [90..95):8, =0:5, else:0",
      "points by range, the first that fits: >=95:10, [90..95):8, =0:5, else:0"}},
    {JX_FIELD_CHOICE,
     0,
     "of",
     "target",
     NULL,
     NULL,
     NULL,
     {"按占目标值的百分比分档", "take the figure in percent of the target"}},
};

static const jx_loss_code codes[] = {
    {"band",
     {"earned", NULL},
     {"实际为{measured}{unit}，所在分档得{earned}分",
      "found {measured}{unit}, in the band that earns {earned} points"}},
    {"band_of_target",
     {"earned", "share", NULL},
     {"实际为{measured}{unit}，是目标{target}{unit}的{share}%，所在分档得{earned}分",
      "found {measured}{unit}, {share}% of the target {target}{unit}, in the band that earns {earned} points"}},
};

typedef struct bound {
    bool given;
    bool inside;
    jx_ratio at;
} bound;

typedef struct band {
    bound least;
    bound most;
    jx_loss loss;
} band;

typedef struct bands_terms {
    bool of_target;
    size_t count;
    band *rows;
} bands_terms;

// ------------------------------------------------------------------------------------------- compiling

static bool parse_bound(jx_str text, jx_str unit, bool inside, bound *ret)
{
    jx_quantity quantity;
    if (jx_quantity_read_in(jx_str_trim(text), unit, &quantity) != JX_QUANTITY_OK) {
        return false;
    }
    *ret = (bound){.given = true, .inside = inside, .at = jx_ratio_of(quantity.number)};
    return true;
}

// [90..95) and its like
static bool parse_range(jx_str text, jx_str unit, band *ret)
{
    char last = text.data[text.size - 1];
    if (text.size < 2 || (last != ')' && last != ']')) {
        return false;
    }
    bool least_inside = text.data[0] == '[';
    jx_str inner = {text.data + 1, text.size - 2};
    for (size_t i = 0; i + 1 < inner.size; i++) {
        if (inner.data[i] == '.' && inner.data[i + 1] == '.') {
            return parse_bound(jx_str_first(inner, i), unit, least_inside, &ret->least) &&
                   parse_bound(jx_str_from(inner, i + 2), unit, last == ']', &ret->most);
        }
    }
    return false;
}

static bool parse_comparison(jx_str text, jx_str unit, band *ret)
{
    static const struct {
        jx_str sign;
        bool least, most, inside;
    } signs[] = {
        {JX_STR(">="), true, false, true}, {JX_STR("≥"), true, false, true},
        {JX_STR("<="), false, true, true}, {JX_STR("≤"), false, true, true},
        {JX_STR("="), true, true, true},   {JX_STR(">"), true, false, false},
        {JX_STR("<"), false, true, false},
    };
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (jx_str_starts(text, signs[i].sign)) {
            jx_str number = jx_str_from(text, signs[i].sign.size);
            return (!signs[i].least || parse_bound(number, unit, signs[i].inside, &ret->least)) &&
                   (!signs[i].most || parse_bound(number, unit, signs[i].inside, &ret->most));
        }
    }
    return false;
}

static bool parse_condition(jx_str text, jx_str unit, band *ret)
{
    if (jx_str_is(text, "else")) {
        return true;
    }
    if (text.size > 0 && (text.data[0] == '[' || text.data[0] == '(')) {
        return parse_range(text, unit, ret);
    }
    return parse_comparison(text, unit, ret);
}

// Whether no number lies in the band: [5..4], (5..5].
static bool is_empty(const band *row)
{
    if (!row->least.given || !row->most.given) {
        return false;
    }
    int order = jx_ratio_compare(row->least.at, row->most.at);
    return order > 0 || (order == 0 && !(row->least.inside && row->most.inside));
}

static jx_status compile_points(const jx_method_source *source,
                                const jx_place *place,
                                jx_str text,
                                bool of_target,
                                band *ret,
                                jx_error *err)
{
    jx_decimal points = JX_DECIMAL_ZERO;
    jx_decimal lost = JX_DECIMAL_ZERO;
    jx_status status = jx_points_read(source, place, text, &points, &lost, err);
    if (status != JX_OK) {
        return status;
    }
    ret->loss = (jx_loss){
        .struct_size = sizeof ret->loss,
        .code = &codes[of_target ? 1 : 0],
        .points = jx_ratio_of(lost),
        .figures = {jx_ratio_of(points), jx_ratio_of(JX_DECIMAL_ZERO)},
    };
    return JX_OK;
}

static jx_status compile_band(const jx_method_source *source,
                              const jx_place *place,
                              jx_str part,
                              bool of_target,
                              band *ret,
                              jx_error *err)
{
    jx_str condition = jx_str_trim(jx_str_next(&part, ':'));
    jx_str unit = of_target ? (jx_str)JX_STR("%") : source->unit;
    if (part.data == NULL || !parse_condition(condition, unit, ret)) {
        return jx_fail(err, place, JX_MESSAGE_BAND_FORM, condition);
    }
    if (is_empty(ret)) {
        return jx_fail(err, place, JX_MESSAGE_BAND_EMPTY, condition);
    }
    return compile_points(source, place, jx_str_trim(part), of_target, ret, err);
}

static jx_status check_of_target(const jx_method_source *source, jx_error *err)
{
    const jx_figure *target = &source->indicator->target;
    if (target->kind == JX_FIGURE_NUMBER && jx_ratio_sign(target->number) > 0) {
        return JX_OK;
    }
    jx_place place = jx_method_place(source, "of");
    return jx_fail(err, &place, JX_MESSAGE_BANDS_OF_TARGET, JX_STR_NONE);
}

static size_t count_commas(jx_str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++) {
        count += text.data[i] == ',' ? 1 : 0;
    }
    return count;
}

static jx_status compile_rows(const jx_method_source *source,
                              jx_str text,
                              bands_terms *terms,
                              jx_error *err)
{
    jx_place place = jx_method_place(source, "bands");
    for (jx_str rest = text; rest.data != NULL; terms->count++) {
        jx_str part = jx_str_next(&rest, ',');
        jx_status status =
            compile_band(source, &place, part, terms->of_target, &terms->rows[terms->count], err);
        if (status != JX_OK) {
            return status;
        }
    }
    return JX_OK;
}

static jx_status compile(const jx_method_source *source, const void **ret, jx_error *err)
{
    jx_str written = jx_str_of(source->values[BANDS].text);
    char *buffer = jx_arena_alloc(source->arena, written.size + 1);
    bands_terms *terms = jx_arena_alloc(source->arena, sizeof *terms);
    if (buffer == NULL || terms == NULL) {
        return jx_fail_memory(err);
    }
    jx_str text = jx_utf8_narrow(written, buffer, written.size + 1);
    terms->of_target = source->values[OF].given != 0;
    terms->rows = jx_arena_array(source->arena, count_commas(text) + 1, sizeof *terms->rows);
    if (terms->rows == NULL) {
        return jx_fail_memory(err);
    }
    jx_status status = terms->of_target ? check_of_target(source, err) : JX_OK;
    status = status != JX_OK ? status : compile_rows(source, text, terms, err);
    if (status == JX_OK) {
        *ret = terms;
    }
    return status;
}

// --------------------------------------------------------------------------------------------- losing

// Whether the figure lies on the right side of a bound: `side` 1 for a least, -1 for a most.
static bool keeps_bound(const bound *limit, jx_ratio figure, int side)
{
    int order = limit->given ? jx_ratio_compare(figure, limit->at) : side;
    return order * side > 0 || (order == 0 && limit->inside);
}

static jx_status find_figure(const bands_terms *terms, const jx_job *job, jx_ratio *ret)
{
    jx_ratio share;
    *ret = job->measured.number;
    if (!terms->of_target) {
        return JX_OK;
    }
    bool fits = jx_ratio_divide(job->measured.number, job->indicator->target.number, &share) &&
                jx_ratio_multiply(share, jx_ratio_of(jx_decimal_make(100, 0)), ret);
    return fits ? JX_OK : jx_refuse_range(job);
}

static jx_status lose_by_band(const band *row, const jx_job *job, jx_ratio figure)
{
    jx_loss loss = row->loss;
    loss.figures[1] = figure;
    return jx_ratio_sign(loss.points) == 0 ? JX_OK : jx_lose(job, &loss);
}

static jx_status lose(const void *opaque, const jx_job *job)
{
    const bands_terms *terms = opaque;
    jx_ratio figure;
    jx_status status = find_figure(terms, job, &figure);
    if (status != JX_OK) {
        return status;
    }
    for (size_t i = 0; i < terms->count; i++) {
        const band *row = &terms->rows[i];
        if (keeps_bound(&row->least, figure, 1) && keeps_bound(&row->most, figure, -1)) {
            return lose_by_band(row, job, figure);
        }
    }
    return jx_refuse(
        job, (jx_words){"实际“{actual}”不在任何分档之内，可用 else 规定其余情形",
                        "\"{actual}\" lies in none of the bands; `else` would cover the rest"});
}

static jx_reach reach(const void *opaque, const jx_indicator *indicator, const jx_range *range)
{
    (void)range;
    const bands_terms *terms = opaque;
    jx_reach reach = jx_reach_nothing(indicator);
    for (size_t i = 0; i < terms->count; i++) {
        jx_reach_leave(&reach, indicator, terms->rows[i].loss.figures[0]);
    }
    return reach;
}

const jx_method jx_method_bands = {
    .name = "bands",
    .label = {"分档计分", "by bands"},
    .figures = JX_KIND_BIT(JX_FIGURE_NUMBER),
    .says = {"按所在分档得分", "points by the range that the figure lies in"},
    .fields = JX_LIST(fields),
    .compile = compile,
    .lose = lose,
    .reach = reach,
    .codes = JX_LIST(codes),
};
