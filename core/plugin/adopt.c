// SPDX-License-Identifier: MIT
#include "plugin/adopt.h"

#include <string.h>

// The end of the last member that rows had in version 1.0: it stays when members are appended.
#define END_OF(type, member) (offsetof(type, member) + sizeof(((type *)NULL)->member))

const jx_list_shape jx_plugin_lists[JX_PLUGIN_LISTS] = {
    {"subcategories", offsetof(jx_plugin, subcategories), END_OF(jx_subcategory, label),
     sizeof(jx_subcategory)},
    {"defaults", offsetof(jx_plugin, defaults), END_OF(jx_default, value), sizeof(jx_default)},
    {"fields", offsetof(jx_plugin, fields), END_OF(jx_field, says), sizeof(jx_field)},
    {"inputs", offsetof(jx_plugin, inputs), END_OF(jx_field, says), sizeof(jx_field)},
    {"loss_codes", offsetof(jx_plugin, loss_codes), END_OF(jx_loss_code, says),
     sizeof(jx_loss_code)},
    {"shares", offsetof(jx_plugin, shares), END_OF(jx_share, subcategories), sizeof(jx_share)},
    {"grades", offsetof(jx_plugin, grades), END_OF(jx_type_grade, least), sizeof(jx_type_grade)},
    {"project_defaults", offsetof(jx_plugin, project_defaults), END_OF(jx_default, value),
     sizeof(jx_default)},
    {"indicator_defaults", offsetof(jx_plugin, indicator_defaults), END_OF(jx_default, value),
     sizeof(jx_default)},
};

const jx_list_shape jx_plugin_measures = {"measures", offsetof(jx_plugin, measures),
                                          END_OF(jx_measure, find), sizeof(jx_measure)};

const jx_list_shape jx_measure_lists[JX_MEASURE_LISTS] = {
    {"fields", offsetof(jx_measure, fields), END_OF(jx_field, says), sizeof(jx_field)},
    {"inputs", offsetof(jx_measure, inputs), END_OF(jx_field, says), sizeof(jx_field)},
};

bool jx_list_is_sound(const jx_list *list, const jx_list_shape *shape)
{
    return list->count == 0 ||
           (list->rows != NULL && list->count <= JX_LIST_MOST && list->stride >= shape->least &&
            list->stride <= JX_STRIDE_MOST && list->stride % _Alignof(void *) == 0);
}

bool jx_plugin_size_is_sound(uint32_t struct_size)
{
    return struct_size >= JX_PLUGIN_LEAST && struct_size % _Alignof(jx_plugin) == 0;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

// Lends the rows to be changed; NULL where memory is out.
static void *adopt_rows(jx_arena *arena, jx_list *list, const jx_list_shape *shape)
{
    char *rows = jx_arena_array(arena, list->count, shape->size);
    if (rows == NULL) {
        return NULL;
    }
    const size_t known = smaller(list->stride, shape->size);
    for (size_t i = 0; i < list->count; i++) {
        memcpy(rows + i * shape->size, (const char *)list->rows + i * list->stride, known);
    }
    *list = (jx_list){rows, list->count, (uint32_t)shape->size};
    return rows;
}

static bool adopt_lists(jx_arena *arena,
                        void *structure,
                        const jx_list_shape *shapes,
                        size_t shape_count)
{
    for (size_t i = 0; i < shape_count; i++) {
        jx_list *list = (jx_list *)(void *)((char *)structure + shapes[i].offset);
        if (jx_list_is_sound(list, &shapes[i]) && adopt_rows(arena, list, &shapes[i]) == NULL) {
            return false;
        }
    }
    return true;
}

static bool adopt_measures(jx_arena *arena, jx_list *list)
{
    if (!jx_list_is_sound(list, &jx_plugin_measures)) {
        return true;
    }
    jx_measure *measures = adopt_rows(arena, list, &jx_plugin_measures);
    bool adopted = measures != NULL;
    for (uint32_t i = 0; adopted && i < list->count; i++) {
        adopted = adopt_lists(arena, &measures[i], jx_measure_lists, JX_MEASURE_LISTS);
    }
    return adopted;
}

const jx_plugin *jx_plugin_adopt(jx_arena *arena, const jx_plugin *foreign)
{
    jx_plugin *plugin = jx_arena_alloc(arena, sizeof *plugin);
    if (plugin == NULL) {
        return NULL;
    }
    memcpy(plugin, foreign, smaller(foreign->struct_size, sizeof *plugin));
    plugin->struct_size = sizeof *plugin;
    if (!adopt_lists(arena, plugin, jx_plugin_lists, JX_PLUGIN_LISTS) ||
        !adopt_measures(arena, &plugin->measures)) {
        return NULL;
    }
    return plugin;
}
