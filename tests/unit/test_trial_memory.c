// SPDX-License-Identifier: MIT
// From whichever allocation on they fail while a plugin is put to the test, the trial says so, gives everything back,
// and blames the plugin for nothing.
#include "plugin/conformance.h"
#include "support/failing_memory.h"
#include "trial/category.h"

static void expect_failure(const jx_registry *registry, const char *name, size_t allocations)
{
    static jx_trial_notes notes;
    notes = (jx_trial_notes){.path = "x.so"};
    jx_faults_init(&notes.faults, JX_EN);
    const jx_plan_sources sources = {.registry = registry, .limits = jx_usual_settings.scripts};
    malloc_failed = false;
    more_fail = true;
    mallocs_left = allocations;
    jx_trial_category(jx_registry_find(registry, jx_str_of(name))->plugin, &sources, &notes);
    mallocs_left = SIZE_MAX;
    assert_true(malloc_failed);
    assert_true(notes.failed);
    assert_string_equal(notes.faults.shown[0].text, "");
}

static void runs_out_anywhere(void **state)
{
    (void)state;
    static jx_faults faults;
    jx_registry *registry;
    jx_faults_init(&faults, JX_EN);
    assert_int_equal(jx_registry_load(JX_TEST_PLUGIN_DIR, &jx_usual_trust, &faults, &registry),
                     JX_OK);
    for (size_t allocations = 0; allocations < 400; allocations++) {
        expect_failure(registry, "satisfaction", allocations);
    }
    for (size_t allocations = 400; allocations < 60000; allocations += allocations / 7) {
        expect_failure(registry, "satisfaction", allocations);
        expect_failure(registry, "budget", allocations);
    }
    jx_registry_free(registry);
}

static void conformance_runs_out(void **state)
{
    (void)state;
    static jx_faults faults;
    jx_registry *registry;
    uint32_t kept = 77;
    jx_faults_init(&faults, JX_EN);
    assert_int_equal(jx_registry_load(JX_TEST_PLUGIN_DIR, &jx_usual_trust, &faults, &registry),
                     JX_OK);
    const jx_plugin *plugin = jx_registry_at(registry, 0)->plugin;
    more_fail = true;
    mallocs_left = 0;
    assert_int_equal(jx_conformance_check_all(plugin, "x.so", &faults, &kept), JX_ESYSTEM);
    mallocs_left = SIZE_MAX;
    assert_int_equal(kept, 77);
    jx_registry_free(registry);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"memory runs out anywhere in a trial", runs_out_anywhere, NULL, NULL, NULL},
        {"memory runs out before the rules are looked at", conformance_runs_out, NULL, NULL, NULL},
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
