// SPDX-License-Identifier: MIT
#include "cli/rule_page.h"

#include "base/decimal.h"
#include "base/utf8.h"
#include "report/page.h"
#include "report/scratch.h"
#include "wording/assumptions.h"

enum { INDENT = 2, LABEL_COLUMNS = 12, ACTUAL_COLUMNS = 12, POINTS_COLUMNS = 8 };

static const jx_words COMPILED = {"读懂", "read"};
static const jx_words UNCLEAR = {"不明", "unclear"};
static const jx_words READS = {"读作", "means"};
static const jx_words BECAUSE = {"原因", "because"};
static const jx_words ACTUAL = {"实际值", "actual"};
static const jx_words KEYS = {"写法", "keys"};
static const jx_words ASSUMES = {"按惯例", "assumes"};
static const jx_words TRIED = {"试算", "tried"};

// `label` in a column of its own, then what page->raw holds, hanging.
static void put_line(jx_page *page, const char *label, jx_tone tone)
{
    jx_text lead = jx_text_in(page->out->arena);
    jx_text_pad(&lead, jx_str_of(label), LABEL_COLUMNS);
    const jx_page_cell cell = {jx_text_str(&lead), INDENT, JX_TONE_FAINT};
    jx_page_paragraph(page, cell, INDENT + LABEL_COLUMNS, tone);
    jx_scratch_end(page->out, &lead);
}

static void put_words(jx_page *page, jx_words label, jx_words words, jx_tone tone)
{
    const char *text = jx_words_in(words, page->lang);
    if (text != NULL) {
        jx_text_put(jx_page_raw(page), text);
        put_line(page, jx_words_in(label, page->lang), tone);
    }
}

static void put_title(jx_page *page, const jx_rule_result *result)
{
    const bool compiled = result->reading.is_compiled;
    jx_text *raw = jx_page_raw(page);
    if (result->id.size != 0) {
        jx_text_add(raw, result->id);
        jx_text_put(raw, "  ");
    }
    jx_text_add(raw, result->wording.rule);
    jx_text lead = jx_text_in(page->out->arena);
    jx_text_put(&lead, jx_words_in(compiled ? COMPILED : UNCLEAR, page->lang));
    jx_text_put(&lead, "  ");
    const jx_page_cell cell = {jx_text_str(&lead), 0, compiled ? JX_TONE_GOOD : JX_TONE_BAD};
    jx_page_paragraph(page, cell, jx_utf8_width(cell.text), JX_TONE_STRONG);
    jx_scratch_end(page->out, &lead);
}

static void put_keys(jx_page *page, const jx_reading *reading)
{
    for (size_t i = 0; i < reading->key_count; i++) {
        jx_text *raw = jx_page_raw(page);
        jx_text_put(raw, reading->keys[i].key);
        jx_text_put(raw, " = ");
        jx_text_add(raw, reading->keys[i].value);
        put_line(page, i == 0 ? jx_words_in(KEYS, page->lang) : "", JX_TONE_PLAIN);
    }
}

static void put_assumes(jx_page *page, const jx_reading *reading)
{
    for (size_t i = 0; i < reading->assume_count; i++) {
        const jx_words words = jx_assumption_words(reading->assumes[i]);
        jx_text *raw = jx_page_raw(page);
        jx_text_put(raw, jx_words_in(words, page->lang));
        jx_text_put(raw, page->lang == JX_ZH ? "（" : " (");
        jx_text_put(raw, reading->assumes[i]);
        jx_text_put(raw, page->lang == JX_ZH ? "）" : ")");
        put_line(page, i == 0 ? jx_words_in(ASSUMES, page->lang) : "", JX_TONE_PLAIN);
    }
}

static void put_try(jx_page *page, const jx_rule_try *at, const char *label)
{
    char points[JX_DECIMAL_TEXT];
    jx_text lead = jx_text_in(page->out->arena);
    const jx_str shown =
        at->scored ? jx_decimal_format(at->points, at->places, points) : (jx_str)JX_STR("-");
    const size_t left = shown.size < POINTS_COLUMNS ? POINTS_COLUMNS - shown.size : 0;
    jx_text_add(jx_page_raw(page), at->actual);
    const jx_str actual = jx_page_shown(page);
    jx_text_pad(&lead, jx_str_of(label), LABEL_COLUMNS);
    jx_text_pad(&lead, actual, ACTUAL_COLUMNS);
    for (size_t i = 0; i < left; i++) {
        jx_text_add_char(&lead, ' ');
    }
    jx_text_add(&lead, shown);
    jx_text_put(&lead, "  ");
    jx_text_add(jx_page_raw(page), at->text);
    const jx_page_cell cell = {jx_text_str(&lead), INDENT, JX_TONE_PLAIN};
    jx_page_paragraph(page, cell, INDENT + jx_utf8_width(cell.text),
                      at->scored ? JX_TONE_PLAIN : JX_TONE_BAD);
    jx_scratch_end(page->out, &lead);
}

void jx_rule_page_add(jx_text *out, const jx_rule_result *result, jx_lang lang, bool colour)
{
    jx_page page = jx_page_on(out, lang, colour);
    const jx_reading *reading = &result->reading;
    put_title(&page, result);
    put_words(&page, READS, reading->reads, JX_TONE_PLAIN);
    put_words(&page, ACTUAL, reading->actual_is, JX_TONE_PLAIN);
    put_words(&page, BECAUSE, reading->because, JX_TONE_PLAIN);
    put_keys(&page, reading);
    put_assumes(&page, reading);
    for (size_t i = 0; i < result->try_count; i++) {
        put_try(&page, &result->tries[i], i == 0 ? jx_words_in(TRIED, lang) : "");
    }
    jx_page_blank(&page);
    jx_scratch_end(out, &page.raw);
}
