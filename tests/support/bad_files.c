// SPDX-License-Identifier: MIT
#include "support/bad_files.h"

#include "support/jx_command.h"

const char jx_good_project[] = "[project]\n"
                               "id = demo\n"
                               "name = 示例\n"
                               "[indicator firms]\n"
                               "category = output\n"
                               "name = 企业\n"
                               "unit = 个\n"
                               "target = 30\n"
                               "weight = 60\n"
                               "method = step\n"
                               "deduct = 2\n"
                               "[indicator growth]\n"
                               "category = benefit\n"
                               "name = 增长\n"
                               "unit = %\n"
                               "target = 0\n"
                               "weight = 20\n"
                               "measure = growth\n"
                               "method = step\n"
                               "deduct = 1\n"
                               "[indicator opinion]\n"
                               "category = satisfaction\n"
                               "name = 满意度\n"
                               "weight = 10\n"
                               "method = levels\n"
                               "levels = 满意:10, 不满意:0\n"
                               "[indicator started]\n"
                               "category = output\n"
                               "name = 开工\n"
                               "measure = date\n"
                               "target = 2024\n"
                               "weight = 10\n"
                               "method = threshold\n";

const char jx_good_actuals[] = "indicator,actual,baseline\n"
                               "firms,27,\n"
                               "growth,3%,\n"
                               "opinion,满意,\n"
                               "started,2024-05-31,\n";

jx_scratch jx_bad_files_begin(jx_str project, jx_str actuals)
{
    char path[JX_SCRATCH_PATH];
    const jx_scratch scratch = jx_scratch_begin("bad-input");
    jx_scratch_write(&scratch, "p.ini", project, path);
    jx_scratch_write(&scratch, "a.csv", actuals, path);
    return scratch;
}

static void expect_words(const jx_ran *ran, const char *const *says)
{
    for (size_t i = 0; i < JX_BAD_WORDS && says[i] != NULL; i++) {
        if (strstr(ran->err, says[i]) == NULL) {
            fail_msg("expected \"%s\" in: %s", says[i], ran->err);
        }
    }
}

void jx_expect_refusal(const jx_scratch *scratch,
                       const char *arguments,
                       int code,
                       const char *const says[JX_BAD_WORDS])
{
    static jx_ran ran;
    jx_command_run(scratch->folder, arguments, &ran);
    if (ran.code != code) {
        fail_msg("expected exit code %d, found %d: %s", code, ran.code, ran.err);
    }
    assert_string_equal(ran.out, "");
    expect_words(&ran, says);
}
