// SPDX-License-Identifier: MIT
// Numbers without pattern, the same in every run.
#ifndef JIXIAO_TESTS_SUPPORT_JX_RANDOM_H
#define JIXIAO_TESTS_SUPPORT_JX_RANDOM_H

#include <stddef.h>
#include <stdint.h>

typedef struct jx_random {
    uint64_t state;
} jx_random;

static inline jx_random jx_random_from(uint64_t seed)
{
    return (jx_random){seed};
}

static inline uint64_t jx_random_next(jx_random *random)
{
    random->state = random->state * UINT64_C(0xD1342543DE82EF95) + UINT64_C(0x2545F4914F6CDD1D);
    const uint64_t bits = random->state ^ (random->state >> 29);
    return (bits * UINT64_C(0xA24BAED4963EE407)) ^ (bits >> 32);
}

// 0 to below - 1
static inline size_t jx_random_below(jx_random *random, size_t below)
{
    return (size_t)((jx_random_next(random) >> 24) % below);
}

#endif
