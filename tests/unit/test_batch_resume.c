// SPDX-License-Identifier: MIT
// A run that was killed goes on to the bytes of one that was not; another run's journal is refused.
#include "base/sanitized.h"
#include "support/jx_command.h"
#include "support/jx_folder.h"
#include "support/jx_random.h"
#include "support/jx_rows.h"

#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#define JOURNAL "out.csv.jixiao-journal"
#define PART    "out.csv.jixiao-part"

enum {
    ROWS = 40000,
    KILLS = JIXIAO_SANITIZED ? 30 : 220,
    TRIES = 20 * KILLS,
    TEXT = 4096,
    THOUSAND = 1000,
    MILLION = 1000000
};

static const char project[] =
    "[project]\nid = demo\nname = 示例\nyear = 2024\nscript = late.lua\n"
    "[indicator firms]\ncategory = output\nname = 企业\nunit = 家\ntarget = 30\nweight = 60\n"
    "method = step\ndeduct = 2\n"
    "[indicator growth]\ncategory = benefit\nname = 增速\nmeasure = growth\ntarget = 0\nweight = 40\n"
    "method = step\ndeduct = 1\n";

static const char script[] =
    "return { inputs = { late = { type = 'integer', default = 0, en = 'late' } },\n"
    "  run = function(ctx) if ctx.input.late > 0 then\n"
    "    ctx:deduct { points = 1, code = 'late', message = 'late' } end end }\n";

// Names out of order, some that came before, faults of several kinds, two files.
static void put_rows(const char *path, int from, int to)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("project,firms,growth,project.late\n", file);
    for (int i = from; i < to; i++) {
        const int name = i % 997 == 5 ? i / 2 : i * 7 % ROWS;
        fprintf(file, "demo/%d,%s%d,%d.%d%%,%s\n", name, i % 501 == 7 ? "x" : "", i % 40, i % 9 - 4,
                i % 10, i % 13 == 0 ? "1" : "");
    }
    assert_int_equal(fclose(file), 0);
}

static void put_files(void)
{
    jx_folder_put_text("p.ini", project);
    jx_folder_put_text("late.lua", script);
    (void)mkdir("actuals", 0755);
    put_rows("actuals/1.csv", 0, ROWS / 3);
    put_rows("actuals/2.csv", ROWS / 3, ROWS);
}

static jx_str read_file(jx_arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    const long size = ftell(file);
    rewind(file);
    char *bytes = jx_arena_alloc(arena, (size_t)size + 1);
    assert_int_equal(fread(bytes, 1, (size_t)size, file), size);
    fclose(file);
    return (jx_str){bytes, (size_t)size};
}

static void forget(void)
{
    (void)remove("out.csv");
    (void)remove(JOURNAL);
    (void)remove(PART);
}

static bool exists(const char *path)
{
    return access(path, F_OK) == 0;
}

static void send_errors_to(const char *path)
{
    if (freopen(path, "w", stderr) == NULL) {
        _exit(1);
    }
}

static pid_t start(const char *workers)
{
    const pid_t child = fork();
    if (child == 0) {
        send_errors_to("/dev/null");
        execl(JX_TEST_COMMAND, "jixiao", "batch", "p.ini", "--actuals", "actuals", "-o", "out.csv",
              "--resume", "--lang", "en", "-j", workers, (char *)NULL);
        _exit(1);
    }
    return child;
}

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * (int64_t)MILLION + time.tv_nsec / THOUSAND;
}

// How long a run takes, in microseconds; its results are the ones to come to.
static int64_t run_whole(jx_arena *arena, jx_str *ret)
{
    int status = -1;
    forget();
    const int64_t begun = now();
    const pid_t child = start("2");
    assert_int_equal(waitpid(child, &status, 0), child);
    const int64_t took = now() - begun;
    assert_int_equal(WEXITSTATUS(status), 3);
    assert_false(exists(JOURNAL) || exists(PART));
    *ret = read_file(arena, "out.csv");
    assert_true(remove("out.csv") == 0 && ret->size > ROWS);
    return took;
}

static void expect_bytes(jx_arena *arena, jx_str whole)
{
    const jx_str found = read_file(arena, "out.csv");
    assert_int_equal(found.size, whole.size);
    assert_memory_equal(found.data, whole.data, whole.size);
}

static void expect_results(jx_arena *arena, jx_str whole)
{
    expect_bytes(arena, whole);
    assert_false(exists(JOURNAL) || exists(PART));
}

static void run(const char *more, jx_ran *ret)
{
    char arguments[TEXT];
    snprintf(arguments, sizeof arguments,
             "batch p.ini --actuals actuals -o out.csv --resume --lang en %s", more);
    jx_command_run(".", arguments, ret);
}

// Kills runs at random moments until so many were; those that came to an end came to the same bytes.
static void test_killed(void **state)
{
    (void)state;
    jx_random random = jx_random_from(9);
    jx_arena *arena = jx_arena_new();
    size_t killed = 0;
    size_t gone_on = 0;
    jx_str whole;
    put_files();
    const int64_t took = run_whole(arena, &whole);
    for (size_t i = 0; killed < KILLS && i < TRIES; i++) {
        const bool before = exists(JOURNAL);
        const pid_t child = start(i % 2 == 0 ? "2" : "1");
        const int64_t wait = (int64_t)jx_random_below(&random, (size_t)(took * 9 / 10));
        const struct timespec nap = {wait / MILLION, wait % MILLION * THOUSAND};
        int status = -1;
        nanosleep(&nap, NULL);
        (void)kill(child, SIGKILL);
        assert_int_equal(waitpid(child, &status, 0), child);
        killed += WIFSIGNALED(status);
        gone_on += before && !WIFSIGNALED(status);
        if (exists("out.csv")) { // a journal may still lie beside it
            expect_bytes(arena, whole);
            remove("out.csv");
        }
    }
    print_message("killed %zu times, gone on to the end %zu times\n", killed, gone_on);
    assert_true(killed >= KILLS && gone_on > 0);
    static jx_ran ran;
    run("", &ran);
    assert_int_equal(ran.code, 3);
    expect_results(arena, whole);
    jx_arena_free(arena);
}

// Stops a run half way: what it has written may not exceed so many bytes.
static void stop_half_way(size_t bytes)
{
    const pid_t child = fork();
    int status = -1;
    if (child == 0) {
        const struct rlimit most = {bytes, bytes};
        (void)setrlimit(RLIMIT_FSIZE, &most);
        (void)signal(SIGXFSZ, SIG_IGN);
        send_errors_to("stopped.txt");
        execl(JX_TEST_COMMAND, "jixiao", "batch", "p.ini", "--actuals", "actuals", "-o", "out.csv",
              "--resume", "--lang", "en", (char *)NULL);
        _exit(1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(WEXITSTATUS(status), 5);
    assert_false(exists("out.csv"));
    assert_true(exists(JOURNAL) && exists(PART));
}

static void cut_file(const char *path, size_t bytes)
{
    struct stat about;
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(truncate(path, (off_t)((size_t)about.st_size > bytes ? bytes : 0)), 0);
}

// A full disk, a journal and results that did not reach it whole: whatever holds is gone on with.
static void test_torn(void **state)
{
    (void)state;
    static jx_ran ran;
    jx_random random = jx_random_from(3);
    jx_arena *arena = jx_arena_new();
    jx_str whole;
    put_files();
    (void)run_whole(arena, &whole);
    for (size_t i = 0; i < (JIXIAO_SANITIZED ? 4 : 24); i++) {
        forget();
        stop_half_way(whole.size * 3 / 4);
        const jx_str said = read_file(arena, "stopped.txt");
        assert_non_null(strstr(said.data, "out.csv: cannot be written: File too large"));
        if (i % 3 == 1) {
            cut_file(JOURNAL, jx_random_below(&random, 1000000));
        } else if (i % 3 == 2) {
            cut_file(PART, jx_random_below(&random, whole.size));
            assert_int_equal(truncate(PART, (off_t)whole.size), 0); // zeros, as after a power cut
        }
        run("", &ran);
        assert_int_equal(ran.code, 3);
        expect_results(arena, whole);
    }
    jx_arena_free(arena);
}

// --------------------------------------------------------------------------------------------- refusals

static void touch_actuals(void)
{
    FILE *file = fopen("actuals/2.csv", "a");
    fputs("demo/x,30,1%,\n", file);
    fclose(file);
}

static void touch_project(void)
{
    FILE *file = fopen("p.ini", "a");
    fputs("; touched\n", file);
    fclose(file);
}

static void touch_script(void)
{
    FILE *file = fopen("late.lua", "a");
    fputs("-- touched\n", file);
    fclose(file);
}

static void leave_alone(void)
{
}

static void put_something_else(void)
{
    jx_folder_put_text(
        JOURNAL,
        "something else, and more of it than a head would have, so that it cannot be one\n");
}

// As after a power cut.
static void blank(void)
{
    static const char zeros[4096];
    FILE *file = fopen(JOURNAL, "r+");
    assert_non_null(file);
    assert_int_equal(fwrite(zeros, 1, sizeof zeros, file), sizeof zeros);
    fclose(file);
}

static const struct row {
    const char *name;
    void (*change)(void);
    const char *more; // arguments
    int code;
    const char *says;
} rows[] = {
    {"refuses other actuals", touch_actuals, "", 2,
     "out.csv.jixiao-journal: this is the journal of another run: the actuals differ from what they "
     "were then; to score from the beginning delete this file"},
    {"refuses another project file", touch_project, "", 2,
     "the project files or their paths differ"},
    {"refuses another script", touch_script, "", 2, "the scripts or their paths differ"},
    {"refuses another plugin", leave_alone, "--plugin-path other", 2, "the plugins differ"},
    {"refuses another format", leave_alone, "--format jsonl", 2, "options, settings"},
    {"refuses another encoding", leave_alone, "--encoding utf-8", 2,
     "names or encoding of the actuals' files differ"},
    {"refuses another language", leave_alone, "--lang zh", 2, "选项、设置或程序版本与当时不同"},
    {"refuses what is no journal", put_something_else, "", 2,
     "expected the journal of a batch, found something else"},
    {"begins anew where the journal is of zeros", blank, "", 3, ""},
    {"goes on with another number of workers", leave_alone, "-j 5", 3, ""},
};

static void put_other_plugins(void)
{
    assert_int_equal(system("mkdir -p other && cp '" JX_TEST_PLUGIN_DIR "'/*.so other/ && "
                            "for i in other/*.so; do echo >>$i; done"),
                     0);
}

static void test_row(void **state)
{
    const struct row *row = *state;
    static jx_ran ran;
    forget();
    put_files();
    put_other_plugins();
    stop_half_way(ROWS * 20);
    row->change();
    run(row->more, &ran);
    assert_int_equal(ran.code, row->code);
    if (strstr(ran.err, row->says) == NULL) {
        print_error("found: %s\n", ran.err);
    }
    assert_non_null(strstr(ran.err, row->says));
    assert_int_equal(exists("out.csv"), row->code == 3);
    assert_int_equal(exists(JOURNAL), row->code != 3);
}

static void test_busy(void **state)
{
    (void)state;
    static jx_ran ran;
    forget();
    put_files();
    stop_half_way(ROWS * 20);
    const int file = open(JOURNAL, O_RDONLY);
    assert_int_equal(flock(file, LOCK_EX), 0);
    run("", &ran);
    close(file);
    assert_int_equal(ran.code, 2);
    assert_string_equal(ran.err, "jixiao: out.csv.jixiao-journal: another run is at work with this "
                                 "journal: wait until it has ended\n");
}

static void expect_usage(const char *arguments, const char *says)
{
    static jx_ran ran;
    jx_command_run(".", arguments, &ran);
    assert_int_equal(ran.code, 2);
    assert_string_equal(ran.err, says);
}

static void test_usage(void **state)
{
    (void)state;
    put_files();
    forget();
    expect_usage(
        "batch p.ini --actuals actuals --resume",
        "jixiao: -: --resume needs a regular file, named by -o, that the next run can go on "
        "with\n");
    expect_usage(
        "batch p.ini --actuals actuals --resume -o /dev/null",
        "jixiao: /dev/null: --resume needs a regular file, named by -o, that the next run can "
        "go on with\n");
    expect_usage(
        "batch p.ini --actuals - --resume -o out.csv </dev/null",
        "jixiao: -: --resume needs actuals in regular files: a pipe or standard input cannot "
        "be read again\n");
    assert_false(exists("out.csv"));
}

int main(void)
{
    jx_rows all = {.count = 0};
    const jx_folder_test tests[] = {
        {"comes to the same bytes wherever it is killed", test_killed},
        {"comes to the same bytes whatever was lost", test_torn},
        {"refuses a journal that is at work", test_busy},
        {"says what a journal needs", test_usage},
    };
    JX_ROWS(&all, rows, test_row);
    return jx_folder_run(&all, tests, sizeof tests / sizeof tests[0], "batch_resume");
}
