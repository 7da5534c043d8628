// SPDX-License-Identifier: MIT
// Brings no measure of its own, and takes no indicator.
#define CREATE create
#define MEASURE_LIST                                                                               \
  {                                                                                                \
    NULL, 0, 0                                                                                     \
  }
#include <jixiao/plugin.h>

static int32_t create(const jx_host *host, const jx_indicator *indicator, void **ret);

#include "skeleton.h"

static int32_t create(const jx_host *host, const jx_indicator *indicator, void **ret)
{
    (void)ret;
    (void)measures;
    return host->reject(indicator, NULL, (jx_words){"从不", "never"});
}
