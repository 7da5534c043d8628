// SPDX-License-Identifier: MIT
#include "report/page.h"

#include "base/utf8.h"
#include "report/escape.h"
#include "report/scratch.h"

#include <assert.h>

static const char *const tones[] = {"",         "\x1b[1m",  "\x1b[2m",   "\x1b[1;32m",
                                    "\x1b[31m", "\x1b[33m", "\x1b[1;31m"};

static void add_toned(jx_page *page, jx_tone tone, jx_str text)
{
    bool coloured = page->colour && tone != JX_TONE_PLAIN && text.size > 0;
    if (coloured) {
        jx_text_put(page->out, tones[tone]);
    }
    jx_text_add(page->out, text);
    if (coloured) {
        jx_text_put(page->out, "\x1b[0m");
    }
}

static void add_repeated(jx_text *out, char byte, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        jx_text_add_char(out, byte);
    }
}

// ---------------------------------------------------------------------------------------------- wrapping

static bool starts_with_one_of(jx_str text, const char *const *marks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (jx_str_starts(text, jx_str_of(marks[i]))) {
            return true;
        }
    }
    return false;
}

static bool closes(jx_str text)
{
    static const char *const marks[] = {"，", "。", "、", "；", "：", "！", "？", "）", "》",
                                        "〉", "」", "』", "】", "”",  "’",  "％", ",",  ".",
                                        ";",  ":",  "!",  "?",  ")",  "]",  "%",  "℃",  "…"};
    return starts_with_one_of(text, marks, sizeof marks / sizeof marks[0]);
}

static bool opens(jx_str text)
{
    static const char *const marks[] = {"（", "《", "〈", "「", "『", "【",
                                        "“",  "‘",  "(",  "[",  "≥",  "≤"};
    return starts_with_one_of(text, marks, sizeof marks / sizeof marks[0]);
}

static size_t step_back(jx_str text, size_t at)
{
    do {
        at--;
    } while (at > 0 && ((unsigned char)text.data[at] & 0xC0) == 0x80);
    return at;
}

static bool may_break(jx_str text, size_t at)
{
    unsigned char before = (unsigned char)text.data[at - 1];
    unsigned char behind = (unsigned char)text.data[at];
    if (before == ' ' || behind == ' ') {
        return true;
    }
    bool number = before >= '0' && before <= '9';
    if (behind < 0x80 ? before < 0x80 : number) {
        return false;
    }
    return !closes(jx_str_from(text, at)) && !opens(jx_str_from(text, step_back(text, at)));
}

// The best place for a break at or before `limit`, which lies inside the text and between characters.
static size_t find_break(jx_str text, size_t limit)
{
    for (size_t at = limit; at > limit / 3; at = step_back(text, at)) {
        if (may_break(text, at)) {
            return at;
        }
    }
    return limit;
}

jx_str jx_page_next_line(jx_str *rest, size_t columns)
{
    if (rest->size == 0) {
        return *rest;
    }
    jx_str line = jx_utf8_fit(*rest, columns);
    size_t at = line.size;
    if (at > 0 && at < rest->size) {
        at = find_break(*rest, at);
    } else {
        at = rest->size;
    }
    line = jx_str_trim(jx_str_first(*rest, at));
    *rest = jx_str_trim(jx_str_from(*rest, at));
    return line;
}

// ------------------------------------------------------------------------------------------------ pages

jx_page jx_page_on(jx_text *out, jx_lang lang, bool colour)
{
    return (jx_page){.out = out,
                     .lang = lang,
                     .colour = colour,
                     .raw = jx_text_in(out->arena),
                     .shown = jx_text_in(out->arena)};
}

jx_text *jx_page_raw(jx_page *page)
{
    jx_scratch_end(page->out, &page->raw);
    return &page->raw;
}

jx_str jx_page_shown(jx_page *page)
{
    jx_text_clear(&page->shown);
    jx_add_visible(&page->shown, jx_text_str(&page->raw));
    page->out->failed = page->out->failed || page->raw.failed || page->shown.failed;
    return jx_text_str(&page->shown);
}

void jx_page_paragraph(jx_page *page, jx_page_cell lead, size_t hang, jx_tone tone)
{
    if (page->sink != NULL) {
        page->sink->add(page->sink->user, lead.text, jx_text_str(&page->raw), tone);
        return;
    }
    jx_str rest = jx_page_shown(page);
    size_t used = lead.indent + jx_utf8_width(lead.text);
    add_repeated(page->out, ' ', lead.indent);
    add_toned(page, lead.tone, lead.text);
    do {
        jx_str line = jx_page_next_line(&rest, JX_PAGE_COLUMNS - hang);
        if (line.size > 0) {
            add_repeated(page->out, ' ', hang > used ? hang - used : 0);
            add_toned(page, tone, line);
        }
        jx_text_add_char(page->out, '\n');
        used = 0;
    } while (rest.size > 0);
}

// Writes the next line of every cell and tells whether there are more.
static bool write_line(jx_page *page,
                       const jx_page_column *columns,
                       const jx_page_cell *cells,
                       jx_str *rest,
                       size_t count)
{
    size_t blanks = 0; // written only where something follows
    bool more = false;
    for (size_t i = 0; i < count; i++) {
        size_t width = columns[i].width - cells[i].indent;
        jx_str line = jx_page_next_line(&rest[i], width);
        size_t room = width - jx_utf8_width(line);
        blanks += cells[i].indent + (columns[i].right ? room : 0);
        if (line.size > 0) {
            add_repeated(page->out, ' ', blanks);
            add_toned(page, cells[i].tone, line);
            blanks = 0;
        }
        blanks += (columns[i].right ? 0 : room) + JX_PAGE_GAP;
        more = more || rest[i].size > 0;
    }
    jx_text_add_char(page->out, '\n');
    return more;
}

void jx_page_row(jx_page *page,
                 const jx_page_column *columns,
                 const jx_page_cell *cells,
                 size_t count)
{
    jx_str rest[JX_PAGE_CELLS];
    assert(count <= JX_PAGE_CELLS);
    for (size_t i = 0; i < count; i++) {
        rest[i] = cells[i].text;
    }
    while (write_line(page, columns, cells, rest, count)) {
    }
}

void jx_page_rule(jx_page *page, const jx_page_column *columns, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add_repeated(page->out, ' ', i == 0 ? 0 : JX_PAGE_GAP);
        add_repeated(page->out, '-', columns[i].width);
    }
    jx_text_add_char(page->out, '\n');
}

void jx_page_blank(jx_page *page)
{
    if (page->sink == NULL) {
        jx_text_add_char(page->out, '\n');
    }
}
