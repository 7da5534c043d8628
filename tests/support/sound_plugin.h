// SPDX-License-Identifier: MIT
// A category without fault, to be broken in one place by each row of the tests of conformance.
#ifndef JIXIAO_TESTS_SUPPORT_SOUND_PLUGIN_H
#define JIXIAO_TESTS_SUPPORT_SOUND_PLUGIN_H

#include "support/jx_rows.h"

#include <jixiao/plugin.h>

typedef struct jx_sound_plugin {
    jx_subcategory subcategories[2];
    jx_field fields[3];
    jx_field inputs[2];
    jx_field measure_fields[1];
    jx_field measure_inputs[1];
    jx_measure measures[2];
    jx_default defaults[2];
    jx_loss_code loss_codes[2];
    jx_plugin plugin;
} jx_sound_plugin;

// Puts it together; it points inside itself and cannot be copied.
void jx_sound_plugin_make(jx_sound_plugin *ret);

// A function that changes the plugin `p`.
#define JX_CHANGE(function, statement)                                                             \
  static void function(jx_sound_plugin *p)                                                         \
  {                                                                                                \
    statement;                                                                                     \
  }

typedef struct jx_breach {
    const char *name;
    void (*change)(jx_sound_plugin *p);
    const char *rule;
    const char *found;
} jx_breach;

// Fails unless the plugin is refused once it is changed; *state is the breach.
void jx_refuses_breach(void **state);

// Whether one of the rows breaks that rule.
bool jx_is_breached(const jx_breach *rows, size_t count, const char *rule);

typedef struct jx_keeping {
    const char *name;
    void (*change)(jx_sound_plugin *p);
} jx_keeping;

// Fails unless the plugin is accepted once it is changed; *state is the row.
void jx_accepts_keeping(void **state);

#endif
