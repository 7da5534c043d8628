// SPDX-License-Identifier: MIT
#include "model/finding.h"
#include "support/jx_rows.h"

static const struct severity_row {
    const char *name;
    jx_severity severity;
    jx_lang lang;
    const char *text;
} severities[] = {
    {"says an info", JX_INFO, JX_EN,
     "a.ini:7: info category_absent: weight: there is no indicator of cost, which the type some must "
     "have"},
    {"says a warning", JX_WARNING, JX_EN,
     "a.ini:7: warning category_absent: weight: there is no indicator of cost, which the type some must "
     "have"},
    {"says what is grave", JX_SEVERE, JX_EN,
     "a.ini:7: error category_absent: weight: there is no indicator of cost, which the type some must "
     "have"},
    {"says it in Chinese", JX_WARNING, JX_ZH,
     "a.ini:7: 警告 category_absent：weight：缺少一级指标 cost，类型 some 必须有它"},
};

static void says(void **state)
{
    const struct severity_row *row = *state;
    jx_arena *arena = jx_arena_new();
    jx_findings findings = jx_findings_in(arena, row->lang);
    const jx_place place = {.file = "a.ini", .line = 7, .key = JX_STR("weight")};
    jx_find(&findings, row->severity, &place, JX_MESSAGE_CATEGORY_ABSENT, (jx_str)JX_STR("cost"),
            (jx_str)JX_STR("some"));
    assert_int_equal(findings.count, 1);
    assert_int_equal(findings.rows[0].severity, row->severity);
    assert_int_equal(findings.rows[0].said.line, 7);
    assert_string_equal(findings.rows[0].said.text, row->text);
    jx_arena_free(arena);
}

static void finds_the_gravest(void **state)
{
    (void)state;
    static const jx_severity order[] = {JX_INFO, JX_SEVERE, JX_WARNING};
    static const jx_severity worst[] = {JX_INFO, JX_SEVERE, JX_SEVERE};
    jx_arena *arena = jx_arena_new();
    jx_findings findings = jx_findings_in(arena, JX_EN);
    assert_int_equal(jx_findings_worst(&findings), JX_INFO);
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        jx_find(&findings, order[i], NULL, JX_MESSAGE_CATEGORY_ABSENT, (jx_str)JX_STR("cost"),
                (jx_str)JX_STR("some"));
        assert_int_equal(findings.count, i + 1);
        assert_int_equal(jx_findings_worst(&findings), worst[i]);
    }
    assert_int_equal(strncmp(findings.rows[2].said.text, "warning category_absent: there", 30), 0);
    assert_false(findings.failed);
    jx_arena_free(arena);
}

// Of every finding: the id of its message in lower case, whole.
static void has_codes(void **state)
{
    (void)state;
    static const jx_message messages[] = {
#define JX_MESSAGE(id, status, zh, en) JX_MESSAGE_##id,
#include "base/messages/findings.def"
#undef JX_MESSAGE
    };
    for (size_t i = 0; i < sizeof messages / sizeof messages[0]; i++) {
        char buffer[JX_FINDING_CODE];
        const jx_str code = jx_finding_code(messages[i], buffer);
        assert_int_equal(code.size, strlen(jx_message_find(messages[i])->id));
        assert_true(jx_str_is_name(code, '_'));
    }
}

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, severities, says);
    jx_rows_add_one(&all, "finds the gravest of several", finds_the_gravest, NULL);
    jx_rows_add_one(&all, "has a stable code for every finding", has_codes, NULL);
    return jx_rows_run(&all, "finding");
}
