// SPDX-License-Identifier: MIT
// The plugins that are loaded, in an order that nothing but names decides.
#ifndef JIXIAO_PLUGIN_REGISTRY_H
#define JIXIAO_PLUGIN_REGISTRY_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/str.h"
#include "plugin/loader.h"
#include "plugin/trust.h"

#include <jixiao/plugin.h>

#include <stdbool.h>
#include <stddef.h>

typedef struct jx_registry jx_registry;

// A plugin and where it came from; lives as long as the registry.
typedef struct jx_registered {
    const jx_plugin *plugin;
    const char *path;
    jx_digest digest; // of the library's bytes
} jx_registered;

// Loads every `*.so` of the folders in `path` (parted by ':'; a folder's files in byte order). A name that an earlier
// folder gave stands (of categories and of types apart); one given twice in the same folder is a fault. Every library
// that cannot be loaded is a fault (JX_EPLUGIN) with its reason; the others are loaded all the same. A folder that is
// absent or unreadable is a fault, and so is a pin of a library that no folder has. *ret is set unless memory is out.
// Libraries stay loaded until jx_registry_free. [main-thread]
jx_status jx_registry_load(const char *path,
                           const jx_trust *trust,
                           jx_faults *faults,
                           jx_registry **ret);

// The plugins of one library that the caller loaded from `path` and unloads after the registry. A name given twice is
// an error. [main-thread]
jx_status jx_registry_of(const jx_library *library,
                         const char *path,
                         jx_registry **ret,
                         jx_error *err);

// Unloads the libraries; nothing of their plugins may be used after. NULL is allowed. [main-thread]
void jx_registry_free(jx_registry *registry);

// The category of that name, or NULL. Categories and types have names of their own: one of each may share one.
// [any-thread]
const jx_registered *jx_registry_find(const jx_registry *registry, jx_str name);

// The project type of that name, or NULL. [any-thread]
const jx_registered *jx_registry_find_type(const jx_registry *registry, jx_str name);

// The type of projects that name none: the first by name that is JX_TYPE_USUAL, or NULL. [any-thread]
const jx_registered *jx_registry_usual_type(const jx_registry *registry);

// The name of that kind (JX_PLUGIN_…) nearest to `name`, or JX_STR_NONE; the arena is for working room. [any-thread]
jx_str jx_registry_nearest(const jx_registry *registry,
                           uint32_t kind,
                           jx_str name,
                           jx_arena *arena);

// All of them, categories before types, each by name. [any-thread]
size_t jx_registry_count(const jx_registry *registry);
const jx_registered *jx_registry_at(const jx_registry *registry, size_t index);

// The path that was searched, as given. [any-thread]
const char *jx_registry_path(const jx_registry *registry);

// Whether a plugin admits that measure or method of the host: standard_measures or standard_methods name it. [any-thread]
bool jx_plugin_admits(const char *standard, jx_str name);

#endif
