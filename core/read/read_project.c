// SPDX-License-Identifier: MIT
#include "read/read_project.h"

#include "read/ini_file.h"
#include "read/names.h"

enum { FIRST_ROOM = 8 };

// Names of columns in actuals and results: an indicator so called could not be told from them.
static const jx_str RESERVED[] = {JX_STR("project"), JX_STR("indicator"), JX_STR("total"),
                                  JX_STR("grade"),   JX_STR("status"),    JX_STR("error"),
                                  JX_STR("points"),  JX_STR("reason")};
enum { RESERVED_COUNT = sizeof RESERVED / sizeof RESERVED[0] };

struct reader {
    jx_arena *arena;
    jx_faults *faults;
    jx_project *project;
    jx_section *indicators;
    size_t room;
    jx_names ids;      // of indicators: their lines
    bool lost;         // a section was not understood: what seems missing may be that one
    jx_section *open;  // NULL: keys belong to a section that is left out
    jx_entry *entries; // of the open one
    size_t entry_room;
    jx_names keys; // of the open one: their lines
    size_t before; // faults that there were already
    bool failed;   // memory ran out
};

static void tell(
    struct reader *reader, uint32_t line, jx_message message, jx_str first, jx_str second)
{
    const jx_place place = {.file = reader->project->path, .line = line};
    jx_fault(reader->faults, &place, message, first, second);
}

static void tell_twice(
    struct reader *reader, uint32_t line, jx_message message, jx_str name, uint32_t first)
{
    char text[JX_NUMBER_TEXT];
    tell(reader, line, message, name, jx_str_number(first, text));
}

// The array with room for one row more, or NULL.
static void *make_room(struct reader *reader, void *rows, size_t count, size_t *room, size_t size)
{
    if (count < *room) {
        return rows;
    }
    const size_t larger = *room == 0 ? FIRST_ROOM : *room * 2;
    void *grown = jx_arena_grow(reader->arena, rows, *room * size, larger * size);
    if (grown == NULL) {
        reader->failed = true;
        return NULL;
    }
    *room = larger;
    return grown;
}

static jx_status refuse_memory(jx_faults *faults)
{
    jx_error err = JX_ERROR(faults->lang);
    jx_fail_memory(&err);
    return jx_faults_take(faults, &err);
}

static void open_indicator(struct reader *reader, jx_str id, uint32_t line)
{
    const size_t count = reader->project->indicator_count;
    jx_section *rows =
        make_room(reader, reader->indicators, count, &reader->room, sizeof *reader->indicators);
    if (rows == NULL) {
        return;
    }
    rows[count] = (jx_section){.id = id, .line = line};
    reader->indicators = rows;
    reader->open = &rows[count];
    reader->project->indicators = rows;
    reader->project->indicator_count = count + 1;
}

static bool is_reserved(jx_str id)
{
    for (size_t i = 0; i < RESERVED_COUNT; i++) {
        if (jx_str_equal(id, RESERVED[i])) {
            return true;
        }
    }
    return jx_str_starts(id, (jx_str)JX_STR("x-"));
}

static void read_indicator(struct reader *reader, const jx_ini_item *item, jx_str id)
{
    jx_message message = JX_MESSAGE_NONE;
    if (id.size == 0) {
        message = JX_MESSAGE_PROJECT_INDICATOR_UNNAMED;
    } else if (!jx_str_is_id(id)) {
        message = JX_MESSAGE_PROJECT_INDICATOR_ID;
    } else if (is_reserved(id)) {
        message = JX_MESSAGE_PROJECT_INDICATOR_RESERVED;
    }
    if (message != JX_MESSAGE_NONE) {
        reader->lost = true;
        tell(reader, item->line, message, id, JX_STR_NONE);
        return;
    }
    uint32_t first = item->line;
    reader->failed |= !jx_names_add(&reader->ids, id, item->line, &first);
    if (first != item->line) {
        tell_twice(reader, item->line, JX_MESSAGE_PROJECT_SECTION_TWICE, item->section, first);
        return;
    }
    open_indicator(reader, id, item->line);
}

static void read_only_section(struct reader *reader, const jx_ini_item *item, jx_section *section)
{
    if (section->line != 0) {
        tell_twice(reader, item->line, JX_MESSAGE_PROJECT_SECTION_TWICE, item->section,
                   section->line);
        return;
    }
    section->line = item->line;
    reader->open = section;
}

static void refuse_section(struct reader *reader, const jx_ini_item *item, jx_str word)
{
    static const jx_str known[] = {JX_STR("project"), JX_STR("grades"), JX_STR("indicator")};
    static const jx_str shown[] = {JX_STR("project"), JX_STR("grades"), JX_STR("indicator ID")};
    const size_t count = sizeof known / sizeof known[0];
    const jx_str nearest = jx_str_nearest(word, known, count);
    reader->lost = true;
    for (size_t i = 0; i < count; i++) {
        if (nearest.data == known[i].data) {
            tell(reader, item->line, JX_MESSAGE_PROJECT_SECTION_NEAREST, item->section, shown[i]);
            return;
        }
    }
    tell(reader, item->line, JX_MESSAGE_PROJECT_SECTION_UNKNOWN, item->section, JX_STR_NONE);
}

static size_t find_blank(jx_str text)
{
    size_t at = 0;
    while (at < text.size && text.data[at] != ' ' && text.data[at] != '\t') {
        at++;
    }
    return at;
}

static void read_head(struct reader *reader, const jx_ini_item *item)
{
    const jx_str word = jx_str_first(item->section, find_blank(item->section));
    reader->open = NULL;
    if (item->section.data == NULL) {
        reader->lost = true;
    } else if (jx_str_is(item->section, "project")) {
        read_only_section(reader, item, &reader->project->head);
    } else if (jx_str_is(item->section, "grades")) {
        read_only_section(reader, item, &reader->project->grades);
    } else if (jx_str_is(word, "indicator")) {
        read_indicator(reader, item, jx_str_trim(jx_str_from(item->section, word.size)));
    } else {
        refuse_section(reader, item, word);
    }
    reader->entries = NULL;
    reader->entry_room = 0;
    reader->keys = jx_names_in(reader->arena);
}

static jx_str *read_entry(struct reader *reader, const jx_ini_item *item)
{
    jx_section *section = reader->open;
    uint32_t first = item->line;
    reader->failed |= !jx_names_add(&reader->keys, item->key, item->line, &first);
    if (first != item->line) {
        tell_twice(reader, item->line, JX_MESSAGE_PROJECT_KEY_TWICE, item->key, first);
        return NULL;
    }
    jx_entry *rows = make_room(reader, reader->entries, section->count, &reader->entry_room,
                               sizeof *reader->entries);
    if (rows == NULL) {
        return NULL;
    }
    jx_entry *entry = &rows[section->count++];
    *entry = (jx_entry){.key = item->key, .value = JX_STR(""), .line = item->line};
    reader->entries = rows;
    section->entries = rows;
    return &entry->value;
}

static jx_str *visit(void *user, const jx_ini_item *item)
{
    struct reader *reader = user;
    if (item->key.data != NULL) {
        return reader->open == NULL ? NULL : read_entry(reader, item);
    }
    read_head(reader, item);
    return NULL;
}

static void find_missing(struct reader *reader)
{
    const jx_project *project = reader->project;
    if (reader->lost) {
        return;
    }
    if (project->head.line == 0 && project->indicator_count == 0 &&
        reader->faults->count == reader->before) {
        tell(reader, 0, JX_MESSAGE_PROJECT_EMPTY, JX_STR_NONE, JX_STR_NONE);
        return;
    }
    if (project->head.line == 0) {
        tell(reader, 0, JX_MESSAGE_PROJECT_NO_HEAD, JX_STR_NONE, JX_STR_NONE);
    }
    if (project->indicator_count == 0) {
        tell(reader, 0, JX_MESSAGE_PROJECT_NO_INDICATOR, JX_STR_NONE, JX_STR_NONE);
    }
}

jx_status jx_read_project(jx_arena *arena,
                          const char *path,
                          jx_faults *faults,
                          const jx_project **ret)
{
    jx_project *project = jx_arena_alloc(arena, sizeof *project);
    const jx_str kept = project == NULL ? JX_STR_NONE : jx_arena_copy(arena, jx_str_of(path));
    if (kept.data == NULL) {
        return refuse_memory(faults);
    }
    project->path = kept.data;
    struct reader reader = {.arena = arena,
                            .faults = faults,
                            .project = project,
                            .ids = jx_names_in(arena),
                            .before = faults->count};
    const jx_status status = jx_ini_read(arena, path, faults, visit, &reader, &project->digest);
    if (status != JX_OK) {
        return status;
    }
    if (reader.failed) {
        return refuse_memory(faults);
    }
    find_missing(&reader);
    *ret = project;
    return faults->count == reader.before ? JX_OK : JX_ECONFIG;
}
