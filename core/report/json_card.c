// SPDX-License-Identifier: MIT
#include "report/json_card.h"

#include "base/decimal.h"
#include "report/sentence.h"

enum { SHOWN_PLACES = 6 }; // of jx_ratio_show

void jx_json_points(jx_json *json, const jx_table *table, const jx_decimal *points)
{
    if (points == NULL) {
        jx_json_null(json);
    } else {
        jx_json_decimal(json, *points, jx_points_places(table));
    }
}

// Whether the ratio is shown as its numerator.
static bool is_shown(jx_ratio ratio)
{
    const jx_decimal one = jx_decimal_make(1, 0);
    return ratio.denominator.low == one.low && ratio.denominator.high == one.high &&
           jx_decimal_has_places(ratio.numerator, SHOWN_PLACES);
}

static bool show(jx_ratio ratio, jx_decimal *ret)
{
    if (is_shown(ratio)) {
        *ret = ratio.numerator;
        return true;
    }
    return jx_ratio_show(ratio, ret);
}

void jx_json_ratio(jx_json *json, jx_ratio ratio)
{
    jx_decimal shown;
    if (show(ratio, &shown)) {
        jx_json_decimal(json, shown, 0);
    } else {
        jx_json_null(json);
    }
}

void jx_json_key_ratio(jx_json *json, jx_str key, jx_ratio ratio)
{
    jx_decimal shown;
    if (show(ratio, &shown)) {
        jx_json_key_decimal(json, key, shown, 0);
    } else {
        jx_json_key_text(json, key);
        jx_json_null(json);
    }
}

void jx_json_grade(jx_json *json, const jx_scorecard *card)
{
    jx_json_text(json, card->grade == NULL ? JX_STR_NONE : card->grade->name);
}

void jx_json_config(jx_json *json, const jx_table *table)
{
    jx_json_open_object(json);
    jx_json_key(json, "path");
    jx_json_string(json, table->path);
    jx_json_key(json, "sha256");
    jx_json_string(json, table->digest.text);
    jx_json_close_object(json);
}

static void write_plugin(jx_json *json, const jx_table_plugin *plugin)
{
    jx_json_open_object(json);
    jx_json_key(json, "name");
    jx_json_text(json, plugin->name);
    jx_json_key(json, "version");
    jx_json_text(json, plugin->version);
    jx_json_key(json, "sha256");
    jx_json_string(json, plugin->digest.text);
    jx_json_close_object(json);
}

// Whether one of the tables uses the plugin.
static bool uses(const jx_table *const *tables, size_t count, const jx_table_plugin *plugin)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < tables[i]->plugin_count; k++) {
            const jx_table_plugin *used = &tables[i]->plugins[k];
            if (used->kind == plugin->kind && jx_str_equal(used->name, plugin->name)) {
                return true;
            }
        }
    }
    return false;
}

static void write_plugins(jx_json *json, const jx_table *const *tables, size_t count)
{
    jx_json_open_array(json);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < tables[i]->plugin_count; k++) {
            if (!uses(tables, i, &tables[i]->plugins[k])) {
                write_plugin(json, &tables[i]->plugins[k]);
            }
        }
    }
    jx_json_close_array(json);
}

// Whether one of the first `count` tables, or the first scripts of the next, uses the script at that path.
static bool runs(const jx_table *const *tables, size_t count, size_t more, const char *path)
{
    for (size_t i = 0; i <= count; i++) {
        size_t scripts = i < count ? tables[i]->script_count : more;
        for (size_t k = 0; k < scripts; k++) {
            if (strcmp(tables[i]->scripts[k].path, path) == 0) {
                return true;
            }
        }
    }
    return false;
}

static void write_script(jx_json *json, const jx_table_script *script)
{
    jx_json_open_object(json);
    jx_json_key(json, "path");
    jx_json_string(json, script->path);
    jx_json_key(json, "sha256");
    jx_json_string(json, script->digest.text);
    jx_json_close_object(json);
}

static void write_scripts(jx_json *json, const jx_table *const *tables, size_t count)
{
    jx_json_open_array(json);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < tables[i]->script_count; k++) {
            if (!runs(tables, i, k, tables[i]->scripts[k].path)) {
                write_script(json, &tables[i]->scripts[k]);
            }
        }
    }
    jx_json_close_array(json);
}

void jx_json_provenance(jx_json *json, const jx_table *const *tables, size_t count)
{
    jx_json_key(json, "provenance");
    jx_json_open_object(json);
    jx_json_key(json, "engine");
    jx_json_string(json, "jixiao " JX_VERSION);
    jx_json_key(json, "config");
    if (count == 1) {
        jx_json_config(json, tables[0]);
    } else {
        jx_json_null(json);
    }
    jx_json_key(json, "plugins");
    write_plugins(json, tables, count);
    jx_json_key(json, "scripts");
    write_scripts(json, tables, count);
    jx_json_close_object(json);
}
