// SPDX-License-Identifier: MIT
// Shards as a user meets them: what `batch --shard` and `merge` join and refuse, and how much of the actuals a shard reads.
#include "support/jx_command.h"
#include "support/jx_folder.h"
#include "support/jx_rows.h"

#include <inttypes.h>

enum { ROWS = 30, LARGE_ROWS = 300000, SLACK = 1 << 20, LINE = 512 };

static void put_project(const char *path, const char *id, const char *target)
{
    char text[LINE];
    snprintf(text, sizeof text,
             "[project]\nid = %s\nname = p\nfull = 10\n[indicator x]\ncategory = output\n"
             "name = x\ntarget = %s\nweight = 10\n",
             id, target);
    jx_folder_put_text(path, text);
}

static void put_rows(const char *path, size_t rows, const char *cell)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs("project,x,x.note\n", file);
    for (size_t i = 0; i < rows; i++) {
        fprintf(file, "n%06zu,%zu,%s\n", i, i % 40, cell);
    }
    assert_int_equal(fclose(file), 0);
}

static int enter(void **state)
{
    const int failed = jx_folder_enter(state);
    put_project("p.ini", "p", "30");
    put_project("q.ini", "q", "30");
    put_rows("a.csv", ROWS, "");
    return failed;
}

static int leave(void **state)
{
    (void)unlink(".out");
    (void)unlink(".err");
    return jx_folder_leave(state);
}

static void shell(const char *line)
{
    assert_int_equal(system(line), 0);
}

static const char score_all[] =
    "for i in 1 2 3; do " JX_TEST_COMMAND " batch p.ini --actuals a.csv --lang en "
    "--shard $i/3 -o s$i; done; " JX_TEST_COMMAND
    " batch p.ini --actuals a.csv --lang en -o single";

// --------------------------------------------------------------------------------------------- refusals

typedef struct refusal_row {
    const char *name;
    const char *before; // what a shell does to s1, s2 and s3
    const char *arguments;
    int code;
    const char *says;
} refusal_row;

static const refusal_row refusals[] = {
    {"joins shards in any order", ":", "merge s3 s1 s2 -o m", 0, ""},
    {"refuses no shards", ":", "merge", 2, "expected the shards"},
    {"names those that are missing", ":", "merge s2", 3, "of 3 shards there are missing 2: 1, 3"},
    {"refuses one given twice", "cp s2 s4", "merge s1 s2 s3 s4", 3, "s4: is the same shard as s2"},
    {"refuses one of another number of shards",
     JX_TEST_COMMAND " batch p.ini --actuals a.csv --lang en --shard 2/4 -o s2", "merge s1 s2 s3",
     3, "s2: is one of 4 shards, but s1 is one of 3"},
    {"refuses one of other actuals",
     "sed s/n000000/m000000/ a.csv >b.csv; " JX_TEST_COMMAND
     " batch p.ini --actuals b.csv --lang en --shard 2/3 -o s2",
     "merge s1 s2 s3", 3, "s2: is of other actuals, columns or --encoding than s1"},
    {"refuses one of actuals that differ at a cut",
     "sed s/,9,/,8,/ a.csv >b.csv; " JX_TEST_COMMAND
     " batch p.ini --actuals b.csv --lang en --shard 1/3 -o s1",
     "merge s1 s2 s3", 3, "is of other actuals"},
    {"refuses one of another encoding asked for",
     JX_TEST_COMMAND " batch p.ini --actuals a.csv --lang en --shard 2/3 -o s2 --encoding gbk",
     "merge s1 s2 s3", 3, "is of other actuals"},
    {"refuses one of another project file",
     "sed 's/= 30/= 20/' p.ini >r.ini; mv r.ini p.ini; " JX_TEST_COMMAND
     " batch p.ini --actuals a.csv --lang en --shard 2/3 -o s2",
     "merge s1 s2 s3", 3, "s2: is of other project files"},
    {"refuses one of other limits",
     "printf '[scripts]\\nmilliseconds = 7\\n' >l.ini; " JX_TEST_COMMAND
     " batch p.ini --actuals a.csv --lang en --shard 2/3 -o s2 --settings l.ini",
     "merge s1 s2 s3", 3, "s2: is of other project files"},
    {"refuses one in another language",
     JX_TEST_COMMAND " batch p.ini --actuals a.csv --lang zh --shard 2/3 -o s2", "merge s1 s2 s3",
     3, "s2: is of other project files"},
    {"refuses one in another format",
     JX_TEST_COMMAND " batch p.ini --actuals a.csv --lang en --shard 2/3 -o s2 --format jsonl",
     "merge s1 s2 s3", 3, "s2: is of other project files"},
    {"refuses one without its last line", "sed -i '$d' s2", "merge s1 s2 s3", 3,
     "s2: is no whole result"},
    {"refuses one cut short in its last line", "truncate -s -3 s2", "merge s1 s2 s3", 3,
     "s2: is no whole result"},
    {"refuses one cut short by the line end alone", "truncate -s -1 s2", "merge s1 s2 s3", 3,
     "s2: is no whole result"},
    {"refuses one cut short in a row", "truncate -s 200 s2", "merge s1 s2 s3", 3,
     "s2: is no whole result"},
    {"refuses an empty file", ": >s2", "merge s1 s2 s3", 3, "s2: is no whole result"},
    {"refuses a file that is not there", "rm s2", "merge s1 s2 s3", 3, "s2: "},
    {"refuses a pipe", "rm s2; mkfifo s2", "merge s1 s2 s3", 3,
     "s2: expected a shard, which is a regular file"},
    {"refuses results of a whole run", ":", "merge s1 single s3", 3, "single: is no whole result"},
    {"refuses one that lacks a row", "sed -i 3d s2", "merge s1 s2 s3", 3, "s2: expected 10 rows"},
    {"refuses one with a row more", "sed -i 3p s2", "merge s1 s2 s3", 3, "s2: expected 10 rows"},
    {"refuses one whose rows do not end", "sed -i '3s/$/\"/' s2", "merge s1 s2 s3", 3,
     "s2: is no whole result"},
    {"refuses one with another first line", "sed -i 1s/grade/grad/ s2", "merge s1 s2 s3", 3,
     "s2: has another first line than s1"},
    {"refuses an error too long to be put right",
     "sed -i \"2s/.*/n000010,,,,error,a.csv@2\\/3:1: $(printf %01010d 0)/\" s2", "merge s1 s2 s3",
     3, "s2: a row's error is so long"},
    {"refuses shards that took the actuals for different encodings",
     "awk '{s=$0; if(NR>1)for(i=0;i<900;i++)s=s \"zzzzzzzzzz\"; if(NR==12)s=s \"县\"; print s}' a.csv "
     ">b.csv; { sed '$d' b.csv; sed -n '$s/$/县/p' b.csv | iconv -t gb18030; } >a.csv; "
     "sh -c \"$SCORE_ALL\"; :",
     "merge s1 s2 s3", 3, "s3: took the actuals for another encoding than s2"},
    {"refuses a project in two shards", "sed -i s/n000028/n000003/ a.csv; sh -c \"$SCORE_ALL\"; :",
     "merge s1 s2 s3", 3, "s3: has the project \"n000003\", as has s1"},
    {"refuses a shard beyond the last one", ":", "batch p.ini --actuals a.csv --shard 4/3", 2,
     "expected --shard I/N with 1 <= I <= N <= 9999, found \"4/3\""},
    {"refuses a shard of number 0", ":", "batch p.ini --actuals a.csv --shard 0/3", 2, "\"0/3\""},
    {"refuses a shard that is no number", ":", "batch p.ini --actuals a.csv --shard a", 2, "\"a\""},
    {"refuses shards of other formats", ":", "batch p.ini --actuals a.csv --shard 1/3 --format md",
     2, "results as \"md\" cannot be sharded"},
    {"refuses shards of standard input", ":", "batch p.ini --actuals - --shard 1/3", 2,
     "only regular files can be sharded, and \"-\" is none"},
    {"refuses shards of a pipe", "mkfifo f", "batch p.ini --actuals f --shard 1/3", 2,
     "only regular files can be sharded, and \"f\" is none"},
    {"refuses shards of a path that errors could not be told by", "cp a.csv 'a: b'",
     "batch p.ini --actuals 'a: b' --shard 1/3", 2, "a: b: such a path cannot be sharded"},
    {"refuses a cut inside of a text that looks like rows",
     "{ printf 'project,x,x.note\\na,1,\"'; yes row,1,2 | head -n 50000; printf '\"\\n'; } >a.csv",
     "batch p.ini --actuals a.csv --shard 1/2", 3, "lies inside a record"},
    {"names a header's file that is not there", ":",
     "batch p.ini --actuals a.csv --header none.csv", 3, "none.csv: "},
    {"names a header's file that is empty", ": >h.csv",
     "batch p.ini --actuals a.csv --header h.csv", 3, "h.csv: "},
    {"names a header's file with an unknown column", "echo project,z >h.csv",
     "batch p.ini --actuals a.csv --header h.csv", 3, "h.csv:1: "},
};

static void test_refusal(void **state)
{
    const refusal_row *row = *state;
    void *folder = NULL;
    jx_ran *ran = malloc(sizeof *ran);
    assert_non_null(ran);
    assert_int_equal(enter(&folder), 0);
    assert_int_equal(setenv("SCORE_ALL", score_all, 1), 0);
    shell(score_all);
    shell(row->before);
    jx_command_run(".", row->arguments, ran);
    assert_non_null(strstr(ran->err, row->says));
    assert_int_equal(ran->code, row->code);
    assert_int_equal(access("m", F_OK), row->code == 0 ? 0 : -1);
    shell(row->code == 0 ? "cmp m single" : ":");
    assert_int_equal(leave(&folder), 0);
    free(ran);
}

// ------------------------------------------------------------------------------------------------ joins

typedef struct join_row {
    const char *name;
    const char *actuals; // a shell makes them: a.csv, or the folder `in`
    const char *options;
} join_row;

static const join_row joins[] = {
    {"more shards than projects", ":", "p.ini --actuals a.csv"},
    {"CRLF", "sed -i 's/$/\\r/' a.csv", "p.ini --actuals a.csv"},
    {"rows with errors, whose lines are told",
     "sed -i 's/,1,/,1x,/; s/,2,/,2,,/; s/,3,$/,,\"a\\n\\n\"/' a.csv", "p.ini --actuals a.csv"},
    {"blank lines", "sed -i 's/$/\\n\\n,,/' a.csv", "p.ini --actuals a.csv"},
    {"errors as JSON", "sed -i 's/,1,/,\"1\"\"x\",/' a.csv",
     "p.ini --actuals a.csv --format jsonl"},
    {"GB18030", "sed '2,$s/$/县/' a.csv | iconv -t gb18030 >b.csv; mv b.csv a.csv",
     "p.ini --actuals a.csv"},
    {"GB18030 behind blocks that do not tell",
     "awk '{s=$0; if(NR>1)for(i=0;i<900;i++)s=s \"zzzzzzzzzz\"; print s (NR>20?\"县\":\"\")}' a.csv | "
     "iconv -t gb18030 >b.csv; mv b.csv a.csv",
     "p.ini --actuals a.csv"},
    {"a byte order mark", "sed -i '1s/^/\\xef\\xbb\\xbf/' a.csv", "p.ini --actuals a.csv"},
    {"projects without rows", "sed -i '2,9s/^/p\\//; 10,$s/^/r\\//' a.csv",
     "q.ini p.ini --actuals a.csv"},
    {"a folder of files",
     "mkdir in; for i in 1 2 3; do sed \"2,\\$s/^/$i/; s/,1,/,1x,/\" a.csv >in/$i.csv; done",
     "p.ini --actuals in"},
    {"a file that cannot be cut", "printf 'x,x.note\\n3,\\n' >a.csv", "p.ini --actuals a.csv"},
    {"a header apart", "head -n 1 a.csv >h.csv; sed -i '1d; s/,1,/,1x,/' a.csv",
     "p.ini --actuals a.csv --header h.csv"},
    {"long quoted texts around the cuts",
     "awk -F, -v OFS=, 'NR>1{t=\"\"; for(i=0;i<900;i++)t=t \"a,1,\\\"\\\"\\n\"; $3=\"\\\"\" t \"\\\"\"}1' a.csv >b.csv; mv b.csv a.csv",
     "p.ini --actuals a.csv"},
    {"long actuals, one of another column order",
     "mkdir in; awk -F, 'NR==1{print \"project,indicator,actual\"} NR>1{print $1 \",x,\" $2 \"x\"; print "
     "\",,\"}' a.csv >in/1.csv; awk -F, 'NR==1{print \"actual,indicator,project\"} NR>1{print $2 "
     "\",x,m\" $1; print 1; print $2 \",x,m\" $1}' a.csv >in/2.csv",
     "p.ini --actuals in"},
};

static void test_join(void **state)
{
    static const char each[] =
        "for n in 1 2 3 7 40; do for j in 1 2; do rm -f m s*; l=; for i in $(seq $n); do $J batch %s "
        "--shard $i/$n -j $j -o s$i; [ -e s$i ] || exit 9; l=\"s$i $l\"; done; "
        "$J batch %s -j $j -o single; $J merge $l -o m && cmp m single || exit 9; done; done 2>/dev/null";
    const join_row *row = *state;
    void *folder = NULL;
    char line[4 * LINE];
    assert_int_equal(enter(&folder), 0);
    assert_int_equal(setenv("J", JX_TEST_COMMAND, 1), 0);
    shell(row->actuals);
    snprintf(line, sizeof line, each, row->options, row->options);
    shell(line);
    shell("rm -rf in");
    assert_int_equal(leave(&folder), 0);
}

// A pipe that was split, its columns given apart.
static void test_pipe(void **state)
{
    (void)state;
    shell(JX_TEST_COMMAND " batch p.ini --actuals a.csv -o single; head -n 1 a.csv >h.csv; "
                          "sed 1d a.csv | " JX_TEST_COMMAND
                          " batch p.ini --actuals - --header h.csv -o m; cmp single m");
}

// ------------------------------------------------------------------------------------------------ reading

// Bytes that the children read.
static uint64_t count_read(const char *line)
{
    char counted[2 * LINE];
    // the shell waits for the command, whose reading is then counted as its own
    snprintf(
        counted, sizeof counted,
        "a=$(sed -n 's/^rchar: //p' /proc/self/io); %s; sed -n 's/^rchar: //p' /proc/$$/io >.read",
        line);
    shell(counted);
    FILE *file = fopen(".read", "rb");
    uint64_t bytes = 0;
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%" SCNu64, &bytes), 1);
    assert_int_equal(fclose(file), 0);
    (void)unlink(".read");
    return bytes;
}

static void test_reads_its_part(void **state)
{
    (void)state;
    struct stat about;
    put_rows("large.csv", LARGE_ROWS, "0123456789012345678901234567890123456789");
    assert_int_equal(stat("large.csv", &about), 0);
    const uint64_t nothing = count_read(JX_TEST_COMMAND " batch p.ini --actuals a.csv -o m");
    const uint64_t all = count_read(JX_TEST_COMMAND " batch p.ini --actuals large.csv -o m");
    const uint64_t part =
        count_read(JX_TEST_COMMAND " batch p.ini --actuals large.csv --shard 2/4 -o m");
    assert_true(all - nothing >= (uint64_t)about.st_size);
    assert_true(part - nothing <= (uint64_t)about.st_size / 4 + SLACK);
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, refusals, test_refusal);
    JX_ROWS(&all, joins, test_join);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_pipe, enter, leave),
        cmocka_unit_test_setup_teardown(test_reads_its_part, enter, leave),
    };
    const int failed = jx_rows_run(&all, "shards");
    return cmocka_run_group_tests(tests, NULL, NULL) + failed;
}
