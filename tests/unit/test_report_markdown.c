// SPDX-License-Identifier: MIT
#include "support/jx_rows.h"
#include "support/sample_report.h"

#define GOLDEN(file) "golden/report/" file
#define EVERYONE                                                                                   \
  {                                                                                                \
    jx_sample_scored, jx_sample_incomplete, jx_sample_faulty, jx_sample_unreadable,                \
        jx_sample_hostile, jx_sample_unknown                                                       \
  }

static const jx_sample_report reports[] = {
    {"tells what scripts took and said",
     "md",
     JX_ZH,
     false,
     false,
     {jx_sample_scripted},
     GOLDEN("md-scripted.zh")},
    {"writes a scored project in Chinese",
     "md",
     JX_ZH,
     false,
     false,
     {jx_sample_scored},
     GOLDEN("md-scored.zh")},
    {"writes an incomplete project in English",
     "md",
     JX_EN,
     false,
     false,
     {jx_sample_incomplete},
     GOLDEN("md-incomplete.en")},
    {"writes an error beside its indicator",
     "md",
     JX_ZH,
     false,
     false,
     {jx_sample_faulty},
     GOLDEN("md-faulty.zh")},
    {"escapes what is no markup of ours",
     "md",
     JX_ZH,
     false,
     false,
     {jx_sample_hostile},
     GOLDEN("md-hostile.zh")},
    {"writes a batch with its summary by grade", "md", JX_ZH, true, false, EVERYONE,
     GOLDEN("md-batch.zh")},
    {"writes a batch in English", "md", JX_EN, true, false, EVERYONE, GOLDEN("md-batch.en")},
};

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, reports, jx_sample_report_test);
    return jx_rows_run(&all, "report_markdown");
}
