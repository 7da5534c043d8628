// SPDX-License-Identifier: MIT
#include "support/xlsx_file.h"

#include "base/arena.h"
#include "base/text.h"
#include "support/jx_test.h"

#include <stdlib.h>
#include <unistd.h>
#include <zip.h>

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

typedef struct archive {
    jx_arena *arena;
    zip_t *zip;
} archive;

static void begin(archive *it, const char *path)
{
    int code = 0;
    (void)unlink(path);
    it->arena = jx_arena_new();
    it->zip = zip_open(path, ZIP_CREATE | ZIP_EXCL, &code);
    assert_non_null(it->zip);
}

static void add(archive *it, const char *name, jx_str text)
{
    zip_source_t *source = zip_source_buffer(it->zip, text.data, text.size, 0);
    assert_non_null(source);
    assert_true(zip_file_add(it->zip, name, source, ZIP_FL_OVERWRITE) >= 0);
}

static void end(archive *it)
{
    assert_int_equal(zip_close(it->zip), 0);
    jx_arena_free(it->arena);
}

static const xlsx_part *find(const xlsx_file *file, const char *name)
{
    for (size_t i = 0; i < file->other_count; i++) {
        if (strcmp(file->others[i].name, name) == 0) {
            return &file->others[i];
        }
    }
    return NULL;
}

static void put(archive *it, const xlsx_file *file, const char *name, jx_text *text)
{
    if (find(file, name) == NULL) {
        add(it, name, jx_text_end(text));
    }
}

static jx_text text_of(archive *it, const char *first)
{
    jx_text text = jx_text_in(it->arena);
    jx_text_put(&text, first);
    return text;
}

static void put_relation(
    jx_text *text, const char *kind, size_t number, const char *type, jx_str part)
{
    jx_text_put(text, "<Relationship Id=\"");
    jx_text_put(text, kind);
    jx_text_add_number(text, number);
    jx_text_put(text, "\" Type=\"" OFFICE "/");
    jx_text_put(text, type);
    jx_text_put(text, "\" Target=\"");
    jx_text_add(text, part);
    jx_text_put(text, "\"/>");
}

static jx_str sheet_name(archive *it, const char *folder, size_t number)
{
    jx_text name = text_of(it, folder);
    jx_text_put(&name, "sheet");
    jx_text_add_number(&name, number);
    jx_text_put(&name, ".xml");
    return jx_text_end(&name);
}

static void put_book(archive *it, const xlsx_file *file)
{
    jx_text book = text_of(it, "<workbook xmlns:r=\"" OFFICE "\">");
    jx_text relations = text_of(it, "<Relationships>");
    jx_text_put(&book, file->properties == NULL ? "" : file->properties);
    jx_text_put(&book, "<sheets>");
    for (size_t i = 0; i < file->sheet_count; i++) {
        jx_text_put(&book, "<sheet name=\"");
        jx_text_put(&book, file->sheets[i].name);
        if (file->sheets[i].state != NULL) {
            jx_text_put(&book, "\" state=\"");
            jx_text_put(&book, file->sheets[i].state);
        }
        jx_text_put(&book, "\" r:id=\"sheet");
        jx_text_add_number(&book, i + 1);
        jx_text_put(&book, "\"/>");
        put_relation(&relations, "sheet", i + 1, "worksheet", sheet_name(it, "worksheets/", i + 1));
    }
    jx_text_put(&book, "</sheets></workbook>");
    put_relation(&relations, "a", 1, "sharedStrings", (jx_str)JX_STR("/xl/sharedStrings.xml"));
    put_relation(&relations, "b", 1, "styles", (jx_str)JX_STR("../xl/./styles.xml"));
    jx_text_put(&relations, "</Relationships>");
    put(it, file, "xl/workbook.xml", &book);
    put(it, file, "xl/_rels/workbook.xml.rels", &relations);
}

static void put_sheets(archive *it, const xlsx_file *file)
{
    for (size_t i = 0; i < file->sheet_count; i++) {
        jx_text sheet = text_of(it, "<worksheet><sheetData>");
        jx_text_put(&sheet, file->sheets[i].rows);
        jx_text_put(&sheet, "</sheetData>");
        jx_text_put(&sheet, file->sheets[i].tail == NULL ? "" : file->sheets[i].tail);
        jx_text_put(&sheet, "</worksheet>");
        put(it, file, sheet_name(it, "xl/worksheets/", i + 1).data, &sheet);
    }
}

static void put_common(archive *it, const xlsx_file *file)
{
    jx_text types = text_of(it, "<Types/>");
    jx_text relations = text_of(it, "<Relationships>");
    put_relation(&relations, "book", 1, "officeDocument", (jx_str)JX_STR("xl/workbook.xml"));
    jx_text_put(&relations, "</Relationships>");
    put(it, file, "[Content_Types].xml", &types);
    put(it, file, "_rels/.rels", &relations);
}

static void put_shared(archive *it, const xlsx_file *file)
{
    if (file->strings != NULL) {
        jx_text strings = text_of(it, "<sst>");
        jx_text_put(&strings, file->strings);
        jx_text_put(&strings, "</sst>");
        put(it, file, "xl/sharedStrings.xml", &strings);
    }
    if (file->formats != NULL) {
        jx_text styles = text_of(it, "<styleSheet><numFmts>");
        jx_text_put(&styles, file->formats);
        jx_text_put(&styles,
                    "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>");
        jx_text_put(&styles, file->styles == NULL ? "" : file->styles);
        jx_text_put(&styles,
                    "</cellXfs><cellStyles><xf numFmtId=\"14\"/></cellStyles></styleSheet>");
        put(it, file, "xl/styles.xml", &styles);
    }
}

static void put_all(archive *it, const xlsx_file *file)
{
    put_common(it, file);
    put_book(it, file);
    put_sheets(it, file);
    put_shared(it, file);
    for (size_t i = 0; i < file->other_count; i++) {
        if (file->others[i].text != NULL) {
            add(it, file->others[i].name, jx_str_of(file->others[i].text));
        }
    }
}

void xlsx_file_put(const char *path, const xlsx_file *file)
{
    archive it;
    begin(&it, path);
    put_all(&it, file);
    end(&it);
}

void xlsx_file_put_parts(const char *path, const xlsx_part *parts, size_t count)
{
    archive it;
    begin(&it, path);
    for (size_t i = 0; i < count; i++) {
        add(&it, parts[i].name, jx_str_of(parts[i].text));
    }
    end(&it);
}

void xlsx_file_put_blanks(const char *path, const xlsx_file *file, const char *part, size_t size)
{
    archive it;
    char *blanks = malloc(size);
    assert_non_null(blanks);
    memset(blanks, ' ', size);
    begin(&it, path);
    put_all(&it, file);
    add(&it, part, (jx_str){blanks, size});
    end(&it);
    free(blanks);
}
