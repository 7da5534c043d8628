// SPDX-License-Identifier: MIT
// Whichever allocation fails while a workbook is read, be it the only one, the reader says so and gives everything back.
#include "read/read_actuals.h"
#include "read/read_grid.h"
#include "support/failing_memory.h"
#include "support/jx_folder.h"
#include "support/jx_rows.h"
#include "support/sample_actuals.h"
#include "support/xlsx_file.h"

#define PATH "a.xlsx"
#define T(n) "<c t=\"s\"><v>" #n "</v></c>"

enum { MOST = 3000 };

static const xlsx_sheet_text sheets[] = {
    {"一", NULL,
     "<row hidden=\"1\">" T(0) T(1) T(2) "</row><row>" T(3) T(4) "<c><v>1</v></c></row><row>" T(3)
         T(5) "<c s=\"1\"><v>45473</v></c></row>",
     "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"D1:E1\"/></mergeCells>"},
    {"二", NULL, "<row><c t=\"str\"><v>说明</v></c></row>", NULL},
    {"三", NULL, "<row>" T(0) T(4) "</row><row>" T(6) "<c s=\"2\"><v>0.5</v></c></row>", NULL},
};
static const xlsx_file file = {
    .sheets = sheets,
    .sheet_count = 3,
    .strings =
        "<si><t>project</t></si><si><t>indicator</t></si><si><t>actual</t></si><si><t>县</t></si>"
        "<si><t>firms</t></si><si><t>started</t></si><si><t>乙</t></si>",
    .formats = "<numFmt numFmtId=\"164\" formatCode=\"yyyy\"/>",
    .styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>",
};

static jx_status read_actuals(jx_error *err)
{
    jx_actuals *actuals = NULL;
    size_t rows = 0;
    jx_status status = jx_actuals_open(PATH, JX_ENCODING_DETECT, sample_sheets, 1, &actuals, err);
    for (bool more = status == JX_OK; more;) {
        jx_observations observations;
        status = jx_actuals_next(actuals, &observations, &more, err);
        more = more && status == JX_OK;
        rows += more;
    }
    assert_true(status != JX_OK || rows == 2);
    jx_actuals_close(actuals);
    return status;
}

static jx_status read_table(jx_error *err)
{
    jx_arena *arena = jx_arena_new();
    jx_grid grid;
    const jx_status status = arena == NULL
                                 ? jx_fail_memory(err)
                                 : jx_grid_read(arena, PATH, JX_ENCODING_DETECT, &grid, err);
    assert_true(status != JX_OK || grid.count == 3);
    jx_arena_free(arena);
    return status;
}

// Fails the first allocation, then the second…, until all are granted.
static void fail_each(jx_status (*read)(jx_error *err), size_t least)
{
    for (size_t granted = 0; granted < MOST; granted++) {
        jx_error err = JX_ERROR(JX_EN);
        mallocs_left = granted;
        malloc_failed = false;
        const jx_status status = read(&err);
        mallocs_left = SIZE_MAX;
        if (!malloc_failed) {
            assert_int_equal(status, JX_OK);
            assert_true(granted >= least);
            return;
        }
        assert_int_equal(status, JX_ESYSTEM);
        assert_int_equal(err.message, JX_MESSAGE_MEMORY);
    }
    fail();
}

static void test_actuals(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        more_fail = i == 1;
        fail_each(read_actuals, 100);
    }
}

static void test_table(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        more_fail = i == 1;
        fail_each(read_table, 50);
    }
}

int main(void)
{
    static jx_rows all;
    static const jx_folder_test tests[] = {
        {"says so wherever memory runs out for actuals", test_actuals},
        {"says so wherever memory runs out for a table", test_table},
    };
    void *state = NULL;
    if (jx_folder_enter(&state) != 0) {
        return 1;
    }
    xlsx_file_put(PATH, &file);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++) {
        jx_rows_add_one(&all, tests[i].name, tests[i].run, state);
    }
    const int failed = jx_rows_run(&all, "xlsx_memory");
    return jx_folder_leave(&state) != 0 || failed != 0;
}
