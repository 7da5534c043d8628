// SPDX-License-Identifier: MIT
// Points that a project file states for a figure: at most the weight. More decimals than points have are kept and
// rounded with the remainder. [any-thread]
#ifndef JIXIAO_SCORE_POINTS_H
#define JIXIAO_SCORE_POINTS_H

#include "score/method.h"

// Checks points that were read from `text`; what they leave of the weight goes to *ret_lost.
jx_status jx_points_check(const jx_method_source *source,
                          const jx_place *place,
                          jx_str text,
                          jx_decimal points,
                          jx_decimal *ret_lost,
                          jx_error *err);

// Reads and checks them: N points, or N% of the weight.
jx_status jx_points_read(const jx_method_source *source,
                         const jx_place *place,
                         jx_str text,
                         jx_decimal *ret,
                         jx_decimal *ret_lost,
                         jx_error *err);

#endif
