// SPDX-License-Identifier: MIT
#include "import/ids.h"

#include "base/text.h"

// A name that has all these words, parted by blanks. The first row that fits is taken: the particular before the general.
static const struct id_row {
    const char *words;
    const char *id;
} ids[] = {
    {"预算执行率", "budget-execution"},
    {"预算 控制", "budget-control"},
    {"成本 节约", "cost-saving"},
    {"成本控制", "cost-control"},
    {"成本", "project-cost"},
    {"公众 满意", "public-satisfaction"},
    {"群众 满意", "public-satisfaction"},
    {"居民 满意", "resident-satisfaction"},
    {"企业 满意", "enterprise-satisfaction"},
    {"学生 满意", "student-satisfaction"},
    {"家长 满意", "parent-satisfaction"},
    {"患者 满意", "patient-satisfaction"},
    {"职工 满意", "staff-satisfaction"},
    {"满意", "service-satisfaction"},
    {"投诉", "complaints"},
    {"执行时效", "execution-timeliness"},
    {"执行时限", "execution-timeliness"},
    {"完成时间", "completion-date"},
    {"完成时限", "completion-date"},
    {"及时", "promptness"},
    {"按时", "promptness"},
    {"验收 合格", "acceptance-rate"},
    {"合格率", "pass-rate"},
    {"覆盖率", "coverage-rate"},
    {"到位率", "funds-in-place"},
    {"解决 问题", "problem-resolution"},
    {"增加值", "value-added"},
    {"营业收入", "revenue"},
    {"营收", "revenue"},
    {"税收", "tax-revenue"},
    {"产值", "output-value"},
    {"投资", "investment"},
    {"重点项目", "key-projects"},
    {"就业", "employment"},
    {"中小企业", "small-enterprises"},
    {"清廉", "clean-enterprises"},
    {"发展环境", "business-environment"},
    {"培训", "training"},
    {"宣传", "publicity"},
    {"检查", "inspections"},
    {"巡查", "inspections"},
    {"维修", "repairs"},
    {"绿化", "greening"},
    {"设备", "equipment"},
    {"会议", "meetings"},
    {"完成率", "completion-rate"},
    {"排名", "rank"},
};

static bool has(jx_str text, jx_str word)
{
    for (size_t i = 0; i + word.size <= text.size; i++) {
        if (memcmp(text.data + i, word.data, word.size) == 0) {
            return true;
        }
    }
    return false;
}

static bool has_all(jx_str name, const char *words)
{
    for (jx_str rest = jx_str_of(words); rest.data != NULL;) {
        if (!has(name, jx_str_next(&rest, ' '))) {
            return false;
        }
    }
    return true;
}

static const char *find_words(jx_str name)
{
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        if (has_all(name, ids[i].words)) {
            return ids[i].id;
        }
    }
    return NULL;
}

static bool is_taken(jx_str id, const jx_str *taken, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (jx_str_equal(id, taken[i])) {
            return true;
        }
    }
    return false;
}

static jx_str number_it(jx_arena *arena, jx_str base, size_t number)
{
    jx_text id = jx_text_in(arena);
    jx_text_add(&id, base);
    if (number != 0) {
        jx_text_add_char(&id, '-');
        jx_text_add_number(&id, number);
    }
    return jx_text_end(&id);
}

jx_str jx_import_id(jx_arena *arena, jx_str name, jx_str group, const jx_str *taken, size_t count)
{
    const char *words = find_words(name);
    const jx_str base = words != NULL ? jx_str_of(words) : group;
    // words stand alone first, then get numbers from 2 on; groups are numbered from 1 on
    jx_str id = number_it(arena, base, words != NULL ? 0 : 1);
    for (size_t number = 2; id.data != NULL && is_taken(id, taken, count); number++) {
        id = number_it(arena, base, number);
    }
    return id;
}
