// SPDX-License-Identifier: MIT
#include "base/error.h"
#include "base/utf8.h"
#include "support/jx_rows.h"

#include <errno.h>
#include <stdio.h>

// A text that fills the columns of an argument, and one byte more.
#define SIXTY             "123456789012345678901234567890123456789012345678901234567890"
#define TEN_CHARACTERS    "新增创新型中小企业个"
#define THIRTY_CHARACTERS TEN_CHARACTERS TEN_CHARACTERS TEN_CHARACTERS

#define TEN_OF_4_BYTES    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"
#define SIXTY_OF_4_BYTES                                                                           \
  TEN_OF_4_BYTES TEN_OF_4_BYTES TEN_OF_4_BYTES TEN_OF_4_BYTES TEN_OF_4_BYTES TEN_OF_4_BYTES

enum { WHOLE = 9 };

static const struct placing {
    const char *name;
    jx_lang lang;
    jx_place place;
    const char *expected;
} PLACINGS[] = {
    {"writes no place", JX_EN, {0}, "cannot be read: {cause}"},
    {"writes the file", JX_EN, {.file = "a.ini"}, "a.ini: cannot be read: {cause}"},
    {"writes the line", JX_EN, {.file = "a.ini", .line = 42}, "a.ini:42: cannot be read: {cause}"},
    {"leaves out a line without file", JX_EN, {.line = 42}, "cannot be read: {cause}"},
    {"writes the key",
     JX_EN,
     {.file = "a.ini", .line = 4294967295, .key = JX_STR("deduct")},
     "a.ini:4294967295: deduct: cannot be read: {cause}"},
    {"writes project and indicator",
     JX_EN,
     {.file = "x.csv", .line = 3, .project = JX_STR("P1"), .indicator = JX_STR("innovative-smes")},
     "x.csv:3: project P1, indicator innovative-smes: cannot be read: {cause}"},
    {"writes the project alone",
     JX_EN,
     {.file = "x.csv", .line = 3, .project = JX_STR("P1")},
     "x.csv:3: project P1: cannot be read: {cause}"},
    {"writes names of one byte",
     JX_EN,
     {.project = JX_STR("P"), .indicator = JX_STR("i"), .key = JX_STR("k")},
     "project P, indicator i: k: cannot be read: {cause}"},
    {"writes indicator and key",
     JX_EN,
     {.file = "a.ini", .indicator = JX_STR("tax"), .key = JX_STR("step")},
     "a.ini: indicator tax: step: cannot be read: {cause}"},
    {"writes everything in Chinese",
     JX_ZH,
     {.file = "x.csv",
      .line = 3,
      .project = JX_STR("P1"),
      .indicator = JX_STR("innovative-smes"),
      .key = JX_STR("deduct")},
     "x.csv:3: 项目 P1，指标 innovative-smes：deduct：无法读取：{cause}"},
    {"escapes what a place holds",
     JX_ZH,
     {.file = "a\x1b[2J.ini", .project = JX_STR("P\n1")},
     "a\\x1b[2J.ini: 项目 P\\x0a1：无法读取：{cause}"},
};

static void test_placing(void **state)
{
    const struct placing *row = *state;
    jx_error err = JX_ERROR(row->lang);
    jx_status status =
        jx_fail(&err, &row->place, JX_MESSAGE_FILE_UNREADABLE, (jx_str)JX_STR("{cause}"));
    assert_string_equal(err.text, row->expected);
    assert_int_equal(status, JX_ECONFIG);
    assert_int_equal(err.status, JX_ECONFIG);
    assert_int_equal(err.message, JX_MESSAGE_FILE_UNREADABLE);
    assert_int_equal(err.line, row->place.line);
    assert_int_equal(err.lang, row->lang);
}

static const struct showing {
    const char *name;
    const char *argument; // NULL: JX_STR_NONE
    const char *expected;
} SHOWINGS[] = {
    {"shows a text as it is", "27 个", "27 个"},
    {"shows an absent text as an empty one", NULL, ""},
    {"shows 60 columns whole", SIXTY, SIXTY},
    {"shortens 61 columns", SIXTY "1",
     "12345678901234567890123456789012345678901234567890123456789…"},
    {"shows 30 Chinese characters whole", THIRTY_CHARACTERS, THIRTY_CHARACTERS},
    {"shortens 31 Chinese characters", THIRTY_CHARACTERS "户",
     TEN_CHARACTERS TEN_CHARACTERS "新增创新型中小企业…"},
    {"escapes control bytes", "\x1b[31m\a\t\r\n\x7f", "\\x1b[31m\\x07\\x09\\x0d\\x0a\\x7f"},
    {"escapes control characters of two bytes",
     "\xc2\x9b"
     "31m",
     "\\u009b31m"},
    {"escapes bytes that are no UTF-8", "\xbc\xa8\xd0", "\\xbc\\xa8\\xd0"},
    {"escapes a character cut short", "5\xe4\xb8", "5\\xe4\\xb8"},
    {"escapes a surrogate", "\xed\xa0\x80", "\\xed\\xa0\\x80"},
    {"escapes what turns the direction of writing", "\u202e72", "\\u202e72"},
    {"escapes a byte order mark", "\ufeff27", "\\ufeff27"},
    {"escapes separators of lines and paragraphs", "\u2028\u2029", "\\u2028\\u2029"},
    {"keeps combining characters", "e\u0301", "e\u0301"},
    {"keeps characters of private use", "\ue863", "\ue863"},
    {"does not cut an escape", SIXTY "\x1b",
     "12345678901234567890123456789012345678901234567890123456789…"},
    {"does not fill in twice", "{1}{2}", "{1}{2}"},
};

static void test_showing(void **state)
{
    const struct showing *row = *state;
    jx_error err = JX_ERROR(JX_EN);
    char expected[JX_ERROR_TEXT] = "cannot be read: ";
    strcat(expected, row->expected);
    jx_fail(&err, NULL, JX_MESSAGE_FILE_UNREADABLE, jx_str_of(row->argument));
    assert_string_equal(err.text, expected);
}

static void test_whole_argument(void **state)
{
    (void)state;
    jx_error err = {.lang = JX_EN, .line = 9};
    jx_fail(&err, NULL, JX_MESSAGE_OUTPUT_UNWRITTEN, (jx_str)JX_STR(SIXTY "\x1b" SIXTY));
    assert_string_equal(err.text, "cannot be written: " SIXTY "\\x1b" SIXTY);
    assert_int_equal(err.line, 0);
}

static void test_combining_flood(void **state)
{
    (void)state;
    char flood[1000];
    for (size_t i = 0; i < sizeof flood; i += 2) {
        memcpy(flood + i, "\u0301", 2);
    }
    jx_error err = JX_ERROR(JX_EN);
    jx_fail(&err, NULL, JX_MESSAGE_FILE_UNREADABLE, (jx_str){flood, sizeof flood});
    assert_int_equal(strlen(err.text), strlen("cannot be read: ") + 59 * 2 + 3);
}

static const struct long_file {
    const char *name;
    const char *piece;
    size_t pieces;
    bool whole;
} LONG_FILES[] = {
    {"writes a file name of 400 bytes whole", "abcdefgh/", 44, true},
    {"keeps the end of a longer file name", "abcdefgh/", 100, false},
    {"keeps the end of a long Chinese file name", "绩效目标/", 100, false},
    {"shortens a long file name that is no UTF-8", "\xbc\xa8\xd0\xa7/", 300, false},
};

static void test_long_file(void **state)
{
    const struct long_file *row = *state;
    char file[2000] = "";
    for (size_t i = 0; i < row->pieces; i++) {
        strcat(file, row->piece);
    }
    jx_error err = JX_ERROR(JX_ZH);
    const jx_place place = {.file = file, .line = 7};
    jx_fail(&err, &place, JX_MESSAGE_FILE_UNREADABLE, (jx_str)JX_STR("!"));
    assert_true(jx_utf8_check(jx_str_of(err.text), NULL));
    assert_int_equal(strncmp(err.text, file, strlen(file)) == 0, row->whole);
    assert_int_equal(strncmp(err.text, "…", 3) == 0, !row->whole);
    assert_true(jx_str_ends(jx_str_of(err.text), (jx_str)JX_STR(":7: 无法读取：!")));
}

// Whatever comes together, it is one line that ends in NUL and cuts no character.
static void test_longest_line(void **state)
{
    (void)state;
    static const jx_str narrow = JX_STR(SIXTY_OF_4_BYTES);
    char file[2000];
    for (size_t shift = 0; shift < 6; shift++) {
        memset(file, '\x1b', sizeof file);
        memset(file + sizeof file - 1 - shift, 'a', shift);
        file[sizeof file - 1] = '\0';
        jx_error err = JX_ERROR(JX_ZH);
        const jx_place place = {
            .file = file, .line = 7, .project = narrow, .indicator = narrow, .key = narrow};
        jx_fail(&err, &place, JX_MESSAGE_FILE_UNREADABLE, narrow);
        assert_in_range(strlen(err.text), JX_ERROR_TEXT - 8, JX_ERROR_TEXT - 1);
        assert_true(jx_utf8_check(jx_str_of(err.text), NULL));
        assert_null(strpbrk(err.text, "\n\x1b"));
        assert_true(jx_str_ends(jx_str_of(err.text), (jx_str)JX_STR("…")));
    }
}

static void test_no_error(void **state)
{
    (void)state;
    assert_int_equal(jx_fail(NULL, NULL, JX_MESSAGE_OUTPUT_FULL, JX_STR_NONE), JX_ESYSTEM);
    assert_int_equal(jx_fail_memory(NULL), JX_ESYSTEM);
    jx_error err = JX_ERROR(JX_EN);
    assert_int_equal(jx_fail_memory(&err), JX_ESYSTEM);
    assert_string_equal(err.text, "out of memory");
    assert_int_equal(err.message, JX_MESSAGE_MEMORY);
}

static void test_system(void **state)
{
    (void)state;
    char expected[JX_ERROR_TEXT];
    jx_error err = JX_ERROR(JX_EN);
    assert_int_equal(jx_fail_system(&err, NULL, JX_MESSAGE_OUTPUT_UNWRITTEN, EIO), JX_ESYSTEM);
    (void)snprintf(expected, sizeof expected, "%s", strerror(EIO));
    assert_non_null(strstr(err.text, expected));
    static const jx_verdict verdicts[] = {{ENOSPC, JX_MESSAGE_OUTPUT_FULL},
                                          {0, JX_MESSAGE_OUTPUT_UNWRITTEN}};
    (void)jx_fail_verdict(&err, NULL, verdicts, ENOSPC);
    assert_int_equal(err.message, JX_MESSAGE_OUTPUT_FULL);
    (void)jx_fail_verdict(&err, NULL, verdicts, EIO);
    assert_int_equal(err.message, JX_MESSAGE_OUTPUT_UNWRITTEN);
}

// ---------------------------------------------------------------------------------------------- faults

static void test_faults(void **state)
{
    (void)state;
    static jx_faults faults;
    jx_faults_init(&faults, JX_EN);
    assert_int_equal(faults.status, JX_OK);
    for (uint32_t line = 1; line <= JX_FAULTS_SHOWN + 5; line++) {
        const jx_place place = {.file = "a.ini", .line = line};
        jx_status status =
            jx_fault(&faults, &place, JX_MESSAGE_FILE_UNREADABLE, (jx_str)JX_STR("x"));
        assert_int_equal(status, JX_ECONFIG);
    }
    assert_int_equal(faults.count, JX_FAULTS_SHOWN + 5);
    assert_int_equal(faults.status, JX_ECONFIG);
    assert_string_equal(faults.shown[0].text, "a.ini:1: cannot be read: x");
    assert_string_equal(faults.shown[JX_FAULTS_SHOWN - 1].text, "a.ini:20: cannot be read: x");
    assert_int_equal(jx_fault_memory(&faults), JX_ESYSTEM);
    assert_int_equal(faults.status, JX_ESYSTEM);
    jx_fault(&faults, NULL, JX_MESSAGE_FILE_ABSENT, JX_STR_NONE);
    assert_int_equal(faults.status, JX_ESYSTEM);
    assert_int_equal(faults.count, JX_FAULTS_SHOWN + 7);
}

static void test_taken_fault(void **state)
{
    (void)state;
    static jx_faults faults;
    jx_faults_init(&faults, JX_ZH);
    jx_error err = JX_ERROR(JX_EN);
    const jx_place place = {.file = "a.ini", .line = 9};
    jx_fail(&err, &place, JX_MESSAGE_FILE_DENIED, JX_STR_NONE);
    err.status = JX_EDATA;
    assert_int_equal(jx_faults_take(&faults, &err), JX_EDATA);
    assert_int_equal(faults.count, 1);
    assert_int_equal(faults.status, JX_EDATA);
    assert_memory_equal(&faults.shown[0], &err, sizeof err);
}

// ------------------------------------------------------------------------------------------- catalogue

// The set of {n} in a text, as bits: those that are shortened, and above them those that are shown whole.
static unsigned placeholders(const char *says)
{
    unsigned found = 0;
    for (const char *at = strchr(says, '{'); at != NULL; at = strchr(at + 1, '{')) {
        if (at[1] == '{') { // a brace that is shown
            continue;
        }
        assert_in_range(at[1], '1', '9');
        bool whole = at[2] == '!';
        assert_int_equal(at[whole ? 3 : 2], '}');
        found |= 1u << (at[1] - '1' + (whole ? WHOLE : 0));
    }
    return found;
}

static void check_says(const char *says, const char *foreign_quotes)
{
    jx_str text = jx_str_of(says);
    assert_true(text.size > 0 && text.size < JX_ERROR_TEXT / 2);
    assert_true(jx_utf8_check(text, NULL));
    assert_null(strpbrk(says, "\n\t\r"));
    assert_null(strstr(says, foreign_quotes));
    assert_false(jx_str_ends(text, (jx_str)JX_STR(".")) || jx_str_ends(text, (jx_str)JX_STR("。")));
    assert_true(jx_str_equal(jx_str_trim(text), text));
}

// Every argument is found in the text, and nothing is left to be filled in.
static void check_filling(jx_message message, jx_lang lang, unsigned numbers)
{
    static const jx_str args[] = {
        JX_STR("<1>"), JX_STR("<2>"), JX_STR("<3>"), JX_STR("<4>"), JX_STR("<5>"),
        JX_STR("<6>"), JX_STR("<7>"), JX_STR("<8>"), JX_STR("<9>"), {NULL, 0},
    };
    jx_error err = JX_ERROR(lang);
    jx_error_set(&err, NULL, message, args);
    for (const char *at = strchr(err.text, '{'); at != NULL; at = strchr(at + 1, '{')) {
        assert_int_equal(at[1], '<'); // a brace that is shown, and what was filled in
    }
    for (unsigned i = 0; i < WHOLE; i++) {
        assert_int_equal(strstr(err.text, args[i].data) != NULL, numbers >> i & 1);
    }
}

// Findings and warnings alone may be no faults whatever comes of them.
static bool is_told(const jx_message_row *row)
{
    static const jx_message findings[] = {
#define JX_MESSAGE(id, status, zh, en) JX_MESSAGE_##id,
#include "base/messages/findings.def"
#undef JX_MESSAGE
    };
    for (size_t i = 0; i < sizeof findings / sizeof findings[0]; i++) {
        if (jx_message_find(findings[i]) == row) {
            return true;
        }
    }
    return row == jx_message_find(JX_MESSAGE_PLUGIN_GROUP_WRITABLE);
}

static void test_row(void **state)
{
    const jx_message_row *row = *state;
    assert_int_equal(strspn(row->id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"), strlen(row->id));
    if (row->status != JX_OK || !is_told(row)) {
        assert_in_range(-row->status, -JX_ECONFIG, -JX_ESYSTEM);
    }
    check_says(row->says.zh, "\"");
    check_says(row->says.en, "“");
    unsigned found = placeholders(row->says.zh);
    assert_int_equal(found, placeholders(row->says.en));
    unsigned numbers = (found | found >> WHOLE) & ((1u << WHOLE) - 1);
    assert_int_equal(numbers & (numbers + 1), 0); // none is left out
    jx_message message = JX_MESSAGE_NONE + 1;
    while (jx_message_find(message) != row) {
        message++;
    }
    check_filling(message, JX_ZH, numbers);
    check_filling(message, JX_EN, numbers);
}

static void test_ids(void **state)
{
    (void)state;
    assert_null(jx_message_find(JX_MESSAGE_NONE));
    assert_null(jx_message_find(JX_MESSAGE_COUNT));
    assert_string_equal(jx_message_find(JX_MESSAGE_MEMORY)->id, "MEMORY");
    for (unsigned i = JX_MESSAGE_NONE + 1; i < JX_MESSAGE_COUNT; i++) {
        for (unsigned other = i + 1; other < JX_MESSAGE_COUNT; other++) {
            assert_string_not_equal(jx_message_find((jx_message)i)->id,
                                    jx_message_find((jx_message)other)->id);
        }
    }
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, PLACINGS, test_placing);
    JX_ROWS(&all, SHOWINGS, test_showing);
    JX_ROWS(&all, LONG_FILES, test_long_file);
    jx_rows_add_one(&all, "shows an argument whole where the message says so", test_whole_argument,
                    NULL);
    jx_rows_add_one(&all, "shortens a flood of combining characters", test_combining_flood, NULL);
    jx_rows_add_one(&all, "cuts the longest line between characters", test_longest_line, NULL);
    jx_rows_add_one(&all, "answers the status where nobody takes the error", test_no_error, NULL);
    jx_rows_add_one(&all, "tells the system's own reason", test_system, NULL);
    jx_rows_add_one(&all, "shows 20 faults and counts the rest", test_faults, NULL);
    jx_rows_add_one(&all, "takes a fault unchanged", test_taken_fault, NULL);
    jx_rows_add_one(&all, "gives every message an id of its own", test_ids, NULL);
    int failed = jx_rows_run(&all, "error");
    jx_rows catalogue = {.count = 0};
    for (unsigned i = JX_MESSAGE_NONE + 1; i < JX_MESSAGE_COUNT; i++) {
        const jx_message_row *row = jx_message_find((jx_message)i);
        jx_rows_add_one(&catalogue, row->id, test_row, row);
    }
    return failed + jx_rows_run(&catalogue, "messages");
}
