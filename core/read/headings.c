// SPDX-License-Identifier: MIT
#include "read/headings.h"

#include "base/utf8.h"

enum { HEADING_BYTES = 160 };

typedef struct heading_row {
    const char *words; // parted by blanks
    int column;
} heading_row;

// Signs are narrow, letters small; the first word of a column that has an English one is its name for programs.
static const heading_row headings[] = {
    {"id 指标代码 指标编码", JX_COLUMN_ID},
    {"category level1 一级指标 一级指标名称 一级 指标类别", JX_COLUMN_CATEGORY},
    {"subcategory level2 二级指标 二级指标名称 二级", JX_COLUMN_SUBCATEGORY},
    {"name level3 三级指标 三级指标名称 三级 指标名称 四级指标 指标", JX_COLUMN_NAME},
    {"value 指标值 年度指标值 目标值 年度目标值 预期指标值 预期目标值 绩效指标值 全年目标值 全年指标值 计划指标值 "
     "指标目标值 预期值 年初目标值 年初指标值 年初设定指标值",
     JX_COLUMN_VALUE},
    {"content 指标值内容 指标内容 指标解释 指标说明 指标值说明 绩效标准", JX_COLUMN_CONTENT},
    {"target", JX_COLUMN_TARGET},
    {"comparator", JX_COLUMN_COMPARATOR},
    {"rule 评(扣分标准) 评扣分标准 评分标准 扣分标准 评分细则 评分规则 评分办法 评分方法 计分办法 计分方法 计分标准 "
     "计分规则 评价标准 评(扣)分标准 评/扣分标准 评分标准及办法 赋分标准 赋分规则 考核标准 考核细则 考评标准 "
     "评分说明 评分依据 计分细则 评价要点 得分规则 打分标准 rule_text",
     JX_COLUMN_RULE},
    {"unit 度量单位 计量单位 单位 指标单位 指标值单位", JX_COLUMN_UNIT},
    {"kind 指标值类型 指标类型 指标值性质 指标性质 指标方向 计算符号 运算符号 性质",
     JX_COLUMN_KIND},
    {"weight 分值 权重 分值权重 分值/权重 权重分值 指标分值 指标权重 标准分 标准分值 满分 满分值 设定分值 赋分 权重(分)",
     JX_COLUMN_WEIGHT},
    {"year 年度 年份 预算年度", JX_COLUMN_YEAR},
    {"remark 备注 说明", JX_COLUMN_REMARK},
    {"try 试算", JX_COLUMN_TRY},
    {"序号 编号 绩效指标 实际完成值 全年实际值 全年完成值 实际值 完成值 年度完成值 实际完成情况 完成情况 得分 自评得分 "
     "自评分 评价得分 偏差原因分析及改进措施 偏差原因 偏差原因分析 未完成原因分析 未完成原因和改进措施 "
     "偏差原因分析及改进 填写要求 扣分原因 上年值 历史值 行业标准值 数据来源 指标出处 佐证材料 评价依据",
     JX_HEADING_SKIPPED},
};

// Headings of actuals, those that count for more before others of their role.
static const struct {
    const char *words;
    jx_actuals_role role;
    uint32_t rank;
} roles[] = {
    {"项目代码 项目编码 项目id", JX_ROLE_PROJECT, 1},
    {"项目 项目名称", JX_ROLE_PROJECT, 2},
    {"指标代码 指标编码 指标id", JX_ROLE_INDICATOR, 1},
    {"三级指标 三级指标名称 指标 指标名称", JX_ROLE_INDICATOR, 2},
    {"四级指标 四级指标名称", JX_ROLE_INDICATOR, 1},
    {"实际值 实际完成值 全年实际值 全年完成值 年度实际值 年度完成值 完成值 实际完成指标值",
     JX_ROLE_ACTUAL, 1},
    {"实际完成情况 完成情况", JX_ROLE_ACTUAL, 2},
    {"基数 基期值 基期数 基准值 基期", JX_ROLE_BASELINE, 1},
    {"偏差原因及改进措施 偏差原因分析及改进措施 偏差原因分析及改进 偏差原因 偏差原因分析 未完成原因分析 "
     "未完成原因和改进措施 未完成原因及改进措施",
     JX_ROLE_NOTE, 1},
    {"备注 说明", JX_ROLE_NOTE, 2},
    {"佐证 佐证材料 证明材料 佐证资料", JX_ROLE_EVIDENCE, 1},
};

typedef struct fact_row {
    const char *words;
    int fact;
} fact_row;

static const fact_row facts[] = {
    {"项目名称 项目", JX_FACT_NAME},
    {"年度 预算年度 年份", JX_FACT_YEAR},
    {"绩效目标 年度绩效目标 年度目标 年度总体目标 总体目标 项目绩效目标 年度总体绩效目标",
     JX_FACT_GOAL},
    {"主管部门 主管单位 主管部门及代码", JX_FACT_DEPARTMENT},
    {"实施单位 项目单位 预算单位 项目实施单位 资金使用单位", JX_FACT_UNIT},
    {"联系人 项目负责人 负责人", JX_FACT_CONTACT},
    {"联系电话 电话", JX_FACT_PHONE},
    {"项目期 项目期限 实施期限 实施期 起止时间", JX_FACT_PERIOD},
    {"项目属性 项目性质 项目类型", JX_FACT_ATTRIBUTE},
};

// What titles end in, the longer before the shorter; bare ones announce nothing but the table.
static const char *const titles[] = {
    "绩效目标申报表", "绩效目标自评表", "绩效自评表", "绩效目标表",
    "绩效评价表",     "绩效指标表",     "绩效目标",
};

// Headings in English are told apart to the letter: what begins with a letter may be a name for programs.
static const struct {
    jx_str heading;
    jx_actuals_role role;
    uint32_t rank;
} english[] = {
    {JX_STR("Indicator"), JX_ROLE_INDICATOR, 2},
    {JX_STR("Actual"), JX_ROLE_ACTUAL, 1},
    {JX_STR("Baseline"), JX_ROLE_BASELINE, 1},
    {JX_STR("Evidence"), JX_ROLE_EVIDENCE, 1},
    {JX_STR("Why points were lost, and what will be done"), JX_ROLE_NOTE, 1},
    {JX_STR("No."), JX_ROLE_NONE, 1},
    {JX_STR("Category"), JX_ROLE_NONE, 1},
    {JX_STR("Subcategory"), JX_ROLE_NONE, 1},
    {JX_STR("Target"), JX_ROLE_NONE, 1},
    {JX_STR("Unit"), JX_ROLE_NONE, 1},
    {JX_STR("Weight"), JX_ROLE_NONE, 1},
    {JX_STR("How points are lost"), JX_ROLE_NONE, 1},
    {JX_STR("What is expected"), JX_ROLE_NONE, 1},
};

// What rows begin with that are none of the table.
static const struct {
    const char *words;
    jx_heading_row row;
} row_beginnings[] = {
    {"合计 总计 总分 小计 总得分 合计得分 分值合计 总分合计 得分合计 得分 total totals subtotal sub-total grandtotal sum",
     JX_ROW_TOTAL},
    {"填表人 填报人 审核人 复核人 制表人 单位负责人 填表日期 填报日期 制表日期 填报单位 填表单位 项目绩效指标 分解指标",
     JX_ROW_SIGNATURE},
    {"说明 注 备注 填表说明 填报说明", JX_ROW_REMARK},
};

static const char *const sums[] = {"合计", "总计", "总分", "分值合计", "总分合计"};

// Headings above a cell that answers them.
static const char *const downward[] = {"预期目标", "年初设定目标", "年度预期目标", "预期总目标",
                                       "年初预期目标"};

static const jx_str BLANKS[] = {JX_STR(" "),      JX_STR("\t"),     JX_STR("\n"),    JX_STR("\r"),
                                JX_STR("\u3000"), JX_STR("\u00a0"), JX_STR("\ufeff")};

static size_t blank_at(jx_str text)
{
    for (size_t i = 0; i < sizeof BLANKS / sizeof BLANKS[0]; i++) {
        if (jx_str_starts(text, BLANKS[i])) {
            return BLANKS[i].size;
        }
    }
    return 0;
}

// Without blanks, signs narrow, letters small; JX_STR_NONE where that is too long for any heading.
static jx_str squeeze(jx_str text, char buffer[HEADING_BYTES])
{
    char bare[HEADING_BYTES];
    size_t size = 0;
    while (text.size != 0) {
        const size_t blank = blank_at(text);
        if (blank == 0 && size == sizeof bare) {
            return JX_STR_NONE;
        }
        if (blank == 0) {
            bare[size++] = text.data[0];
        }
        text = jx_str_from(text, blank == 0 ? 1 : blank);
    }
    const jx_str narrow = jx_utf8_narrow((jx_str){bare, size}, buffer, HEADING_BYTES);
    for (size_t i = 0; i < narrow.size; i++) {
        const char byte = buffer[i];
        buffer[i] = (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
    }
    return narrow;
}

// Without a remark in brackets, a star or a colon at the end.
static jx_str without_tail(jx_str text)
{
    const char *bracket = text.size == 0 ? NULL : memchr(text.data, '(', text.size);
    text = bracket == NULL ? text : jx_str_first(text, (size_t)(bracket - text.data));
    while (text.size != 0 && (text.data[text.size - 1] == ':' || text.data[text.size - 1] == '*')) {
        text = jx_str_first(text, text.size - 1);
    }
    return text;
}

static int look_up(jx_str word, const heading_row *rows, size_t count, int none)
{
    for (size_t i = 0; i < count && word.size != 0; i++) {
        if (jx_str_has_part(jx_str_of(rows[i].words), ' ', word)) {
            return rows[i].column;
        }
    }
    return none;
}

int jx_heading_find(jx_str heading)
{
    char buffer[HEADING_BYTES];
    const jx_str word = squeeze(heading, buffer);
    const size_t count = sizeof headings / sizeof headings[0];
    const int found = look_up(word, headings, count, JX_HEADING_UNKNOWN);
    return found != JX_HEADING_UNKNOWN
               ? found
               : look_up(without_tail(word), headings, count, JX_HEADING_UNKNOWN);
}

static const jx_str role_names[JX_ROLE_COUNT] = {
    [JX_ROLE_PROJECT] = JX_STR("project"), [JX_ROLE_INDICATOR] = JX_STR("indicator"),
    [JX_ROLE_ACTUAL] = JX_STR("actual"),   [JX_ROLE_BASELINE] = JX_STR("baseline"),
    [JX_ROLE_NOTE] = JX_STR("note"),       [JX_ROLE_EVIDENCE] = JX_STR("evidence"),
};

jx_str jx_heading_role_name(jx_actuals_role role)
{
    return role_names[role];
}

static jx_actuals_role find_synonym(jx_str word, uint32_t *ret_rank)
{
    for (size_t i = 0; i < sizeof roles / sizeof roles[0] && word.size != 0; i++) {
        if (jx_str_has_part(jx_str_of(roles[i].words), ' ', word)) {
            *ret_rank = roles[i].rank;
            return roles[i].role;
        }
    }
    return JX_ROLE_UNKNOWN;
}

static jx_actuals_role find_english(jx_str heading, uint32_t *ret_rank)
{
    for (size_t i = 0; i < sizeof english / sizeof english[0]; i++) {
        if (jx_str_equal(heading, english[i].heading)) {
            *ret_rank = english[i].rank;
            return english[i].role;
        }
    }
    return JX_ROLE_UNKNOWN;
}

jx_actuals_role jx_heading_find_role(jx_str heading, uint32_t *ret_rank)
{
    char buffer[HEADING_BYTES];
    *ret_rank = JX_ROLE_NAMED;
    for (size_t i = 0; i < JX_ROLE_COUNT; i++) {
        if (jx_str_equal(heading, role_names[i])) {
            return (jx_actuals_role)i;
        }
    }
    if (heading.size == 0 || (unsigned char)heading.data[0] < 0x80u) {
        return find_english(heading, ret_rank);
    }
    const jx_str word = squeeze(heading, buffer);
    jx_actuals_role role = find_synonym(word, ret_rank);
    role = role != JX_ROLE_UNKNOWN ? role : find_synonym(without_tail(word), ret_rank);
    return role == JX_ROLE_UNKNOWN && jx_heading_find(heading) != JX_HEADING_UNKNOWN ? JX_ROLE_NONE
                                                                                     : role;
}

const char *jx_heading_name(jx_published_column column)
{
    static const char *const names[JX_COLUMN_COUNT] = {
        [JX_COLUMN_ID] = "id",         [JX_COLUMN_CATEGORY] = "category",
        [JX_COLUMN_NAME] = "name",     [JX_COLUMN_SUBCATEGORY] = "subcategory",
        [JX_COLUMN_VALUE] = "value",   [JX_COLUMN_CONTENT] = "content",
        [JX_COLUMN_TARGET] = "target", [JX_COLUMN_COMPARATOR] = "comparator",
        [JX_COLUMN_RULE] = "rule",     [JX_COLUMN_UNIT] = "unit",
        [JX_COLUMN_KIND] = "kind",     [JX_COLUMN_WEIGHT] = "weight",
        [JX_COLUMN_YEAR] = "year",     [JX_COLUMN_REMARK] = "remark",
        [JX_COLUMN_TRY] = "try",
    };
    return names[column];
}

int jx_heading_find_fact(jx_str label)
{
    char buffer[HEADING_BYTES];
    const jx_str word = without_tail(squeeze(label, buffer));
    for (size_t i = 0; i < sizeof facts / sizeof facts[0] && word.size != 0; i++) {
        if (jx_str_has_part(jx_str_of(facts[i].words), ' ', word)) {
            return facts[i].fact;
        }
    }
    return JX_FACT_COUNT;
}

jx_str jx_heading_title(jx_str title)
{
    static const jx_str spending =
        JX_STR("支出"); // 项目支出绩效自评表 is the form's name, not the project's
    title = jx_str_trim(title);
    for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++) {
        const jx_str ending = jx_str_of(titles[i]);
        if (jx_str_ends(title, ending)) {
            const jx_str name = jx_str_trim(jx_str_first(title, title.size - ending.size));
            return jx_str_ends(name, spending) ? (jx_str)JX_STR("") : name;
        }
    }
    return (jx_str)JX_STR("");
}

// Up to its first colon: what stands behind one says whose signature, or what remark, it is.
static jx_str before_colon(jx_str text)
{
    static const jx_str wide = JX_STR("：");
    for (size_t i = 0; i < text.size && i < HEADING_BYTES; i++) {
        if (text.data[i] == ':' || jx_str_starts(jx_str_from(text, i), wide)) {
            return jx_str_first(text, i);
        }
    }
    return text;
}

// Most rows are of the table, and are told by their first character.
static bool may_begin_other(jx_str text)
{
    static const jx_str firsts[] = {JX_STR("合"), JX_STR("总"), JX_STR("小"), JX_STR("得"),
                                    JX_STR("分"), JX_STR("填"), JX_STR("审"), JX_STR("复"),
                                    JX_STR("制"), JX_STR("单"), JX_STR("项"), JX_STR("说"),
                                    JX_STR("注"), JX_STR("备"), JX_STR("t"),  JX_STR("T"),
                                    JX_STR("s"),  JX_STR("S"),  JX_STR("g"),  JX_STR("G")};
    for (size_t i = 0; i < sizeof firsts / sizeof firsts[0]; i++) {
        if (jx_str_starts(text, firsts[i])) {
            return true;
        }
    }
    return false;
}

jx_heading_row jx_heading_find_row(jx_str first)
{
    char buffer[HEADING_BYTES];
    if (!may_begin_other(first)) {
        return JX_ROW_OF_TABLE;
    }
    const jx_str word = without_tail(squeeze(before_colon(first), buffer));
    for (size_t i = 0; i < sizeof row_beginnings / sizeof row_beginnings[0] && word.size != 0;
         i++) {
        if (jx_str_has_part(jx_str_of(row_beginnings[i].words), ' ', word)) {
            return row_beginnings[i].row;
        }
    }
    return JX_ROW_OF_TABLE;
}

bool jx_heading_is_sum(jx_str first)
{
    char buffer[HEADING_BYTES];
    const jx_str word = without_tail(squeeze(first, buffer));
    return jx_str_is_among(word, sums, sizeof sums / sizeof sums[0]);
}

bool jx_heading_points_down(jx_str label)
{
    char buffer[HEADING_BYTES];
    const jx_str word = without_tail(squeeze(label, buffer));
    return jx_str_is_among(word, downward, sizeof downward / sizeof downward[0]);
}
