// SPDX-License-Identifier: MIT
#include "batch/plans_digest.h"

#include "base/text.h"

// Every text with its size, so that no two lists of texts read alike.
static void add(jx_text *out, jx_str text)
{
    jx_text_add_number(out, text.size);
    jx_text_add_char(out, ':');
    jx_text_add(out, text);
}

static void add_word(jx_text *out, const char *word)
{
    add(out, jx_str_of(word));
}

static void add_number(jx_text *out, uint64_t number)
{
    jx_text_add_number(out, number);
    jx_text_add_char(out, ';');
}

static void add_table(jx_text *out, const jx_table *table)
{
    add_word(out, table->path);
    add_word(out, table->digest.text);
    add_word(out, table->wordings.text);
    add_number(out, table->plugin_count);
    for (size_t i = 0; i < table->plugin_count; i++) {
        add_number(out, table->plugins[i].kind);
        add(out, table->plugins[i].name);
        add(out, table->plugins[i].version);
        add_word(out, table->plugins[i].digest.text);
    }
    add_number(out, table->script_count);
    for (size_t i = 0; i < table->script_count; i++) {
        add(out, table->scripts[i].name);
        add_word(out, table->scripts[i].path);
        add_word(out, table->scripts[i].digest.text);
    }
}

jx_status jx_plans_digest(const jx_batch *batch, jx_arena *arena, jx_digest *ret, jx_error *err)
{
    jx_text text = jx_text_in(arena);
    add_word(&text, JX_VERSION);
    add_word(&text, batch->report->reporter->name);
    add_number(&text, (uint64_t)batch->report->lang);
    add_number(&text, (uint64_t)batch->lang);
    add_number(&text, batch->limits.milliseconds);
    add_number(&text, batch->limits.bytes);
    for (size_t i = 0; i < batch->plan_count; i++) {
        const jx_plan *plan = batch->plans[i];
        add_number(&text, plan->limits.instructions);
        add_number(&text, plan->limits.bytes);
        add_number(&text, plan->limits.milliseconds);
        add_table(&text, &plan->table);
    }
    *ret = jx_digest_of(jx_text_str(&text));
    return text.failed ? jx_fail_memory(err) : JX_OK;
}
