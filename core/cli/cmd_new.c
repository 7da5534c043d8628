// SPDX-License-Identifier: MIT
// jixiao new: a plugin, a project file or a script to start from, each with what tests it.
#include "base/folder.h"
#include "base/output.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/places.h"
#include "cli/scaffold.h"
#include "cli/session.h"
#include "cli/templates.h"

typedef struct kind_row {
    const char *name; // of the templates' folder, too
    bool is_built;    // a folder of its own, and a name that plugins and build tools have not taken
    // commands; @PLACE@: the folder, or the files without their endings
    const char *next;
} kind_row;

static const kind_row kinds[] = {
    {"plugin", true,
     "  cmake -S @PLACE@ -B @PLACE@/build -DCMAKE_PREFIX_PATH=@PREFIX@\n"
     "  cmake --build @PLACE@/build\n"
     "  ctest --test-dir @PLACE@/build --output-on-failure\n"
     "  jixiao plugins @NAME@ --plugin-path @PLACE@/build\n"},
    {"project", false,
     "  jixiao check @PLACE@.ini\n"
     "  jixiao score @PLACE@.ini --actuals @PLACE@.actuals.csv\n"
     "  jixiao test @PLACE@.ini\n"},
    {"script", false,
     "  jixiao test @PLACE@-example.ini\n"
     "  jixiao score @PLACE@-example.ini --actuals @PLACE@-example.actuals.csv\n"},
};

static const kind_row *find_kind(const char *name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(kinds[i].name, name) == 0) {
            return &kinds[i];
        }
    }
    return NULL;
}

// ------------------------------------------------------------------------------------------------ names

// What CMake's generators keep for their own targets.
static bool is_reserved(jx_str name)
{
    static const char *const words[] = {"all",     "clean",   "depend",     "help",
                                        "install", "package", "preinstall", "test"};
    return jx_str_is_among(name, words, sizeof words / sizeof words[0]);
}

// A plugin of a name that is loaded already would be hidden by the other one, or hide it.
static jx_status check_unloaded(const jx_options *options, jx_str name, jx_error *err)
{
    jx_session session;
    jx_status status = jx_session_open(&session, options, 0);
    const jx_registered *found =
        session.registry == NULL ? NULL : jx_registry_find(session.registry, name);
    if (status == JX_OK && found != NULL) {
        status = jx_fail(err, NULL, JX_MESSAGE_NEW_LOADED, name, jx_str_of(found->path));
    }
    jx_session_close(&session);
    return status;
}

static jx_status check_name(const kind_row *kind,
                            const jx_options *options,
                            jx_str name,
                            jx_error *err)
{
    if (!jx_str_is_id(name) || jx_str_starts(name, (jx_str)JX_STR("-"))) {
        return jx_fail(err, NULL, JX_MESSAGE_NEW_NAME, name);
    }
    if (kind->is_built && is_reserved(name)) {
        return jx_fail(err, NULL, JX_MESSAGE_NEW_RESERVED, name);
    }
    return kind->is_built ? check_unloaded(options, name, err) : JX_OK;
}

// Of a folder's project files the settings are left out.
static jx_status check_files(const jx_new_file *files, size_t count, jx_error *err)
{
    for (size_t i = 0; i < count; i++) {
        if (jx_str_is(jx_str_of(files[i].path), JX_SETTINGS_NAME)) {
            return jx_fail(err, NULL, JX_MESSAGE_NEW_SETTINGS, (jx_str)JX_STR(JX_SETTINGS_NAME));
        }
    }
    return JX_OK;
}

// ---------------------------------------------------------------------------------------------- telling

static bool is_plain(jx_str word)
{
    for (size_t i = 0; i < word.size; i++) {
        const unsigned char byte = (unsigned char)word.data[i];
        const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (!letter && !(byte >= '0' && byte <= '9') && strchr("_-./", byte) == NULL &&
            byte < 0x80) {
            return false;
        }
    }
    return true;
}

// The word as a shell reads it.
static jx_str quote(jx_arena *arena, jx_str word)
{
    if (is_plain(word)) {
        return word;
    }
    jx_text text = jx_text_in(arena);
    const jx_str inside =
        jx_templates_fill(arena, word, (jx_str)JX_STR("'"), (jx_str)JX_STR("'\\''"));
    jx_text_add_char(&text, '\'');
    jx_text_add(&text, inside);
    jx_text_add_char(&text, '\'');
    return text.failed || inside.data == NULL ? JX_STR_NONE : jx_text_str(&text);
}

typedef struct scaffold {
    jx_arena *arena;
    const kind_row *kind;
    jx_str name;
    jx_str folder; // that was named by -o; empty: the current one
    jx_str place;  // `folder` and the name
    const jx_new_file *files;
    size_t count;
} scaffold;

static jx_status add_next(const scaffold *made, jx_text *page, jx_error *err)
{
    const char *prefix = NULL;
    jx_status status = jx_places_find(made->arena, JX_BESIDE_NOTHING, &prefix, err);
    if (status != JX_OK) {
        return status;
    }
    const struct {
        jx_str placeholder;
        jx_str value;
    } values[] = {
        {JX_STR("@NAME@"), made->name},
        {JX_STR("@PLACE@"), made->place},
        {JX_STR("@PREFIX@"), jx_str_of(prefix)},
    };
    jx_str text = jx_str_of(made->kind->next);
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        const jx_str word = quote(made->arena, values[i].value);
        text = word.data == NULL
                   ? JX_STR_NONE
                   : jx_templates_fill(made->arena, text, values[i].placeholder, word);
        if (text.data == NULL) {
            return jx_fail_memory(err);
        }
    }
    jx_text_add(page, text);
    return JX_OK;
}

static jx_status tell(const scaffold *made, jx_lang lang, jx_error *err)
{
    jx_text page = jx_text_in(made->arena);
    jx_text_put(&page, lang == JX_ZH ? "写入：\n" : "written:\n");
    for (size_t i = 0; i < made->count; i++) {
        jx_text_put(&page, "  ");
        jx_text_add(&page, made->kind->is_built ? made->place : made->folder);
        jx_text_put(&page, made->kind->is_built || made->folder.size > 0 ? "/" : "");
        jx_text_put(&page, made->files[i].path);
        jx_text_add_char(&page, '\n');
    }
    jx_text_put(&page, lang == JX_ZH ? "接下来：\n" : "next:\n");
    jx_status status = add_next(made, &page, err);
    return status != JX_OK ? status : jx_output_put(NULL, &page, err);
}

// ---------------------------------------------------------------------------------------------- running

static jx_status make(scaffold *made, const jx_options *options, jx_error *err)
{
    made->name = jx_str_of(options->operands[1]);
    made->folder = jx_str_of(options->output == NULL ? "" : options->output);
    made->place = jx_path_join(made->arena, made->folder, made->name.data);
    if (made->place.data == NULL) {
        return jx_fail_memory(err);
    }
    jx_status status = check_name(made->kind, options, made->name, err);
    if (status == JX_OK) {
        status = jx_templates_read(made->arena, made->kind->name, made->name, &made->files,
                                   &made->count, err);
    }
    if (status == JX_OK) {
        status = check_files(made->files, made->count, err);
    }
    if (status == JX_OK) {
        status = jx_scaffold_write(made->arena, made->kind->is_built ? made->place : made->folder,
                                   made->kind->is_built, made->files, made->count, err);
    }
    return status != JX_OK ? status : tell(made, options->message_lang, err);
}

static int run(const jx_options *options, jx_error *err)
{
    if (options->operand_count < 2) {
        return -jx_fail(err, NULL, JX_MESSAGE_NEW_OPERANDS, JX_STR_NONE);
    }
    if (options->operand_count > 2) {
        return -jx_fail(err, NULL, JX_MESSAGE_OPERAND_EXTRA, jx_str_of(options->operands[2]));
    }
    scaffold made = {.kind = find_kind(options->operands[0])};
    if (made.kind == NULL) {
        return -jx_fail(err, NULL, JX_MESSAGE_NEW_KIND, jx_str_of(options->operands[0]));
    }
    made.arena = jx_arena_new();
    if (made.arena == NULL) {
        return -jx_fail_memory(err);
    }
    jx_status status = make(&made, options, err);
    jx_arena_free(made.arena);
    return -status;
}

const jx_command jx_command_new = {
    .name = "new",
    .usage = "plugin|project|script NAME",
    .says = {"新建插件、项目文件或脚本，附测试",
             "a plugin, project file or script to start from, with tests"},
    .takes = JX_TAKES_FOLDER | JX_TAKES_PLUGINS,
    .run = run,
};
