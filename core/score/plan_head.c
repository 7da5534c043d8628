// SPDX-License-Identifier: MIT
// [project] and [grades]: the head of the table.
#include "score/draft.h"

enum { USUAL_PLACES = 2 };

static jx_status check_id(jx_draft *draft, jx_str id)
{
    if (id.size == 0 || jx_str_is_id(id)) {
        return JX_OK;
    }
    jx_place place = jx_draft_key_place(draft, &draft->project->head, "id");
    return jx_fault(draft->faults, &place, JX_MESSAGE_ID_FORM, id);
}

static jx_status draft_printed(jx_draft *draft, const jx_value *values)
{
    size_t most = JX_PROJECT_KEY_COUNT - JX_PROJECT_PRINTED;
    jx_printed *printed = jx_arena_array(draft->arena, most, sizeof *printed);
    if (printed == NULL) {
        return jx_fault_memory(draft->faults);
    }
    jx_table *table = &draft->plan->table;
    table->printed = printed;
    for (uint32_t i = JX_PROJECT_PRINTED; i < JX_PROJECT_KEY_COUNT; i++) {
        const jx_field *field = jx_list_at(&jx_project_keys, i);
        if (values[i].given) {
            printed[table->printed_count++] = (jx_printed){field->says, jx_str_of(values[i].text)};
        }
    }
    return JX_OK;
}

static void take_head(jx_table *table, const jx_value *values)
{
    int64_t year = 0;
    int64_t places = 0;
    (void)jx_decimal_to_integer(values[JX_PROJECT_YEAR].number, &year);
    if (!jx_decimal_to_integer(values[JX_PROJECT_PLACES].number, &places) ||
        !values[JX_PROJECT_PLACES].given) {
        places = USUAL_PLACES; // its own fault was said
    }
    table->id = jx_draft_text(&values[JX_PROJECT_ID]);
    table->name = jx_draft_text(&values[JX_PROJECT_NAME]);
    table->goal = jx_draft_text(&values[JX_PROJECT_GOAL]);
    table->script = jx_draft_text(&values[JX_PROJECT_SCRIPT]);
    table->year = (int32_t)year;
    table->places = (uint32_t)places;
    table->rounding = (uint32_t)values[JX_PROJECT_ROUNDING].index;
    table->rescale = values[JX_PROJECT_NOT_APPLICABLE].given != 0;
    table->full = values[JX_PROJECT_FULL].number;
}

static jx_status draft_project(jx_draft *draft)
{
    jx_value values[JX_PROJECT_KEY_COUNT] = {{0}};
    const jx_section *head = &draft->project->head;
    jx_list script_keys = {NULL, 0, 0};
    const jx_list *lists[] = {&jx_project_keys, &script_keys};
    jx_key_source source = {
        .section = head,
        .defaults = {&draft->type->project_defaults},
        .context = {.arena = draft->arena},
    };
    jx_status status = jx_draft_values(draft, &source, &jx_project_keys, values, NULL);
    // What its script's parameters may be a percentage of.
    source.context.weight = values[JX_PROJECT_FULL].number;
    jx_status script = jx_draft_script(draft, &source, &values[JX_PROJECT_SCRIPT], &script_keys,
                                       &draft->plan->script);
    jx_status keys = jx_draft_check_keys(draft, head, lists, 2, NULL, NULL);
    take_head(&draft->plan->table, values);
    jx_status id = check_id(draft, draft->plan->table.id);
    status = jx_status_worse(jx_status_worse(status, keys), jx_status_worse(script, id));
    return status != JX_OK ? status : draft_printed(draft, values);
}

// ----------------------------------------------------------------------------------------------- grades

// Those of the type were checked when it was loaded.
static size_t use_type_grades(const jx_list *list, jx_grade *grades)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const jx_type_grade *row = jx_list_at(list, i);
        grades[i].name = jx_str_of(row->name);
        (void)jx_decimal_parse(jx_str_of(row->least), &grades[i].least);
    }
    return list->count;
}

static size_t use_usual_grades(jx_grade *grades)
{
    for (size_t i = 0; i < JX_USUAL_GRADES; i++) {
        const jx_usual_grade *usual = &jx_usual_grades[i];
        grades[i] = (jx_grade){usual->name, jx_decimal_make(usual->least, 0)};
    }
    return JX_USUAL_GRADES;
}

static jx_status draft_grade(jx_draft *draft, const jx_entry *entry, jx_grade *ret)
{
    static const jx_field field = {JX_FIELD_DECIMAL,
                                   0,
                                   "grades",
                                   NULL,
                                   NULL,
                                   "0",
                                   "100",
                                   {"等级的最低百分制得分", "the least percentage of a grade"}};
    jx_error err = JX_ERROR(draft->faults->lang);
    jx_place place = {.file = draft->project->path, .line = entry->line, .key = entry->key};
    jx_field_context context = {.arena = draft->arena};
    jx_value value;
    if (jx_field_parse(&field, entry->value, &context, &place, &value, &err) != JX_OK) {
        return jx_faults_take(draft->faults, &err);
    }
    *ret = (jx_grade){entry->key, value.number};
    return JX_OK;
}

static jx_status read_grades(jx_draft *draft, jx_grade *grades)
{
    const jx_section *section = &draft->project->grades;
    for (size_t i = 0; i < section->count; i++) {
        jx_status status = draft_grade(draft, &section->entries[i], &grades[i]);
        if (status != JX_OK) {
            return status;
        }
        if (i > 0 && jx_decimal_compare(grades[i].least, grades[i - 1].least) >= 0) {
            jx_place place = {.file = draft->project->path, .line = section->entries[i].line};
            return jx_fault(draft->faults, &place, JX_MESSAGE_GRADES_ORDER, grades[i].name);
        }
    }
    draft->plan->table.grade_count = section->count;
    if (section->count == 0 || jx_decimal_sign(grades[section->count - 1].least) != 0) {
        jx_place place = jx_draft_place(draft, section);
        return jx_fault(draft->faults, &place, JX_MESSAGE_GRADES_LAST, JX_STR_NONE);
    }
    return JX_OK;
}

static jx_status draft_grades(jx_draft *draft)
{
    const jx_section *section = &draft->project->grades;
    const size_t stated = section->count + draft->type->grades.count;
    jx_grade *grades = jx_arena_array(draft->arena, stated + JX_USUAL_GRADES, sizeof *grades);
    if (grades == NULL) {
        return jx_fault_memory(draft->faults);
    }
    draft->plan->table.grades = grades;
    if (section->line != 0) {
        return read_grades(draft, grades);
    }
    draft->plan->table.grade_count = draft->type->grades.count > 0
                                         ? use_type_grades(&draft->type->grades, grades)
                                         : use_usual_grades(grades);
    return JX_OK;
}

jx_status jx_draft_head(jx_draft *draft)
{
    jx_status project = draft_project(draft);
    jx_status grades = draft_grades(draft);
    return jx_status_worse(project, grades);
}
