// SPDX-License-Identifier: MIT
// The border between a plugin's structures and the host's. A plugin may have been compiled with fewer or with more
// members than this host knows; behind the border all structures have the host's size, and members that the plugin
// lacks are zero. [any-thread]
#ifndef JIXIAO_PLUGIN_ADOPT_H
#define JIXIAO_PLUGIN_ADOPT_H

#include "base/arena.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    JX_PLUGIN_LEAST =
        offsetof(jx_plugin, create), // what a plugin describes; its functions may all be absent
    JX_LIST_MOST = 1024,             // rows of a list
    JX_STRIDE_MOST = 4096
};

// A list that lies in a structure, and what its rows have had since 1.0.
typedef struct jx_list_shape {
    const char *name;
    size_t offset; // of the list in its structure
    size_t least;  // bytes of a row that every plugin has
    size_t size;   // bytes of a row that this host knows
} jx_list_shape;

enum { JX_PLUGIN_LISTS = 9, JX_MEASURE_LISTS = 2 };

extern const jx_list_shape jx_plugin_lists[JX_PLUGIN_LISTS]; // of jx_plugin, but for its measures
extern const jx_list_shape jx_plugin_measures;               // of jx_plugin, whose rows have lists
extern const jx_list_shape jx_measure_lists[JX_MEASURE_LISTS]; // of jx_measure

// The list of that shape in `structure`, which is of the host's size.
static inline const jx_list *jx_list_in(const void *structure, const jx_list_shape *shape)
{
    return (const jx_list *)(const void *)((const char *)structure + shape->offset);
}

// Whether rows of that shape can be read from the list.
bool jx_list_is_sound(const jx_list *list, const jx_list_shape *shape);

// Whether structures of that size can be read: what every plugin has, without half a member at the end.
bool jx_plugin_size_is_sound(uint32_t struct_size);

// A copy of the description in the host's size, with its lists; NULL where memory is out. Strings and functions stay
// the plugin's. The plugin's size must be sound; a list that is not sound is left as it is, for the rules to find.
const jx_plugin *jx_plugin_adopt(jx_arena *arena, const jx_plugin *foreign);

#endif
