// SPDX-License-Identifier: MIT
#include "plugin/trust.h"
#include "support/jx_folder.h"
#include "support/jx_rows.h"

#define DIGITS "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define OTHER  "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210"

enum { LINE = 1024 };

// The folder has d/x.so, mode 0644, e/link.so leading to it and chain.so leading there, all of the user, in folders of
// mode 0755.
static const char *const SETUP =
    "chmod 755 . && mkdir d e && chmod 755 d e && : >d/x.so && chmod 644 d/x.so && "
    "ln -s ../d/x.so e/link.so && ln -s e/link.so chain.so";
static const char *const CLEAN = "rm -rf d e chain.so";

enum { ALLOW_NONE, ALLOW_WRITABLE = 1 << 0, ALLOW_OTHERS = 1 << 1 };

static const struct row {
    const char *name;
    const char *before; // a shell command
    const char *path;
    int allowed;
    jx_message message; // JX_MESSAGE_NONE: it is trusted
    const char *says;   // how the text begins
    bool root;          // only root can prepare it
} rows[] = {
    {"trusts a file of one's own", ":", "d/x.so", ALLOW_NONE, JX_MESSAGE_NONE, "", false},
    {"trusts a file that a link leads to", ":", "e/link.so", ALLOW_NONE, JX_MESSAGE_NONE, "",
     false},
    {"trusts a file that links lead to", ":", "chain.so", ALLOW_NONE, JX_MESSAGE_NONE, "", false},

    {"refuses a world writable file", "chmod 646 d/x.so", "d/x.so", ALLOW_NONE,
     JX_MESSAGE_PLUGIN_WRITABLE, "d/x.so: everybody may change it (mode 0646, owner uid ", false},
    {"refuses it by a link, too", "chmod 646 d/x.so", "e/link.so", ALLOW_NONE,
     JX_MESSAGE_PLUGIN_WRITABLE, "e/link.so: everybody may change it (mode 0646, ", false},
    {"allows it where the settings do", "chmod 646 d/x.so", "d/x.so", ALLOW_WRITABLE,
     JX_MESSAGE_NONE, "", false},
    {"does not allow it for what others own", "chmod 646 d/x.so", "d/x.so", ALLOW_OTHERS,
     JX_MESSAGE_PLUGIN_WRITABLE, "", false},
    {"refuses a world writable folder", "chmod 757 d", "d/x.so", ALLOW_NONE,
     JX_MESSAGE_PLUGIN_FOLDER_WRITABLE,
     "d: everybody may replace the plugins in this folder (mode 0757, owner uid ", false},
    {"refuses the world writable folder that we are in", "chmod 757 . && mv d/x.so .", "x.so",
     ALLOW_NONE, JX_MESSAGE_PLUGIN_FOLDER_WRITABLE, ".: everybody may replace ", false},
    {"allows a world writable folder where the settings do", "chmod 777 d", "d/x.so",
     ALLOW_WRITABLE, JX_MESSAGE_NONE, "", false},
    {"trusts a folder with the sticky bit", "chmod 1777 d", "d/x.so", ALLOW_NONE, JX_MESSAGE_NONE,
     "", false},
    {"does not trust a file because it has the sticky bit", "chmod 1646 d/x.so", "d/x.so",
     ALLOW_NONE, JX_MESSAGE_PLUGIN_WRITABLE, "d/x.so: everybody may change it (mode 1646, ", false},
    {"refuses a link in a world writable folder", "chmod 777 e", "e/link.so", ALLOW_NONE,
     JX_MESSAGE_PLUGIN_FOLDER_WRITABLE, "e: everybody ", false},
    {"refuses a link into a world writable folder", "chmod 777 d", "e/link.so", ALLOW_NONE,
     JX_MESSAGE_PLUGIN_FOLDER_WRITABLE, "e/../d: everybody ", false},
    {"refuses links by way of a world writable folder", "chmod 777 e", "chain.so", ALLOW_NONE,
     JX_MESSAGE_PLUGIN_FOLDER_WRITABLE, "e: everybody ", false},
    {"looks at no folder further up", "chmod 777 .", "d/x.so", ALLOW_NONE, JX_MESSAGE_NONE, "",
     false},

    {"refuses a file of another user", "chown 12345 d/x.so", "d/x.so", ALLOW_NONE,
     JX_MESSAGE_PLUGIN_OTHERS,
     "d/x.so: expected it to belong to root or to you (uid 0), found uid 12345 (mode 0644)", true},
    {"allows a file of another user where the settings do", "chown 12345 d/x.so", "d/x.so",
     ALLOW_OTHERS, JX_MESSAGE_NONE, "", true},
    {"does not allow it for what everybody may change", "chown 12345 d/x.so", "d/x.so",
     ALLOW_WRITABLE, JX_MESSAGE_PLUGIN_OTHERS, "", true},
    {"refuses a folder of another user", "chown 12345 d", "d/x.so", ALLOW_NONE,
     JX_MESSAGE_PLUGIN_FOLDER_OTHERS,
     "d: expected a folder of plugins to belong to root or to you (uid 0), found uid 12345 (mode "
     "0755)",
     true},
    {"refuses one with the sticky bit, too", "chown 12345 d; chmod 1755 d", "d/x.so", ALLOW_NONE,
     JX_MESSAGE_PLUGIN_FOLDER_OTHERS, "d: expected ", true},
    {"allows a folder of another user where the settings do", "chown 12345 d", "d/x.so",
     ALLOW_OTHERS, JX_MESSAGE_NONE, "", true},
    {"refuses a link of another user", "chown -h 12345 e/link.so", "e/link.so", ALLOW_NONE,
     JX_MESSAGE_PLUGIN_OTHERS, "e/link.so: expected it to belong ", true},
    {"refuses links by way of one of another user", "chown -h 12345 e/link.so", "chain.so",
     ALLOW_NONE, JX_MESSAGE_PLUGIN_OTHERS, "e/link.so: expected it to belong ", true},
    {"refuses a link to a file of another user", "chown 12345 d/x.so", "e/link.so", ALLOW_NONE,
     JX_MESSAGE_PLUGIN_OTHERS, "e/link.so: expected it to belong ", true},
};

static void run_shell(const char *command)
{
    assert_int_equal(system(command), 0);
}

static jx_status check(const jx_trust *trust, jx_arena *arena, const char *path, jx_error *err)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    assert_true(file >= 0);
    const jx_status status = jx_trust_check(trust, arena, path, file, err);
    close(file);
    return status;
}

static void expect_start(const char *text, const char *start)
{
    if (strncmp(text, start, strlen(start)) != 0) {
        fail_msg("expected \"%s…\", found \"%s\"", start, text);
    }
}

static void test_row(void **state)
{
    const struct row *row = *state;
    if (row->root && geteuid() != 0) {
        print_message("[  SKIP  ] only root can give a file to another user\n");
        skip();
    }
    jx_settings settings = jx_usual_settings;
    settings.trust_writable = (row->allowed & ALLOW_WRITABLE) != 0;
    settings.trust_others = (row->allowed & ALLOW_OTHERS) != 0;
    jx_faults warnings;
    jx_faults_init(&warnings, JX_EN);
    const jx_trust trust = {.settings = &settings, .warnings = &warnings};
    jx_arena *arena = jx_arena_new();
    jx_error err = JX_ERROR(JX_EN);
    run_shell(SETUP);
    run_shell(row->before);
    const jx_status status = check(&trust, arena, row->path, &err);
    run_shell(CLEAN);
    run_shell("rm -f x.so; chmod 700 .");
    expect_start(err.text, row->says);
    assert_int_equal(err.message, row->message);
    assert_int_equal(status, row->message == JX_MESSAGE_NONE ? JX_OK : JX_EPLUGIN);
    assert_int_equal(warnings.count, 0);
    jx_arena_free(arena);
}

// ------------------------------------------------------------------------------------------- groups

static const struct group {
    const char *name;
    const char *before;
    const char *says; // how the only warning begins; NULL: there is none
    bool root;
} groups[] = {
    {"says nothing of what one's own group may change", "chmod 664 d/x.so; chmod 775 d", NULL,
     false},
    {"warns of a file that another group may change", "chgrp 12345 d/x.so; chmod 664 d/x.so",
     "d/x.so: warning: members of the group gid 12345 may change it (mode 0664, owner uid 0); ",
     true},
    {"warns of a folder that another group may change", "chgrp 12345 d; chmod 775 d",
     "d: warning: members of the group gid 12345 may change it (mode 0775, owner uid 0); unless "
     "they should, run chmod g-w d",
     true},
    {"says nothing of such a folder with the sticky bit", "chgrp 12345 d; chmod 1775 d", NULL,
     true},
    {"says nothing of a group that may not write",
     "chgrp 12345 d d/x.so; chmod 755 d; chmod 644 d/x.so", NULL, true},
    {"warns of a group through links", "chgrp 12345 d; chmod 775 d; rm -f x.so; ln -s d/x.so x.so",
     "d: warning: ", true},
};

static void test_group(void **state)
{
    const struct group *row = *state;
    if (row->root && geteuid() != 0) {
        print_message("[  SKIP  ] only root can give a file to any group\n");
        skip();
    }
    jx_faults warnings;
    jx_faults_init(&warnings, JX_EN);
    const jx_trust trust = {.settings = &jx_usual_settings, .warnings = &warnings};
    jx_arena *arena = jx_arena_new();
    run_shell(SETUP);
    run_shell(row->before);
    const char *path = access("x.so", F_OK) == 0 ? "x.so" : "d/x.so";
    assert_int_equal(check(&trust, arena, path, NULL), JX_OK);
    assert_int_equal(check(&trust, arena, path, NULL), JX_OK);
    assert_int_equal(check(&jx_usual_trust, arena, path, NULL), JX_OK);
    run_shell(CLEAN);
    run_shell("rm -f x.so; chmod 700 .");
    assert_int_equal(warnings.count, row->says == NULL ? 0 : 1); // though looked at twice
    assert_int_equal(warnings.status, JX_OK);
    if (row->says != NULL) {
        expect_start(warnings.shown[0].text, row->says);
    }
    jx_arena_free(arena);
}

// -------------------------------------------------------------------------------------------- users

static void expect_as_nobody(jx_folder *folder, const char *path, jx_status expected, size_t warned)
{
    jx_faults warnings;
    jx_faults_init(&warnings, JX_EN);
    const jx_trust trust = {.settings = &jx_usual_settings, .warnings = &warnings};
    assert_int_equal(check(&trust, folder->arena, path, &folder->err), expected);
    assert_int_equal(warnings.count, warned);
}

static void check_as_nobody(jx_folder *folder)
{
    expect_as_nobody(folder, "roots.so", JX_OK, 0);
    expect_as_nobody(folder, "groups.so", JX_OK, 0);
    expect_as_nobody(folder, "own.so", JX_OK, 0);
    expect_as_nobody(folder, "mixed.so", JX_OK, 1); // root's, but our group may change it
    expect_as_nobody(folder, "others.so", JX_EPLUGIN, 0);
    expect_start(folder->err.text,
                 "others.so: expected it to belong to root or to you (uid 65534), found uid 12345");
}

static void test_nobody(void **state)
{
    if (geteuid() != 0) {
        print_message("[  SKIP  ] only root can become another user\n");
        skip();
    }
    run_shell(
        "chmod 755 .; for f in roots groups own mixed others; do : >$f.so; done; chmod 644 *.so; "
        "chmod 664 groups.so own.so mixed.so; chown 65534:65534 own.so; chgrp 65534 mixed.so; chown 12345 others.so");
    jx_folder_as_nobody(*state, check_as_nobody);
    run_shell("rm -f *.so; chmod 700 .");
}

static void test_chinese(void **state)
{
    jx_folder *folder = *state;
    jx_error err = JX_ERROR(JX_ZH);
    jx_folder_put_text("x.so", "");
    run_shell("chmod 666 x.so");
    assert_int_equal(check(&jx_usual_trust, folder->arena, "x.so", &err), JX_EPLUGIN);
    expect_start(err.text, "x.so: 人人可改（权限 0666，所有者 uid ");
    assert_non_null(
        strstr(err.text, "请 chmod o-w x.so，或在 jixiao.ini 的 [trust] 中写明 writable = yes"));
    run_shell("rm -f x.so");
}

// --------------------------------------------------------------------------------------------- pins

static const jx_pin pinned[] = {
    {.name = JX_STR("x"), .sha256 = {DIGITS}, .line = 7},
    {.name = JX_STR("y"), .sha256 = {OTHER}, .line = 8},
};

static const struct pin {
    const char *name;
    const char *path;
    const char *says; // the error; empty: there is none
} pins[] = {
    {"takes a library that is as pinned", "x.so", ""},
    {"takes one in any folder", "a/b.so/x.so", ""},
    {"takes a library that is not pinned", "xx.so", ""},
    {"takes no part of a name for it", "a/x-y.so", ""},
    {"refuses a library that is not as pinned", "a/y.so",
     "a/y.so: expected the SHA-256 fedcba987654… as s.ini:8 pins it, found 0123456789ab…, so it is "
     "not loaded; if you trust this file, pin it anew to what sha256sum prints"},
};

static void test_pin(void **state)
{
    const struct pin *row = *state;
    const jx_settings settings = {.path = "s.ini", .pins = pinned, .pin_count = 2};
    const jx_trust trust = {.settings = &settings};
    const jx_digest digest = {DIGITS};
    jx_arena *arena = jx_arena_new();
    jx_error err = JX_ERROR(JX_EN);
    const jx_status status = jx_trust_check_pin(&trust, arena, row->path, &digest, &err);
    assert_string_equal(err.text, row->says);
    assert_int_equal(status, *row->says == '\0' ? JX_OK : JX_EPLUGIN);
    jx_arena_free(arena);
}

int main(void)
{
    static const jx_folder_test tests[] = {
        {"asks who the user is", test_nobody},
        {"speaks Chinese", test_chinese},
    };
    static jx_rows all;
    JX_ROWS(&all, rows, test_row);
    JX_ROWS(&all, groups, test_group);
    JX_ROWS(&all, pins, test_pin);
    return jx_folder_run(&all, tests, sizeof tests / sizeof tests[0], "trust");
}
