// SPDX-License-Identifier: MIT
// jixiao rule: what it says and how it ends.
#include "support/jx_command.h"
#include "support/jx_rows.h"
#include "support/jx_scratch.h"

#define GOOD "达到95%得10分，每低1%扣0.5分，扣完为止"

static const struct rule_row {
    const char *name;
    const char *text; // of rules.csv; NULL: there is none
    const char *arguments;
    int code;
    const char *out; // parts, NULL where nothing is asked of them
    const char *err;
} rows[] = {
    {"reads a text", NULL, "'" GOOD "'", 0, "method = step", NULL},
    {"says it as JSON", NULL, "'" GOOD "' --json", 0,
     "{\"id\":null,\"status\":\"compiled\",\"measure\":\"value\",\"method\":\"step\",\"target\":\"95\",\"comparator\":\">=\",\"unit\":\"%\",\"params\":{\"deduct\":\"0.5\"",
     NULL},
    {"tries an actual", NULL, "'" GOOD "' --json --try 93", 0,
     "\"tried\":[{\"actual\":\"93\",\"points\":9.00,\"text\":", NULL},
    {"takes the unit of the wording", NULL, "'" GOOD "' --json --try 93%", 0, "\"points\":9.00",
     NULL},
    {"takes a unit that only the vocabulary knows", NULL,
     "'新修道路5公里及以上得10分，每少1公里扣2分，扣完为止' --json", 0, "\"unit\":\"公里\"", NULL},
    {"does not take points for a unit", NULL, "'达到10个得10分，否则得5分' --json", 0,
     "\"unit\":\"个\"", NULL},
    {"tries several", NULL, "'" GOOD "' --json --try 93 --try 0", 0,
     "{\"actual\":\"0\",\"points\":0.00", NULL},
    {"says why an actual fails, without a place", NULL, "'" GOOD "' --json --try x --lang en", 1,
     "{\"actual\":\"x\",\"error\":\"expected a number, with or without the unit", NULL},
    {"is unclear", NULL, "'酌情给分' --json", 1,
     "\"status\":\"unclear\",\"measure\":null,\"method\":null,\"target\":null,\"comparator\":null,\"unit\":null,\"params\":{},\"weight\":null",
     NULL},
    {"says why it is unclear", NULL, "'视情况给分' --wait", 2, NULL, "this command has no option"},
    {"takes weight, target and unit of the command line", NULL,
     "'每少1家扣2分，扣完为止' --weight 12 --target '≥30' --unit 户 --json --try 27", 0,
     "\"target\":\"30\",\"comparator\":\">=\",\"unit\":\"户\",\"params\":{\"deduct\":\"2\"", NULL},
    {"scores by the weight of the command line", NULL,
     "'每少1家扣2分，扣完为止' --weight 12分 --target 30 --unit 户 --json --try 27户", 0,
     "{\"actual\":\"27户\",\"points\":6.00", NULL},
    {"holds the words against the target of the command line", NULL,
     "'" GOOD "' --target 90% --json --lang en", 1, "disagrees with the target", NULL},
    {"refuses a weight that is none", NULL, "'" GOOD "' --weight zehn --lang en", 2, NULL,
     "expected points above 0 behind --weight, such as 12, found \"zehn\""},
    {"refuses a unit that is no UTF-8", NULL, "'" GOOD "' --unit \"$(printf '\\377')\"", 2, NULL,
     "expected text in UTF-8"},
    {"takes cells with one wording only", "rule\n" GOOD "\n", "--file rules.csv --weight 10", 2,
     NULL, "--weight, --target and --unit go with the wording of one rule"},
    {"writes a file", NULL, "'" GOOD "' -o out.txt", 0, "", NULL},
    {"reads a file", "rule,try\n" GOOD ",93; 92\n", "--file rules.csv --json", 0,
     "{\"actual\":\"92\",\"points\":8.50", NULL},
    {"takes columns in any order", "try,weight,id,rule,unit\n93,10,r7," GOOD ",%\n",
     "--file rules.csv --json", 0, "{\"id\":\"r7\",\"status\":\"compiled\"", NULL},
    {"takes a category of that name", "category,rule,weight,unit,value\noutput," GOOD ",10,%,95\n",
     "--file rules.csv --json --try 93", 0, "\"points\":9.00", NULL},
    {"takes a category by its label",
     "一级指标,rule,weight,unit,value\n产出指标," GOOD ",10,%,95\n",
     "--file rules.csv --json --try 93", 0, "\"points\":9.00", NULL},
    {"takes a category that nobody scores",
     "category,rule,weight,unit,value\nmanagement," GOOD ",10,%,95\n",
     "--file rules.csv --json --try 93", 0, "\"points\":9.00", NULL},
    {"ends in 1 where a row is unclear", "rule\n" GOOD "\n酌情给分\n", "--file rules.csv --json", 1,
     "\"status\":\"unclear\"", NULL},
    {"takes a published table", "三级指标,评分标准,度量单位,分值\n合格率," GOOD ",%,10\n",
     "--file rules.csv --json", 0, "\"status\":\"compiled\"", NULL},
    {"adds the command's tries to a row's", "rule,try\n" GOOD ",93\n",
     "--file rules.csv --json --try 95", 0,
     "\"tried\":[{\"actual\":\"95\",\"points\":10.00,\"text\":", NULL},
    {"wants a text or a file", NULL, "", 2, NULL,
     "expected the wording of a rule, or a file behind --file"},
    {"takes one text only", NULL, "a b", 2, NULL, "unexpected argument \"b\""},
    {"takes a text or a file, not both", "rule\na\n", "a --file rules.csv", 2, NULL,
     "unexpected argument \"a\""},
    {"refuses text that is no UTF-8", NULL, "\"$(printf '\\377')\"", 2, NULL,
     "expected text in UTF-8"},
    {"refuses a file that is not there", NULL, "--file none.csv", 2, NULL, "none.csv"},
    {"refuses a file without rules", "一级指标,三级指标,指标值\na,b,c\n", "--file rules.csv", 2,
     NULL, "rules.csv:1: expected a column rule"},
    {"tells of a heading that is near", "rule,wieght\na,1\n", "--file rules.csv", 2, NULL,
     "did you mean \"weight\"?"},
};

static void runs(void **state)
{
    const struct rule_row *row = *state;
    static jx_ran ran;
    char path[JX_SCRATCH_PATH];
    char arguments[4096];
    const jx_scratch scratch = jx_scratch_begin("rule");
    if (row->text != NULL) {
        jx_scratch_write(&scratch, "rules.csv", jx_str_of(row->text), path);
    }
    snprintf(arguments, sizeof arguments, "rule %s", row->arguments);
    jx_command_run(scratch.folder, arguments, &ran);
    jx_scratch_end(&scratch);
    if (ran.code != row->code || (row->out != NULL && strstr(ran.out, row->out) == NULL) ||
        (row->err != NULL && strstr(ran.err, row->err) == NULL)) {
        fail_msg("code %d\n%s\n%s", ran.code, ran.out, ran.err);
    }
}

// Every line of a large file comes out, in order.
static void keeps_order(void **state)
{
    (void)state;
    enum { LINES = 300 };
    static jx_ran ran;
    char path[JX_SCRATCH_PATH];
    static char text[LINES * 128];
    const jx_scratch scratch = jx_scratch_begin("rule");
    size_t size = (size_t)snprintf(text, sizeof text, "id,rule\n");
    for (int i = 0; i < LINES; i++) {
        size += (size_t)snprintf(text + size, sizeof text - size, "r%d,酌情\n", i);
    }
    jx_scratch_write(&scratch, "rules.csv", (jx_str){text, size}, path);
    jx_command_run(scratch.folder, "rule --file rules.csv --json", &ran);
    jx_scratch_end(&scratch);
    assert_int_equal(ran.code, 1);
    const char *at = ran.out;
    for (int i = 0; i < 100; i++) {
        char id[32];
        snprintf(id, sizeof id, "\"id\":\"r%d\",", i);
        at = strstr(at, id);
        assert_non_null(at);
    }
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, rows, runs);
    jx_rows_add_one(&all, "keeps the order of a file", keeps_order, NULL);
    return jx_rows_run(&all, "rule_command");
}
