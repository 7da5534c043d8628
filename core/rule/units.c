// SPDX-License-Identifier: MIT
#include "rule/units.h"

enum {
    WAN = 0x4E07,
    YI = 0x4EBF,
    THOUSAND = 0x5343,
    PERMILLE = 0x2030,
    OF = 0x4E4B,
    YEAR = 0x5E74
};

static const struct {
    const char *family;
    jx_unit_kind kind;
} families[] = {
    {"count", JX_UNIT_COUNT}, {"place", JX_UNIT_PLACE},   {"day", JX_UNIT_DAY},
    {"month", JX_UNIT_MONTH}, {"year", JX_UNIT_YEAR},     {"yuan", JX_UNIT_MONEY},
    {"score", JX_UNIT_SCORE}, {"point", JX_UNIT_PERCENT},
};

static jx_unit_kind kind_of(jx_str family)
{
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
        if (jx_str_is(family, families[i].family)) {
            return families[i].kind;
        }
    }
    return jx_str_starts(family, (jx_str)JX_STR("count-")) ? JX_UNIT_COUNT : JX_UNIT_OTHER;
}

bool jx_unit_counts_alike(jx_str family, jx_str other)
{
    return jx_str_equal(family, other) || jx_str_is(family, "count") || jx_str_is(other, "count");
}

static uint32_t code_at(const jx_normal *normal, size_t at)
{
    return at < normal->count ? normal->chars[at].code : 0;
}

// The longest word that stands there, where it is a unit.
static const jx_word *find_word(const jx_vocabulary *vocabulary, const jx_normal *normal, size_t at)
{
    const jx_word *word = at >= normal->count ? NULL
                                              : jx_word_find(vocabulary, normal->chars + at,
                                                             normal->count - at, NULL);
    return word != NULL && word->class == JX_CLASS_UNIT ? word : NULL;
}

static int64_t scale_of(uint32_t code)
{
    return code == WAN ? 10000 : code == YI ? 100000000 : code == THOUSAND ? 1000 : 1;
}

// 台（套）: the same unit by another name in brackets.
static size_t skip_other_name(const jx_vocabulary *vocabulary, const jx_normal *normal, size_t at)
{
    const jx_word *word = code_at(normal, at) == '(' ? find_word(vocabulary, normal, at + 1) : NULL;
    const size_t end = word == NULL ? at : at + 1 + word->count;
    return word != NULL && code_at(normal, end) == ')' ? end + 1 : at;
}

static jx_unit read_plain(const jx_vocabulary *vocabulary, const jx_normal *normal, size_t at)
{
    jx_unit unit = {.kind = JX_UNIT_NONE, .family = JX_STR(""), .scale = 1};
    size_t end = at;
    const jx_word *word = find_word(vocabulary, normal, at);
    while (word == NULL && scale_of(code_at(normal, end)) > 1 && end < at + 2) {
        unit.scale *= scale_of(code_at(normal, end));
        word = find_word(vocabulary, normal, ++end);
    }
    if (word != NULL) {
        unit.kind = kind_of(word->family);
        unit.family = word->family;
        unit.count = skip_other_name(vocabulary, normal, end + word->count) - at;
    } else if (code_at(normal, at) == YEAR) {
        unit = (jx_unit){JX_UNIT_YEAR, JX_STR("year"), 1, 1}; // of 三年内, though 年内 is a word
    } else if (code_at(normal, at) == WAN || code_at(normal, at) == YI) {
        unit.count = end - at;
    } else {
        unit.scale = 1;
    }
    return unit;
}

static bool stands_at(const jx_normal *own, const jx_normal *normal, size_t at)
{
    return own->count > 0 && at + own->count <= normal->count &&
           jx_normal_same(own->chars, normal->chars + at, own->count);
}

jx_unit jx_unit_read(const jx_vocabulary *vocabulary,
                     const jx_normal *normal,
                     size_t at,
                     const jx_normal *own)
{
    const uint32_t sign = code_at(normal, at);
    if (sign == '%' || sign == PERMILLE) {
        return (jx_unit){JX_UNIT_PERCENT, JX_STR(""), 1, 1};
    }
    jx_unit unit = read_plain(vocabulary, normal, at);
    if (unit.kind == JX_UNIT_SCORE && code_at(normal, at + unit.count) == OF) {
        return (jx_unit){JX_UNIT_NONE, JX_STR(""), 1, 0}; // 三分之一
    }
    const bool by = unit.kind != JX_UNIT_NONE && code_at(normal, at + unit.count) == '/';
    const jx_word *below = by ? find_word(vocabulary, normal, at + unit.count + 1) : NULL;
    if (below != NULL) {
        unit = (jx_unit){JX_UNIT_OTHER, JX_STR(""), 1, unit.count + 1 + below->count};
        unit.family = jx_normal_slice(normal, at, at + unit.count);
    }
    if (own != NULL && own->count > unit.count && stands_at(own, normal, at)) {
        unit = (jx_unit){JX_UNIT_OTHER, jx_normal_slice(own, 0, own->count), 1, own->count};
    }
    return unit;
}

jx_unit jx_unit_of(const jx_vocabulary *vocabulary, const jx_normal *cell)
{
    const jx_word *word = NULL;
    if (cell->count == 0) {
        return (jx_unit){JX_UNIT_NONE, JX_STR(""), 1, 0};
    }
    while ((word = jx_word_find(vocabulary, cell->chars, cell->count, word)) != NULL) {
        if (word->count == cell->count && word->class == JX_CLASS_RANK) {
            return (jx_unit){JX_UNIT_PLACE, JX_STR("place"), 1, cell->count};
        }
    }
    const jx_unit unit = jx_unit_read(vocabulary, cell, 0, NULL);
    const bool whole = unit.count == cell->count && unit.kind != JX_UNIT_NONE;
    return whole ? unit
                 : (jx_unit){JX_UNIT_OTHER, jx_normal_slice(cell, 0, cell->count), 1, cell->count};
}
