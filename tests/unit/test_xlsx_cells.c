// SPDX-License-Identifier: MIT
// What stands in cells of workbooks, as text: a workbook of one row for each test.
#include "read/xlsx_cells.h"
#include "read/xlsx_merges.h"
#include "read/xlsx_number.h"
#include "read/xlsx_sheet.h"
#include "support/jx_folder.h"
#include "support/xlsx_file.h"

#define PATH "a.xlsx"

#define STRINGS                                                                                      \
  "<si><t>县</t></si><si><r><t>一</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 二</t></r>" \
  "<rPh sb=\"0\" eb=\"1\"><t>イチ</t></rPh><phoneticPr/></si><si><t/></si><si/>"                   \
  "<si><t>a_x000D__x000A_b_x0041__x5__xD800_</t></si><si><t>a&amp;b&lt;&#10;c</t></si>"

// styles 1 to 12
#define FORMATS                                                                                    \
  "<numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;;@\"/>"                \
  "<numFmt numFmtId=\"165\" formatCode=\"yyyy/m/d h:mm\"/>"                                        \
  "<numFmt numFmtId=\"166\" formatCode=\"[h]:mm:ss\"/>"                                            \
  "<numFmt numFmtId=\"167\" formatCode=\"[Red]0.00%\"/>"                                           \
  "<numFmt numFmtId=\"168\" formatCode=\"yyyy\"/>"
#define STYLES                                                                                     \
  "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/><xf numFmtId=\"10\"/>"             \
  "<xf numFmtId=\"57\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/>"        \
  "<xf numFmtId=\"167\"/><xf numFmtId=\"168\"/><xf numFmtId=\"49\"/><xf/><xf numFmtId=\"4\"/>"

typedef struct cell_row {
    const char *name;
    const char *cells; // of the row 7
    const char *said;  // its cells with | between; a fault
    const char *tail;
    const char *properties;
} cell_row;

static const cell_row rows[] = {
    // numbers
    {"reads a number", "<c r=\"A7\"><v>27</v></c>", "27", NULL, NULL},
    {"reads a number of the type that is meant anyway", "<c r=\"A7\" t=\"n\"><v>-3.20</v></c>",
     "-3.2", NULL, NULL},
    {"leaves out the noise of binary fractions", "<c><v>0.30000000000000004</v></c>", "0.3", NULL,
     NULL},
    {"keeps fifteen digits", "<c><v>123456.789012345</v></c>", "123456.789012345", NULL, NULL},
    {"rounds beyond fifteen digits", "<c><v>0.99999999999999989</v></c>", "1", NULL, NULL},
    {"writes small numbers without exponent", "<c><v>1.5E-7</v></c>", "0.00000015", NULL, NULL},
    {"writes large numbers without exponent", "<c><v>1.2E+15</v></c>", "1200000000000000", NULL,
     NULL},
    {"leaves numbers as they are that would be too long", "<c><v>1E+300</v></c>", "1E+300", NULL,
     NULL},
    {"knows no negative zero", "<c><v>-0.0</v></c>", "0", NULL, NULL},
    {"reads numbers under a format of two places", "<c s=\"12\"><v>1234.5</v></c>", "1234.5", NULL,
     NULL},
    {"refuses a number that is none", "<c r=\"A7\"><v>1.2.3</v></c>",
     "a.xlsx, sheet 表, cell A7: expected a number in a cell of that type, found \"1.2.3\": the "
     "file is damaged; open it and save it as .xlsx",
     NULL, NULL},
    {"refuses a number beyond measure", "<c r=\"A7\"><v>1E999</v></c>",
     "a.xlsx, sheet 表, cell A7: expected a number in a cell of that type, found \"1E999\": the "
     "file is damaged; open it and save it as .xlsx",
     NULL, NULL},

    // percentages
    {"reads percentages exactly", "<c s=\"2\"><v>0.915</v></c><c s=\"3\"><v>0.07</v></c>",
     "91.5%|7%", NULL, NULL},
    {"reads percentages with noise", "<c s=\"8\"><v>0.56999999999999995</v></c>", "57%", NULL,
     NULL},
    {"reads whole percentages", "<c s=\"2\"><v>1</v></c><c s=\"2\"><v>0</v></c>", "100%|0%", NULL,
     NULL},
    {"reads negative percentages", "<c s=\"3\"><v>-3.2000000000000001E-2</v></c>", "-3.2%", NULL,
     NULL},

    // dates
    {"reads a date", "<c s=\"1\"><v>45473</v></c>", "2024-06-30", NULL, NULL},
    {"reads a month where no day is shown",
     "<c s=\"4\"><v>45444</v></c><c s=\"5\"><v>45473</v></c>", "2024-06|2024-06", NULL, NULL},
    {"reads a year where no month is shown", "<c s=\"9\"><v>45292</v></c>", "2024", NULL, NULL},
    {"reads a date with its time", "<c s=\"6\"><v>45473.604166666664</v></c>",
     "2024-06-30 14:30:00", NULL, NULL},
    {"leaves out midnight", "<c s=\"6\"><v>45473</v></c>", "2024-06-30", NULL, NULL},
    {"leaves out a time that is not shown", "<c s=\"1\"><v>45473.75</v></c>", "2024-06-30", NULL,
     NULL},
    {"reads a span of time", "<c s=\"7\"><v>1.5</v></c>", "36:00:00", NULL, NULL},
    {"counts days from 1904", "<c s=\"1\"><v>44011</v></c><c s=\"1\"><v>0</v></c>",
     "2024-06-30|1904-01-01", NULL, "<workbookPr date1904=\"1\"/>"},
    {"knows the day that 1900 did not have",
     "<c s=\"1\"><v>1</v></c><c s=\"1\"><v>59</v></c><c s=\"1\"><v>60</v></c><c s=\"1\"><v>61</v></c>",
     "1900-01-01|1900-02-28|60|1900-03-01", NULL, NULL},
    {"reads the last day there is", "<c s=\"1\"><v>2958465</v></c><c s=\"1\"><v>2958466</v></c>",
     "9999-12-31|2958466", NULL, NULL},
    {"shows no date before 1900", "<c s=\"1\"><v>-1</v></c><c s=\"1\"><v>0</v></c>", "-1|0", NULL,
     NULL},
    {"reads dates that are written as such",
     "<c t=\"d\"><v>2024-06-30T00:00:00</v></c><c t=\"d\"><v>2024-06-30T08:00:00</v></c>"
     "<c t=\"d\"><v>2024-06-30</v></c>",
     "2024-06-30|2024-06-30 08:00:00|2024-06-30", NULL, NULL},

    // texts
    {"reads shared strings", "<c r=\"A7\" t=\"s\"><v>0</v></c>", "县", NULL, NULL},
    {"reads runs of text and passes over how they sound", "<c t=\"s\"><v>1</v></c>", "一 二", NULL,
     NULL},
    {"reads empty strings", "<c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c><c><v>1</v></c>", "||1",
     NULL, NULL},
    {"reads characters written by number", "<c t=\"s\"><v>4</v></c>", "a\nbA_x5_\xEF\xBF\xBD", NULL,
     NULL},
    {"reads what XML escapes", "<c t=\"s\"><v>5</v></c>", "a&b<\nc", NULL, NULL},
    {"reads strings within the cell",
     "<c t=\"inlineStr\"><is><t>甲</t></is></c><c t=\"inlineStr\"><is><r><t>乙</t></r><r><t>丙</t></r>"
     "<rPh><t>x</t></rPh></is></c>",
     "甲|乙丙", NULL, NULL},
    {"reads CDATA", "<c t=\"str\"><v><![CDATA[a<b]]>c</v></c>", "a<bc", NULL, NULL},
    {"reads numbers stored as text", "<c s=\"10\" t=\"str\"><v> 0027 </v></c>", " 0027 ", NULL,
     NULL},
    {"keeps blanks", "<c t=\"str\"><v>  a  b </v></c>", "  a  b ", NULL, NULL},
    {"reads yes and no", "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c>", "true|false", NULL,
     NULL},
    {"refuses a shared string that there is not", "<c r=\"B7\" t=\"s\"><v>999999</v></c>",
     "a.xlsx, sheet 表, cell B7: expected the number of a text of the workbook, found \"999999\": "
     "the file is damaged; open it and save it as .xlsx",
     NULL, NULL},
    {"refuses a shared string without number", "<c r=\"B7\" t=\"s\"><v>-1</v></c>",
     "a.xlsx, sheet 表, cell B7: expected the number of a text of the workbook, found \"-1\": the "
     "file is damaged; open it and save it as .xlsx",
     NULL, NULL},
    {"refuses a style that there is not", "<c r=\"C7\" s=\"99\"><v>1</v></c>",
     "a.xlsx, sheet 表, cell C7: expected the number of a style of the workbook, found \"99\": the "
     "file is damaged; open it and save it as .xlsx",
     NULL, NULL},
    {"refuses a style without number", "<c r=\"C7\" s=\"x\"><v>1</v></c>",
     "a.xlsx, sheet 表, cell C7: expected the number of a style of the workbook, found \"x\": the "
     "file is damaged; open it and save it as .xlsx",
     NULL, NULL},
    {"refuses a type that nobody knows", "<c r=\"C7\" t=\"z\"><v>1</v></c>",
     "a.xlsx, sheet 表, cell C7: expected a type of cell that is known, found \"z\": open the "
     "workbook and save it as .xlsx",
     NULL, NULL},

    // formulas
    {"reads what a formula came to", "<c><f>SUM(A1:A3)</f><v>6</v></c>", "6", NULL, NULL},
    {"reads the text that a formula came to", "<c t=\"str\"><f>A1&amp;B1</f><v>甲</v></c>", "甲",
     NULL, NULL},
    {"reads the empty text that a formula came to",
     "<c t=\"str\"><f>\"\"</f><v></v></c><c><v>1</v></c>", "|1", NULL, NULL},
    {"marks an error", "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "\x01#DIV/0!", NULL, NULL},
    {"marks a formula whose result was not saved", "<c><f>SUM(A1:A3)</f></c><c><f>1</f><v/></c>",
     "\x02SUM(A1:A3)|\x02"
     "1",
     NULL, NULL},

    // where cells stand
    {"leaves gaps empty", "<c r=\"B7\"><v>1</v></c><c r=\"D7\"><v>2</v></c>", "|1||2", NULL, NULL},
    {"takes cells without place one behind the other",
     "<c><v>1</v></c><c/><c r=\"D7\"><v>2</v></c><c><v>3</v></c>", "1|||2|3", NULL, NULL},
    {"leaves out what is empty at the end", "<c><v>1</v></c><c/><c t=\"str\"><v> </v></c>", "1",
     NULL, NULL},
    {"passes over what else stands in cells and rows",
     "<x/><c><v>1</v><extLst><ext><v>9</v></ext></extLst></c><extLst><c><v>8</v></c></extLst>", "1",
     NULL, NULL},
    {"refuses a cell of another row", "<c r=\"A8\"><v>1</v></c>",
     "a.xlsx, sheet 表, row 7: expected cells of this row from left to right, up to column XFD, "
     "found \"A8\": the file is damaged; open it and save it as .xlsx",
     NULL, NULL},
    {"refuses a column that comes again", "<c r=\"B7\"><v>1</v></c><c r=\"B7\"><v>1</v></c>",
     "a.xlsx, sheet 表, row 7: expected cells of this row from left to right, up to column XFD, "
     "found \"B7\": the file is damaged; open it and save it as .xlsx",
     NULL, NULL},
    {"refuses a column beyond the last", "<c r=\"XFE7\"><v>1</v></c>",
     "a.xlsx, sheet 表, row 7: expected cells of this row from left to right, up to column XFD, "
     "found \"XFE7\": the file is damaged; open it and save it as .xlsx",
     NULL, NULL},
    {"refuses a place far beyond", "<c r=\"ZZZZ99999999\"><v>1</v></c>",
     "a.xlsx, sheet 表, row 7: expected cells of this row from left to right, up to column XFD, "
     "found \"ZZZZ99999999\": the file is damaged; open it and save it as .xlsx",
     NULL, NULL},
    {"refuses a place that is none", "<c r=\"7\"><v>1</v></c>",
     "a.xlsx, sheet 表, row 7: expected cells of this row from left to right, up to column XFD, "
     "found \"7\": the file is damaged; open it and save it as .xlsx",
     NULL, NULL},

    // merged cells
    {"keeps the first of merged cells and empties the others",
     "<c r=\"A7\"><v>1</v></c><c r=\"B7\"><v>2</v></c><c r=\"C7\"><v>3</v></c><c r=\"D7\"><v>4</v></c>",
     "1|||4", "<mergeCells count=\"1\"><mergeCell ref=\"A7:C7\"/></mergeCells>", NULL},
    {"empties what rows above cover",
     "<c r=\"A7\"><v>1</v></c><c r=\"B7\"><v>2</v></c><c r=\"C7\"><v>3</v></c>", "1||3",
     "<mergeCells><mergeCell ref=\"A8:C9\"/><mergeCell ref=\"C1:C6\"/><mergeCell ref=\"B5:B7\"/>"
     "</mergeCells>",
     NULL},
    {"refuses merged cells that are none", "<c><v>1</v></c>",
     "a.xlsx: expected merged cells like B2:C5 in the workbook's part xl/worksheets/sheet1.xml, "
     "found \"C1:A1\": open the workbook and save it as .xlsx",
     "<mergeCells><mergeCell ref=\"C1:A1\"/></mergeCells>", NULL},
};

static const char *join(jx_arena *arena, const jx_xlsx_row *row)
{
    jx_text said = jx_text_in(arena);
    for (size_t i = 0; i < row->count; i++) {
        jx_text_put(&said, i == 0 ? "" : "|");
        jx_text_add(&said, row->cells[i]);
    }
    return jx_text_end(&said).data;
}

static void test_row(void **state)
{
    const cell_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text rows_text = jx_text_in(arena);
    jx_text_put(&rows_text, "<row r=\"7\">");
    jx_text_put(&rows_text, row->cells);
    jx_text_put(&rows_text, "</row>");
    const xlsx_sheet_text sheet = {"表", NULL, jx_text_end(&rows_text).data, row->tail};
    const xlsx_file file = {&sheet, 1, STRINGS, FORMATS, STYLES, row->properties, NULL, 0};
    jx_error err = JX_ERROR(JX_EN);
    jx_xlsx *book = NULL;
    jx_xlsx_rows *read = NULL;
    jx_xlsx_row found = {.count = 0};
    bool more = false;
    xlsx_file_put(PATH, &file);
    assert_int_equal(jx_xlsx_open(PATH, &book, &err), JX_OK);
    jx_status status = jx_xlsx_rows_open(book, &book->sheets[0], true, &read, &err);
    status = status != JX_OK ? status : jx_xlsx_rows_next(read, &found, &more, &err);
    assert_string_equal(status == JX_OK ? join(arena, &found) : err.text, row->said);
    assert_int_equal(more, status == JX_OK);
    assert_int_equal(found.number, status == JX_OK ? 7 : found.number);
    if (status == JX_OK) {
        assert_int_equal(jx_xlsx_rows_next(read, &found, &more, &err), JX_OK);
        assert_false(more);
    }
    jx_xlsx_rows_close(read);
    jx_xlsx_close(book);
    jx_arena_free(arena);
}

// -------------------------------------------------------------------------------------------- formats

typedef struct format_row {
    const char *name;
    jx_xlsx_format expected;
} format_row;

// The name is the code.
static const format_row formats[] = {
    {"General", {JX_XLSX_NUMBER, false}},
    {"0.00", {JX_XLSX_NUMBER, false}},
    {"#,##0.00_);[Red]\\(#,##0.00\\)", {JX_XLSX_NUMBER, false}},
    {"0.00E+00", {JX_XLSX_NUMBER, false}},
    {"@", {JX_XLSX_NUMBER, false}},
    {"", {JX_XLSX_NUMBER, false}},
    {"0\"d\"", {JX_XLSX_NUMBER, false}},
    {"0\\y", {JX_XLSX_NUMBER, false}},
    {"0_d", {JX_XLSX_NUMBER, false}},
    {"0;yyyy", {JX_XLSX_NUMBER, false}},
    {"0%", {JX_XLSX_PERCENT, false}},
    {"0.00\\ %", {JX_XLSX_PERCENT, false}},
    {"0\"%\"", {JX_XLSX_NUMBER, false}},
    {"yyyy/m/d", {JX_XLSX_DAY, false}},
    {"YYYY-MM-DD", {JX_XLSX_DAY, false}},
    {"[$-804]yyyy\"年\"m\"月\"d\"日\";@", {JX_XLSX_DAY, false}},
    {"m\"月\"d\"日\"", {JX_XLSX_DAY, false}},
    {"mmm", {JX_XLSX_DAY, false}},
    {"yyyy年m月", {JX_XLSX_MONTH, false}},
    {"mmm-yy", {JX_XLSX_MONTH, false}},
    {"yyyy\"年\"", {JX_XLSX_YEAR, false}},
    {"yyyy/m/d h:mm", {JX_XLSX_DAY, true}},
    {"yyyy-mm-dd hh:mm:ss", {JX_XLSX_DAY, true}},
    {"h:mm AM/PM", {JX_XLSX_TIME, false}},
    {"mm:ss", {JX_XLSX_TIME, false}},
    {"[mm]:ss.0", {JX_XLSX_TIME, false}},
    {"[h]", {JX_XLSX_TIME, false}},
    {"\"unclosed", {JX_XLSX_NUMBER, false}},
    {"\\", {JX_XLSX_NUMBER, false}},
};

static void test_format(void **state)
{
    const format_row *row = *state;
    const jx_xlsx_format found = jx_xlsx_format_read(jx_str_of(row->name));
    assert_int_equal(found.shown, row->expected.shown);
    assert_int_equal(found.with_time, row->expected.with_time);
}

// ---------------------------------------------------------------------------------------- references

typedef struct place_row {
    const char *name;
    bool is_one;
    uint32_t column;
    uint32_t row;
} place_row;

static const place_row places[] = {
    {"A1", true, 1, 1},     {"Z9", true, 26, 9},
    {"AA10", true, 27, 10}, {"XFD1048576", true, 16384, 1048576},
    {"XFE1", false, 0, 0},  {"A1048577", false, 0, 0},
    {"A0", false, 0, 0},    {"A", false, 0, 0},
    {"1", false, 0, 0},     {"", false, 0, 0},
    {"a1", false, 0, 0},    {"A1B", false, 0, 0},
    {"$A$1", false, 0, 0},  {"AAAAAAAAAAAAA1", false, 0, 0},
};

static void test_place(void **state)
{
    const place_row *row = *state;
    uint32_t column = 0;
    uint32_t number = 0;
    assert_int_equal(jx_xlsx_read_reference(jx_str_of(row->name), &column, &number), row->is_one);
    if (row->is_one) {
        assert_int_equal(column, row->column);
        assert_int_equal(number, row->row);
    }
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, rows, test_row);
    JX_ROWS(&all, formats, test_format);
    JX_ROWS(&all, places, test_place);
    return jx_folder_run(&all, NULL, 0, "xlsx_cells");
}
