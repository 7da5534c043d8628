// SPDX-License-Identifier: MIT
#include "read/csv_split.h"

#include <stdint.h>

_Static_assert(sizeof(uint64_t) <= JX_CSV_SLACK, "a word may reach beyond the record");

// The next eight bytes, the first one lowest.
static uint64_t load_word(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

// The high bit of every byte that is a comma.
static uint64_t mark_commas(uint64_t word)
{
    const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F);
    const uint64_t differs = word ^ UINT64_C(0x2C2C2C2C2C2C2C2C);
    return ~(((differs & low) + low) | differs | low);
}

size_t jx_csv_split_plain(jx_str record, jx_str *fields)
{
    const char *const end = record.data + record.size;
    const char *field = record.data;
    size_t count = 0;
    for (const char *at = record.data; at < end; at += sizeof(uint64_t)) {
        uint64_t commas = mark_commas(load_word(at));
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
