// SPDX-License-Identifier: MIT
#include "rule/words.h"

#include "rule/clauses.h"

static const char *const class_names[] = {
#define JX_CLASS(id, name) name,
#include "rule/classes.def"
#undef JX_CLASS
};

static const jx_str UNIT_START = JX_STR("unit.");

jx_class jx_class_find(jx_str name)
{
    for (size_t i = 0; i < JX_CLASS_COUNT; i++) {
        if (jx_str_is(name, class_names[i])) {
            return (jx_class)i;
        }
    }
    return JX_CLASS_COUNT;
}

static size_t find_bucket(uint32_t code)
{
    return (code ^ (code >> 10)) % JX_WORD_BUCKETS;
}

static bool begins(const jx_word *word, const jx_normal_char *chars, size_t count)
{
    if (word->count > count) {
        return false;
    }
    for (size_t i = 0; i < word->count; i++) {
        if (word->codes[i] != chars[i].code) {
            return false;
        }
    }
    return true;
}

const jx_word *jx_word_find(const jx_vocabulary *vocabulary,
                            const jx_normal_char *chars,
                            size_t count,
                            const jx_word *after)
{
    if (count == 0) {
        return NULL;
    }
    const jx_word *at =
        after == NULL ? vocabulary->buckets[find_bucket(chars[0].code)] : after->next;
    while (at != NULL && !begins(at, chars, count)) {
        at = at->next;
    }
    return at;
}

size_t jx_sign_at(const jx_vocabulary *vocabulary,
                  jx_class class,
                  const jx_normal *normal,
                  size_t at)
{
    for (const jx_word *word = vocabulary->signs; word != NULL && at < normal->count;
         word = word->next) {
        if (word->class == class && begins(word, normal->chars + at, normal->count - at)) {
            return word->count;
        }
    }
    return 0;
}

size_t jx_sign_before(const jx_vocabulary *vocabulary,
                      jx_class class,
                      const jx_normal *normal,
                      size_t at)
{
    for (const jx_word *word = vocabulary->signs; word != NULL; word = word->next) {
        if (word->class == class && word->count <= at && at <= normal->count &&
            begins(word, normal->chars + at - word->count, word->count)) {
            return word->count;
        }
    }
    return 0;
}

bool jx_sign_within(const jx_vocabulary *vocabulary,
                    jx_class class,
                    const jx_normal *normal,
                    size_t first,
                    size_t end)
{
    const jx_normal part = {.chars = normal->chars, .count = end};
    for (size_t at = first; at < end; at++) {
        if (jx_sign_at(vocabulary, class, &part, at) > 0) {
            return true;
        }
    }
    return false;
}

// -------------------------------------------------------------------------------------------- reading

// Longer words first, then those that count in few places, then those that were read first.
static bool stands_before(const jx_word *a, const jx_word *b)
{
    const bool narrower = b->place != JX_ANYWHERE && a->place == JX_ANYWHERE;
    return a->count > b->count || (a->count == b->count && !narrower);
}

static bool insert(jx_vocabulary *vocabulary, const jx_word *word)
{
    jx_word *kept = jx_arena_alloc(vocabulary->arena, sizeof *kept);
    if (kept == NULL) {
        return false;
    }
    *kept = *word;
    jx_word **link = word->class >= JX_CLASS_OTHERYEAR
                         ? &vocabulary->signs
                         : &vocabulary->buckets[find_bucket(word->codes[0])];
    while (*link != NULL && stands_before(*link, word)) {
        link = &(*link)->next;
    }
    kept->next = *link;
    *link = kept;
    return true;
}

static bool copy_codes(jx_arena *arena, jx_str text, jx_word *word)
{
    jx_normal normal;
    if (!jx_normal_make(arena, text, &normal)) {
        return false;
    }
    uint32_t *codes = jx_arena_array(arena, normal.count + 1, sizeof *codes);
    if (codes == NULL) {
        return false;
    }
    for (size_t i = 0; i < normal.count; i++) {
        codes[i] = normal.chars[i].code;
    }
    word->codes = codes;
    word->count = normal.count;
    return true;
}

static bool add_word(jx_vocabulary *vocabulary, jx_str text, jx_word word)
{
    const jx_str mark = JX_STR("_");
    if (text.size > 1 && jx_str_ends(text, mark)) {
        word.place = JX_BEFORE_NUMBER;
        text.size--;
    } else if (text.size > 1 && jx_str_starts(text, mark)) {
        word.place = JX_BEHIND_NUMBER;
        text = jx_str_from(text, 1);
    }
    return copy_codes(vocabulary->arena, text, &word) &&
           (word.count == 0 || insert(vocabulary, &word));
}

static jx_str next_word(jx_str *line)
{
    *line = jx_str_trim(*line);
    return jx_str_trim(jx_str_next(line, ' '));
}

static jx_status read_line(jx_vocabulary *vocabulary,
                           jx_str line,
                           const jx_place *place,
                           jx_faults *faults)
{
    const jx_str meaning = next_word(&line);
    jx_word word = {.class = jx_class_find(meaning)};
    if (jx_str_starts(meaning, UNIT_START)) {
        word.class = JX_CLASS_UNIT;
        word.family = jx_str_from(meaning, UNIT_START.size);
    }
    if (word.class == JX_CLASS_COUNT) {
        return jx_fault(faults, place, JX_MESSAGE_WORD_MEANING, meaning);
    }
    while (line.data != NULL) {
        const jx_str text = next_word(&line);
        if (text.size > 0 && !add_word(vocabulary, text, word)) {
            return jx_fault_memory(faults);
        }
    }
    return JX_OK;
}

jx_status jx_vocabulary_add(jx_vocabulary *vocabulary,
                            jx_str text,
                            const char *path,
                            jx_faults *faults)
{
    jx_place place = {.file = path};
    jx_status worst = JX_OK;
    text = jx_arena_copy(vocabulary->arena, text);
    if (text.data == NULL) {
        return jx_fault_memory(faults);
    }
    while (text.data != NULL) {
        const jx_str line = jx_str_trim(jx_str_next(&text, '\n'));
        place.line++;
        if (line.size > 0 && line.data[0] != '#') {
            worst = jx_status_worse(worst, read_line(vocabulary, line, &place, faults));
        }
    }
    return worst;
}

jx_vocabulary *jx_vocabulary_new(jx_arena *arena)
{
    jx_vocabulary *vocabulary = jx_arena_alloc(arena, sizeof *vocabulary);
    jx_faults *faults = jx_arena_alloc(arena, sizeof *faults);
    if (vocabulary == NULL || faults == NULL) {
        return NULL;
    }
    vocabulary->arena = arena;
    vocabulary->signs = NULL;
    jx_faults_init(faults, JX_EN);
    const jx_str shipped = {jx_shipped_words, jx_shipped_words_size};
    const bool made = jx_patterns_make(vocabulary) &&
                      jx_vocabulary_add(vocabulary, shipped, "words.txt", faults) == JX_OK;
    return made ? vocabulary : NULL;
}
