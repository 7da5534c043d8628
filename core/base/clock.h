// SPDX-License-Identifier: MIT
// Time that only goes forwards, for what takes how long. [any-thread]
#ifndef JIXIAO_BASE_CLOCK_H
#define JIXIAO_BASE_CLOCK_H

#include <stdint.h>
#include <time.h>

// Milliseconds since some moment that stays the same while the machine runs.
static inline int64_t jx_clock_now(void)
{
    enum { MILLISECONDS = 1000, NANOSECONDS = 1000000 };
    struct timespec time = {0, 0};
    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * MILLISECONDS + time.tv_nsec / NANOSECONDS;
}

#endif
