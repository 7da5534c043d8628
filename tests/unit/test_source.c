// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "base/utf8.h"
#include "read/source.h"
#include "read/well_formed.h"
#include "support/jx_folder.h"
#include "support/jx_random.h"
#include "support/jx_rows.h"

#include <sys/resource.h>
#include <time.h>

#define PATH "a.csv"

enum { SAMPLES = 200000, SAMPLE = 24, AROUND = 8, PAUSE = 1000000 };

// The whole text of the source, block by block.
static jx_status drain(jx_source *source, jx_text *text, jx_error *err)
{
    for (uint32_t line = 1;;) {
        jx_str block;
        const jx_status status = jx_source_next(source, line, &block, err);
        if (status != JX_OK || block.size == 0) {
            return status;
        }
        line += jx_source_count_lines(block);
        jx_text_add(text, block);
    }
}

static jx_status read_source(const char *path, jx_encoding encoding, jx_text *text, jx_error *err)
{
    jx_source *source = NULL;
    jx_status status = jx_source_open(path, encoding, &source, err);
    status = status != JX_OK ? status : drain(source, text, err);
    jx_source_close(source);
    return status;
}

struct row {
    const char *name;
    jx_encoding encoding;
    jx_str bytes;
    const char *text; // or
    jx_message message;
    const char *error;
};

#define DETECT  JX_ENCODING_DETECT
#define UTF8    JX_ENCODING_UTF8
#define GB18030 JX_ENCODING_GB18030

static const struct row rows[] = {
    {"reads nothing from an empty file", DETECT, JX_STR(""), "", 0, NULL},
    {"reads plain ASCII", DETECT, JX_STR("a,b\r\n"), "a,b\r\n", 0, NULL},
    {"reads UTF-8", DETECT, JX_STR("绩,效\n𠀀é"), "绩,效\n𠀀é", 0, NULL},
    {"takes a byte order mark off", DETECT, JX_STR("\xEF\xBB\xBF绩"), "绩", 0, NULL},
    {"takes a byte order mark off where UTF-8 is asked for", UTF8, JX_STR("\xEF\xBB\xBFx"), "x", 0,
     NULL},
    {"reads nothing from a byte order mark", DETECT, JX_STR("\xEF\xBB\xBF"), "", 0, NULL},
    {"reads GB18030", DETECT, JX_STR("a,\xBC\xA8\xD0\xA7\n"), "a,绩效\n", 0, NULL},
    {"finds GB18030 by a last character alone", DETECT, JX_STR("a\n\xCA\xC7"), "a\n是", 0, NULL},
    {"finds GB18030 by a last byte that is cut off", DETECT, JX_STR("a\n\xCA"), NULL,
     JX_MESSAGE_SOURCE_NEITHER,
     "a.csv:2: expected UTF-8 or GB18030, found line 2 not to be UTF-8 and line 2 not to be "
     "GB18030: save the file as UTF-8"},
    {"reads GB18030 of four bytes", DETECT, JX_STR("\x95\x32\x82\x36\x81\x30\x81\x30"),
     "𠀀\xC2\x80", 0, NULL},
    {"reads a byte order mark of GB18030", DETECT, JX_STR("\x84\x31\x95\x33\xBC\xA8"), "绩", 0,
     NULL},
    {"takes a byte order mark off where GB18030 is asked for", GB18030, JX_STR("\x84\x31\x95\x33x"),
     "x", 0, NULL},
    {"reads ASCII where GB18030 is asked for", GB18030, JX_STR("a,b\n"), "a,b\n", 0, NULL},
    {"reads GB18030 that could be UTF-8 where it is asked for", GB18030, JX_STR("\xCA\xBE"), "示",
     0, NULL},
    {"takes for UTF-8 what can be both", DETECT, JX_STR("\xCA\xBE"), "ʾ", 0, NULL},
    {"refuses a NUL", DETECT, JX_STR("a\nb\0c"), NULL, JX_MESSAGE_SOURCE_NUL,
     "a.csv:2: expected text, found a NUL byte"},
    {"refuses a NUL among Chinese characters", DETECT, JX_STR("绩\n\n\0效"), NULL,
     JX_MESSAGE_SOURCE_NUL, "a.csv:3: expected text, found a NUL byte"},
    {"refuses a NUL in GB18030", DETECT, JX_STR("\xBC\xA8\n\xD0\xA7\0"), NULL,
     JX_MESSAGE_SOURCE_NUL, "a.csv:2: expected text, found a NUL byte"},
    {"refuses GB18030 where UTF-8 is asked for", UTF8, JX_STR("a\n\xBC\xA8\n"), NULL,
     JX_MESSAGE_SOURCE_UTF8,
     "a.csv:2: expected UTF-8, found other bytes; if the file is GB18030 (GBK), say "
     "--encoding gb18030"},
    {"refuses what is not UTF-8 behind its byte order mark", DETECT,
     JX_STR("\xEF\xBB\xBF\n\n\xBC\xA8\n"), NULL, JX_MESSAGE_SOURCE_UTF8,
     "a.csv:3: expected UTF-8, found other bytes; if the file is GB18030 (GBK), say "
     "--encoding gb18030"},
    {"refuses UTF-8 that ends within a character", DETECT, JX_STR("绩\n\xE7\xBB"), NULL,
     JX_MESSAGE_SOURCE_CUT,
     "a.csv:2: the file ends inside a character: was it cut short? Export it again"},
    {"refuses surrogates in UTF-8", UTF8, JX_STR("\xED\xA0\x80"), NULL, JX_MESSAGE_SOURCE_UTF8,
     "a.csv:1: expected UTF-8, found other bytes; if the file is GB18030 (GBK), say "
     "--encoding gb18030"},
    {"refuses overlong UTF-8", UTF8, JX_STR("\xE0\x80\xAF"), NULL, JX_MESSAGE_SOURCE_UTF8,
     "a.csv:1: expected UTF-8, found other bytes; if the file is GB18030 (GBK), say "
     "--encoding gb18030"},
    {"refuses what is not GB18030 where it is asked for", GB18030, JX_STR("a\n\xFF\n"), NULL,
     JX_MESSAGE_SOURCE_GB18030,
     "a.csv:2: expected GB18030, found other bytes; if the file is UTF-8, say --encoding utf-8"},
    {"refuses GB18030 that ends within a character", GB18030, JX_STR("\xBC\xA8\n\xD0"), NULL,
     JX_MESSAGE_SOURCE_GB18030,
     "a.csv:2: expected GB18030, found other bytes; if the file is UTF-8, say --encoding utf-8"},
    {"refuses what is neither encoding", DETECT, JX_STR("a\n\xBC\xA8\n\xFF\n"), NULL,
     JX_MESSAGE_SOURCE_NEITHER,
     "a.csv:2: expected UTF-8 or GB18030, found line 2 not to be UTF-8 and line 3 not to be "
     "GB18030: save the file as UTF-8"},
    {"refuses UTF-16, low byte first", DETECT, JX_STR("\xFF\xFE\x61\0"), NULL,
     JX_MESSAGE_SOURCE_UTF16,
     "a.csv: expected UTF-8 or GB18030, found UTF-16: save the file as UTF-8"},
    {"refuses UTF-16, high byte first", DETECT, JX_STR("\xFE\xFF\0\x61"), NULL,
     JX_MESSAGE_SOURCE_UTF16,
     "a.csv: expected UTF-8 or GB18030, found UTF-16: save the file as UTF-8"},
};

static void test_row(void **state)
{
    const struct row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text text = jx_text_in(arena);
    jx_error err = JX_ERROR(JX_EN);
    jx_folder_put(PATH, row->bytes.data, row->bytes.size);
    const jx_status status = read_source(PATH, row->encoding, &text, &err);
    if (row->text != NULL) {
        assert_int_equal(status, JX_OK);
        jx_expect_text(jx_text_str(&text), row->text);
    } else {
        assert_int_equal(status, JX_EDATA);
        assert_int_equal(err.message, row->message);
        assert_string_equal(err.text, row->error);
    }
    jx_arena_free(arena);
}

// `before` bytes of ASCII, then the text.
static void put_behind(size_t before, const char *text)
{
    FILE *file = fopen(PATH, "wb");
    assert_non_null(file);
    for (size_t i = 0; i < before; i++) {
        fputc(i % 64 == 63 ? '\n' : 'a', file);
    }
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void expect_behind(size_t before, jx_encoding encoding, const char *text)
{
    jx_arena *arena = jx_arena_new();
    jx_text found = jx_text_in(arena);
    jx_error err = JX_ERROR(JX_EN);
    assert_int_equal(read_source(PATH, encoding, &found, &err), JX_OK);
    assert_int_equal(found.size, before + strlen(text));
    assert_string_equal(jx_arena_copy(arena, jx_text_str(&found)).data + before, text);
    jx_arena_free(arena);
}

static void test_characters_across_blocks(void **state)
{
    (void)state;
    static const char text[] = "绩效é𠀀绩效";
    static const char text_gb18030[] = "\xBC\xA8\xD0\xA7\xA8\xA6\x95\x32\x82\x36\xBC\xA8\xD0\xA7";
    for (size_t around = 0; around < 2 * AROUND; around++) {
        const size_t before = JX_SOURCE_BYTES - AROUND + around;
        put_behind(before, text);
        expect_behind(before, JX_ENCODING_DETECT, text);
        expect_behind(before, JX_ENCODING_UTF8, text);
        put_behind(before, text_gb18030);
        expect_behind(before, JX_ENCODING_DETECT, text);
        expect_behind(before, JX_ENCODING_GB18030, text);
    }
}

static void test_first_block_decides(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_text text = jx_text_in(arena);
    jx_error err = JX_ERROR(JX_EN);
    put_behind(2 * JX_SOURCE_BYTES, "\xBC\xA8\xD0\xA7");
    expect_behind(2 * JX_SOURCE_BYTES, JX_ENCODING_DETECT, "绩效");
    FILE *file = fopen(PATH, "wb");
    assert_non_null(file);
    fputs("绩效\n", file);
    for (size_t i = 0; i < JX_SOURCE_BYTES; i++) {
        fputc('\n', file);
    }
    fputs("\xBC\xA8\xD0\xA7", file);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(read_source(PATH, JX_ENCODING_DETECT, &text, &err), JX_EDATA);
    assert_int_equal(err.message, JX_MESSAGE_SOURCE_UTF8);
    assert_int_equal(err.line, JX_SOURCE_BYTES + 2);
    jx_arena_free(arena);
}

// However a pipe delivers, blocks are the same: what is decided in them is, too.
static void test_slow_pipe(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_text text = jx_text_in(arena);
    jx_error err = JX_ERROR(JX_EN);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    const pid_t child = fork();
    if (child == 0) {
        const int file = open("pipe", O_WRONLY);
        bool written = true;
        for (const char *at = "\xCA\xBE,\xBC\xA8\n"; *at != '\0'; at++) {
            written = write(file, at, 1) == 1 && written;
            nanosleep(&(struct timespec){.tv_nsec = PAUSE}, NULL);
        }
        _exit(!written);
    }
    assert_int_equal(read_source("pipe", JX_ENCODING_DETECT, &text, &err), JX_OK);
    jx_expect_text(jx_text_str(&text), "示,绩\n");
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    jx_arena_free(arena);
}

static void test_standard_input(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_text text = jx_text_in(arena);
    jx_error err = JX_ERROR(JX_EN);
    const int before = dup(STDIN_FILENO);
    jx_folder_put_text(PATH, "绩效\n");
    const int file = open(PATH, O_RDONLY);
    assert_int_equal(dup2(file, STDIN_FILENO), STDIN_FILENO);
    assert_int_equal(read_source("-", JX_ENCODING_DETECT, &text, &err), JX_OK);
    jx_expect_text(jx_text_str(&text), "绩效\n");
    dup2(before, STDIN_FILENO);
    close(before);
    close(file);
    jx_arena_free(arena);
}

static void expect_no_file(const char *path, jx_message message, const char *text)
{
    jx_source *source = NULL;
    jx_error err = JX_ERROR(JX_EN);
    jx_str block;
    jx_status status = jx_source_open(path, JX_ENCODING_DETECT, &source, &err);
    if (status == JX_OK) {
        status = jx_source_next(source, 1, &block, &err);
        jx_source_close(source);
    }
    assert_int_equal(status, JX_EDATA);
    assert_int_equal(err.status, JX_EDATA);
    assert_int_equal(err.message, message);
    assert_string_equal(err.text, text);
}

static void test_absent(void **state)
{
    (void)state;
    expect_no_file("absent.csv", JX_MESSAGE_FILE_ABSENT,
                   "absent.csv: expected a file, found none of that name");
}

static void test_directory(void **state)
{
    (void)state;
    expect_no_file(".", JX_MESSAGE_FILE_IS_DIRECTORY, ".: expected a file, found a directory");
}

static void test_unreadable(void **state)
{
    (void)state;
    expect_no_file("/proc/self/mem", JX_MESSAGE_FILE_UNREADABLE,
                   "/proc/self/mem: cannot be read: Input/output error");
}

static void check_denied(jx_folder *folder)
{
    (void)folder;
    expect_no_file(PATH, JX_MESSAGE_FILE_DENIED, "a.csv: no permission to read it");
}

static void test_denied(void **state)
{
    (void)state;
    jx_folder_put_text(PATH, "a\n");
    assert_int_equal(chmod(PATH, 0), 0);
    assert_int_equal(chmod(".", 0755), 0);
    jx_folder_as_nobody(NULL, check_denied);
    assert_int_equal(chmod(PATH, 0600), 0);
}

// Without a file descriptor left the converter cannot be loaded: as on a system that has none.
static void test_no_converter(void **state)
{
    (void)state;
    jx_folder_put_text(PATH, "\xBC\xA8\xD0\xA7");
    const pid_t child = fork();
    if (child == 0) {
        jx_source *source = NULL;
        jx_error err = JX_ERROR(JX_EN);
        jx_str block;
        struct rlimit none = {0, 0};
        bool as_meant =
            jx_source_open(PATH, JX_ENCODING_DETECT, &source, &err) == JX_OK &&
            setrlimit(RLIMIT_NOFILE, &none) == 0 &&
            jx_source_next(source, 1, &block, &err) == JX_ESYSTEM &&
            err.message == JX_MESSAGE_SOURCE_NO_CONVERTER &&
            strcmp(err.text, "a.csv: this system cannot convert GB18030: save the file as "
                             "UTF-8") == 0;
        _exit(!as_meant);
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

// The quick check and the plain one agree on any bytes, most of them nearly UTF-8.
static void test_well_formed(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a",        "abcdefgh", "绩",       "𠀀",      "é",
                                         "ࠀ",        "\xE7",     "\xED\x9F", "\xE0",    "\x80",
                                         "\xED\xA0", "",         "\xF4",     "\xE7\xBB"};
    const size_t count = sizeof pieces / sizeof pieces[0];
    jx_random random = jx_random_from(1);
    for (size_t i = 0; i < SAMPLES; i++) {
        char sample[SAMPLE * AROUND];
        size_t size = 0;
        for (size_t left = jx_random_below(&random, SAMPLE); left != 0; left--) {
            const char *piece = pieces[jx_random_below(&random, count)];
            const size_t length = *piece == '\0' && jx_random_below(&random, 4) == 0
                                      ? 1 // a NUL
                                      : strlen(piece);
            memcpy(sample + size, piece, length);
            size += length;
        }
        size_t expected = size;
        size_t found = size;
        const jx_str text = {sample, size};
        assert_int_equal(jx_well_formed(text, &found), jx_utf8_check(text, &expected));
        assert_int_equal(found, expected);
    }
}

static void test_ascii(void **state)
{
    (void)state;
    char text[SAMPLE];
    for (size_t size = 0; size < SAMPLE; size++) {
        memset(text, 'a', sizeof text);
        assert_true(jx_is_ascii((jx_str){text, size}));
        for (size_t at = 0; at < size; at++) {
            text[at] = '\x80';
            assert_false(jx_is_ascii((jx_str){text, size}));
            text[at] = 'a';
        }
    }
}

int main(void)
{
    static const struct {
        const char *name;
        CMUnitTestFunction run;
    } tests[] = {
        {"says that the system cannot convert GB18030", test_no_converter},
        {"keeps characters whole that stand across blocks", test_characters_across_blocks},
        {"decides by the first block that is not plain ASCII", test_first_block_decides},
        {"decides the same however a pipe delivers", test_slow_pipe},
        {"reads standard input", test_standard_input},
        {"says that a file is absent", test_absent},
        {"says that a file is a directory", test_directory},
        {"says why a file cannot be read", test_unreadable},
        {"says that a file may not be read", test_denied},
        {"checks UTF-8 as the plain check does", test_well_formed},
        {"knows plain ASCII", test_ascii},
    };
    static jx_rows all;
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++) {
        jx_rows_add_one(&all, tests[i].name, tests[i].run, NULL);
    }
    JX_ROWS(&all, rows, test_row);
    void *folder = NULL;
    if (jx_folder_enter(&folder) != 0) {
        return 1;
    }
    const int failed = jx_rows_run(&all, "source");
    return jx_folder_leave(&folder) != 0 || failed != 0;
}
