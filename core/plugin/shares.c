// SPDX-License-Identifier: MIT
#include "plugin/shares.h"

const char *jx_share_minimum(const jx_share *share)
{
    return share->minimum == NULL ? "0" : share->minimum;
}

const char *jx_share_maximum(const jx_share *share)
{
    return share->maximum == NULL ? "100" : share->maximum;
}

void jx_share_add(jx_text *out, const jx_share *share)
{
    const char *minimum = jx_share_minimum(share);
    const char *maximum = jx_share_maximum(share);
    jx_text_put(out, minimum);
    if (strcmp(minimum, maximum) != 0) {
        jx_text_put(out, "–");
        jx_text_put(out, maximum);
    }
}
