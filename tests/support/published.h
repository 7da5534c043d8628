// SPDX-License-Identifier: MIT
// The published rules of the three projects that ship, as rationals: an oracle that shares nothing with the engine. It draws
// rows of actuals, mostly about the boundaries, writes them as people do, and knows what they earn.
#ifndef JIXIAO_TESTS_SUPPORT_PUBLISHED_H
#define JIXIAO_TESTS_SUPPORT_PUBLISHED_H

#include "support/jx_exact.h"

#include <gmp.h>
#include <stddef.h>

enum { JX_PUBLISHED_MOST = 8, JX_PUBLISHED_TEXT = 64 };

// What is written in the cell.
typedef enum jx_published_kind {
    JX_PUBLISHED_PERCENT, // a percentage
    JX_PUBLISHED_COUNT,
    JX_PUBLISHED_PLACE,  // in a ranking
    JX_PUBLISHED_GROWTH, // a rate, or this year's figure beside last year's
    JX_PUBLISHED_RATIO,  // a rate, or an amount beside the budget
    JX_PUBLISHED_DATE,   // within 2024
    JX_PUBLISHED_DONE,
    JX_PUBLISHED_LEVEL, // one of the five of satisfaction
    JX_PUBLISHED_SHARE  // a ratio, in proportion
} jx_published_kind;

typedef struct jx_published_indicator {
    const char *id;
    jx_published_kind kind;
    const char *met; // a cell that earns everything
    unsigned weight;
    int target;
    int side;          // 1: the target is to be reached, -1: not to be passed
    unsigned per_unit; // hundredths lost for each unit on the wrong side; 0: all or nothing
} jx_published_indicator;

typedef struct jx_published {
    const jx_published_indicator *rows;
    size_t count;
} jx_published;

extern const jx_published jx_published_development;
extern const jx_published jx_published_chain;
extern const jx_published jx_published_clean;

// A row that was drawn, and what it earns.
typedef struct jx_published_row {
    const jx_published *project;
    size_t count;
    char actuals[JX_PUBLISHED_MOST][JX_PUBLISHED_TEXT];
    char baselines[JX_PUBLISHED_MOST][JX_PUBLISHED_TEXT]; // empty for none
    mpq_t points[JX_PUBLISHED_MOST];
    mpq_t total;
    const char *grade;
} jx_published_row;

void jx_published_begin(jx_published_row *row, const jx_published *project);
void jx_published_end(jx_published_row *row);

// Draws the next row.
void jx_published_draw(jx_published_row *row, jx_exact *exact);

#endif
