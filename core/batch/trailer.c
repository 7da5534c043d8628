// SPDX-License-Identifier: MIT
#include "batch/trailer.h"

enum { DIGITS_MOST = 18, DECIMAL = 10 };

static const jx_str MARK = JX_STR("#jixiao-shard ");
static const char *const ENCODINGS[] = {
    [JX_ENCODING_UTF8] = "utf-8", [JX_ENCODING_GB18030] = "gb18030"};

void jx_trailer_set_usual_lines(jx_trailer *trailer)
{
    trailer->adds = trailer->number > 1;
    trailer->lines = trailer->projects + (trailer->adds ? 0 : 1);
}

static bool has_usual_lines(const jx_trailer *trailer)
{
    jx_trailer usual = *trailer;
    jx_trailer_set_usual_lines(&usual);
    return usual.adds == trailer->adds && usual.lines == trailer->lines;
}

// ---------------------------------------------------------------------------------------------- writing

static void put_word(jx_text *out, const char *key, const char *word)
{
    jx_text_put(out, key);
    jx_text_put(out, word);
}

static void put_number(jx_text *out, const char *key, uint64_t number)
{
    jx_text_put(out, key);
    jx_text_add_number(out, number);
}

void jx_trailer_put(jx_text *out, const jx_trailer *trailer)
{
    jx_text_add(out, MARK);
    jx_text_add_number(out, trailer->number);
    put_number(out, "/", trailer->count);
    put_number(out, " projects=", trailer->projects);
    put_word(out, " input=", trailer->input.text);
    put_word(out, " plan=", trailer->plan.text);
    if (!has_usual_lines(trailer)) {
        put_number(out, trailer->adds ? " lines=+" : " lines=", trailer->lines);
    }
    if (trailer->unseen != 0) {
        put_number(out, " unseen=", trailer->unseen);
    }
    if (trailer->begins != JX_ENCODING_DETECT) {
        put_word(out, " begins=", ENCODINGS[trailer->begins]);
    }
    if (trailer->ends != JX_ENCODING_DETECT) {
        put_word(out, " ends=", ENCODINGS[trailer->ends]);
    }
    jx_text_add_char(out, '\n');
}

// ---------------------------------------------------------------------------------------------- reading

static bool read_number(jx_str text, uint64_t *ret)
{
    uint64_t number = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9') {
            return false;
        }
        number = number * DECIMAL + (uint64_t)(text.data[i] - '0');
    }
    *ret = number;
    return text.size != 0 && text.size <= DIGITS_MOST;
}

static bool read_digest(jx_str text, jx_digest *ret)
{
    if (text.size != JX_DIGEST_TEXT - 1) {
        return false;
    }
    memcpy(ret->text, text.data, text.size);
    ret->text[text.size] = '\0';
    return strspn(ret->text, "0123456789abcdef") == text.size;
}

static bool read_encoding(jx_str text, jx_encoding *ret)
{
    for (jx_encoding i = JX_ENCODING_UTF8; i <= JX_ENCODING_GB18030; i++) {
        if (jx_str_is(text, ENCODINGS[i])) {
            *ret = i;
            return true;
        }
    }
    return false;
}

static bool read_word(jx_trailer *trailer, jx_str word)
{
    jx_str value = word;
    const jx_str key = jx_str_next(&value, '=');
    if (value.data == NULL) {
        return false;
    }
    if (jx_str_is(key, "lines")) {
        trailer->adds = jx_str_starts(value, (jx_str)JX_STR("+"));
        return read_number(jx_str_from(value, trailer->adds ? 1 : 0), &trailer->lines);
    }
    if (jx_str_is(key, "unseen")) {
        return read_number(value, &trailer->unseen);
    }
    return jx_str_is(key, "begins")
               ? read_encoding(value, &trailer->begins)
               : jx_str_is(key, "ends") && read_encoding(value, &trailer->ends);
}

// The value of the next word, which must have that key; JX_STR_NONE where it has not.
static jx_str take(jx_str *rest, const char *key)
{
    jx_str word = jx_str_next(rest, ' ');
    const jx_str found = jx_str_next(&word, '=');
    return jx_str_is(found, key) ? word : JX_STR_NONE;
}

bool jx_trailer_parse_shard(jx_str text, uint32_t *ret_number, uint32_t *ret_count)
{
    uint64_t number = 0;
    uint64_t count = 0;
    jx_str rest = text;
    if (!read_number(jx_str_next(&rest, '/'), &number) || !read_number(rest, &count) ||
        number == 0 || number > count || count > JX_SHARDS_MOST) {
        return false;
    }
    *ret_number = (uint32_t)number;
    *ret_count = (uint32_t)count;
    return true;
}

bool jx_trailer_parse(jx_str line, jx_trailer *ret)
{
    *ret = (jx_trailer){.number = 0};
    if (!jx_str_starts(line, MARK) || !jx_str_ends(line, (jx_str)JX_STR("\n"))) {
        return false;
    }
    jx_str rest = jx_str_from(jx_str_first(line, line.size - 1), MARK.size);
    if (!jx_trailer_parse_shard(jx_str_next(&rest, ' '), &ret->number, &ret->count) ||
        !read_number(take(&rest, "projects"), &ret->projects) ||
        !read_digest(take(&rest, "input"), &ret->input) ||
        !read_digest(take(&rest, "plan"), &ret->plan)) {
        return false;
    }
    jx_trailer_set_usual_lines(ret);
    while (rest.data != NULL) {
        if (!read_word(ret, jx_str_next(&rest, ' '))) {
            return false;
        }
    }
    return true;
}

bool jx_trailer_equal(const jx_trailer *a, const jx_trailer *b)
{
    return a->number == b->number && a->count == b->count && a->projects == b->projects &&
           a->unseen == b->unseen && strcmp(a->input.text, b->input.text) == 0 &&
           strcmp(a->plan.text, b->plan.text) == 0 && a->lines == b->lines && a->adds == b->adds &&
           a->begins == b->begins && a->ends == b->ends;
}
