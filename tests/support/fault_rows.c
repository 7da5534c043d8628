// SPDX-License-Identifier: MIT
#include "support/fault_rows.h"

#include "support/jx_test.h"
#include "support/score_fixture.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { LINES_MOST = 64 };

// The text without its signs, and the lines they ended.
static size_t take_signs(const char *text, char *ret_text, uint32_t lines[LINES_MOST])
{
    static const char sign[] = "§";
    uint32_t line = 1;
    size_t count = 0;
    size_t size = 0;
    for (const char *at = text; *at != '\0';) {
        if (strncmp(at, sign, strlen(sign)) == 0) {
            lines[count++] = line;
            at += strlen(sign);
            continue;
        }
        line += *at == '\n' ? 1 : 0;
        ret_text[size++] = *at++;
    }
    ret_text[size] = '\0';
    return count;
}

static int order_lines(const void *a, const void *b)
{
    const uint32_t *left = a;
    const uint32_t *right = b;
    return (*left > *right) - (*left < *right);
}

static void expect_faults(const jx_faults *faults, const jx_fault_row *row, const uint32_t *lines)
{
    uint32_t found[JX_FAULT_ROW_MOST];
    for (size_t i = 0; i < faults->count; i++) {
        const jx_error *shown = &faults->shown[i];
        if (shown->message != row->messages[i]) {
            fail_msg("expected %s, found: %s", jx_message_find(row->messages[i])->id, shown->text);
        }
        found[i] = shown->line;
    }
    qsort(found, faults->count, sizeof found[0], order_lines);
    for (size_t i = 0; i < faults->count; i++) {
        assert_int_equal(found[i], lines[i]);
    }
    if (row->says != NULL && strstr(faults->shown[0].text, row->says) == NULL) {
        fail_msg("expected \"%s\" in: %s", row->says, faults->shown[0].text);
    }
}

void jx_fault_row_test(void **state)
{
    const jx_fault_row *row = *state;
    char text[JX_SCORE_TEXT];
    uint32_t lines[LINES_MOST];
    size_t count = take_signs(row->text, text, lines);
    jx_score_fixture fixture;
    jx_score_begin(&fixture, JX_FAULT_PLUGINS);
    jx_score_read_text(&fixture, text);
    assert_null(fixture.plan);
    if (fixture.faults.count != count) {
        fail_msg("expected %zu faults, found %zu, the last: %s", count, fixture.faults.count,
                 fixture.faults.count == 0 ? ""
                                           : fixture.faults.shown[fixture.faults.count - 1].text);
    }
    expect_faults(&fixture.faults, row, lines);
    jx_score_end(&fixture);
}
