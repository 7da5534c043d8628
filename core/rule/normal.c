// SPDX-License-Identifier: MIT
#include "rule/normal.h"

#include "rule/scripts.h"

#include <stdlib.h>

enum { FULL_WIDTH_FIRST = 0xFF01, FULL_WIDTH_LAST = 0xFF5E, FULL_WIDTH_SHIFT = 0xFEE0 };

// What print and recognition have instead of a sign.
static const uint32_t signs[][2] = {
    {0x00D7, '*'},    {0x2715, '*'},    {0x2716, '*'}, {0x00F7, '/'},    {0x2215, '/'},
    {0x2044, '/'},    {0x2010, '-'},    {0x2011, '-'}, {0x2012, '-'},    {0x2013, '-'},
    {0x2014, '-'},    {0x2015, '-'},    {0x2212, '-'}, {0x2500, '-'},    {0xFE63, '-'},
    {0x301C, '~'},    {0x223C, '~'},    {0xFE6A, '%'}, {0x2267, 0x2265}, {0x2A7E, 0x2265},
    {0x2266, 0x2264}, {0x2A7D, 0x2264}, {0xFE65, '>'}, {0xFE64, '<'},    {0x3009, '>'},
    {0x3008, '<'},    {0x3010, '('},    {0x3011, ')'}, {0x3014, '('},    {0x3015, ')'},
    {'[', '('},       {']', ')'},       {0xFE59, '('}, {0xFE5A, ')'},    {0x3007, 0x96F6},
    {0xFE50, ','},    {0xFE54, ';'},    {0xFE55, ':'}, {0xFE66, '='},    {0xFF61, 0x3002},
    {0x2236, ':'},    {0xFF64, 0x3001}, {0x300E, '"'}, {0x300F, '"'},    {0x300C, '"'},
    {0x300D, '"'},    {0x201C, '"'},    {0x201D, '"'}, {0x2018, '"'},    {0x2019, '"'},
    {0x300A, '"'},    {0x300B, '"'},    {'\'', '"'},   {0x2030, 0x2030}, {'[', '('},
};

static bool is_blank(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || code == 0x3000 ||
           (code >= 0x2000 && code <= 0x200F) || code == 0x2028 || code == 0x2029 ||
           code == 0x202F || code == 0x2060 || code == 0xFEFF;
}

// The character that `text` begins with and how many bytes it has.
static size_t read_char(jx_str text, uint32_t *ret)
{
    const unsigned char *at = (const unsigned char *)text.data;
    const unsigned char first = at[0];
    const size_t size = first < 0x80                    ? 1
                        : first >= 0xC2 && first < 0xE0 ? 2
                        : first >= 0xE0 && first < 0xF0 ? 3
                        : first >= 0xF0 && first < 0xF5 ? 4
                                                        : 0;
    static const uint32_t masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t code = first & masks[size];
    bool sound = size != 0 && size <= text.size && first != 0;
    for (size_t i = 1; sound && i < size; i++) {
        sound = (at[i] & 0xC0) == 0x80;
        code = (code << 6) | (at[i] & 0x3F);
    }
    *ret = sound ? code : JX_NORMAL_UNKNOWN;
    return sound ? size : 1;
}

static int order_pairs(const void *a, const void *b)
{
    const uint32_t left = *(const uint32_t *)a;
    const uint32_t right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

uint32_t jx_normal_simplify(uint32_t code)
{
    const uint32_t *found = code < 0x4E00 ? NULL
                                          : bsearch(&code, jx_scripts, jx_script_count,
                                                    sizeof jx_scripts[0], order_pairs);
    return found == NULL ? code : found[1];
}

static uint32_t narrow(uint32_t code)
{
    if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) {
        code -= FULL_WIDTH_SHIFT;
    }
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (signs[i][0] == code) {
            return signs[i][1];
        }
    }
    return jx_normal_simplify(code);
}

static bool ends_number(uint32_t code)
{
    return jx_normal_is_digit(code) || code == '%';
}

// What recognition took for something else, by its neighbours.
static void mend(jx_normal_char *chars, size_t count)
{
    for (size_t i = 1; i + 1 < count; i++) {
        const uint32_t before = chars[i - 1].code;
        const uint32_t after = chars[i + 1].code;
        if (chars[i].code == 0x4E00 && ends_number(before) && jx_normal_is_digit(after)) {
            chars[i].code = '-'; // 一
        } else if ((chars[i].code == 0x3002 || chars[i].code == 0x00B7) &&
                   jx_normal_is_digit(before) && jx_normal_is_digit(after) && !chars[i].gap &&
                   !chars[i + 1].gap) {
            chars[i].code = '.';
        }
    }
}

bool jx_normal_make(jx_arena *arena, jx_str text, jx_normal *ret)
{
    const size_t size = text.size > JX_NORMAL_MOST ? JX_NORMAL_MOST : text.size;
    jx_normal_char *chars = jx_arena_array(arena, size + 1, sizeof *chars);
    if (chars == NULL) {
        return false;
    }
    size_t count = 0;
    bool gap = false;
    for (size_t at = 0; at < size;) {
        uint32_t code = 0;
        const size_t bytes = read_char((jx_str){text.data + at, size - at}, &code);
        if (is_blank(code)) {
            gap = true;
        } else {
            chars[count++] = (jx_normal_char){
                .code = narrow(code),
                .from = (uint32_t)at,
                .to = (uint32_t)(at + bytes),
                .gap = gap,
            };
            gap = false;
        }
        at += bytes;
    }
    mend(chars, count);
    *ret = (jx_normal){.original = jx_str_first(text, size), .chars = chars, .count = count};
    return true;
}

jx_str jx_normal_slice(const jx_normal *normal, size_t first, size_t end)
{
    if (first >= end || end > normal->count) {
        return (jx_str){normal->original.data == NULL ? "" : normal->original.data, 0};
    }
    const uint32_t from = normal->chars[first].from;
    return (jx_str){normal->original.data + from, normal->chars[end - 1].to - from};
}

bool jx_normal_same(const jx_normal_char *a, const jx_normal_char *b, size_t count)
{
    size_t same = 0;
    while (same < count && a[same].code == b[same].code) {
        same++;
    }
    return same == count;
}

bool jx_normal_within(const jx_normal_char *chars,
                      size_t count,
                      const jx_normal_char *others,
                      size_t other_count)
{
    for (size_t at = 0; at + count <= other_count; at++) {
        if (jx_normal_same(chars, others + at, count)) {
            return true;
        }
    }
    return false;
}
