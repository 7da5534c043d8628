// SPDX-License-Identifier: MIT
#include "score/points.h"

#include "base/decimal.h"
#include "plugin/fields.h"

jx_status jx_points_check(const jx_method_source *source,
                          const jx_place *place,
                          jx_str text,
                          jx_decimal points,
                          jx_decimal *ret_lost,
                          jx_error *err)
{
    jx_decimal lost;
    if (!jx_decimal_subtract(source->indicator->weight, points, &lost) ||
        jx_decimal_sign(lost) < 0) {
        return jx_fail(err, place, JX_MESSAGE_ABOVE_WEIGHT, text);
    }
    *ret_lost = lost;
    return JX_OK;
}

jx_status jx_points_read(const jx_method_source *source,
                         const jx_place *place,
                         jx_str text,
                         jx_decimal *ret,
                         jx_decimal *ret_lost,
                         jx_error *err)
{
    static const jx_field field = {JX_FIELD_POINTS,       0, "points", NULL, NULL, "0", NULL,
                                   {"得分", "the points"}};
    jx_field_context context = {.arena = source->arena, .weight = source->indicator->weight};
    jx_value value = {.given = 0};
    jx_status status = jx_field_parse(&field, text, &context, place, &value, err);
    *ret = value.number;
    return status != JX_OK ? status
                           : jx_points_check(source, place, text, value.number, ret_lost, err);
}
