// SPDX-License-Identifier: MIT
// The limit: the whole job of conf/industry-development-2024.ini by hand for this one table, one thread, whole numbers of 64 bits.
// limit ACTUALS.csv > SCORES.csv, the same bytes as `jixiao batch --format csv`. It trusts what make_actuals writes: the columns and
// their order, two decimals wherever there are decimals, nothing quoted, missing or wrong. Points are in hundredths.
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    IN_SIZE = 1 << 17,
    OUT_SIZE = 1 << 17,
    ROW_MOST = 256,
    FULL = 10000,
    WRITTEN = 8, // bytes of points as written: at most 7, then how many they are
};

static const char head[] = "project,cost-control,innovative-smes,industrial-value-added,"
                           "execution-timeliness,enterprise-revenue,public-satisfaction,"
                           "budget-execution,total,grade,status,error\n";

typedef struct limit_job {
    int input;
    size_t left; // bytes in `in`
    size_t used; // bytes in `out`
    char in[IN_SIZE];
    char out[OUT_SIZE];
    char written[FULL + 1][WRITTEN]; // points with a comma behind them
} limit_job;

// Every number of points is written once, beforehand.
static void write_points(limit_job *job)
{
    for (int points = 0; points <= FULL; points++) {
        char text[2 * WRITTEN];
        int size = snprintf(text, sizeof text, "%d.%02d,", points / 100, points % 100);
        memcpy(job->written[points], text, WRITTEN - 1);
        job->written[points][WRITTEN - 1] = (char)size;
    }
}

static char *put_points(const limit_job *job, char *at, int64_t points)
{
    const char *written = job->written[points];
    memcpy(at, written, WRITTEN);
    return at + written[WRITTEN - 1];
}

// Reads [-]digits[.dd] in hundredths, or digits alone as they are, and passes what follows.
static int64_t read_digits(const char **at)
{
    const char *byte = *at;
    int64_t value = 0;
    while (*byte >= '0') {
        value = value * 10 + (*byte++ - '0');
    }
    *at = byte;
    return value;
}

static int64_t read_hundredths(const char **at)
{
    bool negative = **at == '-';
    *at += negative;
    int64_t value = read_digits(at) * 100;
    const char *point = *at;
    value += (point[1] - '0') * 10 + (point[2] - '0');
    *at = point + 3;
    return negative ? -value : value;
}

// What is left of full points when each hundredth of a percentage point of decline takes `each` ten-thousandths of a point.
static int64_t lose_by_decline(int64_t full, int64_t each, int64_t growth)
{
    int64_t left = growth >= 0 ? full * 100 : full * 100 + each * growth;
    return left <= 0 ? 0 : (left + 50) / 100;
}

// Where the next field starts. Fields are short: a loop beats memchr.
static const char *skip_field(const char *at)
{
    while (*at != ',') {
        at++;
    }
    return at + 1;
}

static int64_t score_satisfaction(const char **at)
{
    const char *level = *at;
    *at = skip_field(level);
    if (memcmp(level, "不", 3) == 0) {
        return 0;
    }
    return memcmp(level, "基", 3) == 0 ? 900 : 1000;
}

static int64_t score_payment(int64_t paid, int64_t budget)
{
    // paid is in hundredths, the budget is not: 1000 × paid / (100 × budget), rounded half up
    return paid >= budget * 100 ? 1000 : (20 * paid + budget) / (2 * budget);
}

static char *put_end(char *at, int64_t total)
{
    memcpy(at, total >= 9000 ? "优" : total >= 8000 ? "良" : total >= 6000 ? "中" : "差", 3);
    memcpy(at + 3, ",scored,\n", 9);
    return at + 12;
}

// Scores the row at `at`; returns where the next one starts.
static const char *score_row(limit_job *job, const char *at)
{
    char *out = job->out + job->used;
    const char *figures = skip_field(at);
    while (at < figures) {
        *out++ = *at++;
    }

    int64_t cost = read_hundredths(&at) <= 10000 ? 2000 : 0;
    at++;
    int64_t count = read_digits(&at);
    int64_t enterprises = count >= 30 ? 1200 : 1200 - 40 * (30 - count);
    at++;
    int64_t value_added = lose_by_decline(800, 8, read_hundredths(&at));
    at += 2;
    int64_t timeliness = memcmp(at, "2024", 4) == 0 ? 2000 : 0;
    at += 11;
    int64_t revenue = lose_by_decline(2000, 20, read_hundredths(&at));
    at += 2;
    int64_t satisfaction = score_satisfaction(&at);
    int64_t paid = read_hundredths(&at);
    at++;
    int64_t execution = score_payment(paid, read_digits(&at));

    out = put_points(job, out, cost);
    out = put_points(job, out, enterprises);
    out = put_points(job, out, value_added);
    out = put_points(job, out, timeliness);
    out = put_points(job, out, revenue);
    out = put_points(job, out, satisfaction);
    out = put_points(job, out, execution);
    int64_t total =
        cost + enterprises + value_added + timeliness + revenue + satisfaction + execution;
    out = put_points(job, out, total);
    job->used = (size_t)(put_end(out, total) - job->out);
    return at + 1;
}

static bool flush_scores(limit_job *job)
{
    for (size_t done = 0; done < job->used;) {
        ssize_t written = write(STDOUT_FILENO, job->out + done, job->used - done);
        if (written < 0) {
            return false;
        }
        done += (size_t)written;
    }
    job->used = 0;
    return true;
}

// Reads more behind what is left of the last block; how much there is then.
static bool read_block(limit_job *job)
{
    ssize_t size = read(job->input, job->in + job->left, IN_SIZE - job->left);
    job->left += size > 0 ? (size_t)size : 0;
    return size > 0;
}

// Where the last whole row ends, within what was read.
static const char *find_end(const limit_job *job)
{
    const char *end = job->in + job->left;
    while (end > job->in && end[-1] != '\n') {
        end--;
    }
    return end;
}

static bool score_all(limit_job *job)
{
    bool is_head = true;
    while (read_block(job)) {
        const char *end = find_end(job);
        const char *at = job->in;
        if (is_head && at < end) {
            at = (const char *)memchr(at, '\n', job->left) + 1;
            is_head = false;
        }
        while (at < end) {
            at = score_row(job, at);
            if (job->used > OUT_SIZE - ROW_MOST && !flush_scores(job)) {
                return false;
            }
        }
        job->left -= (size_t)(end - job->in);
        memmove(job->in, end, job->left);
    }
    return flush_scores(job);
}

int main(int argc, char **argv)
{
    static limit_job job;
    job.input = argc == 2 ? open(argv[1], O_RDONLY) : -1;
    if (job.input < 0) {
        fputs("usage: limit ACTUALS.csv > SCORES.csv\n", stderr);
        return 2;
    }
    write_points(&job);
    memcpy(job.out, head, sizeof head - 1);
    job.used = sizeof head - 1;
    return score_all(&job) ? 0 : 1;
}
