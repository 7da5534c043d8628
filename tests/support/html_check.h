// SPDX-License-Identifier: MIT
// Pages held against what every page keeps: well-formed XML, nothing from elsewhere, headings in order, heads of tables, words
// for drawings.
#ifndef JIXIAO_TESTS_SUPPORT_HTML_CHECK_H
#define JIXIAO_TESTS_SUPPORT_HTML_CHECK_H

#include "base/arena.h"
#include "base/error.h"

// What a page has of each.
typedef struct jx_html_found {
    unsigned elements;
    unsigned headings; // h1 to h6
    unsigned tables;
    unsigned drawings; // svg
    unsigned scripts;
    unsigned last_heading; // its level
} jx_html_found;

// Fails unless the page is sound.
jx_html_found jx_html_expect_sound(jx_str page, jx_lang lang);

// The text of the first element of that name; in the arena.
jx_str jx_html_text_of(jx_arena *arena, jx_str page, const char *element);

// The page without its style, script and digests, which goldens leave out; in the arena.
jx_str jx_html_bare(jx_arena *arena, jx_str page);

#endif
