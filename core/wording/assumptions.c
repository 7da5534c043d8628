// SPDX-License-Identifier: MIT
#include "wording/assumptions.h"

#include <stddef.h>
#include <string.h>

static const struct assumption {
    const char *name;
    jx_words says;
} assumptions[] = {
    {"otherwise_0", {"未达标的不得分", "no points where the target is missed"}},
    {"floor_0", {"扣完为止", "points are lost down to 0"}},
    {"part_exact", {"不足一步的按比例扣", "parts of a step count exactly"}},
    {"growth_0_is_full", {"与上年持平得满分", "no change earns full points"}},
    {"beyond_last_band_0", {"低于最末一档的不得分", "no points beyond the last band"}},
    {"project_year", {"“当年”指项目年度", "\"this year\" is the project's year"}},
    {"percent_of_target",
     {"目标是“目标任务”之类，实际值填完成目标的百分比",
      "the target is named and not stated: the actual is its percentage"}},
    {"evidence_skipped", {"依据、查阅资料等不影响得分", "words on evidence carry no rule"}},
};

jx_words jx_assumption_words(const char *name)
{
    for (size_t i = 0; i < sizeof assumptions / sizeof assumptions[0]; i++) {
        if (strcmp(assumptions[i].name, name) == 0) {
            return assumptions[i].says;
        }
    }
    return (jx_words){name, name};
}
