// SPDX-License-Identifier: MIT
#include "base/arena.h"
#include "base/folder.h"
#include "support/jx_command.h"
#include "support/jx_rows.h"
#include "trial/child.h"
#include "trial/memory.h"
#include "trial/trial.h"

#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#define BROKEN  JX_TEST_BUILD_DIR "/tests/broken/"
#define SEVERAL JX_TEST_BUILD_DIR "/tests/plugins/several.so"

enum { SECONDS = 60, FEW_SECONDS = 1, PATH_TEXT = 1024 };

static jx_status run(const char *path, jx_lang lang, uint32_t seconds, jx_trial_notes *ret)
{
    jx_error err = JX_ERROR(lang);
    const jx_status status = jx_trial_run(path, lang, seconds, ret, &err);
    assert_string_equal(err.text, "");
    return status;
}

// A plugin that is measured for coverage writes variables: that is no fault of its own.
static void skip_where_variables_are_written(void)
{
#ifdef JX_TEST_COVERAGE
    skip();
#endif
}

// ------------------------------------------------------------------------------------------------ broken

// Every fault that is expected, in order; `found` is how it ends.
static const struct broken {
    const char *name;
    const char *library;
    uint32_t rule;
    const char *found;
} brokens[] = {
    {"tells of a crash, with its signal and where it was", "run_crashes", JX_TRIAL_SURVIVES,
     "found a crash: SIGSEGV (Segmentation fault); broken: measure = growth, method = step, actual = 60, baseline = 100"},
    {"tells of what never ends", "run_loops", JX_TRIAL_SURVIVES,
     "found no end after 1 seconds; broken: measure = plain, method = step, actual = 0"},
    {"tells of what ends the process", "run_exits", JX_TRIAL_SURVIVES,
     "found it ended the process, exit code 7; broken: measure = growth, method = step, actual = 60, baseline = 100"},
    {"tells of what writes to standard output", "run_prints", JX_TRIAL_SILENT, "found \"losing\""},
    {"tells of negative points", "run_negative", JX_TRIAL_ANSWERS,
     "the plugin broken reported a loss without a code, below 0 or not a number"},
    {"tells of a failure without reason", "run_fails", JX_TRIAL_ANSWERS,
     "actual = 60, baseline = 100: project trial, indicator it: the plugin broken failed without saying why"},
    {"tells of a figure of another kind", "run_wrong_kind", JX_TRIAL_ANSWERS,
     "the plugin broken failed without saying why"},
    {"tells of a create that fails without reason", "run_create_fails", JX_TRIAL_ANSWERS,
     "the plugin broken rejected this indicator without saying why"},
    {"tells of a code that is not declared", "run_undeclared", JX_TRIAL_CODES,
     "actual = 60: elsewhere"},
    {"tells of a loss that did not arrive", "run_swallows", JX_TRIAL_PASSES_ON, "lose → JX_OK"},
    {"tells of a refusal that was passed over", "run_swallows_refusal", JX_TRIAL_PASSES_ON,
     "refuse → JX_OK"},
    {"tells of a variable that was written", "run_remembers", JX_TRIAL_GLOBALS, ", see nm -n"},
    {"tells of memory that create takes", "run_leaks", JX_TRIAL_FREES, ""},
    {"tells of memory that lose takes", "run_leaks_rows", JX_TRIAL_FREES, ""},
    {"tells of another result for the same actuals", "run_unsteady", JX_TRIAL_STEADY, ""},
    {"tells of a method that nobody knows", "run_unknown_method", JX_TRIAL_KNOWN,
     "found broken: standard_methods = step leap"},
    {"tells of a measure that nobody knows", "run_unknown_measure", JX_TRIAL_KNOWN,
     "found broken: standard_measures = value worth"},
    {"tells of a measure that no method takes", "run_never_planned", JX_TRIAL_PLANS, ""},
    {"tells of a category that takes no indicator", "run_never_created", JX_TRIAL_PLANS,
     "found broken: standard_measures = NULL; trial.ini:5: never"},
    {"tells of negative points beside a type of others", "run_beside_type", JX_TRIAL_ANSWERS,
     "the plugin broken reported a loss without a code, below 0 or not a number"},
    {"tells of a parameter whose default its measures cannot have", "../plugins/good",
     JX_TRIAL_PLANS, ""},
    {"tells of a name exported by mistake", "run_exports", JX_TRIAL_EXPORTS,
     "found exported_by_mistake"},
    {"tells of a name of the host", "run_needs_host", JX_TRIAL_LINKS, "found jx_lose"},
};

static void expect_fault(const jx_trial_notes *notes, const struct broken *row)
{
    const char *rule = jx_trial_rules[row->rule].name;
    char part[64];
    snprintf(part, sizeof part, "breaks the rule %s: ", rule);
    for (size_t i = 0; i < notes->faults.count && i < JX_FAULTS_SHOWN; i++) {
        const char *text = notes->faults.shown[i].text;
        if (strstr(text, part) != NULL) {
            if (!jx_str_ends(jx_str_of(text), jx_str_of(row->found))) {
                fail_msg("expected \"%s\" to end in \"%s\"", text, row->found);
            }
            return;
        }
    }
    fail_msg("the rule %s was not named, but: %s", rule, notes->faults.shown[0].text);
}

static void tells_of_broken(void **state)
{
    const struct broken *row = *state;
    jx_trial_notes notes;
    char path[PATH_TEXT];
    snprintf(path, sizeof path, BROKEN "%s.so", row->library);
    const bool loops = strcmp(row->library, "run_loops") == 0;
    assert_int_equal(run(path, JX_EN, loops ? FEW_SECONDS : SECONDS, &notes), JX_EPLUGIN);
    assert_true((notes.broken & (1u << row->rule)) != 0);
    expect_fault(&notes, row);
    assert_int_equal(strncmp(notes.faults.shown[0].text, path, strlen(path)), 0);
    assert_int_equal(run(path, JX_ZH, loops ? FEW_SECONDS : SECONDS, &notes), JX_EPLUGIN);
}

// Broken only by what is done to their files while they are loaded.
static bool is_sound_by_itself(const char *path)
{
    const jx_str whole = jx_str_of(path);
    return jx_str_ends(whole, (jx_str)JX_STR("/swapped.so")) ||
           jx_str_ends(whole, (jx_str)JX_STR("/ends.so"));
}

static void every_broken_one_is_told_of(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_paths paths;
    assert_int_equal(jx_folder_list(arena, BROKEN, ".so", JX_MESSAGE_PLUGIN_FOLDER, &paths, NULL),
                     JX_OK);
    assert_true(paths.count > sizeof brokens / sizeof brokens[0]);
    for (size_t i = 0; i < paths.count; i++) {
        jx_trial_notes notes;
        if (is_sound_by_itself(paths.rows[i])) {
            continue;
        }
        if (run(paths.rows[i], JX_EN, 2, &notes) != JX_EPLUGIN) {
            fail_msg("%s: nothing was found", paths.rows[i]);
        }
    }
    jx_arena_free(arena);
}

static void has_rows_for_every_rule(void **state)
{
    (void)state;
    for (uint32_t rule = 0; rule < JX_TRIAL_RULES; rule++) {
        bool tried = false;
        for (size_t i = 0; i < sizeof brokens / sizeof brokens[0]; i++) {
            tried = tried || brokens[i].rule == rule;
        }
        if (!tried) {
            fail_msg("no row breaks the rule %s", jx_trial_rules[rule].name);
        }
    }
}

// What is broken in one place is kept in the others.
static void keeps_to_what_is_broken(void **state)
{
    (void)state;
    skip_where_variables_are_written();
    jx_trial_notes notes;
    assert_int_equal(run(BROKEN "run_prints.so", JX_EN, SECONDS, &notes), JX_EPLUGIN);
    assert_int_equal(notes.broken, 1u << JX_TRIAL_SILENT);
    assert_int_equal(notes.tried, (1u << JX_TRIAL_RULES) - 1);
    assert_int_equal(notes.faults.count, 1);
    assert_int_equal(run(BROKEN "run_remembers.so", JX_EN, SECONDS, &notes), JX_EPLUGIN);
    assert_int_equal(notes.broken, 1u << JX_TRIAL_GLOBALS);
    assert_int_equal(run(BROKEN "run_leaks.so", JX_EN, SECONDS, &notes), JX_EPLUGIN);
    assert_int_equal(notes.broken, 1u << JX_TRIAL_FREES);
    assert_int_equal(run(BROKEN "run_leaks_rows.so", JX_EN, SECONDS, &notes), JX_EPLUGIN);
    assert_int_equal(notes.broken, 1u << JX_TRIAL_FREES);
}

// ------------------------------------------------------------------------------------------------- sound

static const struct sound {
    const char *name;
    const char *path;
} sounds[] = {
    {"finds nothing wrong with cost", JX_TEST_PLUGIN_DIR "/cost.so"},
    {"finds nothing wrong with output", JX_TEST_PLUGIN_DIR "/output.so"},
    {"finds nothing wrong with benefit", JX_TEST_PLUGIN_DIR "/benefit.so"},
    {"finds nothing wrong with satisfaction", JX_TEST_PLUGIN_DIR "/satisfaction.so"},
    {"finds nothing wrong with budget", JX_TEST_PLUGIN_DIR "/budget.so"},
    {"finds nothing wrong with a library of several plugins", SEVERAL},
};

static void finds_nothing(void **state)
{
    skip_where_variables_are_written();
    const struct sound *row = *state;
    jx_trial_notes notes;
    const jx_status status = run(row->path, JX_EN, SECONDS, &notes);
    assert_string_equal(notes.faults.shown[0].text, "");
    assert_int_equal(status, JX_OK);
    assert_int_equal(notes.broken, 0);
    assert_int_equal(notes.tried, (1u << JX_TRIAL_RULES) - 1);
    const uint32_t all = (1u << jx_conformance_count()) - 1;
    assert_int_equal(notes.tables_kept & all, all);
}

// --------------------------------------------------------------------------------------------- children

static void give_numbers(void *user)
{
    int *shared = user;
    (void)printf("%d\n", *shared);
    _exit(*shared);
}

static void give_signal(void *user)
{
    (void)signal(SIGABRT, SIG_IGN);
    (void)user;
    abort();
}

// Leaves a grandchild behind that keeps the output open.
static void give_birth(void *user)
{
    (void)user;
    if (fork() == 0) {
        pause();
    }
}

static void tells_how_children_end(void **state)
{
    (void)state;
    int number = 9;
    jx_child_end end;
    assert_int_equal(jx_child_run(give_numbers, &number, SECONDS, &end, NULL), JX_OK);
    assert_false(end.timed_out);
    assert_int_equal(end.signal, 0);
    assert_int_equal(end.code, 9);
    assert_int_equal(jx_child_run(give_signal, NULL, SECONDS, &end, NULL), JX_OK);
    assert_int_equal(end.signal, SIGABRT);
    assert_int_equal(jx_child_run(give_birth, NULL, SECONDS, &end, NULL), JX_OK);
    assert_false(end.timed_out);
    assert_int_equal(end.code, 0);
}

static void tells_where_no_child_can_be_had(void **state)
{
    (void)state;
    struct rlimit files;
    jx_child_end end;
    jx_error err = JX_ERROR(JX_EN);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &files), 0);
    const struct rlimit none = {0, files.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    const jx_status status = jx_child_run(give_birth, NULL, SECONDS, &end, &err);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &files), 0);
    assert_int_equal(status, JX_ESYSTEM);
    assert_string_equal(err.text, "a process of its own cannot be started: Too many open files");
}

// ------------------------------------------------------------------------------------------ the command

static const struct command_row {
    const char *name;
    const char *arguments;
    int code;
    const char *out; // part of it; NULL: nothing
    const char *err;
} command_rows[] = {
    {"the command lists what is kept", "plugins --check " JX_TEST_PLUGIN_DIR "/cost.so", 0,
     "kept survives ", NULL},
    {"the command speaks Chinese", "plugins --check " JX_TEST_PLUGIN_DIR "/cost.so --lang zh", 0,
     "守 silent ", NULL},
    {"the command names what is broken and lists the rest",
     "plugins --check " BROKEN "run_prints.so", 4, "kept globals ", "breaks the rule silent: "},
    {"the command names every rule of the tables that is broken",
     "plugins --check " BROKEN "two_rules.so", 4, "kept words ", "the rule loss-codes"},
    {"the command says what is no plugin", "plugins --check " JX_TEST_COMMAND, 4, NULL,
     "not a plugin of jixiao"},
    {"the command says what is absent", "plugins --check no.so", 4, NULL, "no.so: expected a file"},
    {"the command checks one library at a time", "plugins --check no.so cost", 2, NULL,
     "unexpected argument \"cost\""},
};

static void commands(void **state)
{
    const struct command_row *row = *state;
    static jx_ran ran;
    jx_command_run(JX_TEST_BUILD_DIR, row->arguments, &ran);
    assert_int_equal(ran.code, row->code);
    if (row->out == NULL) {
        assert_string_equal(ran.out, "");
    } else if (strstr(ran.out, row->out) == NULL) {
        fail_msg("expected \"%s\" in \"%s\"", row->out, ran.out);
    }
    if (row->err == NULL) {
        assert_string_equal(ran.err, "");
    } else if (strstr(ran.err, row->err) == NULL) {
        fail_msg("expected \"%s\" in \"%s\"", row->err, ran.err);
    }
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, brokens, tells_of_broken);
    JX_ROWS(&all, sounds, finds_nothing);
    JX_ROWS(&all, command_rows, commands);
    jx_rows_add_one(&all, "tells of every broken plugin", every_broken_one_is_told_of, NULL);
    jx_rows_add_one(&all, "breaks every rule in some row", has_rows_for_every_rule, NULL);
    jx_rows_add_one(&all, "names what is broken only", keeps_to_what_is_broken, NULL);
    jx_rows_add_one(&all, "tells how children end", tells_how_children_end, NULL);
    jx_rows_add_one(&all, "tells where no child can be had", tells_where_no_child_can_be_had, NULL);
    return jx_rows_run(&all, "trial");
}
