// SPDX-License-Identifier: MIT
#include "score/host.h"

#include "plugin/host_numbers.h"
#include "score/draft.h"
#include "score/losing.h"
#include "score/run.h"

static int32_t lose_by_method(const jx_job *job)
{
    const jx_evaluator *evaluator = job->host_data;
    return evaluator->indicator->method->lose(evaluator->indicator->terms, job);
}

static int32_t reject(const jx_indicator *indicator, const char *key, jx_words why)
{
    const jx_indicator_draft *in = indicator->host_data;
    jx_faults *faults = in->draft->faults;
    jx_place place = key == NULL ? jx_draft_place(in->draft, in->section)
                                 : jx_draft_key_place(in->draft, in->section, key);
    return jx_fault(faults, &place, JX_MESSAGE_REJECTED, jx_str_of(jx_words_in(why, faults->lang)));
}

void jx_score_host(jx_host *ret)
{
    *ret = (jx_host){
        .struct_size = sizeof *ret,
        .abi_minor = 0,
        .lose = jx_lose,
        .lose_by_method = lose_by_method,
        .refuse = jx_refuse,
        .reject = reject,
    };
    jx_host_numbers(ret);
}
