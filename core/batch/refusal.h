// SPDX-License-Identifier: MIT
// What is known of a project before it is scored, as an error of it. [worker]
#ifndef JIXIAO_BATCH_REFUSAL_H
#define JIXIAO_BATCH_REFUSAL_H

#include "batch/worker.h"

// Makes what the mark says the fault of the observations. *err is where it is kept, as long as they are.
void jx_refuse_marked(const jx_work *work,
                      const jx_mark *mark,
                      jx_observations *observations,
                      jx_error *err);

#endif
