// SPDX-License-Identifier: MIT
// The sentences of losses: whether what they have in braces is a figure of the loss that they are for. [any-thread]
#ifndef JIXIAO_SCORE_LOSS_WORDS_H
#define JIXIAO_SCORE_LOSS_WORDS_H

#include "base/error.h"

#include <jixiao/plugin.h>

// Checks the sentence that reports have for a loss of that code: the plugin's own for its name, else that of the code, which
// has the figures. Errors are JX_EPLUGIN, and name the sentence, the placeholder and the nearest one.
jx_status jx_loss_words_check(const jx_plugin *plugin,
                              const jx_loss_code *code,
                              const jx_place *place,
                              jx_error *err);

#endif
