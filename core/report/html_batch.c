// SPDX-License-Identifier: MIT
#include "report/html_batch.h"

#include "base/decimal.h"
#include "report/html_bars.h"
#include "report/html_page.h"
#include "report/row_findings.h"
#include "report/sentence.h"

enum { MOST_INDICATORS = 16, MOST_NAMED = 20, COUNT_TEXT = JX_NUMBER_TEXT };

// ------------------------------------------------------------------------------------------------- head

static void add_count(jx_html *page, jx_str name, uint64_t count)
{
    char number[COUNT_TEXT];
    if (count > 0) {
        jx_html_fact(page, name, jx_str_number(count, number));
    }
}

static void add_state_count(jx_html *page, jx_state state, uint64_t count)
{
    add_count(page, jx_str_of(jx_words_in(jx_state_words(state, true), page->lang)), count);
}

static void add_mean(jx_html *page, const jx_overview *it)
{
    char text[JX_DECIMAL_TEXT];
    jx_html_open(page, "div", "sum g0");
    jx_html_label_element(page, "p", "over", JX_LABEL_HTML_MEAN);
    jx_html_open(page, "p", "total");
    jx_html_element(page, "strong", NULL, jx_decimal_format(it->mean, JX_MEAN_PLACES, text));
    jx_text_put(jx_html_raw(page), " / ");
    jx_text_add(&page->raw, jx_decimal_format(it->full, 0, text));
    jx_html_raw_element(page, "span", "of");
    jx_html_close_line(page);
    jx_html_close_line(page);
}

static jx_str title_of(const jx_overview *it)
{
    const jx_report *report = it->report;
    return report->table_count == 1 ? report->tables[0]->name
                                    : jx_str_of(jx_label_in(JX_LABEL_BATCH, report->lang));
}

static void add_head(jx_html *page, const jx_overview *it)
{
    const jx_report *report = it->report;
    jx_html_open(page, "header", "head");
    jx_html_open(page, "div", "who");
    if (report->table_count == 1) {
        jx_html_label_element(page, "p", "over", JX_LABEL_BATCH);
    }
    jx_html_element(page, "h1", NULL, title_of(it));
    jx_html_open(page, "dl", "facts");
    add_count(page, jx_str_of(jx_label_in(JX_LABEL_PROJECTS, page->lang)), report->gathered_count);
    add_state_count(page, JX_MISSING, report->incomplete);
    add_state_count(page, JX_FAULTY, report->faulty);
    jx_html_close_line(page);
    jx_html_close_line(page);
    if (it->has_mean) {
        add_mean(page, it);
    }
    jx_html_close_line(page);
}

// ----------------------------------------------------------------------------------------------- spread

static jx_axis axis_to(uint64_t most)
{
    return (jx_axis){.from = jx_decimal_make(0, 0),
                     .to = jx_decimal_make((int64_t)(most == 0 ? 1 : most), 0)};
}

static void add_spread_row(
    jx_html *page, const jx_overview *it, jx_str name, const char *class, uint64_t count)
{
    const jx_axis axis = axis_to(it->report->added);
    char number[COUNT_TEXT];
    char percent[JX_DECIMAL_TEXT + 1];
    jx_decimal share = jx_decimal_make(0, 0);
    const jx_decimal counted = jx_decimal_make((int64_t)count, 0);
    (void)jx_decimal_multiply_divide(counted, jx_decimal_make(100, 0), axis.to, 1, JX_ROUND_HALF_UP,
                                     &share);
    char *end = jx_decimal_write(share, 1, percent);
    *end++ = '%';
    const jx_bar bar = {.name = name,
                        .figure = jx_str_number(count, number),
                        .further = {percent, (size_t)(end - percent)},
                        .class = class,
                        .from = axis.from,
                        .to = counted,
                        .most = axis.to};
    jx_bars_row(page, &axis, &bar);
}

// The class of a grade of any of the tables.
static const char *class_of(const jx_overview *it, jx_str grade)
{
    const char *class = "g0";
    for (size_t i = 0; i < it->report->table_count && strcmp(class, "g0") == 0; i++) {
        class = jx_html_grade_class(it->report->tables[i], grade);
    }
    return class;
}

static void add_spread(jx_html *page, const jx_overview *it)
{
    const jx_report *report = it->report;
    const jx_bar_heads heads = {
        .caption = jx_str_of(jx_label_in(JX_LABEL_HTML_SPREAD_IS, page->lang)),
        .name = JX_LABEL_GRADE,
        .figure = JX_LABEL_PROJECTS,
        .further = JX_LABEL_SHARE_OF_ALL,
    };
    jx_html_section(page, NULL, JX_LABEL_SPREAD);
    jx_bars_open(page, &heads);
    for (size_t i = 0; i < report->tally_count; i++) {
        const jx_tally *tally = &report->tallies[i];
        add_spread_row(page, it, tally->grade, class_of(it, tally->grade), tally->count);
    }
    const struct {
        jx_state state;
        uint64_t count;
    } others[] = {{JX_MISSING, report->incomplete}, {JX_FAULTY, report->faulty}};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        const jx_words words = jx_state_words(others[i].state, true);
        if (others[i].count > 0) {
            add_spread_row(page, it, jx_str_of(jx_words_in(words, page->lang)), "g0",
                           others[i].count);
        }
    }
    jx_bars_close(page);
    jx_html_close_line(page);
}

// --------------------------------------------------------------------------------------------- mean lost

static void add_mean_bars(jx_html *page,
                          const jx_lost_sum *sums,
                          size_t count,
                          const jx_axis *axis,
                          const jx_bar_heads *heads)
{
    jx_bars_open(page, heads);
    for (size_t i = 0; i < count; i++) {
        const jx_decimal mean = jx_lost_mean(&sums[i]);
        char figure[JX_DECIMAL_TEXT];
        const jx_bar bar = {.name = sums[i].name,
                            .figure = jx_decimal_format(mean, JX_MEAN_PLACES, figure),
                            .further = JX_STR_NONE,
                            .class = "lost",
                            .from = axis->from,
                            .to = mean,
                            .most = axis->from};
        jx_bars_row(page, axis, &bar);
    }
    jx_bars_close(page);
}

// From 0 to the largest mean.
static jx_axis find_mean_axis(const jx_lost_sum *sums, size_t count)
{
    jx_axis axis = axis_to(0);
    jx_decimal most = axis.from;
    for (size_t i = 0; i < count; i++) {
        const jx_decimal mean = jx_lost_mean(&sums[i]);
        most = jx_decimal_compare(mean, most) > 0 ? mean : most;
    }
    axis.to = jx_decimal_sign(most) > 0 ? most : axis.to;
    return axis;
}

static void add_categories(jx_html *page, const jx_overview *it)
{
    const jx_axis axis = find_mean_axis(it->categories, it->category_count);
    const jx_bar_heads heads = {
        .caption = jx_str_of(jx_label_in(JX_LABEL_HTML_MEAN_CATEGORY_IS, page->lang)),
        .name = JX_LABEL_CATEGORY,
        .figure = JX_LABEL_MEAN_LOST,
        .further = JX_LABEL_COUNT,
    };
    jx_html_section(page, NULL, JX_LABEL_HTML_MEAN_CATEGORY);
    add_mean_bars(page, it->categories, it->category_count, &axis, &heads);
    jx_html_close_line(page);
}

static void add_indicators(jx_html *page, const jx_overview *it)
{
    const jx_axis axis = find_mean_axis(it->indicators, it->report->column_count);
    char numbers[2][COUNT_TEXT];
    size_t count = 0;
    while (count < it->report->column_count && jx_decimal_sign(it->indicators[count].lost) > 0) {
        count++;
    }
    if (count == 0) {
        return;
    }
    const size_t listed = count < MOST_INDICATORS ? count : MOST_INDICATORS;
    jx_text caption = jx_text_in(page->out->arena);
    jx_label_add(&caption, page->lang, JX_LABEL_HTML_MEAN_INDICATOR_IS,
                 jx_str_number(listed, numbers[0]), jx_str_number(count, numbers[1]));
    const jx_bar_heads heads = {
        .caption = jx_text_str(&caption),
        .name = JX_LABEL_INDICATOR,
        .figure = JX_LABEL_MEAN_LOST,
        .further = JX_LABEL_COUNT,
    };
    jx_html_section(page, "tall", JX_LABEL_HTML_MEAN_INDICATOR);
    add_mean_bars(page, it->indicators, listed, &axis, &heads);
    jx_html_close_line(page);
    page->out->failed = page->out->failed || caption.failed;
}

void jx_html_overview_charts(jx_html *page, const jx_overview *overview)
{
    jx_html_open(page, "div", "charts many");
    add_spread(page, overview);
    add_categories(page, overview);
    add_indicators(page, overview);
    jx_html_close_line(page);
}

// ---------------------------------------------------------------------------------------------- findings

static const jx_label found_in[JX_ROW_FINDINGS] = {
    [JX_FOUND_ACTUAL_MISSING] = JX_LABEL_HTML_MISSING_IN,
    [JX_FOUND_PERCENT_SIGN] = JX_LABEL_HTML_PERCENT_IN,
    [JX_FOUND_UNITS_APART] = JX_LABEL_HTML_UNITS_IN,
    [JX_FOUND_NOTE_MISSING] = JX_LABEL_HTML_UNNOTED_IN,
};

typedef struct finding_count {
    uint64_t projects;
    uint64_t indicators;
    jx_text named; // the first of them
} finding_count;

// Doubts earn their points all the same and stand in no list of losses: where they are has to be said.
static void name_finding(finding_count *count, const jx_gathered *card, size_t row, jx_lang lang)
{
    jx_text_put(&count->named, count->indicators == 0 ? "" : jx_label_in(JX_LABEL_SEMICOLON, lang));
    jx_text_add(&count->named, card->project);
    jx_text_put(&count->named, jx_label_in(JX_LABEL_PAUSE, lang));
    jx_text_add(&count->named, card->table->rows[row].name);
}

static void count_finding(finding_count *count,
                          const jx_gathered *card,
                          jx_row_finding finding,
                          jx_lang lang)
{
    const uint64_t before = count->indicators;
    for (size_t i = 0; i < card->cell_count; i++) {
        if (!jx_row_finds(card->cells[i].findings, finding)) {
            continue;
        }
        if (finding != JX_FOUND_NOTE_MISSING && count->indicators < MOST_NAMED) {
            name_finding(count, card, i, lang);
        }
        count->indicators++;
    }
    count->projects += count->indicators > before;
}

static void add_finding(jx_html *page, const finding_count *count, jx_row_finding finding)
{
    char numbers[2][COUNT_TEXT];
    jx_text *raw = jx_html_raw(page);
    jx_label_add(raw, page->lang, found_in[finding], jx_str_number(count->projects, numbers[0]),
                 jx_str_number(count->indicators, numbers[1]), jx_text_str(&count->named));
    jx_text_put(raw, count->named.size > 0 && count->indicators > MOST_NAMED ? "…" : "");
    jx_html_raw_element(page, "p", NULL);
}

static void add_findings(jx_html *page, const jx_overview *it)
{
    bool open = false;
    for (jx_row_finding k = 0; k < JX_ROW_FINDINGS; k++) {
        finding_count count = {.named = jx_text_in(page->out->arena)};
        for (size_t i = 0; i < it->report->gathered_count; i++) {
            count_finding(&count, it->ranking[i].card, k, page->lang);
        }
        if (count.projects > 0 && !open) {
            jx_html_section(page, "findings", JX_LABEL_HTML_FINDINGS);
            open = true;
        }
        if (count.projects > 0) {
            add_finding(page, &count, k);
        }
        page->out->failed = page->out->failed || count.named.failed;
    }
    if (open) {
        jx_html_close_line(page);
    }
}

void jx_html_batch(jx_report *report)
{
    jx_html page = jx_html_on(report->out, report->lang);
    jx_overview overview;
    if (!jx_overview_make(&overview, report, report->arena)) {
        report->out->failed = true;
        return;
    }
    jx_text title = jx_text_in(report->arena);
    jx_text_add(&title, title_of(&overview));
    if (report->table_count == 1) {
        jx_text_put(&title, " · ");
        jx_text_put(&title, jx_label_in(JX_LABEL_BATCH, report->lang));
    }
    jx_html_page_begin(&page, jx_text_str(&title), true);
    add_head(&page, &overview);
    jx_html_overview_charts(&page, &overview);
    add_findings(&page, &overview);
    jx_html_ranking(&page, &overview);
    jx_html_page_end(&page, true);
    report->out->failed = report->out->failed || title.failed;
}
