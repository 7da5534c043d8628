// SPDX-License-Identifier: MIT
#include "report/labels.h"
#include "support/jx_rows.h"

// Which of {1} to {9} the words name, as bits.
static unsigned find_arguments(const char *words)
{
    unsigned found = 0;
    for (const char *at = strchr(words, '{'); at != NULL; at = strchr(at + 1, '{')) {
        assert_true(at[1] >= '1' && at[1] <= '9');
        assert_int_equal(at[2], '}');
        found |= 1u << (at[1] - '0');
    }
    return found;
}

static void has_both_languages(void **state)
{
    (void)state;
    for (int i = 0; i < JX_LABEL_COUNT; i++) {
        const char *zh = jx_label_in((jx_label)i, JX_ZH);
        const char *en = jx_label_in((jx_label)i, JX_EN);
        assert_true(zh[0] != '\0' && en[0] != '\0');
        assert_int_equal(find_arguments(zh), find_arguments(en));
    }
}

static void has_english_in_english(void **state)
{
    (void)state;
    for (int i = 0; i < JX_LABEL_COUNT; i++) {
        for (const char *at = jx_label_in((jx_label)i, JX_EN); *at != '\0'; at++) {
            assert_true((unsigned char)*at < 0x80);
        }
    }
}

static void fills_arguments(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_text out = jx_text_in(arena);
    jx_label_add(&out, JX_EN, JX_LABEL_CUT, jx_str_of("3.00"), jx_str_of("1.20"));
    jx_expect_text(jx_text_str(&out), "3.00 asked for, 1.20 left to take, 1.20 taken");
    jx_text_clear(&out);
    jx_label_add(&out, JX_ZH, JX_LABEL_CUT, jx_str_of("3.00"));
    jx_expect_text(jx_text_str(&out), "应扣3.00分，只剩{2}分可扣，实扣{2}分");
    jx_arena_free(arena);
}

int main(void)
{
    jx_rows all = {.count = 0};
    jx_rows_add_one(&all, "says the same in both languages", has_both_languages, NULL);
    jx_rows_add_one(&all, "says English in English", has_english_in_english, NULL);
    jx_rows_add_one(&all, "fills arguments in, as far as they are given", fills_arguments, NULL);
    return jx_rows_run(&all, "report_labels");
}
