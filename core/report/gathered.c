// SPDX-License-Identifier: MIT
#include "report/gathered.h"

#include "base/decimal.h"
#include "report/row_findings.h"
#include "report/sentence.h"
#include "report/view.h"

#include <string.h>

enum { TEXTS = 4 }; // project, instance, grade, error

// What is written of a scorecard: its head, its cells, its texts, then each loss and its sentence.
typedef struct head {
    uint64_t size; // of all, in bytes
    const jx_table *table;
    jx_decimal total;
    uint32_t state;
    uint32_t has_total;
    uint32_t cells;
    uint32_t losses;
    uint32_t texts[TEXTS];
} head;

typedef struct loss_head {
    jx_decimal points;
    uint32_t row;
    uint32_t size; // of its sentence
} loss_head;

_Static_assert(sizeof(head) % _Alignof(jx_gathered_cell) == 0, "cells stand behind the head");

// ------------------------------------------------------------------------------------------ writing

static void write_bytes(jx_text *out, const void *bytes, size_t size)
{
    jx_text_add(out, (jx_str){bytes, size});
}

static jx_gathered_cell cell_of(const jx_scorecard *card, size_t row)
{
    const jx_outcome *outcome = jx_view_outcome(card, row);
    const jx_losses losses = jx_scorecard_losses(card, row);
    jx_gathered_cell cell = {
        .points = outcome->points, .state = outcome->state, .findings = jx_row_findings(card, row)};
    for (uint32_t i = 0; i < losses.count; i++) {
        (void)jx_decimal_add(cell.lost, losses.rows[i].points, &cell.lost);
    }
    return cell;
}

static uint32_t write_losses(jx_report *report, const jx_scorecard *card, size_t row)
{
    jx_text *out = report->out;
    const jx_losses losses = jx_scorecard_losses(card, row);
    for (uint32_t i = 0; i < losses.count; i++) {
        loss_head loss = {.points = losses.rows[i].points, .row = (uint32_t)row};
        const size_t at = out->size;
        write_bytes(out, &loss, sizeof loss);
        const size_t from = out->size;
        jx_sentence_add(out, card, row, &losses.rows[i], report->lang);
        loss.size = (uint32_t)(out->size - from);
        if (!out->failed) {
            memcpy(out->data + at, &loss, sizeof loss);
        }
    }
    return losses.count;
}

static head head_of(const jx_scorecard *card)
{
    return (head){.table = card->table,
                  .total = card->total,
                  .state = card->state,
                  .has_total = jx_view_has_total(card),
                  .cells = card->outcomes == NULL ? 0 : (uint32_t)card->table->row_count};
}

static void write_texts(jx_text *out, const jx_scorecard *card, head *about)
{
    const jx_str texts[TEXTS] = {
        card->observations->project,
        card->observations->instance,
        card->grade == NULL ? JX_STR_NONE : card->grade->name,
        jx_str_of(card->state == JX_FAULTY ? card->error : NULL),
    };
    for (size_t i = 0; i < TEXTS; i++) {
        about->texts[i] = (uint32_t)texts[i].size;
        jx_text_add(out, texts[i]);
    }
}

void jx_gather_write(jx_report *report, const jx_scorecard *card)
{
    jx_text *out = report->out;
    const size_t at = out->size;
    head about = head_of(card);
    write_bytes(out, &about, sizeof about);
    for (size_t i = 0; i < about.cells; i++) {
        const jx_gathered_cell cell = cell_of(card, i);
        write_bytes(out, &cell, sizeof cell);
    }
    write_texts(out, card, &about);
    for (size_t i = 0; i < about.cells; i++) {
        about.losses += write_losses(report, card, i);
    }
    about.losses += write_losses(report, card, JX_OF_NO_ROW);
    about.size = out->size - at;
    if (!out->failed) {
        memcpy(out->data + at, &about, sizeof about);
    }
}

// ------------------------------------------------------------------------------------------ keeping

static jx_str take_text(const char **at, size_t size)
{
    const jx_str text = {*at, size};
    *at += size;
    return text;
}

static void read_losses(jx_gathered_loss *losses, size_t count, const char *at)
{
    for (size_t i = 0; i < count; i++) {
        loss_head loss;
        memcpy(&loss, at, sizeof loss);
        at += sizeof loss;
        losses[i] = (jx_gathered_loss){
            .row = loss.row, .points = loss.points, .says = take_text(&at, loss.size)};
    }
}

static void read_card(jx_gathered *card, const head *about, jx_gathered_loss *losses)
{
    const char *at = (const char *)(about + 1);
    *card = (jx_gathered){.table = about->table,
                          .state = (jx_state)about->state,
                          .has_total = about->has_total != 0,
                          .total = about->total,
                          .cells = (const jx_gathered_cell *)(const void *)at,
                          .cell_count = about->cells,
                          .losses = losses,
                          .loss_count = about->losses};
    at += about->cells * sizeof *card->cells;
    card->project = take_text(&at, about->texts[0]);
    card->instance = take_text(&at, about->texts[1]);
    card->grade = take_text(&at, about->texts[2]);
    card->error = take_text(&at, about->texts[3]);
    read_losses(losses, about->losses, at);
}

jx_status jx_gather_take(jx_report *report, jx_str written, jx_error *err)
{
    while (written.size != 0) {
        uint64_t size = 0;
        memcpy(&size, written.data, sizeof size);
        head *about = jx_arena_alloc(report->arena, size);
        jx_gathered *cards = jx_arena_room(report->arena, report->gathered, report->gathered_count,
                                           sizeof *report->gathered);
        if (about == NULL || cards == NULL) {
            return jx_fail_memory(err);
        }
        report->gathered = cards;
        memcpy(about, written.data, size);
        jx_gathered_loss *losses =
            jx_arena_array(report->arena, about->losses, sizeof(jx_gathered_loss));
        if (losses == NULL) {
            return jx_fail_memory(err);
        }
        read_card(&cards[report->gathered_count++], about, losses);
        written = jx_str_from(written, size);
    }
    return JX_OK;
}
