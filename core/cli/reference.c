// SPDX-License-Identifier: MIT
#include "cli/reference.h"

#include "base/decimal.h"
#include "model/keys.h"
#include "model/settings.h"
#include "plugin/fields.h"
#include "plugin/shares.h"
#include "score/measures.h"
#include "score/method.h"

// Texts of the page in one place, so that both languages are seen together.
enum {
    TITLE,
    INTRODUCTION,
    PROJECT_KEYS,
    GRADES,
    GRADES_TEXT,
    INDICATOR_KEYS,
    MEASURES,
    METHODS,
    CATEGORIES,
    FIELD_HEAD,
    KEYS,
    INPUTS,
    LOSSES,
    LOSS_HEAD,
    SUBCATEGORIES,
    DEFAULTS,
    OWN_MEASURES,
    REQUIRED,
    WITHOUT_DEFAULT,
    SETTINGS,
    SETTINGS_TEXT,
    TYPES,
    USUAL,
    ADVISES,
    STRICT,
    SHARE_HEAD,
    TYPE_GRADES,
    PROJECT_DEFAULTS,
    INDICATOR_DEFAULTS,
    PAUSE,
    END
};

static const jx_words texts[] = {
    [TITLE] = {"# 配置参考\n\n", "# Configuration reference\n\n"},
    [INTRODUCTION] =
        {"由 `jixiao plugins --reference` 从引擎自用的表生成。\n\n",
         "Made by `jixiao plugins --reference` from the tables that the engine itself reads.\n\n"},
    [PROJECT_KEYS] = {"## [project]\n\n", "## [project]\n\n"},
    [GRADES] = {"## [grades]\n\n", "## [grades]\n\n"},
    [GRADES_TEXT] =
        {"每行一个等级：`名称 = 最低得分`，以占满分的百分比计，由高到低，最后一个为0。未写明时：",
         "A grade a line, `NAME = LEAST`, in percent of the full score, highest first, the last one 0. Unless stated: "},
    [INDICATOR_KEYS] = {"## [indicator 代码]\n\n", "## [indicator ID]\n\n"},
    [MEASURES] = {"## 度量方式（measure）\n\n", "## Measures\n\n"},
    [METHODS] = {"## 扣分方法（method）\n\n", "## Methods\n\n"},
    [CATEGORIES] = {"## 类别（category）\n\n", "## Categories\n\n"},
    [FIELD_HEAD] = {"| 键 | 取值 | 默认 | 含义 |\n| --- | --- | --- | --- |\n",
                    "| key | value | default | meaning |\n| --- | --- | --- | --- |\n"},
    [KEYS] = {"键：\n\n", "Keys:\n\n"},
    [INPUTS] = {"实际值的附加列：\n\n", "Further columns of the actuals:\n\n"},
    [LOSSES] = {"扣分代码：\n\n", "Loss codes:\n\n"},
    [LOSS_HEAD] = {"| 代码 | 说明 |\n| --- | --- |\n", "| code | sentence |\n| --- | --- |\n"},
    [SUBCATEGORIES] = {"二级指标：", "Subcategories: "},
    [DEFAULTS] = {"默认：", "Defaults: "},
    [OWN_MEASURES] = {"自有的度量方式：\n\n", "Measures of its own:\n\n"},
    [REQUIRED] = {"必填", "required"},
    [WITHOUT_DEFAULT] = {"—", "—"},
    [SETTINGS] = {"## 本机的设置（jixiao.ini）\n\n", "## The host's settings (jixiao.ini)\n\n"},
    [SETTINGS_TEXT] = {"对本机的所有项目有效，见 [settings.zh-CN.md](settings.zh-CN.md)。\n\n",
                       "For every project on the machine, see [settings.md](settings.md).\n\n"},
    [TYPES] = {"## 项目类型（[project] type）\n\n", "## Project types ([project] type)\n\n"},
    [USUAL] = {"通用类型：项目文件没有写明类型时采用。",
               "It is the usual one: that of project files that name none. "},
    [ADVISES] = {"与类型不符之处由 `check` 作为发现列出，照常评分。\n\n",
                 "Where a table differs, `check` tells of it as a finding.\n\n"},
    [STRICT] = {"与类型不符之处是错误。\n\n", "Where a table differs, that is a fault.\n\n"},
    [SHARE_HEAD] =
        {"| 类别 | 占满分的百分比 | 是否必须有 | 必须有的二级指标 |\n| --- | --- | --- | --- |\n",
         "| category | percent of the full score | required | subcategories it must have |\n| --- | --- | --- | --- |\n"},
    [TYPE_GRADES] = {"等级：", "Grades: "},
    [PROJECT_DEFAULTS] = {"[project] 的默认：", "Defaults of [project]: "},
    [INDICATOR_DEFAULTS] = {"各指标的默认（类别自有的默认优先）：",
                            "Defaults of indicators, behind those of their category: "},
    [PAUSE] = {"、", ", "},
    [END] = {"。\n\n", ".\n\n"},
};

static void put(jx_text *out, int text, jx_lang lang)
{
    jx_text_put(out, jx_words_in(texts[text], lang));
}

// Cells of a table: a bar would end the cell, a brace pair is kept as code.
static void put_cell(jx_text *out, jx_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '|') {
            jx_text_add_char(out, '\\');
        }
        jx_text_add_char(out, text.data[i]);
    }
}

static void put_code(jx_text *out, const char *text)
{
    jx_text_add_char(out, '`');
    put_cell(out, jx_str_of(text));
    jx_text_add_char(out, '`');
}

// -------------------------------------------------------------------------------------------- fields

static void put_field(jx_text *out, const jx_field *field, jx_lang lang)
{
    jx_text_put(out, "| ");
    put_code(out, field->key);
    jx_text_put(out, " | ");
    put_cell(out, jx_field_expects(out->arena, field, lang));
    jx_text_put(out, " | ");
    if (field->fallback != NULL) {
        put_code(out, field->fallback);
    } else {
        put(out, (field->flags & JX_FIELD_REQUIRED) != 0 ? REQUIRED : WITHOUT_DEFAULT, lang);
    }
    jx_text_put(out, " | ");
    put_cell(out, jx_str_of(jx_words_in(field->says, lang)));
    jx_text_put(out, " |\n");
}

static void put_fields(jx_text *out, int title, const jx_list *fields, jx_lang lang)
{
    if (fields->count == 0) {
        return;
    }
    put(out, title, lang);
    if (title == KEYS || title == INPUTS) {
        put(out, FIELD_HEAD, lang);
    }
    for (uint32_t i = 0; i < fields->count; i++) {
        put_field(out, jx_list_at(fields, i), lang);
    }
    jx_text_add_char(out, '\n');
}

static void put_keys(jx_text *out, int title, const jx_list *fields, jx_lang lang)
{
    put(out, title, lang);
    put_fields(out, FIELD_HEAD, fields, lang);
}

static void put_losses(jx_text *out, const jx_list *codes, jx_lang lang)
{
    if (codes->count == 0) {
        return;
    }
    put(out, LOSSES, lang);
    put(out, LOSS_HEAD, lang);
    for (uint32_t i = 0; i < codes->count; i++) {
        const jx_loss_code *code = jx_list_at(codes, i);
        jx_text_put(out, "| ");
        put_code(out, code->code);
        jx_text_put(out, " | ");
        put_cell(out, jx_str_of(jx_words_in(code->says, lang)));
        jx_text_put(out, " |\n");
    }
    jx_text_add_char(out, '\n');
}

static void put_heading(
    jx_text *out, const char *marks, const char *name, jx_words says, jx_lang lang)
{
    jx_text_put(out, marks);
    jx_text_put(out, name);
    jx_text_put(out, "\n\n");
    jx_text_put(out, jx_words_in(says, lang));
    put(out, END, lang);
}

static void put_measure(jx_text *out, const char *marks, const jx_measure *measure, jx_lang lang)
{
    put_heading(out, marks, measure->name, measure->says, lang);
    put_fields(out, KEYS, &measure->fields, lang);
    put_fields(out, INPUTS, &measure->inputs, lang);
}

static void put_method(jx_text *out, const jx_method *method, jx_lang lang)
{
    put_heading(out, "### ", method->name, method->says, lang);
    put_fields(out, KEYS, &method->fields, lang);
    put_losses(out, &method->codes, lang);
}

static void put_grades(jx_text *out, jx_lang lang)
{
    for (size_t i = 0; i < JX_USUAL_GRADES; i++) {
        char least[JX_DECIMAL_TEXT];
        if (i > 0) {
            put(out, PAUSE, lang);
        }
        jx_text_add(out, jx_usual_grades[i].name);
        jx_text_add_char(out, ' ');
        jx_text_add(out, jx_decimal_format(jx_decimal_make(jx_usual_grades[i].least, 0), 0, least));
    }
    put(out, END, lang);
}

static void put_settings(jx_text *out, jx_lang lang)
{
    put(out, SETTINGS, lang);
    put(out, SETTINGS_TEXT, lang);
    for (size_t i = 0; i < JX_SETTINGS_SECTIONS; i++) {
        const jx_settings_section *section = &jx_settings_sections[i];
        jx_text_put(out, "### [");
        jx_text_add(out, section->name);
        jx_text_put(out, "]\n\n");
        jx_text_put(out, jx_words_in(section->says, lang));
        put(out, END, lang);
        for (size_t row = 0; row < section->count; row++) {
            if (row == 0) {
                put(out, FIELD_HEAD, lang);
            }
            put_field(out, &section->rows[row].field, lang);
        }
        jx_text_put(out, section->count == 0 ? "" : "\n");
    }
}

// ------------------------------------------------------------------------------------------- plugins

static void put_subcategories(jx_text *out, const jx_list *list, jx_lang lang)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_subcategory *subcategory = jx_list_at(list, i);
        if (i == 0) {
            put(out, SUBCATEGORIES, lang);
        } else {
            put(out, PAUSE, lang);
        }
        put_code(out, subcategory->name);
        jx_text_add_char(out, ' ');
        jx_text_put(out, jx_words_in(subcategory->label, lang));
    }
    jx_text_put(out, list->count == 0 ? "" : "\n\n");
}

static void put_defaults(jx_text *out, int title, const jx_list *list, jx_lang lang)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_default *row = jx_list_at(list, i);
        if (i == 0) {
            put(out, title, lang);
        } else {
            jx_text_put(out, lang == JX_ZH ? "；" : "; ");
        }
        jx_text_add_char(out, '`');
        jx_text_put(out, row->key);
        jx_text_put(out, " = ");
        jx_text_put(out, row->value);
        jx_text_add_char(out, '`');
    }
    jx_text_put(out, list->count == 0 ? "" : "\n\n");
}

static void put_share(jx_text *out, const jx_share *share, jx_lang lang)
{
    jx_text_put(out, "| ");
    put_code(out, share->category);
    if (share->without != NULL) {
        jx_text_put(out, lang == JX_ZH ? "，没有 " : ", without ");
        put_code(out, share->without);
        jx_text_put(out, lang == JX_ZH ? " 时" : "");
    }
    jx_text_put(out, " | ");
    jx_share_add(out, share);
    jx_text_put(out, " | ");
    jx_text_put(out, (share->flags & JX_SHARE_REQUIRED) == 0 ? "" : lang == JX_ZH ? "是" : "yes");
    jx_text_put(out, " | ");
    jx_text_put(out, share->subcategories == NULL ? "" : share->subcategories);
    jx_text_put(out, " |\n");
}

static void put_type_grades(jx_text *out, const jx_list *list, jx_lang lang)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_type_grade *row = jx_list_at(list, i);
        if (i == 0) {
            put(out, TYPE_GRADES, lang);
        } else {
            put(out, PAUSE, lang);
        }
        jx_text_put(out, row->name);
        jx_text_add_char(out, ' ');
        jx_text_put(out, row->least);
    }
    if (list->count > 0) {
        put(out, END, lang);
    }
}

static void put_type(jx_text *out, const jx_plugin *type, jx_lang lang)
{
    if ((type->type_flags & JX_TYPE_USUAL) != 0) {
        put(out, USUAL, lang);
    }
    put(out, (type->type_flags & JX_TYPE_ADVISES) != 0 ? ADVISES : STRICT, lang);
    for (uint32_t i = 0; i < type->shares.count; i++) {
        if (i == 0) {
            put(out, SHARE_HEAD, lang);
        }
        put_share(out, jx_list_at(&type->shares, i), lang);
    }
    jx_text_put(out, type->shares.count == 0 ? "" : "\n");
    put_type_grades(out, &type->grades, lang);
    put_defaults(out, PROJECT_DEFAULTS, &type->project_defaults, lang);
    put_defaults(out, INDICATOR_DEFAULTS, &type->indicator_defaults, lang);
}

void jx_reference_add_plugin(jx_text *out, const jx_plugin *plugin, jx_lang lang)
{
    jx_text_put(out, "### ");
    jx_text_put(out, plugin->name);
    jx_text_add_char(out, ' ');
    jx_text_put(out, jx_words_in(plugin->label, lang));
    jx_text_put(out, "\n\n");
    jx_text_put(out, jx_words_in(plugin->says, lang));
    put(out, END, lang);
    if (plugin->kind == JX_PLUGIN_PROJECT_TYPE) {
        put_type(out, plugin, lang);
        return;
    }
    put_subcategories(out, &plugin->subcategories, lang);
    put_defaults(out, DEFAULTS, &plugin->defaults, lang);
    put_fields(out, KEYS, &plugin->fields, lang);
    put_fields(out, INPUTS, &plugin->inputs, lang);
    put_losses(out, &plugin->loss_codes, lang);
    for (uint32_t i = 0; i < plugin->measures.count; i++) {
        if (i == 0) {
            put(out, OWN_MEASURES, lang);
        }
        put_measure(out, "#### ", jx_list_at(&plugin->measures, i), lang);
    }
}

static void put_plugins(jx_text *out, const jx_registry *registry, uint32_t kind, jx_lang lang)
{
    put(out, kind == JX_PLUGIN_CATEGORY ? CATEGORIES : TYPES, lang);
    for (size_t i = 0; i < jx_registry_count(registry); i++) {
        const jx_plugin *plugin = jx_registry_at(registry, i)->plugin;
        if (plugin->kind == kind) {
            jx_reference_add_plugin(out, plugin, lang);
        }
    }
}

void jx_reference_add(jx_text *out, const jx_registry *registry, jx_lang lang)
{
    put(out, TITLE, lang);
    put(out, INTRODUCTION, lang);
    put_keys(out, PROJECT_KEYS, &jx_project_keys, lang);
    put(out, GRADES, lang);
    put(out, GRADES_TEXT, lang);
    put_grades(out, lang);
    put_keys(out, INDICATOR_KEYS, &jx_indicator_keys, lang);
    put(out, MEASURES, lang);
    for (size_t i = 0; i < jx_measure_count(); i++) {
        put_measure(out, "### ", jx_measure_at(i), lang);
    }
    put(out, METHODS, lang);
    for (size_t i = 0; i < jx_method_count(); i++) {
        put_method(out, jx_method_at(i), lang);
    }
    put_plugins(out, registry, JX_PLUGIN_CATEGORY, lang);
    put_plugins(out, registry, JX_PLUGIN_PROJECT_TYPE, lang);
    put_settings(out, lang);
}
