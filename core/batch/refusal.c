// SPDX-License-Identifier: MIT
#include "batch/refusal.h"

#include <signal.h>
#include <string.h>

enum { MIB_BITS = 20 };

void jx_refuse_marked(const jx_work *work,
                      const jx_mark *mark,
                      jx_observations *observations,
                      jx_error *err)
{
    const jx_place place = {.file = jx_observations_where(observations),
                            .line = observations->line,
                            .project = jx_str_trim(observations->project)};
    char number[JX_NUMBER_TEXT];
    const jx_str memory = jx_str_number(work->limits.bytes >> MIB_BITS, number);
    *err = JX_ERROR(work->lang);
    switch (mark->kind) {
    case JX_MARK_AGAIN:
        jx_actuals_refuse_again(work->actuals, observations);
        return;
    case JX_MARK_CRASHED:
        (void)(mark->number == SIGSYS
                   ? jx_fail(err, &place, JX_MESSAGE_WORKER_FORBIDDEN, JX_STR_NONE)
                   : jx_fail(err, &place, JX_MESSAGE_WORKER_CRASHED,
                             jx_str_of(sigabbrev_np(mark->number)), memory));
        break;
    case JX_MARK_ENDED:
        (void)jx_fail(err, &place, JX_MESSAGE_WORKER_ENDED,
                      jx_str_number((uint64_t)mark->number, number));
        break;
    case JX_MARK_FULL:
        (void)jx_fail(err, &place, JX_MESSAGE_WORKER_FULL, memory);
        break;
    case JX_MARK_LATE:
        (void)jx_fail(err, &place, JX_MESSAGE_WORKER_LATE,
                      jx_str_number(work->limits.milliseconds, number));
    }
    observations->fault = err;
}
