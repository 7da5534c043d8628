// SPDX-License-Identifier: MIT
// The reference of everything a project file, its actuals and the host's settings may say, as Markdown, from the tables
// that the engine itself reads. [main-thread]
#ifndef JIXIAO_CLI_REFERENCE_H
#define JIXIAO_CLI_REFERENCE_H

#include "base/error.h"
#include "base/text.h"
#include "plugin/registry.h"

// Adds the whole reference: the keys of project files, measures, methods, every plugin, the host's settings.
void jx_reference_add(jx_text *out, const jx_registry *registry, jx_lang lang);

// Adds the part of one plugin.
void jx_reference_add_plugin(jx_text *out, const jx_plugin *plugin, jx_lang lang);

#endif
