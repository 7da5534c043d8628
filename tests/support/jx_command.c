// SPDX-License-Identifier: MIT
#include "support/jx_command.h"

#include "support/jx_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

enum { LINE_BYTES = 8192, PATH_BYTES = 1200 };

static void read_back(const char *folder, const char *name, char ret[JX_COMMAND_TEXT])
{
    char path[PATH_BYTES];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t size = fread(ret, 1, JX_COMMAND_TEXT - 1, file);
    ret[size] = '\0';
    fclose(file);
}

void jx_command_run(const char *folder, const char *arguments, jx_ran *ret)
{
    char line[LINE_BYTES];
    int size =
        snprintf(line, sizeof line, "cd '%s' && LC_ALL=en_US.UTF-8 '%s' >.out 2>.err </dev/null %s",
                 folder, JX_TEST_COMMAND, arguments);
    assert_in_range(size, 1, LINE_BYTES - 1);
    int status = system(line);
    ret->code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    read_back(folder, ".out", ret->out);
    read_back(folder, ".err", ret->err);
}
