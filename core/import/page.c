// SPDX-License-Identifier: MIT
#include "import/page.h"

#include "base/list.h"
#include "model/keys.h"
#include "score/method.h"
#include "wording/assumptions.h"
#include "wording/section.h"

enum { KEY_COLUMNS = 11, HEAD_COLUMNS = 10 };

typedef struct import_page {
    jx_text *out;
    const jx_import *import;
    jx_lang lang;
} import_page;

// ------------------------------------------------------------------------------------------------ lines

static const char *in(const import_page *page, const char *zh, const char *en)
{
    return page->lang == JX_ZH ? zh : en;
}

static void put_comment(import_page *page, const char *lead, jx_str text)
{
    jx_text_put(page->out, "; ");
    jx_text_put(page->out, lead);
    for (size_t i = 0; i < text.size; i++) {
        jx_text_add_char(page->out, (char)(text.data[i] == '\n' ? ' ' : text.data[i]));
    }
    jx_text_add_char(page->out, '\n');
}

// What follows a blank and a `;` would be a comment: the blank goes, where the key does not keep every character.
static void put_value(import_page *page, jx_str key, jx_str value)
{
    const bool literal = jx_key_is_literal(key);
    for (size_t i = 0; i < value.size; i++) {
        const bool before = value.data[i] == ' ' && i + 1 < value.size && value.data[i + 1] == ';';
        if (literal || !before) {
            jx_text_add_char(page->out, value.data[i]);
        }
    }
}

static void put_entry(import_page *page, const char *key, jx_str value, size_t columns)
{
    if (value.size == 0) {
        return;
    }
    jx_text_pad(page->out, jx_str_of(key), columns);
    jx_text_put(page->out, " = ");
    put_value(page, jx_str_of(key), value);
    jx_text_add_char(page->out, '\n');
}

// -------------------------------------------------------------------------------------------- the head

static jx_str printed_key(jx_published_fact fact)
{
    static const jx_str keys[JX_FACT_COUNT] = {
        [JX_FACT_DEPARTMENT] = JX_STR("department"), [JX_FACT_UNIT] = JX_STR("unit"),
        [JX_FACT_CONTACT] = JX_STR("contact"),       [JX_FACT_PHONE] = JX_STR("phone"),
        [JX_FACT_PERIOD] = JX_STR("period"),         [JX_FACT_ATTRIBUTE] = JX_STR("attribute"),
    };
    return keys[fact];
}

static void put_about(import_page *page)
{
    jx_text_put(page->out, "; ");
    jx_text_add(page->out, page->import->name);
    if (page->import->year.size != 0) {
        jx_text_put(page->out, in(page, "，", ", "));
        jx_text_add(page->out, page->import->year);
        jx_text_put(page->out, in(page, " 年度", ""));
    }
    jx_text_put(page->out, in(page, "。\n", ".\n"));
    put_comment(
        page,
        in(page,
           "各栏原文逐字照录（value 指标值，content 指标值内容，rule 评分标准，unit 度量单位，kind 指标值类型，",
           "The table's cells word for word (value, content, rule, unit, kind, remark), each followed by what they"),
        JX_STR_NONE);
    put_comment(
        page,
        in(page,
           "remark 备注），其后是按原文读出的形式含义（target、comparator、weight、measure、method）。",
           "were read to mean (target, comparator, weight, measure, method)."),
        JX_STR_NONE);
    put_comment(page,
                in(page, "请逐条核对“读作”；写着“待定”的，决定之后补上。",
                   "Check what each rule is read as; what is to be decided says so."),
                JX_STR_NONE);
}

static void put_head(import_page *page)
{
    char full[JX_DECIMAL_TEXT];
    const jx_import *import = page->import;
    const jx_str *facts = import->publication->facts;
    put_about(page);
    jx_text_put(page->out, "\n[project]\n");
    put_entry(page, "id", import->id, HEAD_COLUMNS);
    put_entry(page, "name", import->name, HEAD_COLUMNS);
    put_entry(page, "year", import->year, HEAD_COLUMNS);
    put_entry(page, "goal", facts[JX_FACT_GOAL], HEAD_COLUMNS);
    for (int i = 0; i < JX_FACT_COUNT; i++) {
        const jx_str key = printed_key((jx_published_fact)i);
        if (key.size != 0) {
            put_entry(page, key.data, facts[i], HEAD_COLUMNS);
        }
    }
    if (jx_decimal_sign(import->full) > 0) {
        put_entry(page, "full", jx_decimal_format(import->full, 0, full), HEAD_COLUMNS);
    }
}

// ------------------------------------------------------------------------------------------- indicators

static const jx_field *find_field(const jx_method *method, const char *key)
{
    for (uint32_t i = 0; method != NULL && i < method->fields.count; i++) {
        const jx_field *field = jx_list_at(&method->fields, i);
        if (strcmp(field->key, key) == 0) {
            return field;
        }
    }
    return NULL;
}

// Whether the key says what holds anyway.
static bool is_usual(const jx_import_row *row, const jx_rule_key *key)
{
    const jx_method *method = jx_method_find(jx_reading_find(&row->reading, "method"));
    const jx_field *field = find_field(method, key->key);
    const bool plain = strcmp(key->key, "measure") == 0 && jx_str_is(key->value, "value");
    return plain || (field != NULL && field->fallback != NULL &&
                     jx_key_agrees(key->value, jx_str_of(field->fallback)));
}

// In the order that people read them in, then the method's own.
static void put_meaning(import_page *page, const jx_import_row *row)
{
    static const char *const first[] = {"target", "comparator", "weight", "measure", "method"};
    for (size_t i = 0; i < sizeof first / sizeof first[0]; i++) {
        const jx_rule_key key = {first[i], jx_reading_find(&row->reading, first[i])};
        if (!is_usual(row, &key)) {
            put_entry(page, key.key, key.value, KEY_COLUMNS);
        }
    }
    for (size_t i = 0; i < row->reading.key_count; i++) {
        const jx_rule_key *key = &row->reading.keys[i];
        if (!is_usual(row, key) &&
            !jx_str_is_among(jx_str_of(key->key), first, sizeof first / sizeof first[0])) {
            put_entry(page, key->key, key->value, KEY_COLUMNS);
        }
    }
}

static void put_undecided(import_page *page, const jx_import_row *row)
{
    if (row->is_weighed) {
        put_entry(page, "weight", row->wording.weight, KEY_COLUMNS);
    } else {
        put_meaning(page, row);
    }
    put_comment(page, in(page, "待定：", "to be decided: "),
                jx_str_of(jx_words_in(row->undecided, page->lang)));
    put_comment(page,
                in(page, "改写 rule，或补上以下各键（见 jixiao plugins --reference）：",
                   "reword the rule, or state these keys (see jixiao plugins --reference):"),
                JX_STR_NONE);
    jx_text_put(page->out, row->is_weighed ? "" : ";weight      =\n");
    jx_text_put(page->out, row->reading.is_compiled && !row->is_weighed
                               ? ""
                               : ";target      =\n;comparator  =\n;method      =\n");
}

static void put_reading(import_page *page, const jx_import_row *row)
{
    const jx_reading *reading = &row->reading;
    put_comment(page, in(page, "实际值：", "actual: "),
                jx_str_of(jx_words_in(reading->actual_is, page->lang)));
    put_comment(page, in(page, "读作：", "read as: "),
                jx_str_of(jx_words_in(reading->reads, page->lang)));
    if (reading->assume_count == 0) {
        return;
    }
    jx_text said = jx_text_in(page->out->arena);
    for (size_t i = 0; i < reading->assume_count; i++) {
        const jx_words words = jx_assumption_words(reading->assumes[i]);
        jx_text_put(&said, i == 0 ? "" : in(page, "；", "; "));
        jx_text_put(&said, jx_words_in(words, page->lang));
    }
    put_comment(page, in(page, "按惯例：", "by convention: "), jx_text_str(&said));
}

static void put_row(import_page *page, const jx_import_row *row)
{
    const jx_wording *wording = &row->wording;
    const jx_str remark =
        row->published == NULL ? JX_STR_NONE : row->published->cells[JX_COLUMN_REMARK];
    jx_text_add_char(page->out, '\n');
    if (row->undecided.zh == NULL) {
        put_reading(page, row);
    }
    jx_text_put(page->out, "[indicator ");
    jx_text_add(page->out, row->id);
    jx_text_put(page->out, "]\n");
    put_entry(page, "category", wording->category, KEY_COLUMNS);
    put_entry(page, "subcategory", wording->subcategory, KEY_COLUMNS);
    put_entry(page, "name", wording->name, KEY_COLUMNS);
    put_entry(page, "value", wording->value, KEY_COLUMNS);
    put_entry(page, "content", wording->content, KEY_COLUMNS);
    put_entry(page, "rule", wording->rule, KEY_COLUMNS);
    put_entry(page, "unit", wording->unit, KEY_COLUMNS);
    put_entry(page, "kind", wording->kind, KEY_COLUMNS);
    put_entry(page, "remark", remark, KEY_COLUMNS);
    if (row->undecided.zh == NULL) {
        put_meaning(page, row);
    } else {
        put_undecided(page, row);
    }
}

void jx_import_page_add(jx_text *out, const jx_import *import, jx_lang lang)
{
    import_page page = {out, import, lang};
    put_head(&page);
    for (size_t i = 0; i < import->count; i++) {
        put_row(&page, &import->rows[i]);
    }
}
