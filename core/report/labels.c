// SPDX-License-Identifier: MIT
#include "report/labels.h"

#include <stddef.h>

static const jx_words labels[] = {
#define JX_LABEL(id, zh, en) {zh, en},
#include "report/labels.def"
#undef JX_LABEL
};

static jx_str find_argument(void *user, jx_str name)
{
    const jx_str *args = *(const jx_str *const *)user;
    if (name.size != 1 || name.data[0] < '1' || name.data[0] > '9') {
        return JX_STR_NONE;
    }
    size_t index = (size_t)(name.data[0] - '1');
    for (size_t i = 0; i < index; i++) {
        if (args[i].data == NULL) {
            return JX_STR_NONE;
        }
    }
    return args[index];
}

const char *jx_label_in(jx_label label, jx_lang lang)
{
    return jx_words_in(labels[label], lang);
}

void jx_label_fill(jx_text *out, jx_lang lang, jx_label label, const jx_str *args)
{
    jx_text_fill(out, jx_str_of(jx_label_in(label, lang)), find_argument, &args);
}
