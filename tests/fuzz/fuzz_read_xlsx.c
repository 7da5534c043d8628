// SPDX-License-Identifier: MIT
// Any bytes may be a workbook. Those that begin with P are the file itself; others are the texts of its parts with NUL
// between them: the sheet, the strings, the styles, the workbook. It is read as actuals and as a table.
#include "fuzz/fuzz_file.h"
#include "read/read_actuals.h"
#include "read/read_grid.h"
#include "support/sample_actuals.h"

#include <string.h>
#include <zip.h>

#define XLSX_ENDING ".xlsx"
#define RELATION(id, type, part)                                                                   \
  "<Relationship Id=\"" id "\" Type=\"/" type "\" Target=\"" part "\"/>"

typedef struct part {
    const char *name;
    const char *usual; // what it holds where the bytes say nothing
} part;

static const part parts[] = {
    {"xl/s.xml", ""},
    {"xl/t.xml", "<sst><si><t>project</t></si><si><t>firms</t></si></sst>"},
    {"xl/f.xml",
     "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
    {"xl/w.xml", "<workbook><sheets><sheet name=\"a\" id=\"s\"/></sheets></workbook>"},
    {"xl/_rels/w.xml.rels",
     "<Relationships>" RELATION("s", "worksheet", "s.xml") RELATION("t", "sharedStrings", "t.xml")
         RELATION("f", "styles", "f.xml") "</Relationships>"},
    {"_rels/.rels",
     "<Relationships>" RELATION("w", "officeDocument", "xl/w.xml") "</Relationships>"},
    {"[Content_Types].xml", "<Types/>"},
};

static void add(zip_t *zip, const char *name, jx_str text)
{
    zip_source_t *source = zip_source_buffer(zip, text.data, text.size, 0);
    fuzz_expect(source != NULL);
    const zip_int64_t index = zip_file_add(zip, name, source, 0);
    fuzz_expect(index >= 0);
    fuzz_expect(zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0) == 0);
}

static void write_parts(const char *path, jx_str bytes)
{
    int code = 0;
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code);
    fuzz_expect(zip != NULL);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        const jx_str own = jx_str_next(&bytes, '\0');
        add(zip, parts[i].name, own.size == 0 ? jx_str_of(parts[i].usual) : own);
    }
    fuzz_expect(zip_close(zip) == 0);
}

static void read_actuals(const char *path)
{
    jx_actuals *actuals = NULL;
    jx_error err = JX_ERROR(JX_EN);
    bool more =
        jx_actuals_open(path, JX_ENCODING_DETECT, sample_sheets, 2, &actuals, &err) == JX_OK;
    fuzz_expect(more || err.text[0] != '\0');
    while (more) {
        jx_observations found;
        const jx_status status = jx_actuals_next(actuals, &found, &more, &err);
        fuzz_expect(status == JX_OK || err.text[0] != '\0');
        fuzz_expect(status != JX_OK || !more || found.line != 0);
        more = more && status == JX_OK;
    }
    jx_actuals_close(actuals);
}

static void read_table(const char *path)
{
    jx_error err = JX_ERROR(JX_EN);
    jx_grid grid;
    jx_arena *arena = jx_arena_new();
    const jx_status status = jx_grid_read(arena, path, JX_ENCODING_DETECT, &grid, &err);
    fuzz_expect(status != JX_OK || grid.count != 0);
    jx_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char file[FUZZ_PATH];
    char path[FUZZ_PATH + sizeof XLSX_ENDING];
    const bool is_file = size != 0 && data[0] == 'P';
    fuzz_file_write(file, data, is_file ? size : 0);
    snprintf(path, sizeof path, "%s%s", file, XLSX_ENDING);
    fuzz_expect(rename(file, path) == 0);
    if (!is_file) {
        write_parts(path, (jx_str){(const char *)data, size});
    }
    read_actuals(path);
    read_table(path);
    fuzz_file_remove(path);
    return 0;
}
