// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "read/csv.h"
#include "support/csv_oracle.h"
#include "support/jx_folder.h"
#include "support/jx_random.h"
#include "support/jx_rows.h"

#define PATH "a.csv"

enum { SMALL = 30, SMALL_SAMPLES = 20000, LARGE = 400000, LARGE_SAMPLES = 20, PIECE = 8 };

struct row {
    const char *name;
    jx_str bytes;
    const char *records; // as csv_oracle says them
    const char *error;   // behind them; NULL: none
};

static const struct row rows[] = {
    {"reads nothing from an empty file", JX_STR(""), "", NULL},
    {"reads nothing from empty lines", JX_STR("\n\r\n\n"), "", NULL},
    {"reads records", JX_STR("a,b\nc,d\n"), "1:<a><b>\n2:<c><d>\n", NULL},
    {"reads lines that end in CRLF", JX_STR("a,b\r\nc,d\r\n"), "1:<a><b>\n2:<c><d>\n", NULL},
    {"needs no line end at the end", JX_STR("a,b\nc,d"), "1:<a><b>\n2:<c><d>\n", NULL},
    {"reads empty fields", JX_STR(",\n,,\na,\n"), "1:<><>\n2:<><><>\n3:<a><>\n", NULL},
    {"reads a single field", JX_STR("a"), "1:<a>\n", NULL},
    {"skips lines without a byte", JX_STR("a\n\nb\r\n\r\nc\n"), "1:<a>\n3:<b>\n5:<c>\n", NULL},
    {"keeps lines of blanks", JX_STR("a\n \nb\n"), "1:<a>\n2:< >\n3:<b>\n", NULL},
    {"keeps blanks around fields", JX_STR(" a , b \n"), "1:< a >< b >\n", NULL},
    {"takes quotes off", JX_STR("\"a\",\"b\"\n\"\"\n"), "1:<a><b>\n2:<>\n", NULL},
    {"keeps commas inside quotes", JX_STR("\"a,b\",c\n"), "1:<a,b><c>\n", NULL},
    {"reads doubled quotes as one", JX_STR("\"a\"\"b\",\"\"\"\",\"\"\"\"\"\"\n"),
     "1:<a\"b><\"><\"\">\n", NULL},
    {"keeps line breaks inside quotes, and counts them", JX_STR("\"a\nb\r\nc\",d\ne\n"),
     "1:<a\nb\r\nc><d>\n4:<e>\n", NULL},
    {"keeps a lone CR inside quotes", JX_STR("\"a\rb\"\r\nc\n"), "1:<a\rb>\n2:<c>\n", NULL},
    {"reads a quoted field at the end of the file", JX_STR("a,\"b\""), "1:<a><b>\n", NULL},
    {"reads Chinese characters", JX_STR("县,\"乡，镇\"\n"), "1:<县><乡，镇>\n", NULL},
    {"refuses a quote that is not closed, at its line", JX_STR("a\n\nb,c\n\"d\",\"e\nf\n"),
     "1:<a>\n3:<b><c>\n",
     "a.csv:4: expected a quote that closes the one opened here, found none before the end of the "
     "file"},
    {"refuses a quote that is not closed in a later line of a record", JX_STR("\"a\n\n\",\"b\n"),
     "",
     "a.csv:3: expected a quote that closes the one opened here, found none before the end of the "
     "file"},
    {"refuses text behind a closing quote", JX_STR("a\n\"b\"c,d\n"), "1:<a>\n",
     "a.csv:2: expected a comma or a line end behind a closing quote, found something else; a "
     "quote inside quotes is written twice"},
    {"refuses a blank behind a closing quote", JX_STR("\"b\" ,d\n"), "",
     "a.csv:1: expected a comma or a line end behind a closing quote, found something else; a "
     "quote inside quotes is written twice"},
    {"refuses a quote inside a field", JX_STR("a\nb\"c,d\n"), "1:<a>\n",
     "a.csv:2: expected a quote only where a cell begins, found one inside; a cell with quotes is "
     "quoted as a whole and its quotes are written twice"},
    {"refuses a quote behind a blank", JX_STR("a, \"b\"\n"), "",
     "a.csv:1: expected a quote only where a cell begins, found one inside; a cell with quotes is "
     "quoted as a whole and its quotes are written twice"},
    {"refuses CR alone", JX_STR("a\nb\rc\n"), "1:<a>\n",
     "a.csv:2: expected lines that end in LF or CRLF, found CR alone: save the file with LF or "
     "CRLF"},
    {"refuses a file with CR alone", JX_STR("a,b\rc,d\r"), "",
     "a.csv:1: expected lines that end in LF or CRLF, found CR alone: save the file with LF or "
     "CRLF"},
    {"refuses CR at the end of the file", JX_STR("a,b\r"), "",
     "a.csv:1: expected lines that end in LF or CRLF, found CR alone: save the file with LF or "
     "CRLF"},
    {"refuses CR alone behind a closing quote", JX_STR("\"a\nb\"\rc\n"), "",
     "a.csv:2: expected lines that end in LF or CRLF, found CR alone: save the file with LF or "
     "CRLF"},
    {"says which line holds a NUL", JX_STR("a,b\n\"c\nd\0\",e\n"), "",
     "a.csv:3: expected text, found a NUL byte"},
};

static jx_status read_all(jx_csv *csv, size_t *ret_count, jx_record *ret_last, jx_error *err)
{
    for (*ret_count = 0;; ++*ret_count) {
        jx_record record;
        bool more = false;
        const jx_status status = jx_csv_next(csv, &record, &more, err);
        if (status != JX_OK || !more) {
            return status;
        }
        *ret_last = record;
    }
}

static void test_row(void **state)
{
    const struct row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_folder_put(PATH, row->bytes.data, row->bytes.size);
    const jx_str said = csv_oracle_read(arena, PATH);
    const size_t size = strlen(row->records);
    assert_true(said.size >= size);
    assert_memory_equal(said.data, row->records, size);
    jx_csv *csv = NULL;
    jx_error err = JX_ERROR(JX_EN);
    size_t count = 0;
    jx_record last;
    assert_int_equal(jx_csv_open(PATH, JX_ENCODING_DETECT, &csv, &err), JX_OK);
    const jx_status status = read_all(csv, &count, &last, &err);
    jx_csv_close(csv);
    assert_int_equal(status, row->error == NULL ? JX_OK : JX_EDATA);
    assert_int_equal(said.size == size, row->error == NULL);
    assert_string_equal(err.text, row->error == NULL ? "" : row->error);
    jx_arena_free(arena);
}

static void compare(jx_arena *arena, jx_str text)
{
    remove(PATH); // what is overwritten may be waited for, a new file is not
    jx_folder_put(PATH, text.data, text.size);
    const jx_str expected = csv_oracle(arena, text);
    const jx_str found = csv_oracle_read(arena, PATH);
    if (!jx_str_equal(expected, found)) {
        print_error("of:\n%.*s\nexpected:\n%.*s\nfound:\n%.*s\n", (int)text.size, text.data,
                    (int)expected.size, expected.data, (int)found.size, found.data);
    }
    assert_true(jx_str_equal(expected, found));
}

// Of every kind of mistake some, and most without any.
static void test_small(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a",    ",",  ",",  "\n",    "\"",      "\"\"",
                                         "\r\n", "县", "\r", "\",\"", "bcdefghi"};
    jx_random random = jx_random_from(2);
    for (size_t i = 0; i < SMALL_SAMPLES; i++) {
        jx_arena *arena = jx_arena_new();
        jx_text text = jx_text_in(arena);
        for (size_t left = jx_random_below(&random, SMALL); left != 0; left--) {
            jx_text_put(&text, pieces[jx_random_below(&random, sizeof pieces / sizeof pieces[0])]);
        }
        compare(arena, jx_text_str(&text));
        jx_arena_free(arena);
    }
}

static void add_random_field(jx_text *text, jx_random *random)
{
    static const char *const plain[] = {"a", "12.5%", "县", " ", "-", "bcdefghijklmnopq"};
    static const char *const quoted[] = {"a", ",", "\n", "\r\n", "\"\"", "县，", "\r", "bcdefghi"};
    const bool is_quoted = jx_random_below(random, 4) == 0;
    jx_text_put(text, is_quoted ? "\"" : "");
    for (size_t left = jx_random_below(random, PIECE); left != 0; left--) {
        jx_text_put(text, is_quoted ? quoted[jx_random_below(random, 8)]
                                    : plain[jx_random_below(random, 6)]);
    }
    jx_text_put(text, is_quoted ? "\"" : "");
}

// Well-formed, and longer than several blocks.
static void test_large(void **state)
{
    (void)state;
    jx_random random = jx_random_from(3);
    for (size_t i = 0; i < LARGE_SAMPLES; i++) {
        jx_arena *arena = jx_arena_new();
        jx_text text = jx_text_in(arena);
        while (text.size < LARGE) {
            add_random_field(&text, &random);
            const size_t what = jx_random_below(&random, PIECE);
            jx_text_put(&text, what == 0 ? "\n" : what == 1 ? "\r\n" : ",");
        }
        compare(arena, jx_text_str(&text));
        jx_arena_free(arena);
    }
}

static void put_repeated(const char *before, char byte, size_t count, const char *behind)
{
    FILE *file = fopen(PATH, "wb");
    assert_non_null(file);
    fputs(before, file);
    for (size_t i = 0; i < count; i++) {
        fputc(byte, file);
    }
    fputs(behind, file);
    assert_int_equal(fclose(file), 0);
}

static void test_longest(void **state)
{
    (void)state;
    jx_csv *csv = NULL;
    jx_record record;
    bool more = false;
    put_repeated("a\n\"", 'x', JX_CSV_RECORD - 4, "\",b\r\nc\n");
    assert_int_equal(jx_csv_open(PATH, JX_ENCODING_DETECT, &csv, NULL), JX_OK);
    assert_int_equal(jx_csv_next(csv, &record, &more, NULL), JX_OK);
    assert_int_equal(jx_csv_next(csv, &record, &more, NULL), JX_OK);
    assert_int_equal(record.count, 2);
    assert_int_equal(record.fields[0].size, JX_CSV_RECORD - 4);
    assert_int_equal(jx_csv_next(csv, &record, &more, NULL), JX_OK);
    assert_int_equal(record.line, 3);
    jx_csv_close(csv);
}

static void test_many_fields(void **state)
{
    (void)state;
    jx_csv *csv = NULL;
    jx_record record;
    bool more = false;
    put_repeated("", ',', JX_CSV_RECORD, "\na\n");
    assert_int_equal(jx_csv_open(PATH, JX_ENCODING_DETECT, &csv, NULL), JX_OK);
    assert_int_equal(jx_csv_next(csv, &record, &more, NULL), JX_OK);
    assert_int_equal(record.count, JX_CSV_RECORD + 1);
    assert_int_equal(record.fields[JX_CSV_RECORD].size, 0);
    assert_int_equal(jx_csv_next(csv, &record, &more, NULL), JX_OK);
    assert_int_equal(record.count, 1);
    jx_csv_close(csv);
}

static void expect_too_long(const char *before, char byte, size_t count, const char *behind)
{
    jx_csv *csv = NULL;
    jx_error err = JX_ERROR(JX_EN);
    jx_record last;
    size_t records = 0;
    put_repeated(before, byte, count, behind);
    assert_int_equal(jx_csv_open(PATH, JX_ENCODING_DETECT, &csv, &err), JX_OK);
    assert_int_equal(read_all(csv, &records, &last, &err), JX_EDATA);
    assert_int_equal(records, 1);
    assert_string_equal(err.text, "a.csv:2: expected the record that begins here to have at most "
                                  "1048576 bytes, found more; is a quote not closed?");
    jx_csv_close(csv);
}

static void test_too_long(void **state)
{
    (void)state;
    expect_too_long("a\n", 'x', JX_CSV_RECORD + 1, "\nb\n");
    expect_too_long("a\n\"", '\n', JX_CSV_RECORD, "\"\nb\n");
    expect_too_long("a\n\"", 'x', (size_t)10 * JX_CSV_RECORD, "");
}

int main(void)
{
    static const struct {
        const char *name;
        CMUnitTestFunction run;
    } tests[] = {
        {"agrees with the oracle on small files, faulty or not", test_small},
        {"agrees with the oracle on files of many blocks", test_large},
        {"reads the longest record", test_longest},
        {"reads as many fields as a record can have", test_many_fields},
        {"refuses a record that is too long, at its first line", test_too_long},
    };
    static jx_rows all;
    JX_ROWS(&all, rows, test_row);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++) {
        jx_rows_add_one(&all, tests[i].name, tests[i].run, NULL);
    }
    void *folder = NULL;
    if (jx_folder_enter(&folder) != 0) {
        return 1;
    }
    const int failed = jx_rows_run(&all, "csv");
    return jx_folder_leave(&folder) != 0 || failed != 0;
}
