// SPDX-License-Identifier: MIT
// Tables as comma-separated values.
#include "read/csv.h"
#include "read/read_grid.h"

static jx_status read_rows(jx_csv *csv, jx_grid_builder *builder, jx_error *err)
{
    for (;;) {
        jx_record record;
        bool more = false;
        const jx_status status = jx_csv_next(csv, &record, &more, err);
        if (status != JX_OK || !more || builder->bytes > JX_GRID_BYTES) {
            return status;
        }
        if (!jx_grid_add(builder, record.fields, record.count, record.line)) {
            return jx_fail_memory(err);
        }
    }
}

static jx_status read(const char *path,
                      jx_encoding encoding,
                      jx_grid_builder *builder,
                      jx_error *err)
{
    jx_csv *csv = NULL;
    jx_status status = jx_csv_open(path, encoding, &csv, err);
    status = status != JX_OK ? status : read_rows(csv, builder, err);
    jx_csv_close(csv);
    return status;
}

const jx_grid_reader jx_grid_reader_csv = {
    .ending = ".csv",
    .says = {"以半角逗号分隔的文本", "comma-separated values"},
    .read = read,
};
