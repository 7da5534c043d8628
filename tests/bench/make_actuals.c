// SPDX-License-Identifier: MIT
// Actuals of conf/industry-development-2024.ini for benchmarks: make_actuals N [--seed S] [--broken PERCENT] [--truth FILE] [--long]
// The same arguments give the same bytes everywhere. Of each hundred rows --broken breaks so many, in one of ten ways in turn, each
// of which is an error of that one project; --truth tells of each its line, the way and the project.
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    BUFFER_SIZE = 1 << 18,
    ROW_MOST = 1024,
    TEXT_MOST = 40,
    HUNDRED = 100,
    MOST_ROWS = 9999999, // ids have seven digits
    MOST_BROKEN = 99,    // the first row of each hundred stays whole, so that it can be repeated
};

typedef enum column {
    COST,
    ENTERPRISES,
    VALUE_ADDED,
    DATE,
    REVENUE,
    SATISFACTION,
    PAID,
    BUDGET,
    COLUMNS
} column;

static const char *const column_names[COLUMNS] = {
    "cost-control",         "innovative-smes",           "industrial-value-added",
    "execution-timeliness", "enterprise-revenue",        "public-satisfaction",
    "budget-execution",     "budget-execution.baseline",
};

typedef enum spoiling { ANOTHER_TEXT, FIELD_TOO_FEW, FIELD_TOO_MANY, EARLIER_PROJECT } spoiling;

// A way in which a row is broken: a text where another should be, or something about the row.
typedef struct breaking_way {
    const char *name;
    spoiling spoiling;
    column column;
    const char *text;
} breaking_way;

static const breaking_way ways[] = {
    {"a word for a number", ANOTHER_TEXT, COST, "about"},
    {"an unknown level", ANOTHER_TEXT, SATISFACTION, "很好"},
    {"a count that is not whole", ANOTHER_TEXT, ENTERPRISES, "27.5"},
    {"a negative count", ANOTHER_TEXT, ENTERPRISES, "-3"},
    {"an impossible date", ANOTHER_TEXT, DATE, "2024-02-30"},
    {"a growth without % and baseline", ANOTHER_TEXT, VALUE_ADDED, "3.22"},
    {"a baseline of 0", ANOTHER_TEXT, BUDGET, "0"},
    {"a field too few", FIELD_TOO_FEW, BUDGET, ""},
    {"a field too many", FIELD_TOO_MANY, BUDGET, "7"},
    {"a project that came before", EARLIER_PROJECT, COST, ""},
};

enum { WAYS = sizeof ways / sizeof ways[0] };

static const char *const levels[] = {"非常满意", "较为满意", "满意", "基本满意", "不满意"};

typedef struct actuals_maker {
    // two states of random numbers, so that whole rows are the same whatever is broken beside them
    uint64_t values;
    uint64_t breaks;
    int64_t rows;
    int64_t broken_percent;
    int64_t broken;   // so far
    int64_t to_break; // of this hundred
    int64_t line;
    bool is_long;
    FILE *truth;
    size_t used;
    char buffer[BUFFER_SIZE];
} actuals_maker;

typedef struct actuals_row {
    int64_t project;
    const breaking_way *broken; // or NULL
    char texts[COLUMNS][TEXT_MOST];
} actuals_row;

// ------------------------------------------------------------------------------------------ values

// A number below `below`: the upper half of a linear congruential generator, whose lower bits repeat early.
static int64_t draw(uint64_t *state, int64_t below)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (int64_t)(((*state >> 32) * (uint64_t)below) >> 32);
}

static char *put_text(char *at, const char *text)
{
    size_t size = strlen(text);
    memcpy(at, text, size);
    return at + size;
}

static char *put_digits(char *at, int64_t value, int width)
{
    char digits[TEXT_MOST];
    int count = 0;
    while (value > 0 || count < width) {
        digits[count++] = (char)('0' + value % 10);
        value /= 10;
    }
    while (count > 0) {
        *at++ = digits[--count];
    }
    return at;
}

// Hundredths as a number with two decimals.
static char *put_hundredths(char *at, int64_t value)
{
    if (value < 0) {
        *at++ = '-';
        value = -value;
    }
    at = put_digits(at, value / HUNDRED, 1);
    *at++ = '.';
    return put_digits(at, value % HUNDRED, 2);
}

// Two of three grow by up to 15 %; most others fall by up to 20 %, a few so far that nothing is left.
static void fill_growth(actuals_maker *maker, char *text)
{
    int64_t kind = draw(&maker->values, HUNDRED);
    int64_t fallen = kind < 95 ? 2000 : 15000;
    char *end = put_hundredths(text, kind < 65 ? draw(&maker->values, 1500)
                                               : -1 - draw(&maker->values, fallen));
    memcpy(end, "%", 2);
}

static void fill_date(actuals_maker *maker, char *text)
{
    int64_t other = draw(&maker->values, 2) == 0 ? 2023 : 2025;
    char *at = put_digits(text, draw(&maker->values, HUNDRED) < 93 ? 2024 : other, 4);
    *at++ = '-';
    at = put_digits(at, 1 + draw(&maker->values, 12), 2);
    *at++ = '-';
    *put_digits(at, 1 + draw(&maker->values, 28), 2) = '\0';
}

// Rates of whole hundredths of a percent, any rates of 50 to 100 %, more than was budgeted.
static void fill_payment(actuals_maker *maker, char *paid_text, char *budget_text)
{
    int64_t budget = (1 + draw(&maker->values, 1000)) * 10000;
    int64_t kind = draw(&maker->values, HUNDRED);
    int64_t paid = budget * HUNDRED;
    if (kind < 45) {
        paid = budget * (5000 + draw(&maker->values, 5001)) / HUNDRED;
    } else if (kind < 90) {
        paid -= draw(&maker->values, budget * 50 + 1);
    } else {
        paid += draw(&maker->values, budget * 10);
    }
    *put_hundredths(paid_text, paid) = '\0';
    *put_digits(budget_text, budget, 1) = '\0';
}

static const char *choose_level(actuals_maker *maker)
{
    int64_t at = draw(&maker->values, HUNDRED);
    return levels[at < 35 ? 0 : at < 60 ? 1 : at < 80 ? 2 : at < 95 ? 3 : 4];
}

static void fill_row(actuals_maker *maker, actuals_row *row)
{
    bool kept = draw(&maker->values, HUNDRED) < 85;
    int64_t cost = kept ? 8500 + draw(&maker->values, 1501) : 10001 + draw(&maker->values, 3000);
    *put_hundredths(row->texts[COST], cost) = '\0';
    int64_t count = draw(&maker->values, HUNDRED) < 70 ? 30 + draw(&maker->values, 30)
                                                       : draw(&maker->values, 30);
    *put_digits(row->texts[ENTERPRISES], count, 1) = '\0';
    fill_growth(maker, row->texts[VALUE_ADDED]);
    fill_date(maker, row->texts[DATE]);
    fill_growth(maker, row->texts[REVENUE]);
    *put_text(row->texts[SATISFACTION], choose_level(maker)) = '\0';
    fill_payment(maker, row->texts[PAID], row->texts[BUDGET]);
}

// ------------------------------------------------------------------------------------------ breaking

// Of the rows of this hundred that are left, each is as likely as another to be broken.
static bool is_broken(actuals_maker *maker, int64_t index)
{
    int64_t at = index % HUNDRED;
    if (at == 0) {
        maker->to_break = maker->broken_percent;
        return false;
    }
    return draw(&maker->breaks, HUNDRED - at) < maker->to_break;
}

// The first of an earlier hundred, or of all.
static int64_t choose_earlier(actuals_maker *maker, int64_t index)
{
    int64_t hundreds = index / HUNDRED;
    return 1 + (hundreds > 0 ? draw(&maker->breaks, hundreds) : 0) * HUNDRED;
}

static void break_row(actuals_maker *maker, actuals_row *row, int64_t index)
{
    const breaking_way *way = &ways[maker->broken % WAYS];
    maker->to_break--;
    maker->broken++;
    row->broken = way;
    if (way->spoiling == ANOTHER_TEXT) {
        *put_text(row->texts[way->column], way->text) = '\0';
    } else if (way->spoiling == EARLIER_PROJECT) {
        row->project = choose_earlier(maker, index);
    }
}

static void tell_truth(const actuals_maker *maker, const actuals_row *row, column at)
{
    bool told = row->broken != NULL && maker->truth != NULL &&
                (!maker->is_long || row->broken->column == at ||
                 (row->broken->column == BUDGET && at == PAID));
    if (told) {
        fprintf(maker->truth, "%lld\t%s\tP%07lld\n", (long long)maker->line, row->broken->name,
                (long long)row->project);
    }
}

// ------------------------------------------------------------------------------------------ writing

static bool flush_rows(actuals_maker *maker)
{
    for (size_t done = 0; done < maker->used;) {
        ssize_t written = write(STDOUT_FILENO, maker->buffer + done, maker->used - done);
        if (written < 0) {
            perror("make_actuals");
            return false;
        }
        done += (size_t)written;
    }
    maker->used = 0;
    return true;
}

static char *put_project(char *at, const actuals_row *row)
{
    *at++ = 'P';
    return put_digits(at, row->project, 7);
}

static bool has_spoiling(const actuals_row *row, spoiling kind)
{
    return row->broken != NULL && row->broken->spoiling == kind;
}

static char *put_field(char *at, const char *text)
{
    *at++ = ',';
    return put_text(at, text);
}

static char *put_line_end(actuals_maker *maker, char *at)
{
    maker->line++;
    *at++ = '\n';
    return at;
}

static char *put_wide(actuals_maker *maker, const actuals_row *row, char *at)
{
    tell_truth(maker, row, COST);
    at = put_project(at, row);
    for (int i = 0; i < COLUMNS - has_spoiling(row, FIELD_TOO_FEW); i++) {
        at = put_field(at, row->texts[i]);
    }
    if (has_spoiling(row, FIELD_TOO_MANY)) {
        at = put_field(at, row->broken->text);
    }
    return put_line_end(maker, at);
}

static char *put_long(actuals_maker *maker, const actuals_row *row, char *at)
{
    for (int i = COST; i <= PAID; i++) {
        tell_truth(maker, row, (column)i);
        at = put_project(at, row);
        at = put_field(at, column_names[i]);
        at = put_field(at, row->texts[i]);
        if (i != PAID || !has_spoiling(row, FIELD_TOO_FEW)) {
            at = put_field(at, i == PAID ? row->texts[BUDGET] : "");
        }
        if (i == PAID && has_spoiling(row, FIELD_TOO_MANY)) {
            at = put_field(at, row->broken->text);
        }
        at = put_line_end(maker, at);
    }
    return at;
}

static char *put_head(actuals_maker *maker, char *at)
{
    at = put_text(at, "project");
    if (maker->is_long) {
        return put_line_end(maker, put_text(at, ",indicator,actual,baseline"));
    }
    for (int i = 0; i < COLUMNS; i++) {
        at = put_field(at, column_names[i]);
    }
    return put_line_end(maker, at);
}

static bool make_rows(actuals_maker *maker)
{
    maker->breaks = ~maker->values;
    maker->line = 1;
    maker->used = (size_t)(put_head(maker, maker->buffer) - maker->buffer);
    for (int64_t i = 0; i < maker->rows; i++) {
        actuals_row row = {.project = i + 1};
        fill_row(maker, &row);
        if (maker->broken_percent > 0 && is_broken(maker, i)) {
            break_row(maker, &row, i);
        }
        char *at = maker->buffer + maker->used;
        at = maker->is_long ? put_long(maker, &row, at) : put_wide(maker, &row, at);
        maker->used = (size_t)(at - maker->buffer);
        if (maker->used > BUFFER_SIZE - ROW_MOST && !flush_rows(maker)) {
            return false;
        }
    }
    return flush_rows(maker);
}

// ------------------------------------------------------------------------------------------ arguments

static bool read_number(const char *text, int64_t most, int64_t *ret)
{
    char *end;
    long long value = strtoll(text, &end, 10);
    *ret = value;
    return end != text && *end == '\0' && value >= 0 && value <= most;
}

// Reads the option at `at` and what follows it; how many arguments that were, 0 if it is none.
static int read_option(actuals_maker *maker, char **arguments, int count)
{
    int64_t seed;
    if (strcmp(arguments[0], "--long") == 0) {
        maker->is_long = true;
        return 1;
    }
    if (count < 2) {
        return 0;
    }
    if (strcmp(arguments[0], "--seed") == 0 && read_number(arguments[1], INT64_MAX, &seed)) {
        maker->values = (uint64_t)seed;
        return 2;
    }
    if (strcmp(arguments[0], "--broken") == 0) {
        return read_number(arguments[1], MOST_BROKEN, &maker->broken_percent) ? 2 : 0;
    }
    if (strcmp(arguments[0], "--truth") == 0 && maker->truth == NULL) {
        maker->truth = fopen(arguments[1], "w");
        return maker->truth == NULL ? 0 : 2;
    }
    return 0;
}

static bool read_arguments(actuals_maker *maker, int argc, char **argv)
{
    if (argc < 2 || !read_number(argv[1], MOST_ROWS, &maker->rows)) {
        return false;
    }
    int at = 2;
    for (int used = 1; at < argc && used > 0; at += used) {
        used = read_option(maker, argv + at, argc - at);
        if (used == 0) {
            return false;
        }
    }
    return true;
}

int main(int argc, char **argv)
{
    static actuals_maker maker = {.values = 20240601};
    if (!read_arguments(&maker, argc, argv)) {
        fputs("usage: make_actuals N [--seed S] [--broken PERCENT] [--truth FILE] [--long]\n",
              stderr);
        return 2;
    }
    bool made = make_rows(&maker);
    if (maker.truth != NULL && fclose(maker.truth) != 0) {
        perror("make_actuals");
        made = false;
    }
    return made ? 0 : 1;
}
