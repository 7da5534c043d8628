// SPDX-License-Identifier: MIT
#include "report/html_page.h"

#include "base/digest.h"
#include "report/html_assets.h"

#include <stdint.h>

enum { HASH_BYTES = 32 };

// ----------------------------------------------------------------------------------------------- policy

static unsigned hex_value(char digit)
{
    return digit <= '9' ? (unsigned)(digit - '0') : (unsigned)(digit - 'a') + 10;
}

// The digest as policies write it, in base 64.
static void add_hash(jx_text *out, jx_str bytes)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const jx_digest digest = jx_digest_of(bytes);
    for (size_t i = 0; i < HASH_BYTES; i += 3) {
        uint32_t bits = 0;
        for (size_t k = 0; k < 3; k++) {
            const char *pair = digest.text + 2 * (i + k);
            const bool there = i + k < HASH_BYTES;
            bits = bits << 8 | (there ? hex_value(pair[0]) << 4 | hex_value(pair[1]) : 0);
        }
        for (uint32_t k = 0; k < 4; k++) {
            const char *letter = i + k > HASH_BYTES ? "=" : &letters[bits >> (18 - 6 * k) & 63];
            jx_text_add_char(out, *letter);
        }
    }
}

static void add_policy(jx_html *page, jx_str style, jx_str script)
{
    jx_text *raw = jx_html_raw(page);
    jx_text_put(raw, "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-");
    add_hash(raw, style);
    jx_text_put(raw, "'; script-src ");
    if (script.data == NULL) {
        jx_text_put(raw, "'none'");
    } else {
        jx_text_put(raw, "'sha256-");
        add_hash(raw, script);
        jx_text_put(raw, "'");
    }
    jx_html_void(page, "meta",
                 JX_HTML_WITH({"http-equiv", JX_STR("Content-Security-Policy")},
                              {"content", jx_text_str(raw)}));
    jx_text_add_char(page->out, '\n');
}

// --------------------------------------------------------------------------------------------- skeleton

static void add_head(jx_html *page, jx_str title, jx_str script)
{
    const jx_str style = {jx_html_style, jx_html_style_size};
    jx_html_open(page, "head", NULL);
    jx_html_void(page, "meta", JX_HTML_WITH({"charset", JX_STR("utf-8")}));
    jx_text_add_char(page->out, '\n');
    add_policy(page, style, script);
    jx_html_void(page, "meta",
                 JX_HTML_WITH({"name", JX_STR("viewport")},
                              {"content", JX_STR("width=device-width, initial-scale=1")}));
    jx_html_void(page, "meta",
                 JX_HTML_WITH({"name", JX_STR("color-scheme")}, {"content", JX_STR("light dark")}));
    jx_html_void(
        page, "meta",
        JX_HTML_WITH({"name", JX_STR("generator")}, {"content", JX_STR("jixiao " JX_VERSION)}));
    jx_text_add_char(page->out, '\n');
    jx_html_element(page, "title", NULL, title);
    jx_text_add_char(page->out, '\n');
    jx_html_open(page, "style", NULL);
    jx_html_verbatim(page, style);
    jx_html_close_line(page);
    jx_html_close_line(page);
}

void jx_html_page_begin(jx_html *page, jx_str title, bool has_script)
{
    const jx_str script = has_script ? (jx_str){jx_html_script, jx_html_script_size} : JX_STR_NONE;
    const jx_str lang = jx_str_of(page->lang == JX_ZH ? "zh-CN" : "en");
    jx_text_put(page->out, "<!DOCTYPE html>\n");
    jx_html_open_with(page, "html",
                      JX_HTML_WITH({"xmlns", JX_STR("http://www.w3.org/1999/xhtml")},
                                   {"lang", lang}, {"xml:lang", lang}));
    jx_text_add_char(page->out, '\n');
    add_head(page, title, script);
    jx_html_open(page, "body", NULL);
    jx_text_add_char(page->out, '\n');
    jx_html_open(page, "main", NULL);
    jx_text_add_char(page->out, '\n');
}

void jx_html_page_end(jx_html *page, bool has_script)
{
    jx_html_close_line(page);
    if (has_script) {
        jx_html_open(page, "script", NULL);
        jx_html_verbatim(page, (jx_str){jx_html_script, jx_html_script_size});
        jx_html_close_line(page);
    }
    jx_html_close_line(page);
    jx_html_close_line(page);
    jx_html_end(page);
}

// ----------------------------------------------------------------------------------------------- pieces

void jx_html_section(jx_html *page, const char *class, jx_label label)
{
    jx_html_open(page, "section", class);
    jx_html_label_element(page, "h2", NULL, label);
    jx_text_add_char(page->out, '\n');
}

void jx_html_fact(jx_html *page, jx_str name, jx_str text)
{
    if (text.size == 0) {
        return;
    }
    jx_html_open(page, "div", NULL);
    jx_html_element(page, "dt", NULL, name);
    jx_html_element(page, "dd", NULL, text);
    jx_html_close_line(page);
}

const char *jx_html_grade_class(const jx_table *table, jx_str grade)
{
    static const char *const classes[] = {"g1", "g2", "g3", "g4"};
    const size_t last = table->grade_count - 1;
    for (size_t i = 0; i < table->grade_count; i++) {
        if (jx_str_equal(table->grades[i].name, grade)) {
            return classes[last == 0 ? 0 : (3 * i + last / 2) / last];
        }
    }
    return "g0";
}

void jx_html_column(jx_html *page, const char *class, jx_label label)
{
    jx_html_open_with(page, "th",
                      JX_HTML_WITH({"scope", JX_STR("col")}, {"class", jx_str_of(class)}));
    jx_html_label(page, label);
    jx_html_close(page);
}
