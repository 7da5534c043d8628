// SPDX-License-Identifier: MIT
// Errors are values. A message is a row of messages.def in Chinese and English; who reads the error decides
// which one is written. A place goes before it, so that every message says where.
// All functions: [any-thread], each error to one thread.
#ifndef JIXIAO_BASE_ERROR_H
#define JIXIAO_BASE_ERROR_H

#include "base/str.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t jx_status; // JX_OK or JX_E…; its negative is the exit code

#define JX_EUSAGE JX_ECONFIG

// The graver of the two: the higher exit code.
static inline jx_status jx_status_worse(jx_status a, jx_status b)
{
    return a < b ? a : b;
}

typedef enum jx_lang { JX_ZH, JX_EN } jx_lang;

static inline const char *jx_words_in(jx_words words, jx_lang lang)
{
    return lang == JX_EN ? words.en : words.zh;
}

typedef enum jx_message {
    JX_MESSAGE_NONE,
#define JX_MESSAGE(id, status, zh, en) JX_MESSAGE_##id,
#include "base/messages.def"
#undef JX_MESSAGE
    JX_MESSAGE_COUNT
} jx_message;

// A row of the catalogue, for the documentation and its tests. `id` is that of messages.def.
typedef struct jx_message_row {
    const char *id;
    jx_status status;
    jx_words says; // {1}, {2}… stand for what was found; {1!} shows it whole
} jx_message_row;

// NULL for JX_MESSAGE_NONE.
const jx_message_row *jx_message_find(jx_message message);

// Where a fault lies; members that do not apply stay zero.
typedef struct jx_place {
    const char *file; // or a sheet of a workbook, see base/sheet_path.h
    uint32_t line;    // from 1
    uint32_t column;  // from 1; said of sheets only, whose lines are rows
    jx_str finding;   // its severity and code, where it is not a fault
    jx_str project;
    jx_str indicator;
    jx_str key;
} jx_place;

enum { JX_ERROR_TEXT = 1024 };

typedef struct jx_error {
    jx_lang lang; // set by its owner before use, never changed here
    jx_status status;
    jx_message message;
    uint32_t line;
    char text[JX_ERROR_TEXT]; // one line with its place, ends in NUL, cut between characters
} jx_error;

// An error without fault whose texts will be in `lang`.
#define JX_ERROR(language) ((jx_error){.lang = (language)})

// The arguments of a message, ended by JX_STR_NONE. Texts of users are shown shortened to 60 columns, unless the
// message says {1!}; bytes that a terminal would obey, hide or not understand are shown as \xNN.
#define JX_ARGS(...) ((const jx_str[]){__VA_ARGS__, {NULL, 0}})

// Writes the error and returns the message's status. `err` may be NULL, `place` too. A message without arguments
// is given JX_STR_NONE.
#define jx_fail(err, place, message, ...)                                                          \
  jx_error_set((err), (place), (message), JX_ARGS(__VA_ARGS__))

jx_status jx_error_set(jx_error *err,
                       const jx_place *place,
                       jx_message message,
                       const jx_str *args);

// Out of memory, JX_ESYSTEM.
jx_status jx_fail_memory(jx_error *err);

// What the system refused: {1} of the message is its own reason, by errno.
jx_status jx_fail_system(jx_error *err, const jx_place *place, jx_message message, int number);

// The message that an errno deserves; the last row of several has the number 0 and serves for all others.
typedef struct jx_verdict {
    int number;
    jx_message message;
} jx_verdict;

// The same, by the row of the errno.
jx_status jx_fail_verdict(jx_error *err, const jx_place *place, const jx_verdict *rows, int number);

// ---------------------------------------------------------------------------------------------- faults

enum { JX_FAULTS_SHOWN = 20 };

// The faults of one reading: the first ones whole, the rest counted. About 20 kB.
typedef struct jx_faults {
    jx_lang lang;
    size_t count;
    jx_status status; // that of the gravest one (the highest exit code); JX_OK where there is none
    jx_error shown[JX_FAULTS_SHOWN];
} jx_faults;

void jx_faults_init(jx_faults *faults, jx_lang lang);

// Adds a fault and returns its status.
#define jx_fault(faults, place, message, ...)                                                      \
  jx_faults_add((faults), (place), (message), JX_ARGS(__VA_ARGS__))

jx_status jx_faults_add(jx_faults *faults,
                        const jx_place *place,
                        jx_message message,
                        const jx_str *args);

// Adds that memory is out, JX_ESYSTEM.
jx_status jx_fault_memory(jx_faults *faults);

// Adds an error that was made elsewhere, unchanged.
jx_status jx_faults_take(jx_faults *faults, const jx_error *err);

// The same, unless an equal text is shown already: of what is found wherever it is used.
jx_status jx_faults_take_once(jx_faults *faults, const jx_error *err);

#endif
