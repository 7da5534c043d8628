// SPDX-License-Identifier: MIT
#include "read/read_settings.h"

#include "base/decimal.h"
#include "base/folder.h"
#include "base/text.h"
#include "read/ini_file.h"
#include "read/names.h"

enum { KEYS_MOST = 8, DIGEST_DIGITS = JX_DIGEST_TEXT - 1, HEXADECIMAL = 16, CAPITALS = 6 };

static const jx_str DIGEST_START = JX_STR("sha256:");

typedef struct entry {
    const jx_setting *setting; // NULL: a pin
    jx_str key;
    jx_str value;
    uint32_t line;
} entry;

typedef struct reader {
    jx_arena *arena;
    jx_faults *faults;
    const char *path;
    const jx_settings_section *open; // NULL: keys belong to a section that is left out
    uint32_t heads[JX_SETTINGS_SECTIONS];
    jx_names keys; // of the open section: their lines
    entry *entries;
    size_t count;
    jx_pin *pins;
    bool failed; // memory ran out
} reader;

static void tell(reader *file, uint32_t line, jx_message message, const jx_str *args)
{
    const jx_place place = {.file = file->path, .line = line};
    (void)jx_faults_add(file->faults, &place, message, args);
}

static void tell_twice(reader *file, uint32_t line, jx_message message, jx_str name, uint32_t first)
{
    char number[JX_NUMBER_TEXT];
    tell(file, line, message, JX_ARGS(name, jx_str_number(first, number)));
}

// ------------------------------------------------------------------------------------------ sections

static void refuse_section(reader *file, const jx_ini_item *item)
{
    jx_str names[JX_SETTINGS_SECTIONS];
    jx_text list = jx_text_in(file->arena);
    for (size_t i = 0; i < JX_SETTINGS_SECTIONS; i++) {
        names[i] = jx_settings_sections[i].name;
        jx_text_put(&list, i == 0 ? "[" : ", [");
        jx_text_add(&list, names[i]);
        jx_text_add_char(&list, ']');
    }
    file->failed |= list.failed;
    const jx_str nearest = jx_str_nearest(item->section, names, JX_SETTINGS_SECTIONS);
    if (nearest.data != NULL) {
        tell(file, item->line, JX_MESSAGE_PROJECT_SECTION_NEAREST, JX_ARGS(item->section, nearest));
    } else {
        tell(file, item->line, JX_MESSAGE_SETTINGS_SECTION_UNKNOWN,
             JX_ARGS(item->section, jx_text_str(&list)));
    }
}

static void open_section(reader *file, const jx_ini_item *item)
{
    file->open = NULL;
    file->keys = jx_names_in(file->arena);
    if (item->section.data == NULL) {
        return;
    }
    size_t index = 0;
    while (index < JX_SETTINGS_SECTIONS &&
           !jx_str_equal(item->section, jx_settings_sections[index].name)) {
        index++;
    }
    if (index == JX_SETTINGS_SECTIONS) {
        refuse_section(file, item);
    } else if (file->heads[index] != 0) {
        tell_twice(file, item->line, JX_MESSAGE_PROJECT_SECTION_TWICE, item->section,
                   file->heads[index]);
    } else {
        file->heads[index] = item->line;
        file->open = &jx_settings_sections[index];
    }
}

// ---------------------------------------------------------------------------------------------- keys

static const jx_setting *find_setting(const jx_settings_section *section, jx_str key)
{
    for (size_t i = 0; i < section->count; i++) {
        if (jx_str_is(key, section->rows[i].field.key)) {
            return &section->rows[i];
        }
    }
    return NULL;
}

static const jx_settings_section *find_elsewhere(jx_str key)
{
    for (size_t i = 0; i < JX_SETTINGS_SECTIONS; i++) {
        if (find_setting(&jx_settings_sections[i], key) != NULL) {
            return &jx_settings_sections[i];
        }
    }
    return NULL;
}

static void refuse_key(reader *file, const jx_ini_item *item)
{
    const jx_settings_section *section = file->open;
    const jx_settings_section *other = find_elsewhere(item->key);
    jx_str names[KEYS_MOST];
    jx_text list = jx_text_in(file->arena);
    for (size_t i = 0; i < section->count && i < KEYS_MOST; i++) {
        names[i] = jx_str_of(section->rows[i].field.key);
        jx_text_list(&list, names[i], i, SIZE_MAX);
    }
    file->failed |= list.failed;
    const jx_str nearest = jx_str_nearest(item->key, names, section->count);
    if (other != NULL) {
        tell(file, item->line, JX_MESSAGE_SETTINGS_KEY_ELSEWHERE,
             JX_ARGS(item->key, other->name, section->name));
    } else if (nearest.data != NULL) {
        tell(file, item->line, JX_MESSAGE_SETTINGS_KEY_NEAREST,
             JX_ARGS(item->key, section->name, nearest));
    } else {
        tell(file, item->line, JX_MESSAGE_SETTINGS_KEY_UNKNOWN,
             JX_ARGS(item->key, section->name, jx_text_str(&list)));
    }
}

static jx_str *add_entry(reader *file, const jx_ini_item *item, const jx_setting *setting)
{
    entry *rows = jx_arena_room(file->arena, file->entries, file->count, sizeof *rows);
    if (rows == NULL) {
        file->failed = true;
        return NULL;
    }
    rows[file->count] = (entry){setting, item->key, JX_STR(""), item->line};
    file->entries = rows;
    return &rows[file->count++].value;
}

static jx_str *visit(void *user, const jx_ini_item *item)
{
    reader *file = user;
    if (item->key.data == NULL) {
        open_section(file, item);
        return NULL;
    }
    if (file->open == NULL) {
        return NULL;
    }
    uint32_t first = item->line;
    file->failed |= !jx_names_add(&file->keys, item->key, item->line, &first);
    if (first != item->line) {
        tell_twice(file, item->line, JX_MESSAGE_PROJECT_KEY_TWICE, item->key, first);
        return NULL;
    }
    const jx_setting *setting = find_setting(file->open, item->key);
    if (setting == NULL && file->open->rows != NULL) {
        refuse_key(file, item);
        return NULL;
    }
    return add_entry(file, item, setting);
}

// -------------------------------------------------------------------------------------------- values

static void refuse_value(reader *file, const entry *row, jx_message message, const jx_str *args)
{
    const jx_place place = {.file = file->path, .line = row->line, .key = row->key};
    (void)jx_faults_add(file->faults, &place, message, args);
}

static void settle_integer(reader *file, const entry *row, uint64_t *ret)
{
    const jx_field *field = &row->setting->field;
    jx_decimal least = JX_DECIMAL_ZERO;
    jx_decimal most = JX_DECIMAL_ZERO;
    jx_decimal found;
    int64_t number = 0;
    (void)jx_decimal_parse(jx_str_of(field->minimum), &least);
    (void)jx_decimal_parse(jx_str_of(field->maximum), &most);
    if (jx_decimal_parse(row->value, &found) && jx_decimal_compare(found, least) >= 0 &&
        jx_decimal_compare(found, most) <= 0 && jx_decimal_to_integer(found, &number)) {
        *ret = (uint64_t)number * row->setting->factor;
        return;
    }
    refuse_value(file, row, JX_MESSAGE_SETTINGS_NUMBER,
                 JX_ARGS(jx_str_of(field->minimum), jx_str_of(field->maximum), row->value));
}

static void settle_boolean(reader *file, const entry *row, bool *ret)
{
    int32_t yes = 0;
    if (!jx_str_read_yes_no(row->value, &yes)) {
        refuse_value(file, row, JX_MESSAGE_SETTINGS_YES_NO, JX_ARGS(row->value));
    }
    *ret = yes != 0;
}

// Folders are relative to that of the file itself, not of a link to it.
static void settle_path(reader *file, const entry *row, const char **ret)
{
    const char *target = file->path;
    if (row->value.size == 0) {
        return; // the usual folder alone
    }
    if (jx_link_follow(file->arena, file->path, &target) != 0) {
        file->failed = true; // it was read a moment ago: memory it is
        return;
    }
    const jx_str beside = jx_path_folder(jx_str_of(target));
    jx_text path = jx_text_in(file->arena);
    for (jx_str rest = row->value; rest.data != NULL;) {
        const jx_str part = jx_str_next(&rest, ':');
        const bool relative = part.size > 0 && part.data[0] != '/';
        jx_text_add(&path, relative ? beside : JX_STR_NONE);
        jx_text_add(&path, part);
        jx_text_put(&path, rest.data == NULL ? "" : ":");
    }
    *ret = jx_text_end(&path).data;
    file->failed |= *ret == NULL;
}

// Digits of either case, as lower ones; false where there are others.
static bool read_digest(jx_str text, jx_digest *ret)
{
    static const char digits[] = "0123456789abcdefABCDEF";
    if (!jx_str_starts(text, DIGEST_START) || text.size != DIGEST_START.size + DIGEST_DIGITS) {
        return false;
    }
    for (size_t i = 0; i < DIGEST_DIGITS; i++) {
        const char *digit = strchr(digits, text.data[DIGEST_START.size + i]);
        if (digit == NULL) {
            return false;
        }
        const size_t place = (size_t)(digit - digits);
        ret->text[i] = digits[place < HEXADECIMAL ? place : place - CAPITALS];
    }
    ret->text[DIGEST_DIGITS] = '\0';
    return true;
}

static void settle_pin(reader *file, const entry *row, jx_settings *ret)
{
    jx_pin pin = {.name = row->key, .line = row->line};
    if (jx_str_ends(row->key, (jx_str)JX_STR(".so")) ||
        memchr(row->key.data, '/', row->key.size) != NULL) {
        refuse_value(file, row, JX_MESSAGE_SETTINGS_PIN_NAME, JX_ARGS(row->key));
        return;
    }
    if (!read_digest(row->value, &pin.sha256)) {
        refuse_value(file, row, JX_MESSAGE_SETTINGS_PIN, JX_ARGS(row->value));
        return;
    }
    jx_pin *pins = jx_arena_room(file->arena, file->pins, ret->pin_count, sizeof *pins);
    if (pins == NULL) {
        file->failed = true;
        return;
    }
    file->pins = pins;
    pins[ret->pin_count++] = pin;
    ret->pins = pins;
}

static void settle(reader *file, const entry *row, jx_settings *ret)
{
    if (row->setting == NULL) {
        settle_pin(file, row, ret);
        return;
    }
    void *member = (char *)ret + row->setting->member;
    if (row->setting->field.type == JX_FIELD_INTEGER) {
        settle_integer(file, row, member);
    } else if (row->setting->field.type == JX_FIELD_BOOLEAN) {
        settle_boolean(file, row, member);
    } else {
        settle_path(file, row, member);
    }
}

jx_status jx_read_settings(jx_arena *arena, const char *path, jx_faults *faults, jx_settings *ret)
{
    const size_t before = faults->count;
    const jx_str kept = jx_arena_copy(arena, jx_str_of(path));
    if (kept.data == NULL) {
        return jx_fault_memory(faults);
    }
    reader file = {.arena = arena, .faults = faults, .path = kept.data, .keys = jx_names_in(arena)};
    jx_settings settings = jx_usual_settings;
    jx_digest digest;
    const jx_status status = jx_ini_read(arena, kept.data, faults, visit, &file, &digest);
    for (size_t i = 0; status == JX_OK && i < file.count; i++) {
        settle(&file, &file.entries[i], &settings);
    }
    if (status == JX_OK && file.failed) {
        return jx_fault_memory(faults);
    }
    if (faults->count != before) {
        return status == JX_OK ? JX_ECONFIG : status;
    }
    settings.path = kept.data;
    *ret = settings;
    return JX_OK;
}
