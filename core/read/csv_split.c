// SPDX-License-Identifier: MIT
#include "read/csv_split.h"

#include "base/word.h"

#include <stdint.h>
#ifdef __SSE2__
#  include <emmintrin.h>
#endif

_Static_assert(sizeof(uint64_t) <= JX_CSV_SLACK, "a word may reach beyond the record");

// ------------------------------------------------------------------------------------------------- lines

enum { STRIDE = 16 };

_Static_assert((int)STRIDE <= (int)JX_CSV_SLACK, "a stride may reach beyond the text");

// Among the next 16 bytes, a bit for each that is…
typedef struct marks {
    uint32_t commas;
    uint32_t stops; // a line end, a carriage return, a quote
} marks;

#ifdef __SSE2__

static marks mark(const char *at)
{
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)at);
    const __m128i lines = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'));
    const __m128i carriages = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r'));
    const __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    const __m128i stops = _mm_or_si128(lines, _mm_or_si128(carriages, quotes));
    const __m128i commas = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(','));
    return (marks){(uint32_t)_mm_movemask_epi8(commas), (uint32_t)_mm_movemask_epi8(stops)};
}

#else

static marks mark(const char *at)
{
    marks found = {0, 0};
    for (uint32_t i = 0; i < STRIDE; i++) {
        const char byte = at[i];
        found.commas |= (uint32_t)(byte == ',') << i;
        found.stops |= (uint32_t)(byte == '\n' || byte == '\r' || byte == '"') << i;
    }
    return found;
}

#endif

// The size of the line end at `at`; 0 where there is none.
static size_t line_end_size(const char *at, const char *end)
{
    if (*at == '\n') {
        return 1;
    }
    return *at == '\r' && end - at > 1 && at[1] == '\n' ? 2 : 0;
}

size_t jx_csv_split_line(jx_str text, jx_str *fields, size_t room, size_t *ret_count)
{
    const char *const end = text.data + text.size;
    const char *field = text.data;
    jx_str *next = fields;
    jx_str *const last = fields + (room - STRIDE);
    for (const char *at = text.data; at < end && next < last; at += STRIDE) {
        const marks found = mark(at);
        uint32_t commas = found.commas & (found.stops ^ (found.stops - 1)); // those before a stop
        for (; commas != 0; commas &= commas - 1) {
            const char *comma = at + __builtin_ctz(commas);
            *next++ = (jx_str){field, (size_t)(comma - field)};
            field = comma + 1;
        }
        if (found.stops != 0) {
            const char *stop = at + __builtin_ctz(found.stops);
            const size_t size = (size_t)(stop - text.data);
            const size_t behind = stop < end ? line_end_size(stop, end) : 0;
            *next++ = (jx_str){field, (size_t)(stop - field)};
            *ret_count = (size_t)(next - fields);
            return size == 0 || size > JX_CSV_LINE || behind == 0 ? 0 : size + behind;
        }
    }
    return 0;
}

size_t jx_csv_split_plain(jx_str record, jx_str *fields)
{
    const char *const end = record.data + record.size;
    const char *field = record.data;
    size_t count = 0;
    for (const char *at = record.data; at < end; at += sizeof(uint64_t)) {
        uint64_t commas = jx_word_mark(jx_word_load(at), ',');
        const size_t left = (size_t)(end - at);
        if (left < sizeof(uint64_t)) {
            commas &= (UINT64_C(1) << (8 * left)) - 1;
        }
        for (; commas != 0; commas &= commas - 1) {
            const char *comma = at + __builtin_ctzll(commas) / 8;
            fields[count++] = (jx_str){field, (size_t)(comma - field)};
            field = comma + 1;
        }
    }
    fields[count++] = (jx_str){field, (size_t)(end - field)};
    return count;
}

// Closes up the text between quotes that begins at *at, and leaves *at behind the closing quote.
static jx_str unquote(char **at, const char *end)
{
    char *from = *at;
    char *to = from;
    for (;;) {
        char *quote = memchr(from, '"', (size_t)(end - from));
        const size_t size = (size_t)(quote - from);
        if (to != from) {
            memmove(to, from, size);
        }
        to += size;
        from = quote + 1;
        if (from == end || *from != '"') {
            break;
        }
        *to++ = '"';
        from++;
    }
    const jx_str text = {*at, (size_t)(to - *at)};
    *at = from;
    return text;
}

size_t jx_csv_split_quoted(char *record, size_t size, jx_str *fields)
{
    const char *const end = record + size;
    char *at = record;
    for (size_t count = 0;; at++) {
        if (at < end && *at == '"') {
            at++;
            fields[count++] = unquote(&at, end);
        } else {
            char *comma = at == end ? NULL : memchr(at, ',', (size_t)(end - at));
            const size_t length = comma == NULL ? (size_t)(end - at) : (size_t)(comma - at);
            fields[count++] = (jx_str){at, length};
            at += length;
        }
        if (at == end) {
            return count;
        }
    }
}
