// SPDX-License-Identifier: MIT
#include "model/scorecard.h"

jx_str jx_state_text(jx_state state, bool of_project)
{
    static const jx_str names[] = {JX_STR("scored"), JX_STR("missing"), JX_STR("not_applicable"),
                                   JX_STR("error")};
    static const jx_str incomplete = JX_STR("incomplete");
    return of_project && state == JX_MISSING ? incomplete : names[state];
}

const char *jx_state_name(jx_state state, bool of_project)
{
    return jx_state_text(state, of_project).data;
}

static jx_losses slice(const jx_scorecard *card, uint32_t first, uint32_t count)
{
    return count == 0 ? (jx_losses){NULL, 0} : (jx_losses){card->losses + first, count};
}

jx_losses jx_scorecard_losses(const jx_scorecard *card, size_t row)
{
    if (row == JX_OF_NO_ROW) {
        return slice(card, card->first_own_loss, card->own_loss_count);
    }
    if (card->outcomes == NULL) {
        return slice(card, 0, 0);
    }
    return slice(card, card->outcomes[row].first_loss, card->outcomes[row].loss_count);
}
