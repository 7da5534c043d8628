// SPDX-License-Identifier: MIT
#include "score/losing.h"

#include "base/list.h"
#include "base/ratio.h"
#include "base/text.h"
#include "base/utf8.h"
#include "score/loss_words.h"
#include "score/run.h"

const jx_loss_code jx_missing_code = {
    "missing", {NULL}, {"没有填报实际值，按0分计", "no actual was reported, which counts 0"}};

// A plugin that reports without end must end.
enum { MOST_LOSSES = 1000, CELL_COLUMNS = 60 };

_Static_assert(MOST_LOSSES == 1000, "the limit is written in a message, too");

static bool make_room(jx_evaluator *evaluator)
{
    uint32_t capacity = evaluator->loss_capacity;
    if (evaluator->card.loss_count < capacity) {
        return true;
    }
    jx_lost *losses = jx_arena_grow(evaluator->arena, evaluator->losses, capacity * sizeof *losses,
                                    2 * (size_t)capacity * sizeof *losses);
    if (losses == NULL) {
        return false;
    }
    evaluator->losses = losses;
    evaluator->card.losses = losses;
    evaluator->loss_capacity = 2 * capacity;
    return true;
}

static jx_status fail_plugin(jx_evaluator *evaluator, jx_message message)
{
    jx_place place = jx_run_place(evaluator, JX_SLOT_ACTUAL);
    return jx_fail(&evaluator->err, &place, message, jx_str_of(evaluator->indicator->plugin->name));
}

// Whether a plugin's loss can be settled and shown; those of methods are.
static bool is_sound(const jx_loss *loss)
{
    bool sound = loss->code != NULL && jx_ratio_is_sound(loss->points);
    for (size_t i = 0; sound && i < JX_LOSS_FIGURES && loss->code->figures[i] != NULL; i++) {
        sound = jx_ratio_is_sound(loss->figures[i]);
    }
    return sound && jx_ratio_sign(loss->points) >= 0;
}

static void record(jx_evaluator *evaluator, const jx_loss *loss, const jx_taken *taken)
{
    jx_lost *lost = &evaluator->losses[evaluator->card.loss_count++];
    lost->code = loss->code;
    lost->source = evaluator->source;
    lost->points = taken->points;
    lost->cut = taken->cut;
    lost->asked = taken->asked;
    lost->exact = loss->points;
    memcpy(lost->figures, loss->figures, sizeof lost->figures);
}

jx_status jx_take(jx_evaluator *evaluator, const jx_loss *loss)
{
    jx_taken taken;
    if (!evaluator->points_only && !make_room(evaluator)) {
        return jx_fail_memory(&evaluator->err);
    }
    jx_decimal bound = (loss->flags & JX_LOSS_PAST_FLOOR) != 0 ? JX_DECIMAL_ZERO : evaluator->floor;
    if (!jx_settle_take(&evaluator->remainder, loss->points, bound, &taken)) {
        return JX_EDATA;
    }
    if (!evaluator->points_only) {
        record(evaluator, loss, &taken);
    }
    evaluator->outcome->loss_count++;
    return JX_OK;
}

static bool is_declared(const jx_list *codes, const jx_loss_code *code)
{
    for (uint32_t i = 0; i < codes->count; i++) {
        if (jx_list_at(codes, i) == code) {
            return true;
        }
    }
    return false;
}

// Sentences of the plugin's table were checked when it was loaded, those of the method with the plan.
static jx_status check_words(jx_evaluator *evaluator, const jx_loss_code *code)
{
    const jx_plan_indicator *indicator = evaluator->indicator;
    const jx_plugin *plugin = indicator->plugin;
    if (is_declared(&plugin->loss_codes, code) ||
        (!indicator->words_doubtful && is_declared(&indicator->method->codes, code))) {
        return JX_OK;
    }
    jx_place place = jx_run_place(evaluator, JX_SLOT_ACTUAL);
    return jx_loss_words_check(plugin, code, &place, &evaluator->err);
}

jx_status jx_lose(const jx_job *job, const jx_loss *loss)
{
    jx_evaluator *evaluator = job->host_data;
    const jx_plan_indicator *indicator = evaluator->indicator;
    const bool is_foreign = indicator->plugin->lose != NULL;
    if (is_foreign && !is_sound(loss)) {
        return fail_plugin(evaluator, JX_MESSAGE_LOSS_BROKEN);
    }
    if ((is_foreign || indicator->words_doubtful) && check_words(evaluator, loss->code) != JX_OK) {
        return evaluator->err.status;
    }
    if (evaluator->outcome->loss_count >= MOST_LOSSES) {
        return fail_plugin(evaluator, JX_MESSAGE_LOSSES_ENDLESS);
    }
    jx_status status = jx_take(evaluator, loss);
    return status == JX_EDATA ? jx_refuse_range(job) : status;
}

// ---------------------------------------------------------------------------------------------- refusing

// A cell as a sentence shows it: the sentence itself is not shortened.
static jx_str show_cell(const jx_evaluator *evaluator, uint32_t slot)
{
    jx_str written = jx_cell_text(&evaluator->cells[slot]);
    jx_str fitting = jx_utf8_fit(written, CELL_COLUMNS);
    if (fitting.size == written.size) {
        return written;
    }
    jx_text text = jx_text_in(evaluator->row);
    jx_text_add(&text, fitting);
    jx_text_put(&text, "…");
    return jx_text_str(&text);
}

static jx_str find_word(void *user, jx_str name)
{
    const jx_evaluator *evaluator = user;
    const jx_table_row *row = evaluator->indicator->row;
    if (jx_str_is(name, "actual")) {
        return show_cell(evaluator, JX_SLOT_ACTUAL);
    }
    if (jx_str_is(name, "baseline")) {
        return show_cell(evaluator, JX_SLOT_BASELINE);
    }
    if (jx_str_is(name, "target")) {
        return row->target;
    }
    return jx_str_is(name, "unit") ? row->unit : JX_STR_NONE;
}

// A sentence that quotes the baseline and not the actual is about the baseline's cell.
static uint32_t find_blamed(const char *sentence)
{
    const bool of_baseline =
        strstr(sentence, "{baseline}") != NULL && strstr(sentence, "{actual}") == NULL;
    return of_baseline ? JX_SLOT_BASELINE : JX_SLOT_ACTUAL;
}

jx_status jx_refuse(const jx_job *job, jx_words why)
{
    jx_evaluator *evaluator = job->host_data;
    const char *sentence = jx_words_in(why, evaluator->err.lang);
    jx_text text = jx_text_in(evaluator->row);
    jx_place place = jx_run_place(evaluator, find_blamed(sentence));
    evaluator->row_written = true;
    jx_text_fill(&text, jx_str_of(sentence), find_word, evaluator);
    return text.failed ? jx_fail_memory(&evaluator->err)
                       : jx_fail(&evaluator->err, &place, JX_MESSAGE_REFUSED, jx_text_str(&text));
}

jx_status jx_refuse_range(const jx_job *job)
{
    return jx_refuse(job, (jx_words){"“{actual}”太大，无法精确计算",
                                     "\"{actual}\" is too large to be computed exactly"});
}
