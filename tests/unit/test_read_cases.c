// SPDX-License-Identifier: MIT
// Cases: actuals in either shape, what is expected of them, and tests that could not fail.
#include "base/decimal.h"
#include "read/read_cases.h"
#include "support/jx_folder.h"
#include "support/jx_rows.h"
#include "support/sample_actuals.h"

#define PATH "a.cases.csv"
#define LONG                                                                                       \
  "project,indicator,actual,baseline,points,reason,total,grade,status,months_late,staff\n"

// firms in slots 0 to 3, started in 4 to 7 with months_late in 8, the project's own input staff in 13
static const jx_sheet *sheet(void)
{
    return sample_sheets[0];
}

static void say_number(jx_text *said, const char *name, jx_expectation expected)
{
    static const char *const words[] = {"", "", "error", "missing", "n/a"};
    char number[JX_DECIMAL_TEXT];
    if (expected.what == JX_EXPECTED_NOTHING) {
        return;
    }
    jx_text_put(said, name);
    jx_text_put(said, expected.what == JX_EXPECTED_NUMBER
                          ? jx_decimal_format(expected.number, 0, number).data
                          : words[expected.what]);
    jx_text_put(said, "@");
    jx_text_add_number(said, expected.line);
}

static void say_text(jx_text *said, const char *name, jx_expected_text expected)
{
    if (expected.text.size != 0) {
        jx_text_put(said, name);
        jx_text_add(said, expected.text);
        jx_text_put(said, "@");
        jx_text_add_number(said, expected.line);
    }
}

// NAME: SLOT=CELL… then what is expected of each row, the project's own last
static void say_case(jx_text *said, const jx_case *about)
{
    jx_text_add(said, about->observations.project);
    jx_text_put(said, ":");
    for (uint32_t i = 0; i < sheet()->slot_count; i++) {
        const jx_cell *cell = &about->observations.cells[i];
        if (cell->size != 0) {
            jx_text_put(said, " ");
            jx_text_add_number(said, i);
            jx_text_put(said, "=");
            jx_text_add(said, (jx_str){cell->data, cell->size});
        }
    }
    for (uint32_t i = 0; i < sheet()->row_count; i++) {
        const bool own = i + 1 == sheet()->row_count;
        jx_text_put(said, own ? "; all" : i == 0 ? "; firms" : "; started");
        say_number(said, " ", about->rows[i].points);
        say_text(said, " by ", about->rows[i].reason);
    }
    say_text(said, " grade ", about->grade);
    say_text(said, " status ", about->status);
    jx_text_put(said, "\n");
}

static void say_faults(jx_text *said, const jx_faults *faults)
{
    for (size_t i = 0; i < faults->count; i++) {
        assert_in_range(i, 0, JX_FAULTS_SHOWN - 1);
        jx_text_put(said, faults->shown[i].text);
        jx_text_put(said, "\n");
    }
}

static void say_cases(jx_text *said, jx_cases *cases, jx_faults *faults)
{
    for (bool more = true; more;) {
        jx_case about;
        bool sound = false;
        if (jx_cases_next(cases, faults, &about, &sound, &more) != JX_OK) {
            return;
        }
        if (more && sound) {
            say_case(said, &about);
        }
    }
}

static const struct case_row {
    const char *name;
    const char *bytes;
    const char *said;
} rows[] = {
    {"reads points and codes in the long shape", LONG "a,firms,27,,10.80,below_target,,,,,\n",
     "a: 0=27; firms 10.8@2 by below_target@2; started; all\n"},
    {"reads several rows of a case", LONG "a,firms,27,,9,,,,,,\na,started,2024,,error,,,,,3,\n",
     "a: 0=27 4=2024 8=3; firms 9@2; started error@3; all\n"},
    {"reads the words for states",
     LONG "a,firms,,,missing,,,,,,\nb,firms,,,未填报,,,,,,\nc,firms,不适用,,不适用,,,,,,\n"
          "d,firms,n/a,,n/a,,,,,,\ne,firms,x,,错误,,,,,,\n",
     "a:; firms missing@2; started; all\nb:; firms missing@3; started; all\n"
     "c: 0=不适用; firms n/a@4; started; all\nd: 0=n/a; firms n/a@5; started; all\n"
     "e: 0=x; firms error@6; started; all\n"},
    {"reads numbers in full width", LONG "a,firms,27,,１０．８,,,,,,\n",
     "a: 0=27; firms 10.8@2; started; all\n"},
    {"reads what is expected of the whole in any row",
     LONG "a,firms,27,,,,95,优,scored,,\na,started,2024,,,,,,,,\n",
     "a: 0=27 4=2024; firms; started; all 95@2 grade 优@2 status scored@2\n"},
    {"reads the total as the points of the project's own row",
     LONG "a,firms,27,,,,,,,,\na,,,,95.5,veto,,,,,7\n",
     "a: 0=27 13=7; firms; started; all 95.5@3 by veto@3\n"},
    {"reads a total that is an error", LONG "a,firms,x,,,,error,,error,,\n",
     "a: 0=x; firms; started; all error@2 status error@2\n"},
    {"reads a case without a project's name", "indicator,actual,points\nfirms,27,9\n",
     "dev-2024: 0=27; firms 9@2; started; all\n"},
    {"reads the wide shape",
     "project,firms,firms.points,firms.reason,started,started.points,total,grade,status,x-why\n"
     "a,27,9,below_target,2024,,19,优,scored,why\n",
     "a: 0=27 4=2024; firms 9@2 by below_target@2; started; all 19@2 grade 优@2 status scored@2\n"},
    {"reads the project's own columns with and without their prefix",
     "project,firms,project.total,staff,reason\na,27,19,7,veto\n",
     "a: 0=27 13=7; firms; started; all 19@2 by veto@2\n"},
    {"reads an indicator that nothing is said of beside one that is tested",
     "project,firms,firms.points,started\na,27,9,\n", "a: 0=27; firms 9@2; started; all\n"},
    {"leaves notes alone where nothing is expected",
     "project,firms,firms.points,started.note\na,27,9,later\n",
     "a: 0=27 6=later; firms 9@2; started; all\n"},
    {"reads nothing of an empty file but its head", LONG, ""},

    {"refuses points that are none", LONG "a,firms,27,,ten,,,,,,\n",
     "a.cases.csv:2: project a, indicator firms: expected points, or error, missing or n/a in the "
     "column \"points\", found \"ten\"\n"},
    {"refuses a total that is missing", LONG "a,firms,27,,,,missing,,,,\n",
     "a.cases.csv:2: project a, indicator firms: expected a total or error, found \"missing\"\n"},
    {"refuses a status that is none", LONG "a,firms,27,,9,,,,done,,\n",
     "a.cases.csv:2: project a, indicator firms: expected scored, incomplete or error in the column "
     "\"status\", found \"done\"\n"},
    {"refuses two totals", LONG "a,firms,27,,,,19,,,,\na,started,2024,,,,20,,,,\n",
     "a.cases.csv:3: project a, indicator started: expected total once in a case, it stands at line "
     "2 already\n"},
    {"refuses a total beside the project's own points",
     LONG "a,firms,27,,,,19,,,,\na,,,,19,,,,,,\n",
     "a.cases.csv:3: project a: expected total once in a case, it stands at line 2 already\n"},
    {"refuses two grades", LONG "a,firms,27,,,,,优,,,\na,started,2024,,,,,优,,,\n",
     "a.cases.csv:3: project a, indicator started: expected grade once in a case, it stands at line "
     "2 already\n"},
    {"refuses a total of an indicator in the wide shape", "project,firms,firms.total\na,27,19\n",
     "a.cases.csv:2: project a, indicator firms: what a whole case is expected to give stands in "
     "the column \"total\", found it in \"firms.total\"\n"},
    {"refuses an input named twice", "project,firms,firms.points,staff,project.staff\na,1,1,1,1\n",
     "a.cases.csv:1: expected the column \"project.staff\" once, found it in columns 4 and 5\n"},
    {"refuses a case that expects nothing", LONG "a,firms,27,,,,,,,,\na,started,2024,,,,,,,,\n",
     "a.cases.csv:2: project a: expected a case to state what it expects (points, reason, total, "
     "grade or status), found none of them: such a case cannot fail\n"},
    {"refuses a wide case that expects nothing", "project,firms,total\na,27,19\nb,27,\n",
     "a: 0=27; firms; started; all 19@2\n"
     "a.cases.csv:3: project b: expected a case to state what it expects (points, reason, total, "
     "grade or status), found none of them: such a case cannot fail\n"},
    {"refuses a row that nothing is expected of", LONG "a,firms,27,,9,,,,,,\na,started,,,,,,,,,\n",
     "a.cases.csv:3: project a, indicator started: expected points or a reason for this indicator, "
     "or a total for the case, found none: whatever the indicator earns, the case cannot fail\n"},
    {"refuses a wide actual that nothing is expected of",
     "project,firms,firms.points,started\na,27,9,2024\n",
     "a.cases.csv:2: project a, indicator started: expected points or a reason for this indicator, "
     "or a total for the case, found none: whatever the indicator earns, the case cannot fail\n"},
    {"goes on behind a case that is wrong",
     LONG "a,firms,27,,ten,,,,,,\nb,firms,27,,9,,,,,,\nc,frims,27,,9,,,,,,\n",
     "b: 0=27; firms 9@3; started; all\n"
     "a.cases.csv:2: project a, indicator firms: expected points, or error, missing or n/a in the "
     "column \"points\", found \"ten\"\n"
     "a.cases.csv:4: project c: there is no indicator \"frims\"; did you mean \"firms\"?\n"},
    {"refuses a case that came before",
     LONG "a,firms,27,,9,,,,,,\nb,firms,27,,9,,,,,,\na,firms,27,,9,,,,,,\n",
     "a: 0=27; firms 9@2; started; all\nb: 0=27; firms 9@3; started; all\n"
     "a.cases.csv:4: project a: expected the rows of a project to stand together, found "
     "rows of it before (perhaps in another file or sheet); where several bodies fill in one table, "
     "the project is ID/BODY\n"},
    {"suggests a column", "project,indicator,actual,ponits\na,firms,1,1\n",
     "a.cases.csv:1: there is no column \"ponits\"; did you mean \"points\"?\n"},
    {"suggests a column of the whole", "project,firms,totl\na,1,1\n",
     "a.cases.csv:1: there is no column \"totl\"; did you mean \"total\"?\n"},
    {"ends at an open quote", LONG "a,firms,27,,9,,,,,,\nb,\"firms\n",
     "a.cases.csv:3: expected a quote that closes the one opened here, found none before the end "
     "of the file\n"},
    {"reads GB18030", "project,firms,firms.points\n\xBC\xD7,27,9\n",
     "甲: 0=27; firms 9@2; started; all\n"},
};

static void reads(void **state)
{
    const struct case_row *row = *state;
    jx_cases *cases = NULL;
    jx_faults faults;
    jx_error err = JX_ERROR(JX_EN);
    jx_arena *arena = jx_arena_new();
    jx_text said = jx_text_in(arena);
    jx_faults_init(&faults, JX_EN);
    jx_folder_put_text(PATH, row->bytes);
    if (jx_cases_open(PATH, JX_ENCODING_DETECT, sheet(), &cases, &err) == JX_OK) {
        say_cases(&said, cases, &faults);
    } else {
        (void)jx_faults_take(&faults, &err);
    }
    assert_true(faults.count == 0 || faults.status == JX_EDATA);
    say_faults(&said, &faults);
    assert_string_equal(jx_arena_copy(arena, jx_text_str(&said)).data, row->said);
    jx_cases_close(cases);
    jx_arena_free(arena);
}

int main(void)
{
    static jx_rows all;
    void *folder = NULL;
    JX_ROWS(&all, rows, reads);
    if (jx_folder_enter(&folder) != 0) {
        return 1;
    }
    const int failed = jx_rows_run(&all, "read_cases");
    return jx_folder_leave(&folder) != 0 || failed != 0;
}
