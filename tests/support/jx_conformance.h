// SPDX-License-Identifier: MIT
// What the tests of the rules of conformance share.
#ifndef JIXIAO_TESTS_SUPPORT_JX_CONFORMANCE_H
#define JIXIAO_TESTS_SUPPORT_JX_CONFORMANCE_H

#include "plugin/conformance.h"
#include "support/jx_rows.h"

#include <stdio.h>
#include <stdlib.h>

// Where the rule of that name stands; there must be one.
static inline size_t jx_find_rule_index(const char *name)
{
    for (size_t i = 0; i < jx_conformance_count(); i++) {
        if (strcmp(jx_conformance_at(i)->name, name) == 0) {
            return i;
        }
    }
    fail_msg("no rule is called %s", name);
    abort();
}

static inline const jx_conformance_rule *jx_find_rule(const char *name)
{
    return jx_conformance_at(jx_find_rule_index(name));
}

static inline void jx_expect_ending(const char *text, const char *end)
{
    const jx_str whole = jx_str_of(text);
    if (!jx_str_ends(whole, jx_str_of(end))) {
        fail_msg("expected \"%s\" to end in \"%s\"", text, end);
    }
}

// Fails unless the plugin is refused for that rule, in both languages.
static inline void jx_expect_refused(const jx_plugin *plugin,
                                     const char *rule_name,
                                     const char *found)
{
    const jx_conformance_rule *rule = jx_find_rule(rule_name);
    jx_error err = JX_ERROR(JX_EN);
    char expected[JX_ERROR_TEXT];
    assert_int_equal(jx_conformance_check(plugin, "x.so", &err), JX_EPLUGIN);
    assert_int_equal(err.message, JX_MESSAGE_PLUGIN_BROKEN);
    snprintf(expected, sizeof expected, " breaks the rule %s: %s; found %s", rule->name,
             rule->says.en, found);
    jx_expect_ending(err.text, expected);

    err = JX_ERROR(JX_ZH);
    assert_int_equal(jx_conformance_check(plugin, "x.so", &err), JX_EPLUGIN);
    snprintf(expected, sizeof expected, "违反规则 %s：%s；实为 %s", rule->name, rule->says.zh,
             found);
    jx_expect_ending(err.text, expected);
    assert_int_equal(jx_conformance_check(plugin, "x.so", NULL), JX_EPLUGIN);
}

#endif
