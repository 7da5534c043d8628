// SPDX-License-Identifier: MIT
// The host's settings and the plugin path as a user meets them. Rows are lines of the shell, run in a scratch folder that
// has an installation in `host`, a project file p.ini, and a further plugin in `more`.
#include "support/jx_rows.h"
#include "support/jx_scratch.h"

#include <sys/wait.h>
#include <unistd.h>

#define GOOD  JX_TEST_BUILD_DIR "/tests/plugins/good.so"
#define USUAL "benefit budget cost output satisfaction "
#define ALL   "benefit budget cost good output satisfaction "

enum { OUTPUT = 1 << 14, LINE = 8192, SAYS = 3 };

static const char setup[] =
    "umask 022; LC_ALL=en_US.UTF-8; export LC_ALL; plugin_dir='" JX_TEST_PLUGIN_DIR "'; "
    "plugins=host/${plugin_dir#'" JX_TEST_BUILD_DIR
    "'/}; mkdir -p host/bin host/etc/jixiao $plugins more; "
    "cp '" JX_TEST_COMMAND "' host/bin/jixiao; "
    "for name in benefit budget cost output satisfaction; do cp \"$plugin_dir/$name.so\" $plugins; done; cp '" GOOD
    "' more; "
    "jixiao() { \"$PWD/host/bin/jixiao\" \"$@\"; }; "
    // the names of the plugins that are loaded
    "names() { jixiao plugins \"$@\" | while read -r name rest; do printf '%s ' \"$name\"; done; }; "
    // the folder from which a plugin came
    "from() { name=$1; shift; jixiao plugins \"$@\" | sed -n \"s|^$name .* \\(.*\\)/[^/]*$|\\1|p\"; }; "
    "settings() { printf \"$1\" >host/etc/jixiao/jixiao.ini; }; "
    "sum() { sha256sum <\"$1\" | cut -c -64; }; "
    "printf '[project]\\nid = a\\nname = 甲\\n[indicator x]\\ncategory = output\\nname = 乙\\n"
    "target = 1\\nweight = 100\\nmethod = threshold\\n' >p.ini || exit 99; ";

static const struct row {
    const char *name;
    const char *shell;
    int code;
    const char *out;        // standard output
    const char *says[SAYS]; // parts of standard error, a line each; none: it is empty
    bool root;              // only root can prepare it
} rows[] = {
    {"needs no settings", "names && jixiao check p.ini", 0, USUAL, {NULL}, false},
    {"finds settings beside the command",
     "settings '[trust]\\nwritable = perhaps\\n'; jixiao check p.ini",
     2,
     "",
     {"/host/etc/jixiao/jixiao.ini:2: writable: expected yes or no, found \"perhaps\""},
     false},
    {"tells all that is wrong with settings, and loads nothing",
     "settings '[trust]\\nothers = ja\\nwritable = nein\\n'; chmod 666 $plugins/*; jixiao plugins",
     2,
     "",
     {"jixiao.ini:2: others: ", "jixiao.ini:3: writable: "},
     false},
    {"does not take a link to nowhere for no settings",
     "ln -s nowhere host/etc/jixiao/jixiao.ini; jixiao check p.ini",
     2,
     "",
     {"/host/etc/jixiao/jixiao.ini: expected a file, found none of that name"},
     false},
    {"takes the settings that are named instead",
     "settings '['; : >s.ini; jixiao check p.ini --settings s.ini",
     0,
     "",
     {NULL},
     false},
    {"wants the settings that are named",
     "jixiao check p.ini --settings s.ini",
     2,
     "",
     {"s.ini: expected a file, found none of that name"},
     false},
    {"refuses a folder for settings",
     "jixiao check p.ini --settings more",
     2,
     "",
     {"more: expected a file, found a directory"},
     false},
    {"has the settings of the sources in the build",
     "test -L '" JX_TEST_BUILD_DIR "/etc/jixiao/jixiao.ini' && cmp '" JX_TEST_BUILD_DIR
     "/etc/jixiao/jixiao.ini' '" JX_TEST_SOURCE_DIR "/conf/jixiao.ini'",
     0,
     "",
     {NULL},
     false},

    {"searches the path that is given, and it alone",
     "names --plugin-path more",
     0,
     "good ",
     {NULL},
     false},
    {"takes an empty part behind for the usual folder",
     "names --plugin-path more:",
     0,
     ALL,
     {NULL},
     false},
    {"takes an empty part before for the usual folder",
     "names --plugin-path :more",
     0,
     ALL,
     {NULL},
     false},
    {"takes an empty part between for the usual folder",
     "mkdir none; names --plugin-path none::more",
     0,
     ALL,
     {NULL},
     false},
    {"takes an empty path for the usual folder", "names --plugin-path ''", 0, USUAL, {NULL}, false},
    {"lets the first folder stand",
     "cp $plugins/cost.so more; from cost --plugin-path more:; "
     "from cost --plugin-path :more | grep -c host/",
     0,
     "more\n1\n",
     {NULL},
     false},
    {"searches the path of the settings, beside them",
     "settings '[paths]\\nplugins = ../../../more:\\n'; names",
     0,
     ALL,
     {NULL},
     false},
    {"searches beside what a link to the settings leads to",
     "mkdir c; printf '[paths]\\nplugins = ../more\\n' >c/s.ini; "
     "ln -s ../../../c/s.ini host/etc/jixiao/jixiao.ini; names",
     0,
     "good ",
     {NULL},
     false},
    {"searches the path that is given instead of the settings' own",
     "settings '[paths]\\nplugins = /nowhere\\n'; names --plugin-path more",
     0,
     "good ",
     {NULL},
     false},
    {"misses a folder of the settings",
     "settings '[paths]\\nplugins = /nowhere:\\n'; jixiao check p.ini",
     4,
     "",
     {"/nowhere: expected a folder of plugins: "},
     false},
    {"misses a folder beside the settings",
     "settings '[paths]\\nplugins = mine\\n'; jixiao check p.ini",
     4,
     "",
     {"/host/etc/jixiao/mine: expected a folder of plugins: "},
     false},

    {"refuses a plugin that everybody may change",
     "chmod 666 $plugins/cost.so; jixiao check p.ini",
     4,
     "",
     {"/cost.so: everybody may change it (mode 0666, owner uid "},
     false},
    {"refuses a folder where everybody may swap plugins, and says it once",
     "chmod 777 $plugins; jixiao check p.ini",
     4,
     "",
     {"/plugins: everybody may replace the plugins in this folder (mode 0777, owner uid "},
     false},
    {"trusts a folder with the sticky bit",
     "chmod 1777 more; names --plugin-path more",
     0,
     "good ",
     {NULL},
     false},
    {"loads both where the settings allow it",
     "chmod 777 $plugins $plugins/cost.so; settings '[trust]\\nwritable = yes\\n'; names",
     0,
     USUAL,
     {NULL},
     false},
    {"looks at no folder above that of the plugin",
     "chmod 777 . host; names",
     0,
     USUAL,
     {NULL},
     false},
    {"refuses plugins and folders of other users",
     "chown 12345 more $plugins/cost.so; jixiao check p.ini --plugin-path :more",
     4,
     "",
     {"/cost.so: expected it to belong to root or to you (uid 0), found uid 12345 ",
      "more: expected a folder of plugins to belong to root or to you (uid 0), found uid 12345 "},
     true},
    {"loads those where the settings allow it",
     "chown 12345 more $plugins/cost.so; settings '[trust]\\nothers = yes\\n'; names --plugin-path :more",
     0,
     ALL,
     {NULL},
     true},
    {"warns of what a group may change, and goes on",
     "chgrp 12345 more $plugins/cost.so; chmod 775 more $plugins/cost.so; names --plugin-path :more",
     0,
     ALL,
     {"/cost.so: warning: members of the group gid 12345 may change it (mode 0775, owner uid 0); ",
      "more: warning: members of the group gid 12345 may change it (mode 0775, owner uid 0); "},
     true},
    {"says nothing of umask 0002",
     "chmod 775 more more/good.so; names --plugin-path more",
     0,
     "good ",
     {NULL},
     false},

    {"loads a plugin that is as pinned",
     "settings \"[plugins]\\ncost = sha256:$(sum $plugins/cost.so)\\n\"; names",
     0,
     USUAL,
     {NULL},
     false},
    {"refuses a plugin that is not as pinned",
     "settings \"[plugins]\\n\\ncost = sha256:$(sum $plugins/output.so)\\n\"; jixiao check p.ini",
     4,
     "",
     {"/cost.so: expected the SHA-256 "},
     false},
    {"misses a plugin that is pinned",
     "settings \"[plugins]\\ncots = sha256:$(sum $plugins/cost.so)\\n\"; jixiao check p.ini",
     2,
     "",
     {"/jixiao.ini:2: expected a library cots.so, which is pinned, found none on the plugin path \""},
     false},

    {"takes no settings for a project",
     "mkdir d; cp p.ini d; settings '[trust]\\n'; cp host/etc/jixiao/jixiao.ini d; jixiao check d",
     0,
     "",
     {NULL},
     false},
    {"finds no project beside settings",
     "mkdir d; : >d/jixiao.ini; jixiao check d",
     2,
     "",
     {"d: no *.ini files in the folder"},
     false},
    {"leaves out that very name only",
     "mkdir d; : >d/jixiao.ini; { cat p.ini; echo wieght = 1; } >d/my-jixiao.ini; jixiao check d",
     2,
     "",
     {"d/my-jixiao.ini:10: no key is called \"wieght\""},
     false},
};

static void read_back(const jx_scratch *scratch, const char *name, char ret[OUTPUT])
{
    char path[JX_SCRATCH_PATH];
    FILE *file = fopen(jx_scratch_path(scratch, name, path), "rb");
    assert_non_null(file);
    ret[fread(ret, 1, OUTPUT - 1, file)] = '\0';
    fclose(file);
}

static void expect_lines(const char *found, const char *const *says)
{
    size_t lines = 0;
    for (const char *at = found; (at = strchr(at, '\n')) != NULL; at++) {
        lines++;
    }
    for (size_t i = 0; i < SAYS && says[i] != NULL; i++, lines--) {
        if (strstr(found, says[i]) == NULL) {
            fail_msg("expected \"%s\" in: %s", says[i], found);
        }
    }
    if (lines != 0) {
        fail_msg("expected as many lines as parts, found: %s", found);
    }
}

static void test_row(void **state)
{
    const struct row *row = *state;
    static char line[LINE];
    static char found[OUTPUT];
    if (row->root && geteuid() != 0) {
        print_message("[  SKIP  ] only root can give files to others\n");
        skip();
    }
    const jx_scratch scratch = jx_scratch_begin("host-settings");
    const int size = snprintf(line, sizeof line, "cd '%s' && { %s { %s; } >.out 2>.err; }",
                              scratch.folder, setup, row->shell);
    assert_in_range(size, 1, LINE - 1);
    const int status = system(line);
    read_back(&scratch, ".err", found);
    expect_lines(found, row->says);
    assert_int_equal(WIFEXITED(status) ? WEXITSTATUS(status) : -1, row->code);
    read_back(&scratch, ".out", found);
    assert_string_equal(found, row->out);
    snprintf(line, sizeof line, "rm -rf '%s'", scratch.folder);
    assert_int_equal(system(line), 0);
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, rows, test_row);
    return jx_rows_run(&all, "host settings");
}
