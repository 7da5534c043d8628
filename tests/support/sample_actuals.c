// SPDX-License-Identifier: MIT
#include "support/sample_actuals.h"

#include "support/jx_folder.h"
#include "support/jx_rows.h"

#define PATH "a.csv"

static const jx_str months_late[] = {JX_STR("months_late")};
static const jx_str staff[] = {JX_STR("staff")};

static const jx_sheet_row first_rows[] = {
    {JX_STR("firms"), 0, NULL, 0, JX_STR("培育企业")},
    {JX_STR("started"), 4, months_late, 1, JX_STR("开工")},
    {JX_STR(""), 9, staff, 1, JX_STR("")},
};
static const jx_sheet first_sheet = {JX_STR("dev-2024"), first_rows, 3, 14};

static const jx_sheet_row second_rows[] = {
    {JX_STR("firms"), 0, NULL, 0, JX_STR("培育企业")},
    {JX_STR("tax"), 4, NULL, 0, JX_STR("税收")},
    {JX_STR(""), 8, NULL, 0, JX_STR("")},
};
static const jx_sheet second_sheet = {JX_STR("chain-2024"), second_rows, 3, 12};

const jx_sheet *const sample_sheets[2] = {&first_sheet, &second_sheet};

static void say_observations(jx_text *said, const jx_observations *observations)
{
    jx_text_add_number(said, observations->line);
    jx_text_put(said, " ");
    jx_text_add(said, observations->project);
    if (observations->instance.data != NULL) {
        jx_text_put(said, " (");
        jx_text_add(said, observations->instance);
        jx_text_put(said, ")");
    }
    if (observations->fault != NULL) {
        jx_text_put(said, observations->sheet == JX_NO_SHEET ? " nowhere! " : "! ");
        jx_text_put(said, observations->fault->text);
        jx_text_put(said, "\n");
        assert_int_equal(observations->fault->status, JX_EDATA);
        return;
    }
    jx_text_put(said, observations->sheet == 0 ? ":" : " in the second:");
    for (uint32_t i = 0; i < sample_sheets[observations->sheet]->slot_count; i++) {
        const jx_cell *cell = &observations->cells[i];
        if (cell->size != 0) {
            jx_text_put(said, " ");
            jx_text_add_number(said, i);
            jx_text_put(said, "=");
            jx_text_add(said, (jx_str){cell->data, cell->size});
            jx_text_put(said, "@");
            jx_text_add_number(said, cell->line);
        }
    }
    jx_text_put(said, "\n");
}

void sample_actuals_say(jx_text *said, jx_actuals *actuals, jx_error *err)
{
    for (;;) {
        jx_observations observations;
        bool more = false;
        const jx_status status = jx_actuals_next(actuals, &observations, &more, err);
        if (status != JX_OK) {
            assert_int_equal(status, JX_EDATA);
            jx_text_put(said, err->text);
            jx_text_put(said, "\n");
        }
        if (status != JX_OK || !more) {
            return;
        }
        say_observations(said, &observations);
    }
}

void sample_actuals_test(void **state)
{
    const sample_actuals *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_text said = jx_text_in(arena);
    jx_error err = JX_ERROR(JX_EN);
    jx_actuals *actuals = NULL;
    jx_folder_put(PATH, row->bytes.data, row->bytes.size);
    if (jx_actuals_open(PATH, JX_ENCODING_DETECT, sample_sheets, row->sheets, &actuals, &err) ==
        JX_OK) {
        sample_actuals_say(&said, actuals, &err);
    } else {
        assert_int_equal(err.status, JX_EDATA);
        jx_text_put(&said, err.text);
        jx_text_put(&said, "\n");
    }
    assert_string_equal(jx_arena_copy(arena, jx_text_str(&said)).data, row->said);
    jx_actuals_close(actuals);
    jx_arena_free(arena);
}
