// SPDX-License-Identifier: MIT
#include "base/str.h"

#include "base/utf8.h"

enum { LONGEST_WORD = 96, LONGEST_YES_NO = 8, ROW = LONGEST_WORD + 1, BEGINNING = 3 };

static const jx_str IDEOGRAPHIC_SPACE = JX_STR("\xE3\x80\x80");

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static size_t blank_at_start(jx_str text)
{
    if (text.size > 0 && is_blank(text.data[0])) {
        return 1;
    }
    return jx_str_starts(text, IDEOGRAPHIC_SPACE) ? IDEOGRAPHIC_SPACE.size : 0;
}

static size_t blank_at_end(jx_str text)
{
    if (text.size > 0 && is_blank(text.data[text.size - 1])) {
        return 1;
    }
    return jx_str_ends(text, IDEOGRAPHIC_SPACE) ? IDEOGRAPHIC_SPACE.size : 0;
}

static size_t lesser(size_t a, size_t b)
{
    return a < b ? a : b;
}

// The optimal string alignment distance; both words are at most LONGEST_WORD bytes.
static size_t measure_distance(jx_str a, jx_str b)
{
    size_t rows[3][ROW] = {{0}};
    size_t *before = rows[0];
    size_t *above = rows[1];
    size_t *row = rows[2];
    for (size_t j = 0; j <= b.size; j++) {
        above[j] = j;
    }
    for (size_t i = 1; i <= a.size; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b.size; j++) {
            bool same = a.data[i - 1] == b.data[j - 1];
            row[j] = lesser(above[j - 1] + !same, 1 + lesser(above[j], row[j - 1]));
            if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] &&
                a.data[i - 2] == b.data[j - 1]) {
                row[j] = lesser(row[j], before[j - 2] + 1);
            }
        }
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[b.size];
}

int jx_str_order(jx_str a, jx_str b)
{
    size_t common = lesser(a.size, b.size);
    int order = common == 0 ? 0 : memcmp(a.data, b.data, common);
    return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}

jx_str jx_str_trim(jx_str text)
{
    jx_str left = text;
    for (size_t blank = 0; (blank = blank_at_start(left)) > 0;) {
        left = jx_str_from(left, blank);
    }
    for (size_t blank = 0; (blank = blank_at_end(left)) > 0;) {
        left.size -= blank;
    }
    return left;
}

jx_str jx_str_next(jx_str *rest, char separator)
{
    jx_str part = *rest;
    const char *found =
        part.size == 0 ? NULL : (const char *)memchr(part.data, separator, part.size);
    if (found == NULL) {
        *rest = JX_STR_NONE;
        return part;
    }
    part.size = (size_t)(found - part.data);
    *rest = jx_str_from(*rest, part.size + 1);
    return part;
}

bool jx_str_has_part(jx_str text, char separator, jx_str part)
{
    jx_str rest = text;
    while (rest.data != NULL) {
        if (jx_str_equal(jx_str_next(&rest, separator), part)) {
            return true;
        }
    }
    return false;
}

bool jx_str_is_among(jx_str text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (jx_str_is(text, words[i])) {
            return true;
        }
    }
    return false;
}

bool jx_str_is_name(jx_str text, char extra)
{
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        if (!((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == extra)) {
            return false;
        }
    }
    return text.size >= 1 && text.size <= JX_NAME_MOST;
}

bool jx_str_is_caseless(jx_str text, const char *word)
{
    jx_str lower = jx_str_of(word);
    for (size_t i = 0; i < lower.size && i < text.size; i++) {
        char byte = text.data[i];
        if ((byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte) != lower.data[i]) {
            return false;
        }
    }
    return text.size == lower.size;
}

jx_str jx_str_number(uint64_t number, char buffer[JX_NUMBER_TEXT])
{
    size_t start = JX_NUMBER_TEXT;
    uint64_t left = number;
    do {
        buffer[--start] = (char)('0' + left % 10);
        left /= 10;
    } while (left > 0);
    return (jx_str){buffer + start, JX_NUMBER_TEXT - start};
}

bool jx_str_read_yes_no(jx_str text, int32_t *ret)
{
    static const struct {
        const char *word;
        int32_t yes;
    } words[] = {
        {"是", 1}, {"有", 1}, {"yes", 1}, {"true", 1},
        {"否", 0}, {"无", 0}, {"no", 0},  {"false", 0},
    };
    char buffer[LONGEST_YES_NO];
    jx_str narrow = jx_utf8_narrow(text, buffer, sizeof buffer);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (jx_str_is_caseless(narrow, words[i].word)) {
            *ret = words[i].yes;
            return true;
        }
    }
    return false;
}

jx_str jx_str_nearest(jx_str text, const jx_str *words, size_t count)
{
    size_t third = text.size / 3;
    size_t least = (third > 2 ? third : 2) + 1;
    jx_str nearest = JX_STR_NONE;
    for (size_t i = 0; i < count && text.size <= LONGEST_WORD; i++) {
        if (words[i].size > LONGEST_WORD) {
            continue;
        }
        size_t longer = text.size > words[i].size ? text.size : words[i].size;
        const bool begins = text.size >= BEGINNING && jx_str_starts(words[i], text);
        const size_t distance = begins ? 1 : measure_distance(text, words[i]);
        if (distance < least && distance < longer) { // something in common
            least = distance;
            nearest = words[i];
        }
    }
    return nearest;
}
