// SPDX-License-Identifier: MIT
#include "rule/rule.h"

#include "rule/tokens.h"

jx_status jx_rule_read(const jx_vocabulary *vocabulary,
                       const jx_wording *wording,
                       jx_arena *arena,
                       jx_reading *ret,
                       jx_error *err)
{
    jx_normal normal;
    jx_normal name;
    jx_tokens tokens;
    if (!jx_normal_make(arena, wording->rule, &normal) ||
        !jx_normal_make(arena, wording->name, &name) ||
        !jx_tokens_make(vocabulary, arena, &normal, &name, &tokens)) {
        return jx_fail_memory(err);
    }
    *ret = (jx_reading){
        .because = {"尚不能读懂这样的扣分标准", "no such wording is understood yet"},
        .at = wording->rule,
    };
    return JX_OK;
}
