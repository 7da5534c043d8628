// SPDX-License-Identifier: MIT
#include "read/well_formed.h"

#include "base/utf8.h"

#include <stdint.h>
#ifdef __SSE2__
#  include <emmintrin.h>
#endif

enum { LONGEST = 4 };

#ifdef __SSE2__

enum { STRIDE = 16 };

// How many of the next 16 bytes are ASCII before the first one that is not.
static unsigned count_ascii(const unsigned char *at)
{
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)at);
    const unsigned high = (unsigned)_mm_movemask_epi8(bytes);
    return high == 0 ? STRIDE : (unsigned)__builtin_ctz(high);
}

#else

enum { STRIDE = 8 };

static unsigned count_ascii(const unsigned char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return (word & UINT64_C(0x8080808080808080)) == 0 ? STRIDE : 0;
}

#endif

static const unsigned char *skip_ascii(const unsigned char *at, const unsigned char *end)
{
    unsigned count = STRIDE;
    while (count == STRIDE && (size_t)(end - at) >= STRIDE) {
        count = count_ascii(at);
        at += count;
    }
    while (at < end && *at < 0x80u) {
        at++;
    }
    return at;
}

// The characters of three bytes that need no second look: all but those that begin with E0 or ED.
static const unsigned char *skip_chinese(const unsigned char *at, const unsigned char *end)
{
    while (end - at >= 3 && (at[0] & 0xF0u) == 0xE0u && at[0] != 0xE0u && at[0] != 0xEDu &&
           (at[1] & 0xC0u) == 0x80u && (at[2] & 0xC0u) == 0x80u) {
        at += 3;
    }
    return at;
}

static size_t length_at(const unsigned char *at, const unsigned char *end)
{
    size_t length = 1;
    while (length < LONGEST && at + length < end && (at[length] & 0xC0u) == 0x80u) {
        length++;
    }
    return length;
}

bool jx_well_formed(jx_str text, size_t *ret_bad)
{
    const char *nul = text.size == 0 ? NULL : memchr(text.data, '\0', text.size);
    const size_t size = nul == NULL ? text.size : (size_t)(nul - text.data);
    const unsigned char *const start = (const unsigned char *)text.data;
    const unsigned char *const end = size == 0 ? start : start + size;
    for (const unsigned char *at = start; (at = skip_ascii(at, end)) < end;) {
        const unsigned char *behind = skip_chinese(at, end);
        if (behind == at) {
            size_t bad = 0;
            const jx_str character = {text.data + (at - start), length_at(at, end)};
            if (!jx_utf8_check(character, &bad)) {
                *ret_bad = (size_t)(at - start) + bad;
                return false;
            }
            behind = at + character.size;
        }
        at = behind;
    }
    *ret_bad = size;
    return nul == NULL;
}

bool jx_is_ascii(jx_str text)
{
    const unsigned char *const start = (const unsigned char *)text.data;
    const unsigned char *const end = text.size == 0 ? start : start + text.size;
    return skip_ascii(start, end) == end;
}
