// SPDX-License-Identifier: MIT
#include "report/explanation.h"

#include "base/decimal.h"
#include "base/ratio.h"
#include "report/scratch.h"
#include "report/sentence.h"

void jx_explanation_label(jx_explanation *about, jx_label label)
{
    jx_text_put(&about->page.raw, jx_label_in(label, about->page.lang));
}

void jx_explanation_points(jx_explanation *about, jx_decimal points)
{
    jx_points_add(&about->page.raw, about->table, points);
}

void jx_explanation_number(jx_explanation *about, jx_decimal number)
{
    char buffer[JX_DECIMAL_TEXT];
    jx_text_add(&about->page.raw, jx_decimal_format(number, 0, buffer));
}

void jx_explanation_paragraph(jx_explanation *about, size_t indent, jx_tone tone)
{
    jx_page_paragraph(&about->page, (jx_page_cell){.indent = 0}, indent, tone);
}

void jx_explanation_sentence(jx_explanation *about, jx_tone tone)
{
    jx_explanation_label(about, JX_LABEL_STOP);
    jx_explanation_paragraph(about, JX_EXPLANATION_INDENT, tone);
}

void jx_explanation_filled(jx_explanation *about, jx_label label, jx_text *argument)
{
    jx_label_add(&about->page.raw, about->page.lang, label, jx_text_str(argument));
    jx_scratch_end(about->page.out, argument);
}

bool jx_explanation_is_exactly(jx_ratio ratio, jx_decimal number)
{
    return jx_ratio_compare(ratio, jx_ratio_of(number)) == 0;
}

jx_label jx_explanation_rounding(const jx_table *table)
{
    static const jx_label labels[] = {
        [JX_ROUND_HALF_UP] = JX_LABEL_HALF_UP,
        [JX_ROUND_HALF_EVEN] = JX_LABEL_HALF_EVEN,
        [JX_ROUND_DOWN] = JX_LABEL_DOWN,
    };
    return labels[table->rounding];
}
