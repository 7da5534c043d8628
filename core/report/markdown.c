// SPDX-License-Identifier: MIT
#include "report/markdown.h"

#include "base/decimal.h"
#include "report/escape.h"
#include "report/scratch.h"
#include "report/sentence.h"
#include "report/view.h"

jx_markdown jx_markdown_on(jx_report *report, const jx_scorecard *card)
{
    return (jx_markdown){.out = report->out,
                         .lang = report->lang,
                         .table = card == NULL ? NULL : jx_view_table(card),
                         .raw = jx_text_in(report->out->arena)};
}

jx_text *jx_markdown_raw(jx_markdown *page)
{
    jx_scratch_end(page->out, &page->raw);
    return &page->raw;
}

void jx_markdown_add_raw(jx_markdown *page)
{
    jx_add_markdown(page->out, jx_text_str(&page->raw));
    jx_scratch_end(page->out, &page->raw);
}

void jx_markdown_label(jx_markdown *page, jx_label label)
{
    jx_text_put(page->out, jx_label_in(label, page->lang));
}

void jx_markdown_heading(jx_markdown *page, jx_label label)
{
    jx_text_put(page->out, "\n## ");
    jx_markdown_label(page, label);
    jx_text_put(page->out, "\n\n");
}

void jx_markdown_label_cell(jx_markdown *page, jx_label label)
{
    jx_text_put(page->out, " ");
    jx_markdown_label(page, label);
    jx_text_put(page->out, " |");
}

void jx_markdown_cell(jx_markdown *page, jx_str text)
{
    jx_text_put(page->out, " ");
    jx_add_markdown(page->out, text);
    jx_text_put(page->out, " |");
}

void jx_markdown_raw_cell(jx_markdown *page)
{
    jx_text_put(page->out, " ");
    jx_markdown_add_raw(page);
    jx_text_put(page->out, " |");
}

void jx_markdown_weight_cell(jx_markdown *page, jx_decimal weight)
{
    char buffer[JX_DECIMAL_TEXT];
    jx_markdown_cell(page, jx_decimal_format(weight, 0, buffer));
}

void jx_markdown_points_cell(jx_markdown *page, const jx_decimal *points)
{
    char buffer[JX_DECIMAL_TEXT];
    jx_markdown_cell(page,
                     points == NULL ? JX_STR_NONE : jx_points_format(page->table, *points, buffer));
}

void jx_markdown_fact(jx_markdown *page, jx_label label, jx_str text)
{
    if (text.size == 0) {
        return;
    }
    jx_text_put(page->out, "- ");
    jx_markdown_label(page, label);
    jx_markdown_label(page, JX_LABEL_COLON);
    jx_add_markdown(page->out, text);
    jx_text_put(page->out, "\n");
}

void jx_markdown_item(jx_markdown *page, jx_str name)
{
    jx_text_put(page->out, "- **");
    jx_add_markdown(page->out, name);
    jx_text_put(page->out, "**");
}
