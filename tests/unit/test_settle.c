// SPDX-License-Identifier: MIT
// Settling, beside rationals of GMP: the remainder kept exact, bounded and rounded after every loss.
#include "score/settle.h"
#include "support/jx_exact.h"
#include "support/jx_rows.h"

enum { LOSSES_MOST = 6, SEQUENCES = 250000 };

// -------------------------------------------------------------------------------------------- named rows

static const struct settling {
    const char *name;
    const char *weight;
    uint32_t places;
    uint32_t rounding;
    const char *bound;
    const char *losses[LOSSES_MOST]; // decimals, or fractions such as 10/3
    const char *taken[LOSSES_MOST]; // the points, then "of" and what was asked for where it was cut
    const char *left;
} settlings[] = {
    {"takes nothing where nothing is lost", "12", 2, JX_ROUND_HALF_UP, "0", {"0"}, {"0"}, "12"},
    {"rounds 15 less 0.015 up to 14.99",
     "15",
     2,
     JX_ROUND_HALF_UP,
     "0",
     {"0.015"},
     {"0.01"},
     "14.99"},
    {"rounds 15 less 0.015 half to even, to 14.98",
     "15",
     2,
     JX_ROUND_HALF_EVEN,
     "0",
     {"0.015"},
     {"0.02"},
     "14.98"},
    {"rounds 15 less 0.025 half to even, to 14.98",
     "15",
     2,
     JX_ROUND_HALF_EVEN,
     "0",
     {"0.025"},
     {"0.02"},
     "14.98"},
    {"rounds 15 less 0.015 down to 14.98",
     "15",
     2,
     JX_ROUND_DOWN,
     "0",
     {"0.015"},
     {"0.02"},
     "14.98"},
    {"keeps two losses of 0.015 exact between them",
     "15",
     2,
     JX_ROUND_HALF_UP,
     "0",
     {"0.015", "0.015"},
     {"0.01", "0.02"},
     "14.97"},
    {"keeps losses below a half of the last place until they count",
     "10",
     2,
     JX_ROUND_HALF_UP,
     "0",
     {"0.004", "0.004", "0.004"},
     {"0", "0.01", "0"},
     "9.99"},
    {"takes 10/3 three times and leaves nothing",
     "10",
     2,
     JX_ROUND_HALF_UP,
     "0",
     {"10/3", "10/3", "10/3"},
     {"3.33", "3.34", "3.33"},
     "0"},
    {"takes 10/3 three times, rounding down",
     "10",
     2,
     JX_ROUND_DOWN,
     "0",
     {"10/3", "10/3", "10/3"},
     {"3.34", "3.33", "3.33"},
     "0"},
    {"cuts the fourth 10/3 to nothing",
     "10",
     2,
     JX_ROUND_HALF_UP,
     "0",
     {"10/3", "10/3", "10/3", "10/3"},
     {"3.33", "3.34", "3.33", "0 of 3.33"},
     "0"},
    {"takes sevenths of 1 without a remainder",
     "1",
     2,
     JX_ROUND_HALF_UP,
     "0",
     {"2/7", "2/7", "2/7", "1/7"},
     {"0.29", "0.28", "0.29", "0.14"},
     "0"},
    {"does not cut a loss that ends on the bound",
     "12",
     2,
     JX_ROUND_HALF_UP,
     "2",
     {"10"},
     {"10"},
     "2"},
    {"cuts a loss that passes the bound",
     "12",
     2,
     JX_ROUND_HALF_UP,
     "2",
     {"10.01"},
     {"10 of 10.01"},
     "2"},
    {"asks for what is rounded, and cuts by what is exact",
     "12",
     2,
     JX_ROUND_HALF_UP,
     "0",
     {"12.001"},
     {"12 of 12"},
     "0"},
    {"cuts at a bound with more places than points have",
     "12",
     2,
     JX_ROUND_HALF_UP,
     "0.005",
     {"20"},
     {"11.99 of 20"},
     "0.01"},
    {"rounds to whole points", "12", 0, JX_ROUND_HALF_UP, "0", {"0.5", "0.5"}, {"0", "1"}, "11"},
    {"rounds to four places",
     "12",
     4,
     JX_ROUND_HALF_UP,
     "0",
     {"1/3", "0.00005"},
     {"0.3333", "0.0001"},
     "11.6666"},
};

static jx_ratio read_ratio(const char *text)
{
    jx_ratio ratio;
    jx_decimal numerator;
    jx_decimal denominator = jx_decimal_make(1, 0);
    jx_str rest = jx_str_of(text);
    jx_str above = jx_str_next(&rest, '/');
    assert_true(jx_decimal_parse(above, &numerator));
    assert_true(rest.data == NULL || jx_decimal_parse(rest, &denominator));
    assert_true(jx_ratio_make(numerator, denominator, &ratio));
    return ratio;
}

static jx_decimal read_decimal(const char *text)
{
    jx_decimal number = JX_DECIMAL_ZERO;
    assert_true(jx_decimal_parse(jx_str_of(text), &number));
    return number;
}

static void test_settling(void **state)
{
    const struct settling *row = *state;
    jx_decimal weight = read_decimal(row->weight);
    jx_remainder remainder = jx_settle_start(weight, row->places, row->rounding);
    for (size_t i = 0; i < LOSSES_MOST && row->losses[i] != NULL; i++) {
        jx_taken taken;
        char text[2 * JX_DECIMAL_TEXT + 4];
        assert_true(jx_settle_take(&remainder, read_ratio(row->losses[i]), read_decimal(row->bound),
                                   &taken));
        jx_str points = jx_decimal_format(taken.points, 0, text);
        if (taken.cut) {
            memcpy(text + points.size, " of ", 4);
            jx_decimal_format(taken.asked, 0, text + points.size + 4);
        }
        assert_string_equal(text, row->taken[i]);
    }
    char left[JX_DECIMAL_TEXT];
    assert_string_equal(jx_decimal_format(remainder.rounded, 0, left).data, row->left);
}

static void test_loss_below_the_bound(void **state)
{
    (void)state;
    jx_taken taken;
    jx_remainder remainder = jx_settle_start(jx_decimal_make(12, 0), 2, JX_ROUND_HALF_UP);
    assert_true(jx_settle_take(&remainder, read_ratio("12"), JX_DECIMAL_ZERO, &taken));
    assert_true(jx_settle_take(&remainder, read_ratio("1"), jx_decimal_make(5, 0), &taken));
    assert_true(taken.cut);
    assert_int_equal(jx_decimal_sign(taken.points), 0);
    assert_int_equal(jx_decimal_sign(remainder.rounded), 0);
}

static void test_figures_too_long(void **state)
{
    (void)state;
    jx_taken taken;
    jx_remainder remainder = jx_settle_start(jx_decimal_make(12, 0), 2, JX_ROUND_HALF_UP);
    assert_true(jx_settle_take(&remainder, read_ratio("1/999999999999999999999999999999977"),
                               JX_DECIMAL_ZERO, &taken));
    jx_remainder before = remainder;
    assert_false(jx_settle_take(&remainder, read_ratio("1/999999999999999999999999999999947"),
                                JX_DECIMAL_ZERO, &taken));
    assert_memory_equal(&remainder.exact, &before.exact, sizeof before.exact);
    assert_memory_equal(&remainder.rounded, &before.rounded, sizeof before.rounded);
}

// ------------------------------------------------------------------------------------------- random ones

typedef struct oracle {
    jx_exact exact;
    mpq_t left;    // exact
    mpq_t rounded; // of what was left before
    mpq_t points;  // of the loss
    mpq_t bound;
    mpq_t now;
    mpq_t difference;
    mpq_t sum; // of what was taken
} oracle;

static void begin_oracle(oracle *by, uint64_t seed)
{
    jx_exact_init(&by->exact, seed);
    mpq_inits(by->left, by->rounded, by->points, by->bound, by->now, by->difference, by->sum, NULL);
}

static void end_oracle(oracle *by)
{
    mpq_clears(by->left, by->rounded, by->points, by->bound, by->now, by->difference, by->sum,
               NULL);
    jx_exact_clear(&by->exact);
}

// A decimal below 1000 or so with `places` places, and the same as a rational.
static jx_decimal draw_decimal(oracle *by, uint32_t places, uint32_t bound, mpq_t ret)
{
    uint32_t tens = 1;
    for (uint32_t i = 0; i < places; i++) {
        tens *= 10;
    }
    uint32_t units = jx_exact_below(&by->exact, bound * tens + 1);
    mpq_set_ui(ret, units, tens);
    mpq_canonicalize(ret);
    return jx_decimal_make(units, places);
}

static jx_ratio draw_loss(oracle *by)
{
    static const struct {
        uint32_t above, below;
    } named[] = {{15, 1000}, {10, 3}, {1, 7}, {5, 1000}, {25, 1000}, {1, 3}, {2, 3}, {0, 1}};
    uint32_t above = 0;
    uint32_t below = 1;
    switch (jx_exact_below(&by->exact, 4)) {
    case 0: {
        size_t which = jx_exact_below(&by->exact, sizeof named / sizeof named[0]);
        above = named[which].above;
        below = named[which].below;
        break;
    }
    case 1:
        return jx_ratio_of(draw_decimal(by, jx_exact_below(&by->exact, 6), 12, by->points));
    case 2:
        below = 1 + jx_exact_below(&by->exact, 13);
        above = jx_exact_below(&by->exact, 12 * below);
        break;
    default:
        below = 1 + jx_exact_below(&by->exact, 9999);
        above = jx_exact_below(&by->exact, 6 * below);
        break;
    }
    mpq_set_ui(by->points, above, below);
    mpq_canonicalize(by->points);
    return (jx_ratio){jx_decimal_make(above, 0), jx_decimal_make(below, 0)};
}

static void settle_exactly(oracle *by, const jx_remainder *remainder, const jx_taken *taken)
{
    mpq_sub(by->now, by->left, by->points);
    bool cut = mpq_cmp(by->now, by->bound) < 0;
    if (cut) {
        mpq_set(by->now, mpq_cmp(by->left, by->bound) < 0 ? by->left : by->bound);
        jx_exact_round(&by->exact, by->points, remainder->places, remainder->rounding,
                       by->difference);
        jx_exact_expect(&by->exact, taken->asked, by->difference);
    }
    assert_int_equal(taken->cut, cut);
    mpq_set(by->left, by->now);
    jx_exact_round(&by->exact, by->left, remainder->places, remainder->rounding, by->now);
    jx_exact_expect(&by->exact, remainder->rounded, by->now);
    mpq_sub(by->difference, by->rounded, by->now);
    jx_exact_expect(&by->exact, taken->points, by->difference);
    mpq_set(by->rounded, by->now);
    mpq_add(by->sum, by->sum, by->difference);
}

static void settle_sequence(oracle *by)
{
    mpq_t weight;
    mpq_init(weight);
    uint32_t places = jx_exact_below(&by->exact, 5);
    uint32_t rounding = jx_exact_below(&by->exact, 3);
    jx_decimal full = draw_decimal(by, places, 30, weight);
    jx_decimal floor = JX_DECIMAL_ZERO;
    if (jx_exact_below(&by->exact, 2) == 0) {
        floor = draw_decimal(by, jx_exact_below(&by->exact, places + 1), 6, by->bound);
    }
    uint32_t losses = 1 + jx_exact_below(&by->exact, LOSSES_MOST);
    uint32_t of_method = jx_exact_below(&by->exact, losses + 1); // these are bounded by the floor
    jx_remainder remainder = jx_settle_start(full, places, rounding);
    mpq_set(by->left, weight);
    mpq_set(by->rounded, weight);
    mpq_set_ui(by->sum, 0, 1);
    for (uint32_t i = 0; i < losses; i++) {
        jx_taken taken;
        jx_decimal bound = i < of_method ? floor : JX_DECIMAL_ZERO;
        jx_exact_of(&by->exact, bound, by->bound);
        jx_ratio points = draw_loss(by);
        assert_true(jx_settle_take(&remainder, points, bound, &taken));
        settle_exactly(by, &remainder, &taken);
    }
    mpq_sub(by->difference, weight, by->sum);
    jx_exact_expect(&by->exact, remainder.rounded, by->difference);
    mpq_clear(weight);
}

static void test_random_sequences(void **state)
{
    (void)state;
    oracle by;
    begin_oracle(&by, 20240101);
    for (int i = 0; i < SEQUENCES; i++) {
        settle_sequence(&by);
    }
    end_oracle(&by);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, settlings, test_settling);
    jx_rows_add_one(&all, "gives nothing back where less is left than the bound",
                    test_loss_below_the_bound, NULL);
    jx_rows_add_one(&all, "leaves the remainder alone where figures are too long",
                    test_figures_too_long, NULL);
    jx_rows_add_one(&all, "settles random losses as rationals do", test_random_sequences, NULL);
    return jx_rows_run(&all, "settle");
}
