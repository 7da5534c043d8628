// SPDX-License-Identifier: MIT
#include "support/script_ground.h"

#include "base/decimal.h"
#include "base/ratio.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_TEXT = 64 };

static void expect(bool holds)
{
    if (!holds) {
        abort();
    }
}

// -------------------------------------------------------------------------------------------- the scorecard

static const jx_loss_code code = {"below_target", {NULL}, {"未达到", "not reached"}};

static jx_ratio tell_left(void *host)
{
    (void)host;
    return jx_ratio_of(jx_decimal_make(88, 1));
}

static void add_words(jx_script_ground *ground, jx_words says)
{
    jx_text_put(&ground->given, says.zh);
    jx_text_add_char(&ground->given, ' ');
    jx_text_put(&ground->given, says.en);
    jx_text_put(&ground->given, "; ");
}

static jx_status deduct(void *host, const jx_script_loss *loss)
{
    char digits[JX_DECIMAL_TEXT];
    jx_script_ground *ground = host;
    expect(jx_ratio_is_sound(loss->points) && jx_ratio_sign(loss->points) > 0);
    jx_text_put(&ground->given, "deduct ");
    jx_text_add(&ground->given, jx_decimal_format(loss->points.numerator, 0, digits));
    jx_text_add_char(&ground->given, '/');
    jx_text_add(&ground->given, jx_decimal_format(loss->points.denominator, 0, digits));
    jx_text_add_char(&ground->given, ' ');
    jx_text_put(&ground->given, loss->code);
    jx_text_add_char(&ground->given, ' ');
    add_words(ground, loss->says);
    return JX_OK;
}

static jx_status note(void *host, jx_words says)
{
    jx_script_ground *ground = host;
    jx_text_put(&ground->given, "note ");
    add_words(ground, says);
    return JX_OK;
}

static jx_losses tell_losses(void *host)
{
    static const jx_lost lost = {
        .code = &code, .source = JX_STR("output"), .points = {12u << 8 | 1u, 0}};
    (void)host;
    return (jx_losses){&lost, 1};
}

static jx_figure number(int64_t units)
{
    return (jx_figure){.kind = JX_FIGURE_NUMBER, .number = jx_ratio_of(jx_decimal_make(units, 0))};
}

static jx_status run(jx_script_ground *ground, size_t script, bool of_project)
{
    static const jx_table_category category = {.name = JX_STR("output")};
    const jx_table_row row = {
        .id = JX_STR("it"),
        .name = JX_STR("指标"),
        .unit = JX_STR("个"),
        .measured_unit = JX_STR("个"),
        .weight = jx_decimal_make(10, 0),
    };
    const jx_table table = {
        .id = JX_STR("demo"),
        .name = JX_STR("示例"),
        .year = 2024,
        .full = jx_decimal_make(100, 0),
        .places = 2,
        .rows = &row,
        .row_count = 1,
        .categories = &category,
        .category_count = 1,
    };
    const jx_outcome outcome = {.measured = number(27), .points = jx_decimal_make(88, 1)};
    const jx_scorecard card = {.table = &table, .outcomes = &outcome};
    const jx_indicator indicator = {.target = number(30), .weight = row.weight};
    const jx_job job = {.indicator = &indicator, .actual = number(27), .measured = number(27)};
    const jx_script_job work = {
        .params = ground->values,
        .inputs = ground->values,
        .card = &card,
        .row = of_project ? NULL : &row,
        .job = &job,
        .host = ground,
        .left = tell_left,
        .deduct = deduct,
        .note = note,
        .losses = tell_losses,
    };
    const jx_place place = {.file = "a.csv", .line = 2};
    return jx_cage_run(ground->cage, script, &work, &place, &ground->err);
}

// ---------------------------------------------------------------------------------------------- the ground

void jx_ground_begin(jx_script_ground *ground)
{
    *ground = (jx_script_ground){.arena = jx_arena_new(), .limits = jx_usual_settings.scripts};
    expect(ground->arena != NULL);
    ground->given = jx_text_in(ground->arena);
    ground->err = JX_ERROR(JX_EN);
}

void jx_ground_end(jx_script_ground *ground)
{
    jx_cage_free(ground->cage);
    jx_arena_free(ground->arena);
}

jx_status jx_ground_read(jx_script_ground *ground, jx_str text)
{
    char path[PATH_TEXT] = "/tmp/jixiao-script-XXXXXX";
    expect(ground->count < JX_GROUND_SCRIPTS);
    int file = mkstemp(path);
    expect(file >= 0);
    for (size_t written = 0; written < text.size;) {
        ssize_t size = write(file, text.data + written, text.size - written);
        expect(size > 0);
        written += (size_t)size;
    }
    expect(close(file) == 0);
    jx_status status = jx_script_read(ground->arena, (jx_str)JX_STR("s.lua"), path, &ground->limits,
                                      &ground->scripts[ground->count], &ground->err);
    ground->count += status == JX_OK ? 1 : 0;
    expect(unlink(path) == 0);
    return status;
}

void jx_ground_cage(jx_script_ground *ground)
{
    ground->cage = jx_cage_new(ground->scripts, ground->count, &ground->limits, JX_EN);
    expect(ground->cage != NULL);
}

jx_status jx_ground_run(jx_script_ground *ground, size_t script, bool of_project)
{
    ground->given.size = 0;
    ground->err.status = JX_OK;
    return run(ground, script, of_project);
}

jx_status jx_ground_once(jx_script_ground *ground, jx_str text, bool of_project)
{
    jx_status status = jx_ground_read(ground, text);
    if (status == JX_OK) {
        jx_ground_cage(ground);
        jx_cage_begin(ground->cage);
        status = jx_ground_run(ground, 0, of_project);
    }
    return status;
}
