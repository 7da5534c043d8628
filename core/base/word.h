// SPDX-License-Identifier: MIT
// Bytes taken eight or four at a time, the first one lowest, from any address. All functions: [any-thread]
#ifndef JIXIAO_BASE_WORD_H
#define JIXIAO_BASE_WORD_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t jx_word_load(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

static inline uint32_t jx_word_load_half(const char *at)
{
    uint32_t word;
    memcpy(&word, at, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap32(word);
#endif
    return word;
}

// A text of 1 to 7 bytes, its first byte lowest, zeros above.
static inline uint64_t jx_word_of(const char *text, size_t size)
{
    if (size >= 4) {
        return jx_word_load_half(text) | (uint64_t)jx_word_load_half(text + size - 4)
                                             << (8 * (size - 4));
    }
    return (uint64_t)(unsigned char)text[0] |
           (uint64_t)(unsigned char)text[size / 2] << (8 * (size / 2)) |
           (uint64_t)(unsigned char)text[size - 1] << (8 * (size - 1));
}

// Copies bytes that do not overlap; quick where they are few. Returns where the copy ends.
static inline char *jx_word_copy(char *to, const char *from, size_t size)
{
    if (size > 16) {
        memcpy(to, from, size);
    } else if (size >= 8) {
        memcpy(to, from, 8);
        memcpy(to + size - 8, from + size - 8, 8);
    } else if (size >= 4) {
        memcpy(to, from, 4);
        memcpy(to + size - 4, from + size - 4, 4);
    } else if (size > 0) {
        to[0] = from[0];
        to[size / 2] = from[size / 2];
        to[size - 1] = from[size - 1];
    }
    return to + size;
}

// The high bit of every byte that is `byte`; 0 where none is.
static inline uint64_t jx_word_mark(uint64_t word, char byte)
{
    const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F);
    const uint64_t differs = word ^ UINT64_C(0x0101010101010101) * (unsigned char)byte;
    return ~(((differs & low) + low) | differs | low);
}

#endif
