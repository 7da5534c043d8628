// SPDX-License-Identifier: MIT
// A plugin that is sound as described and does what its parameter `fault` says, for tests of the host that must bear it. What
// it creates is freed by destroy, or a sanitizer says so.
#include <jixiao/plugin.h>

#include <stdint.h>
#include <stdlib.h>

// the choices of `fault` and of `prepares`, in their order
enum {
    NO_FAULT,
    CREATE_SILENT,
    CREATE_REJECTED,
    FIND_SILENT,
    FIND_KIND,
    FIND_LEVEL,
    FIND_DATE_EARLY,
    FIND_DATE_LATE,
    FIND_DATE_BACKWARDS,
    FIND_RATIO,
    LOSE_SILENT,
    LOSE_CONFIG,
    LOSE_REFUSED,
    LOSE_REFUSED_QUIETLY,
    LOSE_NEGATIVE,
    LOSE_NEGATIVE_QUIETLY,
    LOSE_UNCODED,
    LOSE_HOLLOW,
    LOSE_HOLLOW_FIGURE,
    LOSE_ENDLESS,
    LOSE_THRICE,
    LOSE_PAST_FLOOR,
    LOSE_MISSPELT,
    LOSE_UNKNOWN,
};

enum { A_NUMBER, A_LEVEL, A_DATE, NOTHING, ANOTHER_KIND, ANOTHER_TARGET };

static const jx_field fields[] = {
    {.type = JX_FIELD_CHOICE,
     .key = "fault",
     .choices =
         "none|create_silent|create_rejected|find_silent|find_kind|"
         "find_level|find_date_early|find_date_late|find_date_backwards|find_ratio|lose_silent|lose_config|lose_refused|lose_refused_quietly|"
         "lose_negative|lose_negative_quietly|lose_uncoded|lose_hollow|lose_hollow_figure|lose_endless|"
         "lose_thrice|lose_past_floor|lose_misspelt|lose_unknown",
     .fallback = "none",
     .says = {"出什么错", "what goes wrong"}},
};

static const jx_field inputs[] = {
    {.type = JX_FIELD_INTEGER,
     .flags = JX_FIELD_REQUIRED,
     .key = "visits",
     .minimum = "0",
     .says = {"走访次数", "how many visits were paid"}},
};

static const jx_field measure_fields[] = {
    {.type = JX_FIELD_CHOICE,
     .key = "prepares",
     .choices = "number|level|date|nothing|kind|target",
     .fallback = "number",
     .says = {"得出什么", "what it finds"}},
};

static const jx_field measure_inputs[] = {
    {.type = JX_FIELD_DECIMAL, .key = "bonus", .fallback = "0", .says = {"加数", "what is added"}},
};

static int32_t fault_of(const jx_indicator *indicator)
{
    return indicator->params[0].index;
}

static int32_t prepare(const jx_host *host,
                       const jx_indicator *indicator,
                       uint32_t *ret_kind,
                       jx_figure *ret_target)
{
    static const uint32_t kinds[] = {
        [A_NUMBER] = JX_FIGURE_NUMBER,     [A_LEVEL] = JX_FIGURE_LEVEL,
        [A_DATE] = JX_FIGURE_DATE,         [NOTHING] = JX_FIGURE_NUMBER,
        [ANOTHER_KIND] = JX_FIGURE_YES_NO, [ANOTHER_TARGET] = JX_FIGURE_NUMBER,
    };
    (void)host;
    int32_t prepares = indicator->measure_params[0].index;
    *ret_kind = kinds[prepares];
    if (prepares == A_DATE || prepares == ANOTHER_TARGET) {
        ret_target->kind = JX_FIGURE_DATE;
    }
    return prepares == NOTHING ? JX_ECONFIG : JX_OK;
}

static int32_t find(const jx_host *host, const jx_job *job, jx_figure *ret)
{
    jx_figure figure = {.kind = JX_FIGURE_NUMBER};
    figure.number = host->ratio(host->decimal(job->counts[0], 0));
    int32_t status =
        host->ratio_add(figure.number, host->ratio(job->measure_inputs[0].number), &figure.number);
    switch (fault_of(job->indicator)) {
    case FIND_SILENT:
        return JX_EDATA;
    case FIND_KIND:
        figure.kind = JX_FIGURE_YES_NO;
        break;
    case FIND_LEVEL:
        figure.kind = JX_FIGURE_LEVEL;
        figure.index = (int32_t)job->indicator->level_count;
        break;
    case FIND_DATE_EARLY:
        figure.kind = JX_FIGURE_DATE;
        figure.first_day = INT32_MIN;
        break;
    case FIND_DATE_LATE:
        figure.kind = JX_FIGURE_DATE;
        figure.last_day = INT32_MAX;
        break;
    case FIND_DATE_BACKWARDS:
        figure.kind = JX_FIGURE_DATE;
        figure.first_day = 1;
        break;
    case FIND_RATIO:
        figure.number.denominator = host->decimal(0, 0);
        break;
    default:
        break;
    }
    *ret = figure;
    return status;
}

static const jx_measure measures[] = {
    {
        .name = "oddity",
        .actual = JX_ACTUAL_COUNTS,
        .figures = JX_KIND_BIT(JX_FIGURE_NUMBER) | JX_KIND_BIT(JX_FIGURE_LEVEL) |
                   JX_KIND_BIT(JX_FIGURE_DATE),
        .unit = "个",
        .says = {"最好等次的人数", "how many answers the best level got"},
        .fields = JX_LIST(measure_fields),
        .inputs = JX_LIST(measure_inputs),
        .prepare = prepare,
        .find = find,
    },
};

static const jx_loss_code loss_codes[] = {
    {"odd", {"gap"}, {"少{gap}", "{gap} short"}},
    // the host's, whose figures have other names
    {"band_of_target", {"shares"}, {"占{shares}%", "{shares}%"}},
};

static const jx_loss_code undeclared[] = {
    {"undeclared", {"gap"}, {"少{gaps}", "{gap} short"}},
    {"undeclared", {"gap"}, {"少{gap}", "{x} short"}},
};

#define TEN(tens)                                                                                  \
  ONE_OF(tens, 0), ONE_OF(tens, 1), ONE_OF(tens, 2), ONE_OF(tens, 3), ONE_OF(tens, 4),             \
      ONE_OF(tens, 5), ONE_OF(tens, 6), ONE_OF(tens, 7), ONE_OF(tens, 8), ONE_OF(tens, 9)
#define ONE_OF(tens, ones)                                                                         \
  {                                                                                                \
    "s" #tens #ones,                                                                               \
    {                                                                                              \
      "其一", "one of many"                                                                        \
    }                                                                                              \
  }

static const jx_subcategory subcategories[] = {TEN(0), TEN(1), TEN(2), TEN(3),
                                               TEN(4), TEN(5), TEN(6), TEN(7)};

static const jx_default defaults[] = {
    {"measure", "oddity"},
    {"levels", "好, 差"},
    {"comparator", ">="},
};

static int32_t create(const jx_host *host, const jx_indicator *indicator, void **ret)
{
    switch (fault_of(indicator)) {
    case CREATE_SILENT:
        return JX_ECONFIG;
    case CREATE_REJECTED:
        return host->reject(indicator, "fault", (jx_words){"不行", "this will not do"});
    default:
        *ret = malloc(1);
        return *ret == NULL ? JX_ESYSTEM : JX_OK;
    }
}

static void destroy(void *instance)
{
    free(instance);
}

static int32_t lose_points(const jx_host *host, const jx_job *job, int64_t points, uint32_t flags)
{
    jx_loss loss = {
        .struct_size = sizeof loss,
        .flags = flags,
        .code = &loss_codes[0],
        .points = host->ratio(host->decimal(points, 0)),
    };
    for (int i = 0; i < (int)JX_LOSS_FIGURES; i++) {
        loss.figures[i] = host->ratio(host->decimal(0, 0));
    }
    switch (fault_of(job->indicator)) {
    case LOSE_UNCODED:
        loss.code = NULL;
        break;
    case LOSE_HOLLOW:
        loss.points.denominator = host->decimal(0, 0);
        break;
    case LOSE_HOLLOW_FIGURE:
        loss.figures[0].denominator = host->decimal(0, 0);
        break;
    case LOSE_MISSPELT:
        loss.code = &undeclared[0];
        break;
    case LOSE_UNKNOWN:
        loss.code = &undeclared[1];
        break;
    default:
        break;
    }
    return host->lose(job, &loss);
}

static int32_t lose_without_end(const jx_host *host, const jx_job *job)
{
    int32_t status = JX_OK;
    while (status == JX_OK) {
        status = lose_points(host, job, 0, 0);
    }
    return status;
}

static int32_t lose_thrice(const jx_host *host, const jx_job *job)
{
    int32_t status = lose_points(host, job, 1, 0);
    status = status != JX_OK ? status : lose_points(host, job, 2, 0);
    return status != JX_OK ? status : host->lose_by_method(job);
}

static int32_t refuse(const jx_host *host, const jx_job *job)
{
    return host->refuse(
        job,
        (jx_words){"“{actual}”不好",
                   "\"{actual}\" against \"{target}\" in {unit} and \"{baseline}\" is no {good}"});
}

static int32_t lose(const jx_host *host, const jx_job *job)
{
    switch (fault_of(job->indicator)) {
    case LOSE_SILENT:
        return JX_EPLUGIN;
    case LOSE_CONFIG:
        (void)refuse(host, job);
        return JX_ECONFIG;
    case LOSE_REFUSED:
        return refuse(host, job);
    case LOSE_REFUSED_QUIETLY:
        (void)refuse(host, job);
        return JX_OK;
    case LOSE_NEGATIVE:
        return lose_points(host, job, -1, 0);
    case LOSE_NEGATIVE_QUIETLY:
        (void)lose_points(host, job, -1, 0);
        return JX_OK;
    case LOSE_UNCODED:
    case LOSE_HOLLOW:
    case LOSE_HOLLOW_FIGURE:
    case LOSE_MISSPELT:
    case LOSE_UNKNOWN:
        return lose_points(host, job, 1, 0);
    case LOSE_ENDLESS:
        return lose_without_end(host, job);
    case LOSE_THRICE:
        return lose_thrice(host, job);
    case LOSE_PAST_FLOOR:
        return lose_points(host, job, 8, JX_LOSS_PAST_FLOOR);
    default:
        return host->lose_by_method(job);
    }
}

static const jx_plugin odd = {
    .struct_size = sizeof(jx_plugin),
    .kind = JX_PLUGIN_CATEGORY,
    .name = "odd",
    .version = "1.0",
    .label = {"怪指标", "Odd ones"},
    .says = {"出各种错", "goes wrong in every way"},
    .subcategories = JX_LIST(subcategories),
    .measures = JX_LIST(measures),
    .defaults = JX_LIST(defaults),
    .fields = JX_LIST(fields),
    .inputs = JX_LIST(inputs),
    .loss_codes = JX_LIST(loss_codes),
    .create = create,
    .destroy = destroy,
    .lose = lose,
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index == 0 ? &odd : NULL;
}
