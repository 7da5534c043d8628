// SPDX-License-Identifier: MIT
#include "support/library_folders.h"

#include "support/jx_test.h"

#include <stdio.h>
#include <unistd.h>

static void link_all(const jx_scratch *scratch, const jx_library_link links[JX_LIBRARY_LINKS])
{
    for (size_t i = 0; i < JX_LIBRARY_LINKS && links[i].name != NULL; i++) {
        char path[JX_SCRATCH_PATH];
        jx_scratch_path(scratch, links[i].name, path);
        assert_int_equal(symlink(links[i].target, path), 0);
    }
}

jx_library_folders jx_library_folders_begin(const jx_library_link a[JX_LIBRARY_LINKS],
                                            const jx_library_link b[JX_LIBRARY_LINKS])
{
    jx_library_folders ret = {jx_scratch_begin("registry-a"), jx_scratch_begin("registry-b"), ""};
    link_all(&ret.a, a);
    link_all(&ret.b, b);
    snprintf(ret.path, sizeof ret.path, "%s:%s", ret.a.folder, ret.b.folder);
    return ret;
}

void jx_library_folders_end(const jx_library_folders *made)
{
    jx_scratch_end(&made->a);
    jx_scratch_end(&made->b);
}

void jx_expect_registered(const jx_registry *registry, const char *expected)
{
    char names[256] = "";
    size_t size = 0;
    for (size_t i = 0; i < jx_registry_count(registry); i++) {
        const jx_registered *row = jx_registry_at(registry, i);
        const jx_str name = jx_str_of(row->plugin->name);
        assert_ptr_equal(row->plugin->kind == JX_PLUGIN_CATEGORY
                             ? jx_registry_find(registry, name)
                             : jx_registry_find_type(registry, name),
                         row);
        size += (size_t)snprintf(names + size, sizeof names - size, "%s ", row->plugin->name);
    }
    assert_string_equal(names, expected);
}
