// SPDX-License-Identifier: MIT
#include "plugin/host_numbers.h"

#include "base/decimal.h"
#include "base/ratio.h"

#include <stdbool.h>

static int32_t status_of(bool done)
{
    return done ? JX_OK : JX_EDATA;
}

static bool are_sound(jx_decimal a, jx_decimal b)
{
    return jx_decimal_is_sound(a) && jx_decimal_is_sound(b);
}

static bool are_sound_ratios(jx_ratio a, jx_ratio b)
{
    return jx_ratio_is_sound(a) && jx_ratio_is_sound(b);
}

static int32_t add(jx_decimal a, jx_decimal b, jx_decimal *ret)
{
    return status_of(are_sound(a, b) && jx_decimal_add(a, b, ret));
}

static int32_t subtract(jx_decimal a, jx_decimal b, jx_decimal *ret)
{
    return status_of(are_sound(a, b) && jx_decimal_subtract(a, b, ret));
}

static int32_t multiply(jx_decimal a, jx_decimal b, jx_decimal *ret)
{
    return status_of(are_sound(a, b) && jx_decimal_multiply(a, b, ret));
}

static int32_t multiply_divide(
    jx_decimal a, jx_decimal b, jx_decimal c, uint32_t places, uint32_t rounding, jx_decimal *ret)
{
    return status_of(are_sound(a, b) && jx_decimal_is_sound(c) &&
                     jx_decimal_multiply_divide(a, b, c, places, rounding, ret));
}

static int32_t compare(jx_decimal a, jx_decimal b)
{
    return are_sound(a, b) ? jx_decimal_compare(a, b) : 0;
}

static int32_t ratio_add(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    return status_of(are_sound_ratios(a, b) && jx_ratio_add(a, b, ret));
}

static int32_t ratio_subtract(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    return status_of(are_sound_ratios(a, b) && jx_ratio_subtract(a, b, ret));
}

static int32_t ratio_multiply(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    return status_of(are_sound_ratios(a, b) && jx_ratio_multiply(a, b, ret));
}

static int32_t ratio_divide(jx_ratio a, jx_ratio b, jx_ratio *ret)
{
    return status_of(are_sound_ratios(a, b) && jx_ratio_divide(a, b, ret));
}

static int32_t ratio_compare(jx_ratio a, jx_ratio b, int32_t *ret)
{
    if (!are_sound_ratios(a, b)) {
        return JX_EDATA;
    }
    *ret = jx_ratio_compare(a, b);
    return JX_OK;
}

void jx_host_numbers(jx_host *host)
{
    host->decimal = jx_decimal_make;
    host->add = add;
    host->subtract = subtract;
    host->multiply = multiply;
    host->multiply_divide = multiply_divide;
    host->compare = compare;
    host->ratio = jx_ratio_of;
    host->ratio_add = ratio_add;
    host->ratio_subtract = ratio_subtract;
    host->ratio_multiply = ratio_multiply;
    host->ratio_divide = ratio_divide;
    host->ratio_compare = ratio_compare;
}
