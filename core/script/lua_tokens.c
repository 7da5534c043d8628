// SPDX-License-Identifier: MIT
#include "script/lua_tokens.h"

typedef struct reading {
    jx_str rest;
    uint32_t line;
} reading;

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static char byte_at(jx_str text, size_t at)
{
    if (at >= text.size) {
        return '\0';
    }
    return text.data[at];
}

// The size of a long bracket that opens here, [[ or [=[; 0 where none does.
static size_t opening_size(jx_str text)
{
    size_t size = 1;
    while (byte_at(text, 0) == '[' && byte_at(text, size) == '=') {
        size++;
    }
    return byte_at(text, 0) == '[' && byte_at(text, size) == '[' ? size + 1 : 0;
}

// The size of a long string or comment whose bracket has `opening` bytes.
static size_t long_size(jx_str text, size_t opening)
{
    for (size_t at = opening; at < text.size; at++) {
        size_t level = 1;
        while (text.data[at] == ']' && byte_at(text, at + level) == '=') {
            level++;
        }
        if (text.data[at] == ']' && byte_at(text, at + level) == ']' && level + 1 == opening) {
            return at + opening;
        }
    }
    return text.size;
}

static size_t quoted_size(jx_str text)
{
    size_t at = 1;
    while (at < text.size && text.data[at] != text.data[0]) {
        at += text.data[at] == '\\' ? 2 : 1;
    }
    return at < text.size ? at + 1 : text.size;
}

static size_t line_size(jx_str text)
{
    size_t at = 0;
    while (at < text.size && text.data[at] != '\n') {
        at++;
    }
    return at;
}

static size_t comment_size(jx_str text)
{
    size_t opening = text.size > 2 ? opening_size(jx_str_from(text, 2)) : 0;
    return opening == 0 ? line_size(text) : 2 + long_size(jx_str_from(text, 2), opening);
}

static size_t word_size(jx_str text)
{
    size_t at = 0;
    while (is_letter(byte_at(text, at)) || is_digit(byte_at(text, at))) {
        at++;
    }
    return at;
}

// Digits, letters of exponents and hexadecimals, a point that no second one follows.
static size_t number_size(jx_str text)
{
    size_t at = 0;
    for (;; at++) {
        char byte = byte_at(text, at);
        bool point = byte == '.' && byte_at(text, at + 1) != '.';
        if (!is_letter(byte) && !is_digit(byte) && !point) {
            return at;
        }
    }
}

static size_t sign_size(jx_str text)
{
    static const jx_str pairs[] = {JX_STR("=="), JX_STR("~="), JX_STR("<="),
                                   JX_STR(">="), JX_STR(".."), JX_STR("//")};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        if (jx_str_starts(text, pairs[i])) {
            return pairs[i].size;
        }
    }
    return 1;
}

static void skip(reading *at, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        at->line += at->rest.data[i] == '\n';
    }
    at->rest = jx_str_from(at->rest, size);
}

// Blanks and comments.
static void skip_silence(reading *at)
{
    while (at->rest.size > 0) {
        if ((unsigned char)at->rest.data[0] <= ' ') {
            skip(at, 1);
        } else if (jx_str_starts(at->rest, (jx_str)JX_STR("--"))) {
            skip(at, comment_size(at->rest));
        } else {
            return;
        }
    }
}

static jx_lua_token next_token(reading *at)
{
    jx_str rest = at->rest;
    char byte = rest.data[0];
    size_t opening = opening_size(rest);
    jx_lua_token token = {JX_LUA_SIGN, jx_str_first(rest, sign_size(rest)), at->line};
    if (is_letter(byte)) {
        token.kind = JX_LUA_NAME;
        token.text.size = word_size(rest);
    } else if (is_digit(byte) || (byte == '.' && is_digit(byte_at(rest, 1)))) {
        token.kind = JX_LUA_NUMBER;
        token.text.size = number_size(rest);
    } else if (byte == '"' || byte == '\'') {
        token.kind = JX_LUA_STRING;
        token.text.size = quoted_size(rest);
    } else if (opening > 0) {
        token.kind = JX_LUA_STRING;
        token.text.size = long_size(rest, opening);
    }
    skip(at, token.text.size);
    return token;
}

const jx_lua_token *jx_lua_tokens(jx_arena *arena, jx_str text, size_t *ret_count)
{
    reading at = {text, 1};
    size_t count = 0;
    jx_lua_token *tokens = jx_arena_array(arena, 1, sizeof *tokens);
    skip_silence(&at);
    while (tokens != NULL && at.rest.size > 0) {
        jx_lua_token *more =
            jx_arena_room(arena, count == 0 ? NULL : tokens, count, sizeof *tokens);
        if (more == NULL) {
            return NULL;
        }
        tokens = more;
        tokens[count++] = next_token(&at);
        skip_silence(&at);
    }
    *ret_count = count;
    return tokens;
}
