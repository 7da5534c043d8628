// SPDX-License-Identifier: MIT
#include "report/pdf_draft.h"

#include "base/list.h"
#include "model/keys.h"
#include "report/escape.h"
#include "report/view.h"

#include <string.h>

jx_pdf_draft jx_pdf_draft_of(jx_arena *arena, jx_lang lang, const jx_scorecard *card)
{
    return (jx_pdf_draft){
        .arena = arena,
        .lang = lang,
        .card = card,
        .table = jx_view_table(card),
        .raw = jx_text_in(arena),
        .lines = jx_text_in(arena),
    };
}

// Empties a scratch; that memory ran out in it is remembered.
static void empty(jx_pdf_draft *draft, jx_text *scratch)
{
    draft->failed = draft->failed || scratch->failed;
    jx_text_clear(scratch);
}

jx_text *jx_pdf_raw(jx_pdf_draft *draft)
{
    empty(draft, &draft->raw);
    return &draft->raw;
}

void jx_pdf_end_line(jx_pdf_draft *draft)
{
    if (draft->raw.size > 0) {
        jx_text_put(&draft->lines, draft->lines.size > 0 ? "\n" : "");
        jx_add_visible(&draft->lines, jx_text_str(&draft->raw));
    }
    empty(draft, &draft->raw);
}

jx_str jx_pdf_keep(jx_pdf_draft *draft)
{
    jx_pdf_end_line(draft);
    const jx_str kept = jx_arena_copy(draft->arena, jx_text_str(&draft->lines));
    draft->failed = draft->failed || kept.data == NULL;
    empty(draft, &draft->lines);
    return kept;
}

jx_str jx_pdf_keep_text(jx_pdf_draft *draft, jx_str text)
{
    jx_text_add(jx_pdf_raw(draft), text);
    return jx_pdf_keep(draft);
}

jx_str jx_pdf_label(const jx_pdf_draft *draft, jx_label label)
{
    return jx_str_of(jx_label_in(label, draft->lang));
}

void *jx_pdf_array(jx_pdf_draft *draft, size_t count, size_t size)
{
    void *array = jx_arena_array(draft->arena, count, size);
    draft->failed = draft->failed || array == NULL;
    return array;
}

jx_str jx_pdf_printed(const jx_pdf_draft *draft, uint32_t key)
{
    const jx_field *field = jx_list_at(&jx_project_keys, key);
    const jx_table *table = draft->table;
    for (size_t i = 0; i < table->printed_count; i++) {
        if (strcmp(table->printed[i].label.en, field->says.en) == 0) {
            return table->printed[i].text;
        }
    }
    return JX_STR_NONE;
}
