// SPDX-License-Identifier: MIT
#include "batch/progress.h"

#include "base/clock.h"
#include "base/wide.h"

#include <unistd.h>

enum { OFTEN = 200, THOUSAND = 1000, HUNDRED = 100, MINUTE = 60, PLACES = 2 };

static void say(jx_text *out, jx_lang lang, const char *zh, const char *en)
{
    jx_text_put(out, lang == JX_ZH ? zh : en);
}

jx_progress jx_progress_begin(int terminal, jx_lang lang, uint64_t total)
{
    const int64_t begun = terminal < 0 ? 0 : jx_clock_now();
    return (jx_progress){
        .terminal = terminal, .lang = lang, .total = total, .begun = begun, .shown = begun};
}

static void add_time(jx_text *out, uint64_t seconds, jx_lang lang)
{
    if (seconds >= MINUTE) {
        jx_text_add_number(out, seconds / MINUTE);
        say(out, lang, " 分 ", " min ");
    }
    jx_text_add_number(out, seconds % MINUTE);
    say(out, lang, " 秒", " s");
}

void jx_progress_add(jx_text *out,
                     const jx_progress *progress,
                     const jx_counts *counts,
                     uint64_t done,
                     int64_t elapsed)
{
    const jx_lang lang = progress->lang;
    const uint64_t spent = elapsed < 1 ? 1 : (uint64_t)elapsed;
    jx_text_add_number(out, counts->projects);
    say(out, lang, " 个项目", " projects");
    if (progress->total != 0 && done != 0) {
        const uint64_t left = progress->total < done ? 0 : progress->total - done;
        say(out, lang, "，", ", ");
        jx_text_add_number(out, (uint64_t)((jx_uint128)done * HUNDRED / progress->total));
        say(out, lang, "%，还需 ", "%, ");
        add_time(out, (uint64_t)((jx_uint128)spent * left / done / THOUSAND), lang);
        say(out, lang, "", " left");
    }
    say(out, lang, "，每秒 ", ", ");
    jx_text_add_number(out, (uint64_t)((jx_uint128)counts->projects * THOUSAND / spent));
    say(out, lang, " 个，错误 ", " a second, errors: ");
    jx_text_add_number(out, counts->faulty);
}

static void write_line(int terminal, jx_str text)
{
    const ssize_t written = write(terminal, text.data, text.size);
    (void)written; // there is no better place to say that it failed
}

void jx_progress_show(jx_progress *progress, const jx_counts *counts, uint64_t done)
{
    const int64_t time = progress->terminal < 0 ? 0 : jx_clock_now();
    jx_arena *arena = NULL;
    if (time - progress->shown < OFTEN || (arena = jx_arena_new()) == NULL) {
        return;
    }
    jx_text line = jx_text_in(arena);
    jx_text_put(&line, "\r\033[K");
    jx_progress_add(&line, progress, counts, done, time - progress->begun);
    write_line(progress->terminal, jx_text_str(&line));
    jx_arena_free(arena);
    progress->shown = time;
}

void jx_progress_end(const jx_progress *progress)
{
    if (progress->terminal >= 0 && progress->shown != progress->begun) {
        write_line(progress->terminal, (jx_str)JX_STR("\r\033[K"));
    }
}

// --------------------------------------------------------------------------------------------- summary

static bool has_one_full(const jx_report *report)
{
    for (size_t i = 1; i < report->table_count; i++) {
        if (jx_decimal_compare(report->tables[i]->full, report->tables[0]->full) != 0) {
            return false;
        }
    }
    return true;
}

static void add_mean(jx_text *out, const jx_counts *counts, uint64_t scored, jx_lang lang)
{
    char buffer[JX_DECIMAL_TEXT];
    jx_decimal mean;
    if (jx_decimal_multiply_divide(counts->sum, jx_decimal_make(1, 0),
                                   jx_decimal_make((int64_t)scored, 0), PLACES, JX_ROUND_HALF_UP,
                                   &mean)) {
        say(out, lang, "平均 ", "mean ");
        jx_text_add(out, jx_decimal_format(mean, PLACES, buffer));
        say(out, lang, " 分；", "; ");
    }
}

static void add_spread(jx_text *out, const jx_counts *counts, const jx_report *report, jx_lang lang)
{
    for (size_t i = 0; i < counts->grade_count; i++) {
        say(out, lang, i == 0 ? "" : "，", i == 0 ? "" : ", ");
        jx_text_add(out, report->tallies[i].grade);
        jx_text_add_char(out, ' ');
        jx_text_add_number(out, counts->grades[i]);
    }
    jx_text_add_char(out, '\n');
}

void jx_summary_add(jx_text *out, const jx_counts *counts, const jx_report *report, jx_lang lang)
{
    const uint64_t scored = counts->projects - counts->incomplete - counts->faulty;
    jx_text_add_number(out, counts->projects);
    say(out, lang, " 个项目：得分 ",
        counts->projects == 1 ? " project: scored " : " projects: scored ");
    jx_text_add_number(out, scored);
    say(out, lang, "，不完整 ", ", incomplete ");
    jx_text_add_number(out, counts->incomplete);
    say(out, lang, "，错误 ", ", errors ");
    jx_text_add_number(out, counts->faulty);
    jx_text_add_char(out, '\n');
    if (scored == 0) {
        return;
    }
    if (has_one_full(report) && !counts->overflow) {
        add_mean(out, counts, scored, lang);
    }
    add_spread(out, counts, report, lang);
}
