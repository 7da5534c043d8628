// SPDX-License-Identifier: MIT
// What stands above the table of a printed form, and below it: title, result, facts; signatures, the foot of pages.
#include "base/decimal.h"
#include "model/keys.h"
#include "model/sheet.h"
#include "report/cells.h"
#include "report/pdf_draft.h"
#include "report/sentence.h"
#include "report/view.h"

#include <string.h>

// Texts of [project] that stand in one line. What is `always` there is left blank to be filled in by hand.
static const struct pair {
    uint32_t keys[2];
    jx_label labels[2];
    bool always;
} pairs[] = {
    {{JX_PROJECT_DEPARTMENT, JX_PROJECT_UNIT},
     {JX_LABEL_SELF_DEPARTMENT, JX_LABEL_SELF_UNIT},
     true},
    {{JX_PROJECT_CONTACT, JX_PROJECT_PHONE}, {JX_LABEL_SELF_CONTACT, JX_LABEL_SELF_PHONE}, false},
    {{JX_PROJECT_PERIOD, JX_PROJECT_ATTRIBUTE},
     {JX_LABEL_SELF_PERIOD, JX_LABEL_SELF_ATTRIBUTE},
     false},
};

enum { PAIRS = sizeof pairs / sizeof pairs[0], FACTS_MOST = 2 * PAIRS + 5 };

static void add_fact(
    jx_pdf_draft *draft, jx_pdf_fact *facts, jx_label label, jx_str text, bool wide)
{
    facts[draft->document.fact_count++] = (jx_pdf_fact){
        .label = jx_pdf_label(draft, label),
        .text = jx_pdf_keep_text(draft, text),
        .wide = wide,
    };
}

// ------------------------------------------------------------------------------------------- the funds

static const struct amount {
    uint32_t key; // of [project]
    jx_label label;
    uint32_t slot; // of the row that the funds are in
} amounts[] = {
    {JX_PROJECT_BUDGET, JX_LABEL_SELF_BUDGET, JX_SLOT_BASELINE},
    {JX_PROJECT_EXECUTED, JX_LABEL_SELF_EXECUTED, JX_SLOT_ACTUAL},
};

// The one row whose category is about spending the budget, and that says how much the budget was.
static size_t find_funds(const jx_pdf_draft *draft)
{
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < draft->table->row_count; i++) {
        const jx_table_row *row = &draft->table->rows[i];
        const char *label = draft->table->categories[row->category].label.zh;
        if (strstr(label, "预算执行") != NULL) {
            if (found != SIZE_MAX) {
                return SIZE_MAX;
            }
            found = i;
        }
    }
    return found;
}

// As it is printed, else as it was achieved, with its unit.
static void add_amount(jx_pdf_draft *draft,
                       jx_pdf_fact *facts,
                       const struct amount *amount,
                       size_t row)
{
    jx_text text = jx_text_in(draft->arena);
    const jx_str stated = jx_pdf_printed(draft, amount->key);
    jx_text_add(&text, stated);
    if (stated.size == 0 && row != SIZE_MAX) {
        const jx_str unit = draft->table->rows[row].unit;
        const jx_str written = jx_view_cell(draft->card, row, amount->slot);
        jx_text_add(&text, written);
        jx_text_add(&text, written.size == 0 || jx_str_ends(written, unit) ? JX_STR_NONE : unit);
    }
    draft->failed = draft->failed || text.failed;
    add_fact(draft, facts, amount->label, jx_text_str(&text), false);
}

static void add_funds(jx_pdf_draft *draft, jx_pdf_fact *facts)
{
    const size_t row = find_funds(draft);
    const bool stated =
        row != SIZE_MAX && jx_view_cell(draft->card, row, JX_SLOT_BASELINE).size > 0;
    for (size_t i = 0; i < sizeof amounts / sizeof amounts[0]; i++) {
        add_amount(draft, facts, &amounts[i], stated ? row : SIZE_MAX);
    }
}

// -------------------------------------------------------------------------------------------- the head

static void add_name(jx_pdf_draft *draft, jx_pdf_fact *facts)
{
    const jx_str instance = draft->card->observations->instance;
    jx_text name = jx_text_in(draft->arena);
    jx_text_add(&name, draft->table->name);
    if (instance.size > 0) {
        jx_bracketed_add(&name, instance, draft->lang);
    }
    draft->failed = draft->failed || name.failed;
    add_fact(draft, facts, JX_LABEL_SELF_NAME, jx_text_str(&name), true);
}

static void add_pair(jx_pdf_draft *draft, jx_pdf_fact *facts, const struct pair *pair)
{
    const jx_str left = jx_pdf_printed(draft, pair->keys[0]);
    const jx_str right = jx_pdf_printed(draft, pair->keys[1]);
    if (pair->always || left.size > 0 || right.size > 0) {
        add_fact(draft, facts, pair->labels[0], left, false);
        add_fact(draft, facts, pair->labels[1], right, false);
    }
}

static void add_facts(jx_pdf_draft *draft)
{
    jx_pdf_fact *facts = jx_pdf_array(draft, FACTS_MOST, sizeof *facts);
    if (facts == NULL) {
        return;
    }
    draft->document.facts = facts;
    add_name(draft, facts);
    for (size_t i = 0; i < PAIRS; i++) {
        add_pair(draft, facts, &pairs[i]);
    }
    add_funds(draft, facts);
    add_fact(draft, facts, JX_LABEL_GOAL, draft->table->goal, true);
    const jx_str remark = jx_pdf_printed(draft, JX_PROJECT_REMARK);
    if (remark.size > 0) {
        add_fact(draft, facts, JX_LABEL_NOTE, remark, true);
    }
}

static void add_results(jx_pdf_draft *draft)
{
    const jx_scorecard *card = draft->card;
    char full[JX_DECIMAL_TEXT];
    jx_text *raw = jx_pdf_raw(draft);
    if (jx_view_has_total(card)) {
        jx_points_add(raw, draft->table, card->total);
        jx_text_put(raw, " / ");
        jx_text_add(raw, jx_decimal_format(draft->table->full, 0, full));
    }
    draft->document.results[0] =
        (jx_pdf_fact){.label = jx_pdf_label(draft, JX_LABEL_TOTAL), .text = jx_pdf_keep(draft)};
    jx_text_add(jx_pdf_raw(draft),
                card->grade != NULL
                    ? card->grade->name
                    : jx_str_of(jx_words_in(jx_state_words(card->state, true), draft->lang)));
    draft->document.results[1] = (jx_pdf_fact){
        .label = jx_pdf_label(draft, card->grade != NULL ? JX_LABEL_GRADE : JX_LABEL_STATUS),
        .text = jx_pdf_keep(draft)};
}

void jx_pdf_add_head(jx_pdf_draft *draft)
{
    jx_pdf_document *document = &draft->document;
    document->language = draft->lang == JX_EN ? "en" : "zh-cn";
    document->title = jx_pdf_label(draft, JX_LABEL_SELF_TITLE);
    jx_text *raw = jx_pdf_raw(draft);
    if (draft->table->year != 0) {
        char year[JX_NUMBER_TEXT];
        jx_label_add(raw, draft->lang, JX_LABEL_SELF_OF_YEAR,
                     jx_str_number((uint64_t)draft->table->year, year));
    }
    document->subtitle = jx_pdf_keep(draft);
    add_results(draft);
    add_facts(draft);
}

// -------------------------------------------------------------------------------------------- the foot

enum { BY_HAND = JX_PROJECT_KEY_COUNT };

static const struct signature {
    jx_label label;
    uint32_t key; // BY_HAND: none
    bool is_date;
} signatures[JX_PDF_SIGNATURES] = {
    {JX_LABEL_SELF_PREPARER, JX_PROJECT_PREPARER, false},
    {JX_LABEL_SELF_HEAD_OF_UNIT, BY_HAND, false},
    {JX_LABEL_SELF_SEAL, BY_HAND, false},
    {JX_LABEL_SELF_DATE, JX_PROJECT_DATE, true},
};

static jx_pdf_fact keep_signature(jx_pdf_draft *draft, const struct signature *of)
{
    const jx_str stated = of->key == BY_HAND ? JX_STR_NONE : jx_pdf_printed(draft, of->key);
    const bool by_hand = of->is_date && stated.size == 0;
    return (jx_pdf_fact){
        .label = jx_pdf_label(draft, of->label),
        .text = by_hand ? jx_pdf_label(draft, JX_LABEL_PDF_DATE_BLANK)
                        : jx_pdf_keep_text(draft, stated),
    };
}

// Whoever knows the numbers puts them in between.
static void cut_page_words(jx_pdf_draft *draft)
{
    enum { NUMBER = '\n' };
    const jx_str gap = JX_STR("\n");
    jx_text words = jx_text_in(draft->arena);
    jx_label_add(&words, draft->lang, JX_LABEL_PDF_PAGE, gap, gap);
    jx_str rest = jx_text_end(&words);
    draft->failed = draft->failed || rest.data == NULL;
    for (size_t i = 0; i < JX_PDF_PAGE_WORDS && rest.data != NULL; i++) {
        draft->document.page_words[i] = jx_str_next(&rest, NUMBER);
    }
}

void jx_pdf_add_foot(jx_pdf_draft *draft)
{
    jx_pdf_document *document = &draft->document;
    const jx_str instance = draft->card->observations->instance;
    for (size_t i = 0; i < JX_PDF_SIGNATURES; i++) {
        document->signatures[i] = keep_signature(draft, &signatures[i]);
    }
    cut_page_words(draft);
    jx_text *raw = jx_pdf_raw(draft);
    jx_text_add(raw, draft->table->name);
    const jx_str id = instance.size > 0 ? instance : draft->table->id;
    if (id.size > 0) {
        jx_bracketed_add(raw, id, draft->lang);
    }
    document->running = jx_pdf_keep(draft);
    document->name = document->running.data; // which ends in NUL
    document->engine = "jixiao " JX_VERSION;
}
