// SPDX-License-Identifier: MIT
#include "report/json_writer.h"

#include "base/decimal_parts.h"
#include "base/utf8.h"

#ifdef __SSE2__
#  include <emmintrin.h>
#endif

enum {
    WORD = sizeof(uint64_t),
    HALF = sizeof(uint32_t),
    LONGEST = 4 // bytes of a character
};

#define APART           __attribute__((noinline))
#define RARELY          __attribute__((cold, noinline)) // so that the usual way needs no registers saved
#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

static void close_bracket(jx_json *json, char bracket)
{
    jx_text_add_char(json->out, bracket);
    json->comma = true;
    json->new_line = false;
}

// ---------------------------------------------------------------------------------------------- strings

// Not 0 where a byte of the word is no ASCII, a control character, a quote or a backslash.
static uint64_t find_special(uint64_t word)
{
    const uint64_t quotes = word ^ EACH_BYTE('"');
    const uint64_t backslashes = word ^ EACH_BYTE('\\');
    return ((word - EACH_BYTE(' ')) | (quotes - EACH_BYTE(1)) | (backslashes - EACH_BYTE(1)) |
            word) &
           EACH_BYTE(0x80);
}

// Copies at most seven bytes.
static uint64_t copy_short(char *at, jx_str text)
{
    uint64_t word = EACH_BYTE(' ');
    if (text.size >= HALF) {
        uint32_t first;
        uint32_t last;
        memcpy(&first, text.data, HALF);
        memcpy(&last, text.data + text.size - HALF, HALF);
        memcpy(at, &first, HALF);
        memcpy(at + text.size - HALF, &last, HALF);
        return find_special((uint64_t)first << 32 | last);
    }
    for (size_t i = 0; i < text.size; i++) {
        at[i] = text.data[i];
        word = word << 8 | (unsigned char)text.data[i];
    }
    return find_special(word);
}

#ifdef __SSE2__

enum { STRIDE = 16 };

// Not 0 where one of 16 bytes is that; as signed numbers those that are no ASCII lie below the blank too.
static int find_special_wide(__m128i bytes)
{
    const __m128i below = _mm_cmplt_epi8(bytes, _mm_set1_epi8(' '));
    const __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    const __m128i backslashes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    return _mm_movemask_epi8(_mm_or_si128(below, _mm_or_si128(quotes, backslashes)));
}

static bool copy_stride(char *at, const char *from)
{
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)from);
    _mm_storeu_si128((__m128i *)(void *)at, bytes);
    return find_special_wide(bytes) == 0;
}

// Copies 8 to 15 bytes.
static bool copy_words(char *at, jx_str text)
{
    const size_t behind = text.size - WORD;
    const __m128i first = _mm_loadl_epi64((const __m128i *)(const void *)text.data);
    const __m128i last = _mm_loadl_epi64((const __m128i *)(const void *)(text.data + behind));
    _mm_storel_epi64((__m128i *)(void *)at, first);
    _mm_storel_epi64((__m128i *)(void *)(at + behind), last);
    return find_special_wide(_mm_unpacklo_epi64(first, last)) == 0;
}

#else

enum { STRIDE = WORD };

static bool copy_stride(char *at, const char *from)
{
    uint64_t word;
    memcpy(&word, from, WORD);
    memcpy(at, &word, WORD);
    return find_special(word) == 0;
}

// There is no such length below a stride.
static bool copy_words(char *at, jx_str text)
{
    return copy_stride(at, text.data);
}

#endif

// Copies the text and tells whether it may stay as it is: ASCII without anything to escape. The last stride, which may
// lie over the one before, is copied first.
static bool copy_plain(char *at, jx_str text)
{
    if (text.size < WORD) {
        return copy_short(at, text) == 0;
    }
    if (text.size < STRIDE) {
        return copy_words(at, text);
    }
    bool plain = copy_stride(at + text.size - STRIDE, text.data + text.size - STRIDE);
    for (size_t i = 0; i + STRIDE < text.size && plain; i += STRIDE) {
        plain = copy_stride(at + i, text.data + i);
    }
    return plain;
}

static void add_escape(jx_text *out, unsigned char byte)
{
    static const char letters[] = "\bb\ff\nn\rr\tt\"\"\\\\";
    jx_text_add_char(out, '\\');
    for (size_t i = 0; i + 1 < sizeof letters; i += 2) {
        if ((unsigned char)letters[i] == byte) {
            jx_text_add_char(out, letters[i + 1]);
            return;
        }
    }
    jx_text_put(out, byte < 0x10 ? "u000" : "u001");
    jx_text_add_char(out, "0123456789abcdef"[byte & 0xF]);
}

static bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

// Whether a character of three bytes is there that needs no second look: any but those that begin with E0 or ED.
static bool is_chinese(const unsigned char *at, size_t size)
{
    return size >= 3 && (at[0] & 0xF0u) == 0xE0u && at[0] != 0xE0u && at[0] != 0xEDu &&
           (at[1] & 0xC0u) == 0x80u && (at[2] & 0xC0u) == 0x80u;
}

// Copies the text and tells whether it may stay as it is: nothing but plain ASCII and Chinese.
static APART bool copy_usual(char *at, jx_str text)
{
    const unsigned char *from = (const unsigned char *)text.data;
    for (size_t left = text.size; left > 0;) {
        const size_t length = is_chinese(from, left) ? 3 : 1;
        if (length == 1 && !is_plain(*from)) {
            return false;
        }
        for (size_t i = 0; i < length; i++) {
            *at++ = (char)*from++;
        }
        left -= length;
    }
    return true;
}

// The bytes of the character that the text begins with; 0 where that is none, NUL or must be escaped.
static size_t measure_character(const unsigned char *at, size_t size)
{
    if (at[0] < 0x80u) {
        return is_plain(at[0]);
    }
    if (is_chinese(at, size)) {
        return 3;
    }
    size_t length = 1;
    while (length < LONGEST && length < size && (at[length] & 0xC0u) == 0x80u) {
        length++;
    }
    size_t bad = length;
    (void)jx_utf8_check((jx_str){(const char *)at, length}, &bad);
    return bad;
}

// Runs of what may stay as it is, and what stands between them.
static void add_any(jx_text *out, jx_str text)
{
    size_t done = 0;
    for (size_t i = 0; i < text.size;) {
        const unsigned char *at = (const unsigned char *)text.data + i;
        const size_t length = measure_character(at, text.size - i);
        if (length > 0) {
            i += length;
            continue;
        }
        jx_text_add(out, (jx_str){text.data + done, i - done});
        if (*at == '\0' || *at >= 0x80u) {
            jx_text_put(out, "\xEF\xBF\xBD");
        } else {
            add_escape(out, *at);
        }
        done = ++i;
    }
    jx_text_add(out, jx_str_from(text, done));
}

// Writes the text in quotes, with what stands before it, where there is room for that and `more`; returns where it ends.
// NULL, with nothing changed, where there is none or the text is unusual.
static inline char *write_quoted(jx_json *json, jx_str text, size_t more)
{
    char *at = jx_json_room(json, text.size + sizeof "\"\"" + more);
    if (at == NULL) {
        return NULL;
    }
    char *first = at + (size_t)json->comma + (size_t)json->new_line + 1;
    if (!copy_plain(first, text) && !copy_usual(first, text)) {
        return NULL;
    }
    at = jx_json_separate(json, at);
    *at = '"';
    at += 1 + text.size;
    *at = '"';
    return at + 1;
}

// The same for all texts, however much room there is.
static RARELY void add_quoted_slowly(jx_json *json, jx_str text)
{
    char *at = jx_json_grow(json, 1);
    if (at == NULL) {
        return;
    }
    at = jx_json_separate(json, at);
    *at = '"';
    jx_text_keep(json->out, at + 1);
    add_any(json->out, text);
    jx_text_add_char(json->out, '"');
}

static RARELY void add_key_slowly(jx_json *json, jx_str key)
{
    add_quoted_slowly(json, key);
    jx_text_add_char(json->out, ':');
    json->comma = false;
}

// ------------------------------------------------------------------------------------ brackets and values

RARELY char *jx_json_grow(jx_json *json, size_t size)
{
    return jx_text_reserve(json->out, JX_JSON_SEPARATORS + size);
}

jx_json jx_json_on(jx_text *out)
{
    return (jx_json){.out = out};
}

void jx_json_open_object(jx_json *json)
{
    jx_json_add(json, (jx_str)JX_STR("{"), false);
}

void jx_json_close_object(jx_json *json)
{
    close_bracket(json, '}');
}

void jx_json_open_array(jx_json *json)
{
    jx_json_add(json, (jx_str)JX_STR("["), false);
}

void jx_json_close_array(jx_json *json)
{
    close_bracket(json, ']');
}

void jx_json_line(jx_json *json)
{
    json->new_line = true;
}

void jx_json_key_text(jx_json *json, jx_str key)
{
    char *end = write_quoted(json, key, 1);
    if (end == NULL) {
        add_key_slowly(json, key);
        return;
    }
    *end = ':';
    jx_text_keep(json->out, end + 1);
    json->comma = false;
}

void jx_json_key_decimal(jx_json *json, jx_str key, jx_decimal value, uint32_t places)
{
    char *end = write_quoted(json, key, 1 + JX_DECIMAL_TEXT);
    if (end == NULL) {
        add_key_slowly(json, key);
        jx_json_decimal(json, value, places);
        return;
    }
    *end = ':';
    jx_text_keep(json->out, jx_decimal_write_inline(value, places, end + 1));
}

void jx_json_text(jx_json *json, jx_str value)
{
    if (value.data == NULL) {
        jx_json_null(json);
        return;
    }
    char *end = write_quoted(json, value, 0);
    if (end == NULL) {
        add_quoted_slowly(json, value);
    } else {
        jx_text_keep(json->out, end);
    }
}

void jx_json_decimal(jx_json *json, jx_decimal value, uint32_t places)
{
    char *at = jx_json_room(json, JX_DECIMAL_TEXT);
    if (at != NULL || (at = jx_json_grow(json, JX_DECIMAL_TEXT)) != NULL) {
        jx_text_keep(json->out, jx_decimal_write_inline(value, places, jx_json_separate(json, at)));
    }
}

void jx_json_integer(jx_json *json, int64_t value)
{
    jx_json_decimal(json, jx_decimal_make(value, 0), 0);
}

void jx_json_null(jx_json *json)
{
    jx_json_add(json, (jx_str)JX_STR("null"), true);
}
