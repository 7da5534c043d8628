// SPDX-License-Identifier: MIT
// Tables as text with tabs: a row a line, no quotes, so that no cell holds a tab or a line end.
#include "base/text.h"
#include "read/read_grid.h"
#include "read/source.h"

enum { MOST_CELLS = 1024 };

static jx_status read_text(jx_source *source, jx_text *text, jx_error *err)
{
    for (uint32_t line = 1;;) {
        jx_str block = JX_STR("");
        const jx_status status = jx_source_next(source, line, &block, err);
        if (status != JX_OK || block.size == 0 || text->size > JX_GRID_BYTES) {
            return status;
        }
        line += jx_source_count_lines(block);
        jx_text_add(text, block);
        if (text->failed) {
            return jx_fail_memory(err);
        }
    }
}

// Of a line with more cells than any table has the last one holds the rest.
static size_t split(jx_str line, jx_str *cells)
{
    size_t count = 0;
    while (line.data != NULL && count + 1 < MOST_CELLS) {
        cells[count++] = jx_str_next(&line, '\t');
    }
    if (line.data != NULL) {
        cells[count++] = line;
    }
    return count;
}

// A cell that opens a quote and does not close it was cut at a line end within: whoever wrote it quotes.
static bool is_cut(jx_str cell)
{
    size_t quotes = 0;
    for (size_t i = 0; i < cell.size; i++) {
        quotes += cell.data[i] == '"';
    }
    return cell.size != 0 && cell.data[0] == '"' && quotes % 2 != 0;
}

static jx_status check_quotes(
    const char *path, const jx_str *cells, size_t count, uint32_t line, jx_error *err)
{
    const jx_place place = {.file = path, .line = line};
    for (size_t i = 0; i < count; i++) {
        if (is_cut(cells[i])) {
            return jx_fail(err, &place, JX_MESSAGE_GRID_QUOTE, cells[i]);
        }
    }
    return JX_OK;
}

static jx_str without_carriage(jx_str line)
{
    const bool has = line.size != 0 && line.data[line.size - 1] == '\r';
    return has ? jx_str_first(line, line.size - 1) : line;
}

static jx_status split_rows(const char *path, jx_str text, jx_grid_builder *builder, jx_error *err)
{
    jx_str cells[MOST_CELLS];
    for (uint32_t line = 1; text.data != NULL && builder->bytes <= JX_GRID_BYTES; line++) {
        const size_t count = split(without_carriage(jx_str_next(&text, '\n')), cells);
        const jx_status status = check_quotes(path, cells, count, line, err);
        if (status != JX_OK) {
            return status;
        }
        if (!jx_grid_add(builder, cells, count, line)) {
            return jx_fail_memory(err);
        }
    }
    return JX_OK;
}

static jx_status read(const char *path,
                      jx_encoding encoding,
                      jx_grid_builder *builder,
                      jx_error *err)
{
    jx_source *source = NULL;
    jx_status status = jx_source_open(path, encoding, &source, err);
    if (status != JX_OK) {
        return status;
    }
    jx_text text = jx_text_in(builder->arena);
    status = read_text(source, &text, err);
    jx_source_close(source);
    return status != JX_OK ? status : split_rows(path, jx_text_str(&text), builder, err);
}

const jx_grid_reader jx_grid_reader_tsv = {
    .ending = ".tsv",
    .says = {"以制表符分隔的文本，不用引号", "text with tabs between the cells, no quotes"},
    .read = read,
};
