// SPDX-License-Identifier: MIT
// The sentences of losses: whether what they have in braces is a figure of the loss that they are for. [any-thread]
#ifndef JIXIAO_SCORE_LOSS_WORDS_H
#define JIXIAO_SCORE_LOSS_WORDS_H

#include "base/error.h"

#include <jixiao/plugin.h>

// Checks the plugin's sentence of a loss whose code, which has the figures, is `code`. Errors are JX_EPLUGIN, and name the
// sentence, the placeholder and the nearest one.
jx_status jx_loss_words_check(const jx_plugin *plugin,
                              const jx_loss_code *code,
                              jx_words says,
                              const jx_place *place,
                              jx_error *err);

// Checks the plugin's own sentences for those codes of the host's, whose figures are the host's.
jx_status jx_loss_words_check_all(const jx_plugin *plugin,
                                  const jx_list *codes,
                                  const jx_place *place,
                                  jx_error *err);

#endif
