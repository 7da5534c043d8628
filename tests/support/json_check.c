// SPDX-License-Identifier: MIT
#include "support/json_check.h"

#include <string.h>

enum { DEEPEST = 32 };

typedef struct reading {
    const unsigned char *at;
    const unsigned char *end;
    int depth;
} reading;

static bool read_value(reading *json);

static bool take(reading *json, char byte)
{
    bool found = json->at < json->end && *json->at == (unsigned char)byte;
    json->at += found;
    return found;
}

static void skip_blanks(reading *json)
{
    while (json->at < json->end && strchr(" \t\r\n", *json->at) != NULL && *json->at != 0) {
        json->at++;
    }
}

static bool take_digits(reading *json)
{
    const unsigned char *start = json->at;
    while (json->at < json->end && *json->at >= '0' && *json->at <= '9') {
        json->at++;
    }
    return json->at > start;
}

static bool read_number(reading *json)
{
    (void)take(json, '-');
    if (!take(json, '0') && !take_digits(json)) {
        return false;
    }
    return !take(json, '.') || take_digits(json);
}

static bool read_escape(reading *json)
{
    if (json->at == json->end) {
        return false;
    }
    unsigned char letter = *json->at++;
    for (int i = 0; i < 4 && letter == 'u'; i++, json->at++) {
        if (json->at == json->end || *json->at == 0 ||
            strchr("0123456789abcdefABCDEF", *json->at) == NULL) {
            return false;
        }
    }
    return letter != 0 && strchr("\"\\/bfnrtu", letter) != NULL;
}

// A character of several bytes, neither overlong, nor a surrogate, nor beyond U+10FFFF.
static bool read_wide(reading *json)
{
    unsigned char lead = *json->at;
    size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead < 0xC2 || lead > 0xF4 || (size_t)(json->end - json->at) < size) {
        return false;
    }
    unsigned char second = json->at[1];
    bool sound = !(lead == 0xE0 && second < 0xA0) && !(lead == 0xED && second > 0x9F) &&
                 !(lead == 0xF0 && second < 0x90) && !(lead == 0xF4 && second > 0x8F);
    for (size_t i = 1; i < size; i++) {
        sound = sound && (json->at[i] & 0xC0) == 0x80;
    }
    json->at += size;
    return sound;
}

static bool read_string(reading *json)
{
    if (!take(json, '"')) {
        return false;
    }
    while (json->at < json->end && *json->at != '"') {
        if (*json->at >= 0x80) {
            if (!read_wide(json)) {
                return false;
            }
        } else if (take(json, '\\')) {
            if (!read_escape(json)) {
                return false;
            }
        } else if (*json->at++ < 0x20) {
            return false;
        }
    }
    return take(json, '"');
}

static bool read_member(reading *json, bool named)
{
    skip_blanks(json);
    if (named) {
        if (!read_string(json)) {
            return false;
        }
        skip_blanks(json);
        if (!take(json, ':')) {
            return false;
        }
    }
    return read_value(json);
}

static bool read_group(reading *json, bool named)
{
    char close = named ? '}' : ']';
    json->at++;
    skip_blanks(json);
    if (take(json, close)) {
        return true;
    }
    do {
        if (!read_member(json, named)) {
            return false;
        }
    } while (take(json, ','));
    return take(json, close);
}

static bool read_word(reading *json, const char *word)
{
    size_t size = strlen(word);
    bool found = (size_t)(json->end - json->at) >= size && memcmp(json->at, word, size) == 0;
    json->at += found ? size : 0;
    return found;
}

static bool read_value(reading *json)
{
    bool sound = false;
    skip_blanks(json);
    if (json->at == json->end || json->depth == DEEPEST) {
        return false;
    }
    json->depth++;
    switch (*json->at) {
    case '{':
    case '[':
        sound = read_group(json, *json->at == '{');
        break;
    case '"':
        sound = read_string(json);
        break;
    case 't':
        sound = read_word(json, "true");
        break;
    case 'f':
        sound = read_word(json, "false");
        break;
    case 'n':
        sound = read_word(json, "null");
        break;
    default:
        sound = read_number(json);
        break;
    }
    json->depth--;
    skip_blanks(json);
    return sound;
}

bool jx_json_check(jx_str text, size_t *ret_bad)
{
    const unsigned char *start = (const unsigned char *)text.data;
    reading json = {.at = start, .end = start + text.size};
    bool sound = read_value(&json) && json.at == json.end;
    *ret_bad = (size_t)(json.at - start);
    return sound;
}
