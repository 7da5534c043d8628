// SPDX-License-Identifier: MIT
#include "plugin/loader.h"

#include "plugin/adopt.h"
#include "plugin/conformance.h"
#include "plugin/elf_check.h"

#include <string.h>

enum { PLUGINS_MOST = 64 };

typedef const jx_plugin *(*plugin_entry)(uint32_t index);

typedef struct listing {
    const jx_plugin *plugins[PLUGINS_MOST];
    uint32_t count;
} listing;

_Static_assert(sizeof(plugin_entry) == sizeof(void *), "dlsym answers functions as data pointers");

// -------------------------------------------------------------------------------------- its plugins

static jx_status fail_index(jx_message message,
                            uint32_t index,
                            const jx_place *place,
                            jx_error *err)
{
    char number[JX_NUMBER_TEXT];
    return jx_fail(err, place, message, jx_str_number(index, number));
}

static jx_status check_size(const jx_plugin *plugin,
                            uint32_t index,
                            const jx_place *place,
                            jx_error *err)
{
    if (jx_plugin_size_is_sound(plugin->struct_size)) {
        return JX_OK;
    }
    char texts[4][JX_NUMBER_TEXT];
    return jx_fail(err, place, JX_MESSAGE_PLUGIN_SIZE, jx_str_number(index, texts[0]),
                   jx_str_number(plugin->struct_size, texts[1]),
                   jx_str_number(_Alignof(jx_plugin), texts[2]),
                   jx_str_number(JX_PLUGIN_LEAST, texts[3]));
}

static jx_status list_plugins(plugin_entry entry,
                              const jx_place *place,
                              listing *ret,
                              jx_error *err)
{
    ret->count = 0;
    for (uint32_t i = 0; i < PLUGINS_MOST; i++) {
        ret->plugins[i] = entry(i);
        if (ret->plugins[i] == NULL) {
            break;
        }
        ret->count++;
    }
    if (ret->count == 0) {
        return jx_fail(err, place, JX_MESSAGE_PLUGIN_NONE, JX_STR_NONE);
    }
    if (ret->count == PLUGINS_MOST && entry(PLUGINS_MOST) != NULL) {
        return fail_index(JX_MESSAGE_PLUGIN_ENDLESS, PLUGINS_MOST, place, err);
    }
    return JX_OK;
}

static jx_status check_steady(plugin_entry entry,
                              const listing *list,
                              const jx_place *place,
                              jx_error *err)
{
    for (uint32_t i = 0; i <= list->count; i++) {
        const jx_plugin *expected = i < list->count ? list->plugins[i] : NULL;
        if (entry(i) != expected) {
            return fail_index(JX_MESSAGE_PLUGIN_UNSTEADY, i, place, err);
        }
    }
    return JX_OK;
}

static jx_status adopt_plugins(
    jx_arena *arena, const listing *list, const char *path, jx_library *ret, jx_error *err)
{
    const jx_place place = {.file = path};
    const jx_plugin **plugins = jx_arena_array(arena, list->count, sizeof(jx_plugin *));
    if (plugins == NULL) {
        return jx_fail_memory(err);
    }
    for (uint32_t i = 0; i < list->count; i++) {
        jx_status status = check_size(list->plugins[i], i, &place, err);
        if (status != JX_OK) {
            return status;
        }
        plugins[i] = jx_plugin_adopt(arena, list->plugins[i]);
        if (plugins[i] == NULL) {
            return jx_fail_memory(err);
        }
    }
    ret->plugins = plugins;
    ret->plugin_count = list->count;
    return JX_OK;
}

static jx_status read_plugins(jx_arena *arena, const char *path, jx_library *ret, jx_error *err)
{
    const jx_place place = {.file = path};
    listing list;
    void *symbol = NULL;
    plugin_entry entry;
    jx_status status = jx_shared_library_find(&ret->library, path, "jx_plugin_v1", &symbol, err);
    if (status != JX_OK) {
        return status;
    }
    memcpy(&entry, &symbol, sizeof entry);
    status = list_plugins(entry, &place, &list, err);
    if (status == JX_OK) {
        status = check_steady(entry, &list, &place, err);
    }
    if (status == JX_OK) {
        status = adopt_plugins(arena, &list, path, ret, err);
    }
    return status;
}

jx_status jx_library_open(
    jx_arena *arena, const char *path, const jx_trust *trust, jx_library *ret, jx_error *err)
{
    const jx_library_checks checks = {.trust = trust, .bytes = jx_elf_check};
    jx_library library = {.plugin_count = 0};
    jx_status status = jx_shared_library_open(arena, path, &checks, &library.library, err);
    if (status == JX_OK) {
        status = read_plugins(arena, path, &library, err);
    }
    if (status != JX_OK) {
        jx_library_unload(&library);
        return status;
    }
    *ret = library;
    return JX_OK;
}

jx_status jx_library_load(
    jx_arena *arena, const char *path, const jx_trust *trust, jx_library *ret, jx_error *err)
{
    jx_library library;
    jx_status status = jx_library_open(arena, path, trust, &library, err);
    if (status != JX_OK) {
        return status;
    }
    for (size_t i = 0; status == JX_OK && i < library.plugin_count; i++) {
        status = jx_conformance_check(library.plugins[i], path, err);
    }
    if (status != JX_OK) {
        jx_library_unload(&library);
        return status;
    }
    *ret = library;
    return JX_OK;
}

void jx_library_unload(jx_library *library)
{
    jx_shared_library_close(&library->library);
    *library = (jx_library){.plugin_count = 0};
}
