// SPDX-License-Identifier: MIT
// Totals of scorecards made by hand: sums, rescaling, grades at and beside their boundaries.
#include "base/decimal.h"
#include "score/total.h"
#include "support/jx_rows.h"
#include "support/score_fixture.h"

enum { ROWS_MOST = 3 };

// An indicator: its weight, then its points, or n for not applicable, m for missing, e for an error.
typedef struct scored {
    const char *weight;
    const char *points;
} scored;

static const struct total_row {
    const char *name;
    const char *full;
    uint32_t places;
    uint32_t rounding;
    scored items[ROWS_MOST];
    const char *total;
    const char *raw_total;
    const char *grade; // NULL: none
    jx_state state;
} totals[] = {
    {"sums up",
     "100",
     2,
     JX_ROUND_HALF_UP,
     {{"60", "59.99"}, {"40", "36.81"}},
     "96.8",
     "96.8",
     "优",
     JX_SCORED},
    {"grades 90 as 优", "100", 2, JX_ROUND_HALF_UP, {{"100", "90"}}, "90", "90", "优", JX_SCORED},
    {"grades 89.99 as 良",
     "100",
     2,
     JX_ROUND_HALF_UP,
     {{"100", "89.99"}},
     "89.99",
     "89.99",
     "良",
     JX_SCORED},
    {"grades 80 as 良", "100", 2, JX_ROUND_HALF_UP, {{"100", "80"}}, "80", "80", "良", JX_SCORED},
    {"grades 79.99 as 中",
     "100",
     2,
     JX_ROUND_HALF_UP,
     {{"100", "79.99"}},
     "79.99",
     "79.99",
     "中",
     JX_SCORED},
    {"grades 60 as 中", "100", 2, JX_ROUND_HALF_UP, {{"100", "60"}}, "60", "60", "中", JX_SCORED},
    {"grades 59.99 as 差",
     "100",
     2,
     JX_ROUND_HALF_UP,
     {{"100", "59.99"}},
     "59.99",
     "59.99",
     "差",
     JX_SCORED},
    {"grades nothing as 差", "100", 2, JX_ROUND_HALF_UP, {{"100", "0"}}, "0", "0", "差", JX_SCORED},
    {"grades in percent of a full score of 90, at 优",
     "90",
     2,
     JX_ROUND_HALF_UP,
     {{"90", "81"}},
     "81",
     "81",
     "优",
     JX_SCORED},
    {"grades in percent of a full score of 90, just under",
     "90",
     2,
     JX_ROUND_HALF_UP,
     {{"90", "80.99"}},
     "80.99",
     "80.99",
     "良",
     JX_SCORED},
    {"grades 89.9966… percent of 30, unrounded, as 良",
     "30",
     3,
     JX_ROUND_HALF_UP,
     {{"30", "26.999"}},
     "26.999",
     "26.999",
     "良",
     JX_SCORED},
    {"grades a full score of 7",
     "7",
     1,
     JX_ROUND_HALF_UP,
     {{"7", "6.3"}},
     "6.3",
     "6.3",
     "优",
     JX_SCORED},
    {"rescales 60 of 90 to 100",
     "100",
     2,
     JX_ROUND_HALF_UP,
     {{"60", "40"}, {"30", "20"}, {"10", "n"}},
     "66.67",
     "60",
     "中",
     JX_SCORED},
    {"rescales by rounding down",
     "100",
     2,
     JX_ROUND_DOWN,
     {{"60", "40"}, {"30", "20"}, {"10", "n"}},
     "66.66",
     "60",
     "中",
     JX_SCORED},
    {"rescales a tie up",
     "100",
     0,
     JX_ROUND_HALF_UP,
     {{"40", "1"}, {"60", "n"}},
     "3",
     "1",
     "差",
     JX_SCORED},
    {"rescales a tie to even",
     "100",
     0,
     JX_ROUND_HALF_EVEN,
     {{"40", "1"}, {"60", "n"}},
     "2",
     "1",
     "差",
     JX_SCORED},
    {"grades what was rescaled and rounded",
     "100",
     2,
     JX_ROUND_HALF_UP,
     {{"30", "26.9999"}, {"70", "n"}},
     "90",
     "26.9999",
     "优",
     JX_SCORED},
    {"rescales to a full score of 90",
     "90",
     2,
     JX_ROUND_HALF_UP,
     {{"40", "40"}, {"50", "n"}},
     "90",
     "40",
     "优",
     JX_SCORED},
    {"counts what is missing as nothing",
     "100",
     2,
     JX_ROUND_HALF_UP,
     {{"60", "60"}, {"40", "m"}},
     "60",
     "60",
     NULL,
     JX_MISSING},
    {"rescales beside what is missing",
     "100",
     2,
     JX_ROUND_HALF_UP,
     {{"40", "40"}, {"40", "m"}, {"20", "n"}},
     "50",
     "40",
     NULL,
     JX_MISSING},
};

typedef struct sample {
    jx_grade grades[4];
    jx_table_row rows[ROWS_MOST];
    jx_outcome outcomes[ROWS_MOST];
    jx_table table;
    jx_observations observations;
    jx_scorecard card;
} sample;

static jx_decimal read_decimal(const char *text)
{
    jx_decimal number = JX_DECIMAL_ZERO;
    assert_true(jx_decimal_parse(jx_str_of(text), &number));
    return number;
}

static void make_item(sample *made, const scored *item)
{
    size_t index = made->table.row_count++;
    jx_outcome *outcome = &made->outcomes[index];
    made->rows[index].weight = read_decimal(item->weight);
    switch (item->points[0]) {
    case 'n':
        outcome->state = JX_NOT_APPLICABLE;
        break;
    case 'm':
        outcome->state = JX_MISSING;
        break;
    case 'e':
        outcome->state = JX_FAULTY;
        made->card.state = JX_FAULTY;
        break;
    default:
        outcome->points = read_decimal(item->points);
        break;
    }
}

static void make(sample *made, const struct total_row *row)
{
    static const char *const names[] = {"优", "良", "中", "差"};
    static const char *const least[] = {"90", "80", "60", "0"};
    memset(made, 0, sizeof *made);
    for (size_t i = 0; i < 4; i++) {
        made->grades[i] = (jx_grade){jx_str_of(names[i]), read_decimal(least[i])};
    }
    made->table = (jx_table){
        .id = JX_STR("demo"),
        .places = row->places,
        .rounding = row->rounding,
        .rescale = true,
        .full = read_decimal(row->full),
        .grades = made->grades,
        .grade_count = 4,
        .rows = made->rows,
    };
    made->observations = (jx_observations){.file = "a.csv", .line = 7};
    made->card = (jx_scorecard){
        .table = &made->table,
        .observations = &made->observations,
        .outcomes = made->outcomes,
    };
    for (size_t i = 0; i < ROWS_MOST && row->items[i].weight != NULL; i++) {
        make_item(made, &row->items[i]);
    }
}

static void test_total(void **state)
{
    const struct total_row *row = *state;
    sample made;
    jx_error err = JX_ERROR(JX_EN);
    make(&made, row);
    assert_int_equal(jx_total(&made.card, &err), JX_OK);
    jx_total_grade(&made.card);
    assert_int_equal(made.card.state, row->state);
    jx_score_expect_number(made.card.total, row->total);
    jx_score_expect_number(made.card.raw_total, row->raw_total);
    assert_int_equal(jx_decimal_sign(made.card.rescaled_from), made.card.rescaled ? 1 : 0);
    jx_expect_text(made.card.grade == NULL ? JX_STR_NONE : made.card.grade->name, row->grade);
}

static void test_error(void **state)
{
    (void)state;
    static const struct total_row row = {
        "", "100", 2,    JX_ROUND_HALF_UP, {{"60", "60"}, {"30", "e"}, {"10", "n"}},
        "", "",    NULL, JX_FAULTY};
    sample made;
    jx_error err = JX_ERROR(JX_EN);
    make(&made, &row);
    assert_int_equal(jx_total(&made.card, &err), JX_OK);
    jx_total_grade(&made.card);
    assert_int_equal(made.card.state, JX_FAULTY);
    assert_null(made.card.grade);
}

static void test_nothing_applicable(void **state)
{
    (void)state;
    static const struct total_row row = {
        "", "100", 2, JX_ROUND_HALF_UP, {{"60", "n"}, {"40", "n"}}, "", "", NULL, JX_FAULTY};
    sample made;
    jx_error err = JX_ERROR(JX_EN);
    make(&made, &row);
    assert_int_equal(jx_total(&made.card, &err), JX_EDATA);
    assert_int_equal(err.message, JX_MESSAGE_NOTHING_APPLICABLE);
    assert_non_null(strstr(err.text, "a.csv:7: project demo: "));
    assert_null(made.card.grade);
}

static void test_grades_of_a_project(void **state)
{
    (void)state;
    static const struct total_row row = {"", "100", 2,    JX_ROUND_HALF_UP, {{"100", "85.5"}},
                                         "", "",    NULL, JX_SCORED};
    sample made;
    jx_error err = JX_ERROR(JX_EN);
    make(&made, &row);
    made.grades[0] = (jx_grade){JX_STR("合格"), read_decimal("85.5")};
    made.grades[1] = (jx_grade){JX_STR("不合格"), read_decimal("0")};
    made.table.grade_count = 2;
    assert_int_equal(jx_total(&made.card, &err), JX_OK);
    jx_total_grade(&made.card);
    jx_expect_text(made.card.grade->name, "合格");
    make_item(&made, &(scored){"1", "0"});
    made.outcomes[0].points = read_decimal("85.49");
    made.card.raw_total = JX_DECIMAL_ZERO;
    assert_int_equal(jx_total(&made.card, &err), JX_OK);
    jx_total_grade(&made.card);
    jx_expect_text(made.card.grade->name, "不合格");
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, totals, test_total);
    jx_rows_add_one(&all, "gives no grade to a project with an error", test_error, NULL);
    jx_rows_add_one(&all, "refuses a project of which nothing applies", test_nothing_applicable,
                    NULL);
    jx_rows_add_one(&all, "grades by a project's own grades", test_grades_of_a_project, NULL);
    return jx_rows_run(&all, "total");
}
