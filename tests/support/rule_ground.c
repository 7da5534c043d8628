// SPDX-License-Identifier: MIT
#include "support/rule_ground.h"

#include "base/decimal.h"
#include "base/file.h"
#include "base/text.h"
#include "support/jx_test.h"

#include <stdio.h>
#include <stdlib.h>

enum { LARGEST = 1 << 24 };

void jx_rule_begin(jx_rule_ground *ground)
{
    jx_score_begin(&ground->fixture, NULL);
    ground->arena = jx_arena_new();
    ground->vocabulary = jx_vocabulary_new(ground->fixture.arena);
    assert_non_null(ground->arena);
    assert_non_null(ground->vocabulary);
}

void jx_rule_end(jx_rule_ground *ground)
{
    jx_arena_free(ground->arena);
    jx_score_end(&ground->fixture);
}

jx_str jx_rule_file(jx_rule_ground *ground, const char *path)
{
    jx_str text = JX_STR_NONE;
    jx_error err = JX_ERROR(JX_EN);
    if (jx_file_read(ground->fixture.arena, path, LARGEST, JX_ECONFIG, &text, &err) != JX_OK) {
        printf("skipped: %s\n", err.text);
        exit(JX_RULE_SKIPPED);
    }
    return text;
}

static void put_key(jx_text *text, const char *key, jx_str value)
{
    if (value.size > 0) {
        jx_text_put(text, key);
        jx_text_put(text, " = ");
        jx_text_add(text, value);
        jx_text_put(text, "\n");
    }
}

bool jx_rule_plan(jx_rule_ground *ground, const jx_reading *reading, jx_str category, jx_str unit)
{
    jx_text text = jx_text_in(ground->fixture.arena);
    const bool level = jx_str_is(reading->keys[0].value, "level");
    const jx_str usual = level ? (jx_str)JX_STR("satisfaction") : (jx_str)JX_STR("output");
    put_key(&text, "category", category.size > 0 ? category : usual);
    put_key(&text, "unit", unit);
    for (size_t i = 0; i < reading->key_count; i++) {
        put_key(&text, reading->keys[i].key, reading->keys[i].value);
    }
    jx_score_read_text(&ground->fixture, jx_score_one(&ground->fixture, jx_text_end(&text).data));
    return ground->fixture.plan != NULL;
}

const char *jx_rule_score(jx_rule_ground *ground, jx_str actual, char text[JX_RULE_TEXT])
{
    char digits[JX_DECIMAL_TEXT];
    jx_score_clear(&ground->fixture);
    jx_score_set(&ground->fixture, "it", "actual", actual);
    const jx_outcome *outcome = &jx_score_run(&ground->fixture)->outcomes[0];
    if (outcome->state != JX_SCORED) {
        (void)snprintf(text, JX_RULE_TEXT, "%s",
                       outcome->error == NULL ? "no score" : outcome->error);
        return text;
    }
    (void)snprintf(text, JX_RULE_TEXT, "%s", jx_decimal_format(outcome->points, 0, digits).data);
    return text;
}

bool jx_rule_agrees(jx_rule_ground *ground, jx_str id, jx_str actual, jx_str points)
{
    char text[JX_RULE_TEXT];
    const char *found = jx_rule_score(ground, actual, text);
    jx_decimal expected;
    jx_decimal got;
    if (jx_decimal_parse(points, &expected) && jx_decimal_parse(jx_str_of(found), &got) &&
        jx_decimal_compare(expected, got) == 0) {
        return true;
    }
    printf("  %.*s: %.*s expected %.*s, got %s\n", (int)id.size, id.data, (int)actual.size,
           actual.data, (int)points.size, points.data, found);
    return false;
}
