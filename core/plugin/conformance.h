// SPDX-License-Identifier: MIT
// What a plugin must be, whoever wrote it: the loader refuses one that breaks a rule, and the shipped ones are tested
// by the same rules. [any-thread]
#ifndef JIXIAO_PLUGIN_CONFORMANCE_H
#define JIXIAO_PLUGIN_CONFORMANCE_H

#include "base/error.h"

#include <jixiao/plugin.h>

#include <stddef.h>
#include <stdint.h>

// A rule, for lists and documentation.
typedef struct jx_conformance_rule {
    const char *name; // [a-z-]+
    jx_words says;
} jx_conformance_rule;

size_t jx_conformance_count(void);
const jx_conformance_rule *jx_conformance_at(size_t index);

// Checks the plugin against every rule in order; the first that it breaks is the error (JX_EPLUGIN), with the rule's
// sentence and what broke it. `path` names the library.
jx_status jx_conformance_check(const jx_plugin *plugin, const char *path, jx_error *err);

// Checks it against every rule and adds each one that it breaks to `faults`. A rule that can only be looked at where others
// are kept is passed over where one of them is broken. Sets bit i of *ret_kept for every rule i that is kept.
jx_status jx_conformance_check_all(const jx_plugin *plugin,
                                   const char *path,
                                   jx_faults *faults,
                                   uint32_t *ret_kept);

#endif
