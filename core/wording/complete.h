// SPDX-License-Identifier: MIT
// A project file by words alone: indicators that state a rule and no method are given the keys that their wording means,
// before the plan is made. [any-thread]
#ifndef JIXIAO_WORDING_COMPLETE_H
#define JIXIAO_WORDING_COMPLETE_H

#include "base/arena.h"
#include "base/error.h"
#include "model/project.h"
#include "rule/rule.h"

#include <stdbool.h>

// Whether any of its indicators is to be scored by its words.
bool jx_project_wants_words(const jx_project *project);

// The project with those keys, in the arena; the very project where nothing was to be read. Wordings that are unclear say why in
// their section, which the plan turns into a fault. JX_ESYSTEM.
jx_status jx_project_complete(const jx_vocabulary *vocabulary,
                              jx_arena *arena,
                              const jx_project *project,
                              const jx_project **ret,
                              jx_error *err);

#endif
