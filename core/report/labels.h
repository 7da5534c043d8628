// SPDX-License-Identifier: MIT
// The fixed words of reports, in one table. [any-thread]
#ifndef JIXIAO_REPORT_LABELS_H
#define JIXIAO_REPORT_LABELS_H

#include "base/error.h"
#include "base/text.h"

typedef enum jx_label {
#define JX_LABEL(id, zh, en) JX_LABEL_##id,
#include "report/labels.def"
#undef JX_LABEL
    JX_LABEL_COUNT
} jx_label;

const char *jx_label_in(jx_label label, jx_lang lang);

// Adds the words with {1}, {2}… replaced by the arguments, which JX_STR_NONE ends.
#define jx_label_add(out, lang, label, ...)                                                        \
  jx_label_fill((out), (lang), (label), JX_ARGS(__VA_ARGS__))

void jx_label_fill(jx_text *out, jx_lang lang, jx_label label, const jx_str *args);

#endif
