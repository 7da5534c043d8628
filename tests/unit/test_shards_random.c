// SPDX-License-Identifier: MIT
// Small actuals of every kind, cut into shards and joined: the same bytes as those of a run that was never cut, or refused.
#include "support/jx_command.h"
#include "support/jx_folder.h"
#include "support/jx_random.h"

enum { ROUNDS = 100, SHARDS_MOST = 5, ARGUMENTS = 1024, LINE = 256 };

static const char *const PROJECTS[] = {"a", "b", "c"};
static const size_t PROJECT_COUNT = sizeof PROJECTS / sizeof PROJECTS[0];

static void put_projects(void)
{
    for (size_t i = 0; i < PROJECT_COUNT; i++) {
        char path[LINE];
        char text[ARGUMENTS];
        snprintf(path, sizeof path, "%s.ini", PROJECTS[i]);
        snprintf(text, sizeof text,
                 "[project]\nid = %s\nname = %s\nfull = 30\n"
                 "[indicator x]\ncategory = output\nname = x\ntarget = 30\nweight = 10\n"
                 "method = step\ndeduct = 0.4\n"
                 "[indicator y]\ncategory = benefit\nname = y\ntarget = 5\nweight = 20\n",
                 PROJECTS[i], PROJECTS[i]);
        jx_folder_put_text(path, text);
    }
}

// --------------------------------------------------------------------------------------------- actuals

typedef struct maker {
    jx_random random;
    FILE *file;
    const char *line_end;
    bool is_long;
    bool many;   // projects
    size_t next; // number of a name
} maker;

static bool chance(maker *it, size_t percent)
{
    return jx_random_below(&it->random, 100) < percent;
}

static const char *one_of(maker *it, const char *const *words, size_t count)
{
    return words[jx_random_below(&it->random, count)];
}

#define ONE_OF(it, ...)                                                                            \
  one_of((it), (const char *const[]){__VA_ARGS__},                                                 \
         sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static const char *make_cell(maker *it)
{
    return ONE_OF(it, "30", "27", "5", "n/a", "", "3x", " 4", "\"12\"", "\"a,b\"", "\"l\nm\"",
                  "\"\"\"\"", "\",\"\",\n\"");
}

static void put_note(maker *it)
{
    const size_t lines = chance(it, 5) ? jx_random_below(&it->random, 8000) : 0;
    fputs(ONE_OF(it, "", "", "\"年,月\"", "县", "\"a \"\"b\"\" c\"", "\"x\ny\nz,\"\"\n\""),
          it->file);
    if (lines != 0) {
        fputs(",\"", it->file); // one field too many, and long
        for (size_t i = 0; i < lines; i++) {
            fputs("a,1,2\n", it->file);
        }
        fputs("\"", it->file);
    }
}

static void make_name(maker *it, char ret[LINE])
{
    const size_t number = jx_random_below(&it->random, 300) == 0 ? 0 : it->next++;
    snprintf(ret, LINE, "%s%sn%04zu%s", chance(it, 10) ? " " : "",
             it->many ? ONE_OF(it, "a/", "b/", "c/", "zzz/") : "", number,
             ONE_OF(it, "", "", "", " ", "@2/3:7: ", "县"));
    ret[chance(it, 3) ? 0 : strlen(ret)] = '\0';
}

static void put_project(maker *it)
{
    char name[LINE];
    make_name(it, name);
    const size_t rows = it->is_long ? 1 + jx_random_below(&it->random, 3) : 1;
    for (size_t i = 0; i < rows; i++) {
        fprintf(it->file, "%s,", i > 0 && chance(it, 20) ? "" : name);
        if (it->is_long) {
            fprintf(it->file, "%s,%s,", chance(it, 3) ? "" : i % 2 == 0 ? "x" : "y", make_cell(it));
        } else {
            fprintf(it->file, "%s,%s,", make_cell(it), make_cell(it));
        }
        put_note(it);
        fputs(chance(it, 3) ? ",more" : "", it->file);
        fputs(it->line_end, it->file);
    }
    fputs(chance(it, 5) ? it->line_end : "", it->file);
}

static void put_actuals(maker *it, const char *path)
{
    const size_t count = jx_random_below(&it->random, chance(it, 50) ? 5 : 60);
    it->file = fopen(path, "wb");
    assert_non_null(it->file);
    it->is_long = chance(it, 50);
    it->line_end = chance(it, 50) ? "\n" : "\r\n";
    fputs(chance(it, 20) ? "\xEF\xBB\xBF" : "", it->file);
    fputs(it->is_long ? "project,indicator,actual,note" : "project,x,y,x.note", it->file);
    fputs(it->line_end, it->file);
    for (size_t i = 0; i < count; i++) {
        put_project(it);
    }
    assert_int_equal(fclose(it->file), 0);
}

// ------------------------------------------------------------------------------------------------ runs

static bool exists(const char *path)
{
    return access(path, F_OK) == 0;
}

static void score(maker *it, const char *format, const char *more, jx_ran *ran)
{
    char arguments[ARGUMENTS];
    snprintf(arguments, sizeof arguments, "batch %s --actuals in --format %s -j %s %s",
             it->many ? "a.ini b.ini c.ini" : "a.ini", format, ONE_OF(it, "1", "2"), more);
    jx_command_run(".", arguments, ran);
    assert_in_range(ran->code, 0, 4);
}

// False where a shard could not be scored.
static bool score_shards(maker *it, const char *format, size_t count, jx_ran *ran)
{
    bool all = true;
    for (size_t i = 1; i <= count; i++) {
        char more[LINE];
        snprintf(more, sizeof more, "--shard %zu/%zu -o s%zu", i, count, i);
        score(it, format, more, ran);
        snprintf(more, sizeof more, "s%zu", i);
        all &= exists(more);
    }
    return all;
}

// Shards are given last to first. True where they were joined; they may be refused for doubled projects only.
static bool merge(size_t count, jx_ran *ran)
{
    char arguments[ARGUMENTS] = "merge -o merged";
    for (size_t i = count; i > 0; i--) {
        const size_t size = strlen(arguments);
        snprintf(arguments + size, sizeof arguments - size, " s%zu", i);
    }
    jx_command_run(".", arguments, ran);
    if (ran->code == 0) {
        return true;
    }
    assert_int_equal(ran->code, 3);
    assert_non_null(strstr(ran->err, "has the project"));
    return false;
}

static void clean(void)
{
    assert_int_equal(system("rm -rf in s[0-9]* single merged"), 0);
    assert_int_equal(mkdir("in", S_IRWXU), 0);
}

static void test_random(void **state)
{
    jx_folder *folder = *state;
    jx_ran *ran = malloc(sizeof *ran);
    size_t joined = 0;
    assert_non_null(ran);
    put_projects();
    for (size_t i = 0; i < ROUNDS; i++) {
        clean();
        maker it = {.random = jx_random_from(i), .many = i % 2 == 0};
        const char *format = chance(&it, 50) ? "csv" : "jsonl";
        const size_t count = 1 + jx_random_below(&it.random, SHARDS_MOST);
        put_actuals(&it, "in/1.csv");
        if (chance(&it, 30)) {
            put_actuals(&it, "in/2.csv");
            put_actuals(&it, "in/3.csv");
        }
        score(&it, format, "-o single", ran);
        if (!score_shards(&it, format, count, ran) || !merge(count, ran)) {
            continue;
        }
        jx_str single;
        assert_int_equal(
            jx_file_read(folder->arena, "single", SIZE_MAX, JX_EDATA, &single, &folder->err),
            JX_OK);
        jx_str merged;
        assert_int_equal(
            jx_file_read(folder->arena, "merged", SIZE_MAX, JX_EDATA, &merged, &folder->err),
            JX_OK);
        jx_expect_text(merged, jx_arena_copy(folder->arena, single).data);
        joined++;
    }
    assert_true(joined > ROUNDS / 2);
    assert_int_equal(system("rm -rf in .out .err"), 0);
    free(ran);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_random, jx_folder_enter, jx_folder_leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
