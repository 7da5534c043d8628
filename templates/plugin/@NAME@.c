// @NAME@: a category of indicators for jixiao. What the structures mean: <jixiao/plugin.h>.
//
// Its indicators lose points by the method that the project file names, and `report_cost` points more for each report that was
// late: a parameter (a key of the project file), an input (a column of the actuals) and a loss code of its own.
#include <jixiao/plugin.h>

static const jx_subcategory subcategories[] = {
    {"general", {"一般指标", "general"}},
};

// what a key is where an indicator does not state it
static const jx_default defaults[] = {
    {"comparator", ">="},
};

// The host parses and checks parameters and inputs, and prints their reference: `jixiao plugins @NAME@`.
enum { REPORT_COST };

static const jx_field fields[] = {
    {
        .type = JX_FIELD_POINTS,
        .key = "report_cost",
        .fallback = "1",
        .minimum = "0",
        .says = {"每份迟报扣的分数", "the points that each late report costs"},
    },
};

enum { LATE_REPORTS };

static const jx_field inputs[] = {
    {
        .type = JX_FIELD_INTEGER,
        .key = "late_reports",
        .fallback = "0",
        .minimum = "0",
        .says = {"迟报的份数", "how many reports were late"},
    },
};

// A loss is a code with figures, never a sentence: reports fill these in, in Chinese or English.
static const jx_loss_code loss_codes[] = {
    {
        .code = "late_reports",
        .figures = {"reports", "each"},
        .says = {"迟报{reports}份，每份扣{each}分", "{reports} reports were late, each costs {each} points"},
    },
};

// Reports what the indicator loses; the host adds up, bounds, rounds and explains. Figures are exact: use the services of the
// host, never double. What a service returns, other than JX_OK, is returned as it is.
static int32_t lose(const jx_host *host, const jx_job *job)
{
    jx_ratio reports = host->ratio(job->inputs[LATE_REPORTS].number);
    jx_ratio each = host->ratio(job->indicator->params[REPORT_COST].number);
    jx_loss loss = {
        .struct_size = sizeof loss,
        .code = &loss_codes[0],
        .figures = {reports, each},
    };
    int32_t status = host->lose_by_method(job);
    if (status == JX_OK) {
        status = host->ratio_multiply(reports, each, &loss.points);
        if (status != JX_OK) {
            return host->refuse(job, (jx_words){"迟报的份数太大，无法精确计算",
                                                "too many late reports to be computed exactly"});
        }
    }
    if (status != JX_OK || host->compare(loss.points.numerator, host->decimal(0, 0)) == 0) {
        return status;
    }
    return host->lose(job, &loss);
}

static const jx_plugin plugin = {
    .struct_size = sizeof(jx_plugin),
    .kind = JX_PLUGIN_CATEGORY,
    .name = "@NAME@",
    .version = "0.1.0",
    .label = {"@NAME@ 指标", "@NAME@"},
    .says = {"说明本类指标评什么", "say what this category scores"},
    .subcategories = JX_LIST(subcategories),
    .defaults = JX_LIST(defaults),
    .fields = JX_LIST(fields),
    .inputs = JX_LIST(inputs),
    .loss_codes = JX_LIST(loss_codes),
    .lose = lose,
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
