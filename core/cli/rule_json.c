// SPDX-License-Identifier: MIT
#include "base/decimal.h"
#include "cli/rule_page.h"
#include "report/json_writer.h"
#include "wording/section.h"

static void put_text(jx_json *json, const char *key, jx_str value)
{
    jx_json_key(json, key);
    jx_json_text(json, value);
}

static void put_words(jx_json *json, const char *key, jx_words words, jx_lang lang)
{
    put_text(json, key, jx_str_of(jx_words_in(words, lang)));
}

// Keys that have a member of their own.
static bool is_own(const char *key)
{
    static const char *const own[] = {"measure",    "method", "target",
                                      "comparator", "weight", "unit"};
    return jx_str_is_among(jx_str_of(key), own, sizeof own / sizeof own[0]);
}

static void put_params(jx_json *json, const jx_reading *reading)
{
    jx_json_key(json, "params");
    jx_json_open_object(json);
    for (size_t i = 0; i < reading->key_count; i++) {
        if (!is_own(reading->keys[i].key)) {
            put_text(json, reading->keys[i].key, reading->keys[i].value);
        }
    }
    jx_json_close_object(json);
}

static void put_weight(jx_json *json, const jx_reading *reading)
{
    jx_decimal weight;
    jx_json_key(json, "weight");
    if (jx_decimal_parse(jx_reading_find(reading, "weight"), &weight)) {
        jx_json_decimal(json, weight, 0);
    } else {
        jx_json_null(json);
    }
}

static void put_assumes(jx_json *json, const jx_reading *reading)
{
    jx_json_key(json, "assumes");
    jx_json_open_array(json);
    for (size_t i = 0; i < reading->assume_count; i++) {
        jx_json_string(json, reading->assumes[i]);
    }
    jx_json_close_array(json);
}

static void put_tries(jx_json *json, const jx_rule_result *result)
{
    jx_json_key(json, "tried");
    jx_json_open_array(json);
    for (size_t i = 0; i < result->try_count; i++) {
        const jx_rule_try *at = &result->tries[i];
        jx_json_open_object(json);
        put_text(json, "actual", at->actual);
        if (at->scored) {
            jx_json_key_decimal(json, (jx_str)JX_STR("points"), at->points, at->places);
        }
        put_text(json, at->scored ? "text" : "error", at->text);
        jx_json_close_object(json);
    }
    jx_json_close_array(json);
}

void jx_rule_json_add(jx_text *out, const jx_rule_result *result, jx_lang lang)
{
    static const char *const keys[] = {"measure", "method", "target", "comparator"};
    const jx_reading *reading = &result->reading;
    jx_json json = jx_json_on(out);
    jx_json_open_object(&json);
    put_text(&json, "id", result->id);
    jx_json_key(&json, "status");
    jx_json_string(&json, reading->is_compiled ? "compiled" : "unclear");
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        put_text(&json, keys[i], jx_reading_find(reading, keys[i]));
    }
    jx_str unit = jx_reading_find(reading, "unit");
    unit = unit.size != 0 ? unit : result->wording.unit;
    put_text(&json, "unit", unit.size != 0 ? unit : JX_STR_NONE);
    put_params(&json, reading);
    put_weight(&json, reading);
    put_words(&json, "actual_is", reading->actual_is, lang);
    put_assumes(&json, reading);
    put_words(&json, "reads", reading->reads, lang);
    put_words(&json, "because", reading->because, lang);
    put_text(&json, "at", reading->at);
    put_tries(&json, result);
    jx_json_close_object(&json);
    jx_text_add_char(out, '\n');
}
