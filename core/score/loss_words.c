// SPDX-License-Identifier: MIT
#include "score/loss_words.h"

#include "base/list.h"
#include "model/placeholders.h"

static jx_status check_sentence(const jx_plugin *plugin,
                                const jx_loss_code *code,
                                const char *says,
                                const jx_place *place,
                                jx_error *err)
{
    jx_placeholder_fault fault;
    const jx_placeholder_set set = {code->figures, true};
    const jx_str text = jx_str_of(says);
    if (jx_placeholders_are_known(text, &set, &fault)) {
        return JX_OK;
    }
    const jx_message message =
        fault.nearest.data == NULL ? JX_MESSAGE_LOSS_PLACEHOLDER : JX_MESSAGE_LOSS_PLACEHOLDER_NEAR;
    return jx_fail(err, place, message, jx_str_of(plugin->name), jx_str_of(code->code), text,
                   fault.name, fault.nearest);
}

static jx_words find_words(const jx_plugin *plugin, const jx_loss_code *code)
{
    const jx_list *own = &plugin->loss_codes;
    for (uint32_t i = 0; i < own->count; i++) {
        const jx_loss_code *row = jx_list_at(own, i);
        if (jx_str_is(jx_str_of(row->code), code->code)) {
            return row->says;
        }
    }
    return code->says;
}

jx_status jx_loss_words_check(const jx_plugin *plugin,
                              const jx_loss_code *code,
                              const jx_place *place,
                              jx_error *err)
{
    const jx_words says = find_words(plugin, code);
    jx_status status = check_sentence(plugin, code, says.zh, place, err);
    return status != JX_OK ? status : check_sentence(plugin, code, says.en, place, err);
}
