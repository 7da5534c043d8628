// SPDX-License-Identifier: MIT
#include "support/html_check.h"

#include "base/text.h"
#include "support/jx_test.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <string.h>

// ------------------------------------------------------------------------------------------------- nodes

static const char *name_of(const xmlNode *node)
{
    return (const char *)node->name;
}

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp(name_of(node), name) == 0;
}

static bool is_one_of(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool has(xmlNode *node, const char *attribute, const char *value)
{
    xmlChar *found = xmlGetProp(node, (const xmlChar *)attribute);
    const bool same = found != NULL && (value == NULL || strcmp((const char *)found, value) == 0);
    xmlFree(found);
    return same;
}

static bool has_child(const xmlNode *node, const char *name)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        if (is_element(child, name)) {
            return true;
        }
    }
    return false;
}

static bool is_inside(const xmlNode *node, const char *name)
{
    for (const xmlNode *up = node->parent; up != NULL; up = up->parent) {
        if (is_element(up, name)) {
            return true;
        }
    }
    return false;
}

// ------------------------------------------------------------------------------------------------- rules

// Nothing that a page of ours has no use for: whatever loads, runs or sends.
static void expect_known(const xmlNode *node)
{
    static const char *const known[] = {
        "html",    "head",    "meta",    "title",   "style", "body", "main",  "header",  "div",
        "section", "article", "h1",      "h2",      "h3",    "p",    "span",  "strong",  "b",
        "small",   "dl",      "dt",      "dd",      "ul",    "li",   "table", "caption", "thead",
        "tbody",   "tfoot",   "tr",      "th",      "td",    "svg",  "rect",  "line",    "text",
        "button",  "input",   "details", "summary", "script"};
    if (!is_one_of(name_of(node), known, sizeof known / sizeof known[0])) {
        fail_msg("an element <%s>", name_of(node));
    }
}

static void expect_known_attributes(const xmlNode *node)
{
    static const char *const known[] = {
        "lang",        "charset",   "http-equiv",   "content", "name",      "class",
        "id",          "scope",     "rowspan",      "colspan", "role",      "aria-label",
        "aria-hidden", "aria-sort", "aria-pressed", "data-v",  "data-sort", "data-group",
        "hidden",      "type",      "placeholder",  "width",   "height",    "x",
        "y",           "x1",        "x2",           "y1",      "y2",        "text-anchor"};
    for (const xmlAttr *it = node->properties; it != NULL; it = it->next) {
        if (!is_one_of((const char *)it->name, known, sizeof known / sizeof known[0])) {
            fail_msg("an attribute %s of <%s>", (const char *)it->name, name_of(node));
        }
    }
}

static void check_heading(const xmlNode *node, jx_html_found *found)
{
    const char *name = name_of(node);
    if (name[0] != 'h' || name[1] < '1' || name[1] > '6' || name[2] != '\0') {
        return;
    }
    const unsigned level = (unsigned)(name[1] - '0');
    assert_true(level <= found->last_heading + 1);
    assert_true(level > 1 || found->headings == 0);
    found->last_heading = level;
    found->headings++;
}

static void check_table(xmlNode *node, jx_html_found *found)
{
    if (is_element(node, "table")) {
        assert_true(has_child(node, "caption"));
        assert_true(has_child(node, "thead"));
        found->tables++;
    }
    if (is_element(node, "th")) {
        const char *scope = is_inside(node, "thead")     ? "col"
                            : has(node, "rowspan", NULL) ? "rowgroup"
                                                         : "row";
        assert_true(has(node, "scope", scope));
    }
}

static void check_drawing(xmlNode *node, jx_html_found *found)
{
    if (!is_element(node, "svg")) {
        return;
    }
    const bool told = has(node, "role", "img") && has(node, "aria-label", NULL) &&
                      !has(node, "aria-label", "") && has_child(node, "title");
    assert_true(told != has(node, "aria-hidden", "true"));
    found->drawings++;
}

static void check_nodes(xmlNode *first, jx_html_found *found)
{
    for (xmlNode *node = first; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) {
            assert_true(node->type == XML_TEXT_NODE);
            continue;
        }
        expect_known(node);
        expect_known_attributes(node);
        check_heading(node, found);
        check_table(node, found);
        check_drawing(node, found);
        found->scripts += is_element(node, "script");
        found->elements++;
        check_nodes(node->children, found);
    }
}

static xmlDoc *parse(jx_str page)
{
    xmlDoc *document = xmlReadMemory(page.data, (int)page.size, "page.html", "UTF-8",
                                     XML_PARSE_NONET | XML_PARSE_HUGE);
    assert_non_null(document);
    return document;
}

jx_html_found jx_html_expect_sound(jx_str page, jx_lang lang)
{
    jx_html_found found = {.elements = 0};
    xmlDoc *document = parse(page);
    xmlNode *root = xmlDocGetRootElement(document);
    assert_true(is_element(root, "html"));
    assert_true(has(root, "lang", lang == JX_ZH ? "zh-CN" : "en"));
    check_nodes(root, &found);
    assert_true(found.headings > 0);
    xmlFreeDoc(document);
    return found;
}

// -------------------------------------------------------------------------------------------------- text

static xmlNode *find_first(xmlNode *first, const char *element)
{
    for (xmlNode *node = first; node != NULL; node = node->next) {
        xmlNode *inside = is_element(node, element) ? node : find_first(node->children, element);
        if (inside != NULL) {
            return inside;
        }
    }
    return NULL;
}

jx_str jx_html_text_of(jx_arena *arena, jx_str page, const char *element)
{
    xmlDoc *document = parse(page);
    xmlNode *node = find_first(xmlDocGetRootElement(document), element);
    assert_non_null(node);
    xmlChar *content = xmlNodeGetContent(node);
    const jx_str text = jx_arena_copy(arena, jx_str_of((const char *)content));
    xmlFree(content);
    xmlFreeDoc(document);
    return text;
}

// ------------------------------------------------------------------------------------------------ goldens

// Cuts what lies before `mark` off *rest, the mark included; the whole of it where there is none.
static jx_str cut_behind(jx_str *rest, const char *mark)
{
    const char *at = memmem(rest->data, rest->size, mark, strlen(mark));
    const size_t size = at == NULL ? rest->size : (size_t)(at - rest->data) + strlen(mark);
    const jx_str before = jx_str_first(*rest, size);
    *rest = jx_str_from(*rest, size);
    return before;
}

static jx_str leave_out(jx_arena *arena, jx_str page, const char *from, const char *to)
{
    jx_text bare = jx_text_in(arena);
    jx_str rest = page;
    jx_text_add(&bare, cut_behind(&rest, from));
    while (rest.size > 0) {
        (void)cut_behind(&rest, to);
        jx_text_put(&bare, "…");
        jx_text_put(&bare, to);
        jx_text_add(&bare, cut_behind(&rest, from));
    }
    assert_false(bare.failed);
    return jx_text_str(&bare);
}

jx_str jx_html_bare(jx_arena *arena, jx_str page)
{
    page = leave_out(arena, page, "<style>", "</style>");
    page = leave_out(arena, page, "<script>", "</script>");
    return leave_out(arena, page, "sha256-", "&#39;");
}
