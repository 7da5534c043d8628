// SPDX-License-Identifier: MIT
// Files that are no workbooks, or mean harm: each ends in one clear line.
#include "read/xlsx_actuals.h"
#include "read/xlsx_sheet.h"
#include "support/jx_folder.h"
#include "support/sample_actuals.h"
#include "support/xlsx_file.h"

#define PATH    "a.xlsx"
#define ROW     "<row><c t=\"str\"><v>project</v></c><c t=\"str\"><v>firms</v></c></row>"
#define DAMAGED ": the file is damaged; open it and save it as .xlsx"

static const xlsx_sheet_text plain = {"表", NULL, ROW, NULL};

// ---------------------------------------------------------------------------------------- other files

typedef struct bytes_row {
    const char *name;
    jx_str bytes;
    const char *said;
} bytes_row;

#define COMPOUND "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

static const bytes_row files[] = {
    {"refuses an empty file", JX_STR(""),
     "a.xlsx: expected an .xlsx workbook, found an empty file"},
    {"refuses text", JX_STR("project,firms\nA,1\n"),
     "a.xlsx: expected an .xlsx workbook, found another kind of file or a damaged one: open it in "
     "Excel or LibreOffice and save it as .xlsx"},
    {"refuses the old format", JX_STR(COMPOUND "\0\0\0\0W\0o\0r\0k\0b\0o\0o\0k\0"),
     "a.xlsx: expected an .xlsx workbook, found the old .xls format: save it as .xlsx"},
    {"refuses a workbook under a password",
     JX_STR(COMPOUND "\0\0\0\0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0\0\0"),
     "a.xlsx: the workbook is protected by a password: save it without one"},
    {"refuses the beginning of an archive", JX_STR("PK\x03\x04\x14\0\0\0\0\0"),
     "a.xlsx: the workbook is damaged or cut short (Not a zip archive): send it again, or open it and "
     "save it as .xlsx"},
    {"refuses an archive without parts", JX_STR("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
     "a.xlsx: expected an .xlsx workbook, found another kind of file or a damaged one: open it in "
     "Excel or LibreOffice and save it as .xlsx"},
};

static jx_status open_actuals(jx_error *err)
{
    jx_actuals *actuals = NULL;
    *err = JX_ERROR(JX_EN);
    const jx_status status =
        jx_actuals_open(PATH, JX_ENCODING_DETECT, sample_sheets, 1, &actuals, err);
    jx_actuals_close(actuals);
    return status;
}

static void test_bytes(void **state)
{
    const bytes_row *row = *state;
    jx_error err;
    jx_folder_put(PATH, row->bytes.data, row->bytes.size);
    assert_int_equal(open_actuals(&err), JX_EDATA);
    assert_string_equal(err.text, row->said);
}

// ------------------------------------------------------------------------------------- parts that harm

enum { PARTS = 3 };

typedef struct part_row {
    const char *name;
    xlsx_part parts[PARTS]; // besides those that every workbook has, or in their place
    const char *said;
} part_row;

static const part_row harms[] = {
    {"refuses macros",
     {{"xl/vbaProject.bin", "x"}},
     "a.xlsx: the workbook holds macros: save it as .xlsx without them"},
    {"refuses macros in letters of any case",
     {{"XL/VBAPROJECT.BIN", "x"}},
     "a.xlsx: the workbook holds macros: save it as .xlsx without them"},
    {"refuses the binary format",
     {{"xl/workbook.bin", "x"}},
     "a.xlsx: expected an .xlsx workbook, found the binary .xlsb: save it as .xlsx"},
    {"refuses OpenDocument",
     {{"META-INF/manifest.xml", "x"}},
     "a.xlsx: expected an .xlsx workbook, found an OpenDocument one (.ods): save it as .xlsx"},
    {"refuses any other archive",
     {{"[Content_Types].xml", NULL}},
     "a.xlsx: expected an .xlsx workbook, found another kind of file or a damaged one: open it in "
     "Excel or LibreOffice and save it as .xlsx"},
    {"refuses another kind of document",
     {{"_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" "
                      "Target=\"word/document.xml\"/></Relationships>"}},
     "a.xlsx: expected an .xlsx workbook, found another kind of file or a damaged one: open it in "
     "Excel or LibreOffice and save it as .xlsx"},
    {"refuses a workbook without relations",
     {{"_rels/.rels", NULL}},
     "a.xlsx: expected an .xlsx workbook, found another kind of file or a damaged one: open it in "
     "Excel or LibreOffice and save it as .xlsx"},
    {"refuses a workbook without sheets",
     {{"xl/workbook.xml", "<workbook><sheets/></workbook>"}},
     "a.xlsx: expected a workbook to have a sheet, found none"},
    {"refuses a sheet that leads nowhere",
     {{"xl/workbook.xml", "<workbook><sheets><sheet name=\"表\" id=\"no\"/></sheets></workbook>"}},
     "a.xlsx: the workbook lacks the content of the sheet \"表\": it is damaged; open it and save it "
     "as .xlsx"},
    {"refuses a sheet without its part",
     {{"xl/worksheets/sheet1.xml", NULL}},
     "a.xlsx, sheet 表: the workbook lacks the content of the sheet \"表\": it is damaged; open it and "
     "save it as .xlsx"},
    {"refuses a sheet outside the file",
     {{"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"sheet1\" Type=\"x/worksheet\" TargetMode=\"External\" "
       "Target=\"file:///etc/passwd\"/></Relationships>"}},
     "a.xlsx: the workbook lacks the content of the sheet \"表\": it is damaged; open it and save it "
     "as .xlsx"},
    {"refuses a path that climbs out of the file",
     {{"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"sheet1\" Type=\"x/worksheet\" "
       "Target=\"../../../../etc/passwd\"/></Relationships>"}},
     "a.xlsx, sheet 表: the workbook lacks the content of the sheet \"表\": it is damaged; open it and "
     "save it as .xlsx"},
    {"refuses XML that is cut short",
     {{"xl/worksheets/sheet1.xml", "<worksheet>\n<sheetData>\n<row><c><v>1</v></c>"}},
     "a.xlsx: expected the workbook's part xl/worksheets/sheet1.xml to be well-formed XML, which it "
     "is not at line 3: open the workbook and save it as .xlsx"},
    {"refuses a part without a byte",
     {{"xl/workbook.xml", ""}},
     "a.xlsx: expected the workbook's part xl/workbook.xml to be well-formed XML, which it is not at "
     "line 1: open the workbook and save it as .xlsx"},
    {"refuses text that is no UTF-8",
     {{"xl/sharedStrings.xml", "<sst><si><t>\xBC\xD7</t></si></sst>"}},
     "a.xlsx: expected the workbook's part xl/sharedStrings.xml to be well-formed XML, which it is not "
     "at line 1: open the workbook and save it as .xlsx"},
    {"refuses control characters",
     {{"xl/sharedStrings.xml", "<sst><si><t>\x01</t></si></sst>"}},
     "a.xlsx: expected the workbook's part xl/sharedStrings.xml to be well-formed XML, which it is not "
     "at line 1: open the workbook and save it as .xlsx"},
    {"refuses a document type",
     {{"xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY a \"b\">]><sst><si><t>&a;</t></si></sst>"}},
     "a.xlsx: expected no document type and no entities in the workbook's part xl/sharedStrings.xml, "
     "found one: it is not read"},
    {"refuses entities that grow",
     {{"xl/workbook.xml",
       "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
       "\"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]><workbook>"
       "&d;</workbook>"}},
     "a.xlsx: expected the workbook's part xl/workbook.xml to be well-formed XML, which it is not "
     "at line 1: open the workbook and save it as .xlsx"},
    {"refuses a file that an entity asks for",
     {{"xl/workbook.xml", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><workbook/>"}},
     "a.xlsx: expected no document type and no entities in the workbook's part xl/workbook.xml, found "
     "one: it is not read"},
    {"refuses rows that go back",
     {{"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"5\"><c><v>1</v></c></row><row "
                                   "r=\"5\"/></sheetData></worksheet>"}},
     "a.xlsx, sheet 表, row 5: expected rows in order, up to 1048576, found \"5\"" DAMAGED},
    {"refuses rows beyond the last",
     {{"xl/worksheets/sheet1.xml",
       "<worksheet><sheetData><row r=\"1048577\"/></sheetData></worksheet>"}},
     "a.xlsx, sheet 表: expected rows in order, up to 1048576, found \"1048577\"" DAMAGED},
    {"refuses a row without number",
     {{"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"x\"/></sheetData></worksheet>"}},
     "a.xlsx, sheet 表: expected rows in order, up to 1048576, found \"x\"" DAMAGED},
};

static void test_harm(void **state)
{
    const part_row *row = *state;
    xlsx_file file = {.sheets = &plain, .sheet_count = 1, .others = row->parts};
    jx_error err;
    while (file.other_count < PARTS && row->parts[file.other_count].name != NULL) {
        file.other_count++;
    }
    xlsx_file_put(PATH, &file);
    assert_int_equal(open_actuals(&err), JX_EDATA);
    assert_string_equal(err.text, row->said);
}

// ------------------------------------------------------------------------------------------ archives

static const xlsx_file sound = {.sheets = &plain, .sheet_count = 1};

static void expect(const char *said)
{
    jx_error err;
    assert_int_equal(open_actuals(&err), JX_EDATA);
    assert_string_equal(err.text, said);
}

static void test_sound(void **state)
{
    jx_error err;
    (void)state;
    xlsx_file_put(PATH, &sound);
    assert_int_equal(open_actuals(&err), JX_OK);
}

static void test_bomb(void **state)
{
    enum { BLANKS = 50 << 20 };
    (void)state;
    xlsx_file_put_blanks(PATH, &sound, "xl/sharedStrings.xml", BLANKS);
    expect(
        "a.xlsx: expected the workbook's part xl/sharedStrings.xml to grow at most 200 times as it is "
        "unpacked, found more (as in a zip bomb): it is not read");
}

static void test_giant(void **state)
{
    enum { BLANKS = 300 << 20 };
    (void)state;
    xlsx_file_put_blanks(PATH, &sound, "xl/worksheets/sheet1.xml", BLANKS);
    expect(
        "a.xlsx: expected the workbook's part xl/worksheets/sheet1.xml to unpack to at most 268435456 "
        "bytes, found more: it is not read");
}

static jx_str take_bytes(jx_folder *folder)
{
    jx_str bytes;
    assert_int_equal(jx_file_read(folder->arena, PATH, SIZE_MAX, JX_EDATA, &bytes, &folder->err),
                     JX_OK);
    return bytes;
}

// Every beginning of a workbook, and every workbook with one wrong byte, is read or refused.
static void test_cut(void **state)
{
    jx_folder *folder = *state;
    jx_error err;
    xlsx_file_put(PATH, &sound);
    const jx_str whole = take_bytes(folder);
    for (size_t size = 0; size < whole.size; size += 7) {
        jx_folder_put(PATH, whole.data, size);
        assert_int_equal(open_actuals(&err), JX_EDATA);
    }
}

static void test_flipped(void **state)
{
    jx_folder *folder = *state;
    jx_error err;
    size_t refused = 0;
    xlsx_file_put(PATH, &sound);
    const jx_str whole = take_bytes(folder);
    char *bytes = jx_arena_alloc(folder->arena, whole.size);
    for (size_t i = 0; i < whole.size; i += 3) {
        memcpy(bytes, whole.data, whole.size);
        bytes[i] = (char)(bytes[i] ^ 0x55);
        jx_folder_put(PATH, bytes, whole.size);
        const jx_status status = open_actuals(&err);
        assert_true(status == JX_OK || status == JX_EDATA);
        refused += status != JX_OK;
    }
    assert_true(refused > whole.size / 10);
}

// The directory says that every part has 3 bytes.
static void test_lying(void **state)
{
    jx_folder *folder = *state;
    enum { SIZE_AT = 24 };
    jx_error err;
    xlsx_file_put(PATH, &sound);
    const jx_str whole = take_bytes(folder);
    char *bytes = jx_arena_alloc(folder->arena, whole.size);
    memcpy(bytes, whole.data, whole.size);
    for (size_t i = 0; i + SIZE_AT + 4 < whole.size; i++) {
        if (memcmp(bytes + i, "PK\x01\x02", 4) == 0) {
            memcpy(bytes + i + SIZE_AT, "\x03\0\0\0", 4);
        }
    }
    jx_folder_put(PATH, bytes, whole.size);
    assert_int_equal(open_actuals(&err), JX_EDATA);
    assert_string_equal(
        err.text, "a.xlsx: the workbook is damaged or cut short (Zip archive inconsistent): send "
                  "it again, or open it and save it as .xlsx");
}

// The flag of the first part says that it is encrypted.
static void test_encrypted_part(void **state)
{
    jx_folder *folder = *state;
    enum { LOCAL_FLAGS = 6, FLAGS = 8 };
    jx_error err;
    xlsx_file_put(PATH, &sound);
    const jx_str whole = take_bytes(folder);
    char *bytes = jx_arena_alloc(folder->arena, whole.size);
    memcpy(bytes, whole.data, whole.size);
    for (size_t i = 0; i + FLAGS < whole.size; i++) {
        if (memcmp(bytes + i, "PK\x01\x02", 4) == 0) {
            bytes[i + FLAGS] = (char)(bytes[i + FLAGS] | 1);
        } else if (memcmp(bytes + i, "PK\x03\x04", 4) == 0) {
            bytes[i + LOCAL_FLAGS] = (char)(bytes[i + LOCAL_FLAGS] | 1);
        }
    }
    jx_folder_put(PATH, bytes, whole.size);
    assert_int_equal(open_actuals(&err), JX_EDATA);
    assert_string_equal(err.text,
                        "a.xlsx: the workbook is protected by a password: save it without one");
}

static void test_many_parts(void **state)
{
    enum { MANY = JX_XLSX_PARTS + 1, NAME = 16 };
    (void)state;
    static xlsx_part parts[MANY];
    static char names[MANY][NAME];
    for (size_t i = 0; i < MANY; i++) {
        snprintf(names[i], NAME, "p%zu", i);
        parts[i] = (xlsx_part){names[i], ""};
    }
    xlsx_file_put_parts(PATH, parts, MANY);
    expect("a.xlsx: expected a workbook of at most 10000 parts, found more: it is not read");
}

// A million merged areas, each over the whole sheet.
static void test_overlapping(void **state)
{
    enum { AREAS = 300000, ROWS = 2000 };
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_text areas = jx_text_in(arena);
    jx_text rows = jx_text_in(arena);
    jx_text_put(&areas, "<mergeCells>");
    for (size_t i = 0; i < AREAS; i++) {
        jx_text_put(&areas, "<mergeCell ref=\"A1:XFD1048576\" a=\"");
        jx_text_add_number(&areas, i * 7919 * 104729);
        jx_text_put(&areas, "\"/>");
    }
    jx_text_put(&areas, "</mergeCells>");
    for (size_t i = 0; i < ROWS; i++) {
        jx_text_put(&rows, ROW);
    }
    const xlsx_sheet_text sheet = {"表", NULL, jx_text_end(&rows).data, jx_text_end(&areas).data};
    const xlsx_file file = {.sheets = &sheet, .sheet_count = 1};
    xlsx_file_put(PATH, &file);
    expect(
        "a.xlsx, sheet 表, row 299: expected merged cells not to overlap, found many that do: the "
        "sheet is not read");
    jx_arena_free(arena);
}

// Few bytes that stand for very many cells.
static void test_many_cells(void **state)
{
    enum { ROWS = 5000 };
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_text rows = jx_text_in(arena);
    jx_text_put(&rows, ROW);
    for (size_t i = 2; i < ROWS; i++) {
        jx_text_put(&rows, "<row r=\"");
        jx_text_add_number(&rows, i);
        jx_text_put(&rows, "\"><c r=\"XFD");
        jx_text_add_number(&rows, i);
        jx_text_put(&rows, "\"><v>");
        jx_text_add_number(&rows, i * 7919 * 104729);
        jx_text_put(&rows, "</v></c></row>");
    }
    const xlsx_sheet_text sheet = {"表", NULL, jx_text_end(&rows).data, NULL};
    const xlsx_file file = {.sheets = &sheet, .sheet_count = 1};
    xlsx_file_put(PATH, &file);
    expect(
        "a.xlsx, sheet 表, row 4097: expected a sheet of at most 67108864 cells, found more: divide "
        "it");
    jx_arena_free(arena);
}

static void test_nothing_there(void **state)
{
    (void)state;
    (void)remove(PATH);
    expect("a.xlsx: expected a file, found none of that name");
    assert_int_equal(mkdir(PATH, S_IRWXU), 0);
    expect("a.xlsx: expected a file, found a directory");
    assert_int_equal(rmdir(PATH), 0);
    assert_int_equal(mkfifo(PATH, S_IRUSR | S_IWUSR), 0);
    expect("a.xlsx: expected a workbook to be a regular file, found another kind");
    assert_int_equal(unlink(PATH), 0);
}

static void test_names(void **state)
{
    (void)state;
    static const char *const books[] = {"a.xlsx", "A.XLSX", "甲.xlsm", "b/a.xls", "a.ods", "a.et"};
    static const char *const others[] = {"a.csv", "xlsx", ".xlsx", "a.xlsx.csv", "-", "a.xlsxx"};
    for (size_t i = 0; i < sizeof books / sizeof books[0]; i++) {
        assert_true(jx_xlsx_is_named(books[i]));
        assert_false(jx_xlsx_is_named(others[i]));
    }
}

int main(void)
{
    static jx_rows all;
    static const jx_folder_test tests[] = {
        {"reads the workbook that attacks begin with", test_sound},
        {"refuses a part that grows beyond measure", test_bomb},
        {"refuses a part that says it is very large", test_giant},
        {"refuses a workbook that is cut short, wherever", test_cut},
        {"survives a wrong byte, wherever", test_flipped},
        {"refuses a directory that lies about sizes", test_lying},
        {"refuses a part that is encrypted", test_encrypted_part},
        {"refuses very many parts", test_many_parts},
        {"refuses merged cells that overlap", test_overlapping},
        {"refuses very many cells", test_many_cells},
        {"refuses what is no file", test_nothing_there},
        {"knows workbooks by their names", test_names},
    };
    JX_ROWS(&all, files, test_bytes);
    JX_ROWS(&all, harms, test_harm);
    return jx_folder_run(&all, tests, sizeof tests / sizeof tests[0], "xlsx_attacks");
}
