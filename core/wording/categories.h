// SPDX-License-Identifier: MIT
// Which category the cells 一级指标 and 二级指标 name: by the words of the plugins that are loaded, which say what they are
// called in tables. The host knows no category. [any-thread]
#ifndef JIXIAO_WORDING_CATEGORIES_H
#define JIXIAO_WORDING_CATEGORIES_H

#include "base/str.h"
#include "plugin/registry.h"

// The category of a row: a plugin's own name, or a cell that has what its label says (产出指标, 产出, 产出指标(50分)); where
// the first cell says nothing of the kind, by what the second one is in some plugin. NULL: none.
const jx_registered *jx_category_find(const jx_registry *registry, jx_str first, jx_str second);

// The plugin's subcategory that the cell names; the only one it has where the cell says anything at all. NULL: none.
const jx_subcategory *jx_category_find_second(const jx_plugin *plugin, jx_str second);

#endif
