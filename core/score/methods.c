// SPDX-License-Identifier: MIT
#include "score/method.h"

static const jx_method *const methods[] = {
    &jx_method_threshold, &jx_method_step,  &jx_method_proportion,
    &jx_method_levels,    &jx_method_bands, &jx_method_judged,
};

size_t jx_method_count(void)
{
    return sizeof methods / sizeof methods[0];
}

const jx_method *jx_method_at(size_t index)
{
    return methods[index];
}

const jx_method *jx_method_find(jx_str name)
{
    for (size_t i = 0; i < jx_method_count(); i++) {
        if (jx_str_is(name, methods[i]->name)) {
            return methods[i];
        }
    }
    return NULL;
}

const jx_method *jx_method_default(uint32_t figure)
{
    return figure == JX_FIGURE_NUMBER ? &jx_method_proportion : &jx_method_threshold;
}

jx_place jx_method_place(const jx_method_source *source, const char *key)
{
    return jx_section_place(source->section, source->path, key);
}
