// SPDX-License-Identifier: MIT
// A small type of project without fault. What includes this header defines one of these macros otherwise.
#ifndef JIXIAO_TESTS_BROKEN_TYPE_SKELETON_H
#define JIXIAO_TESTS_BROKEN_TYPE_SKELETON_H

#include <jixiao/plugin.h>

#ifndef STANDARD_METHODS
#  define STANDARD_METHODS NULL
#endif
#ifndef SHARE_MAXIMUM
#  define SHARE_MAXIMUM "60"
#endif
#ifndef SHARE_LIST
#  define SHARE_LIST JX_LIST(shares)
#endif
#ifndef LAST_GRADE
#  define LAST_GRADE "0"
#endif
#ifndef PROJECT_DEFAULT
#  define PROJECT_DEFAULT "1"
#endif
#ifndef TYPE_FLAGS
#  define TYPE_FLAGS JX_TYPE_ADVISES
#endif

static const jx_share shares[] = {
    {.category = "output", .minimum = "40", .maximum = SHARE_MAXIMUM},
};

static const jx_type_grade grades[] = {
    {"合格", "60"},
    {"不合格", LAST_GRADE},
};

static const jx_default project_defaults[] = {{"places", PROJECT_DEFAULT}};

static const jx_plugin plugin = {
    .struct_size = sizeof(jx_plugin),
    .kind = JX_PLUGIN_PROJECT_TYPE,
    .name = "broken",
    .version = "1.0",
    .label = {"坏类型", "Broken"},
    .says = {"只为测试", "for tests only"},
    .standard_methods = STANDARD_METHODS,
    .shares = SHARE_LIST,
    .grades = JX_LIST(grades),
    .project_defaults = JX_LIST(project_defaults),
    .type_flags = TYPE_FLAGS,
};

const jx_plugin *jx_plugin_v1(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}

#endif
