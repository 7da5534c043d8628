// SPDX-License-Identifier: MIT
#include "trial/rules.h"

const jx_conformance_rule jx_trial_rules[JX_TRIAL_RULES] = {
    [JX_TRIAL_EXPORTS] =
        {"exports",
         {"只应导出 jx_plugin_v1（请用 -fvisibility=hidden 编译，其余写作 static）",
          "nothing but jx_plugin_v1 must be exported (build with "
          "-fvisibility=hidden and make the rest static)"}},
    [JX_TRIAL_LINKS] = {"links",
                        {"不应需要本程序的符号，所需都在 jx_host 里",
                         "no symbol of the host must be needed: all services are in jx_host"}},
    [JX_TRIAL_KNOWN] = {"known",
                        {"standard_measures 和 standard_methods 应为本程序所有",
                         "standard_measures and standard_methods must be known to this host"}},
    [JX_TRIAL_PLANS] = {"plans",
                        {"应至少能配成一个指标，每种自带的测量都应能与某种方法配成",
                         "an indicator must be possible, and one of every measure of its own"}},
    [JX_TRIAL_ANSWERS] =
        {"answers",
         {"无论实际值如何，都应得出结果，或以 refuse 说明原因；扣分不为负，数有意义",
          "whatever the actual, it must be scored or refused with a reason "
          "(host->refuse); losses are 0 or more, figures sound"}},
    [JX_TRIAL_CODES] = {"codes",
                        {"失分代码应在 loss_codes 中，或为本程序所有",
                         "codes of losses must be rows of loss_codes or of the host"}},
    [JX_TRIAL_STEADY] = {"steady",
                         {"同样的实际值应始终得出同样的结果",
                          "the same actuals must always give the same result"}},
    [JX_TRIAL_PASSES_ON] =
        {"passes-on",
         {"lose、lose_by_method 和 refuse 返回的，除 JX_OK 外都应原样返回",
          "what lose, lose_by_method and refuse return, other than JX_OK, must be "
          "returned as it is"}},
    [JX_TRIAL_GLOBALS] = {"globals",
                          {"不应写全局变量或静态变量",
                           "no global or static variable must be written"}},
    [JX_TRIAL_FREES] =
        {"frees",
         {"create 所分配的，destroy 应释放；find 和 lose 不应留下分配的内存",
          "what create allocates, destroy must free; find and lose must leave nothing "
          "allocated"}},
    [JX_TRIAL_SILENT] = {"silent",
                         {"不应向标准输出或标准错误写任何内容",
                          "nothing must be written to standard output or standard error"}},
    [JX_TRIAL_SURVIVES] = {"survives",
                           {"无论实际值如何，都应有始有终：不崩溃，不结束进程，不停在原地",
                            "whatever the actual, it must come to its end: no crash, no exit, no "
                            "endless loop"}},
};

jx_status jx_trial_blame(jx_trial_notes *notes, uint32_t rule, const char *found)
{
    const jx_conformance_rule *row = &jx_trial_rules[rule];
    const jx_place place = {.file = notes->path};
    const bool is_first = (notes->broken & (1u << rule)) == 0;
    notes->broken |= 1u << rule;
    return is_first
               ? jx_fault(&notes->faults, &place, JX_MESSAGE_PLUGIN_BREAKS, jx_str_of(row->name),
                          jx_str_of(jx_words_in(row->says, notes->faults.lang)), jx_str_of(found))
               : JX_EPLUGIN;
}
