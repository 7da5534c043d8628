-- veto.lua: a named finding caps the total (一票否决), whatever the indicators earned.
--
-- For:      a project: it stands in [project], not in an indicator.
-- Use:      script = veto.lua
--           script.finding = 审计发现挪用资金    ; what the finding is called; must be stated
--           script.cap = 59                    ; the most that the total may then be, in points or as 59%; must be stated
-- Actuals:  a column finding_made: 是 or 否; empty is no. In the long form it is filled in on the row without an indicator, in the
--           wide form it may be called project.finding_made as well.
-- Example:  conf/examples/veto

return {
  params = {
    finding = { type = "text", required = true, zh = "否决事项的名称", en = "what the finding is called" },
    cap = { type = "points", required = true, min = 0, zh = "否决后总分的上限", en = "the most the total may then be" },
  },
  inputs = {
    finding_made = { type = "boolean", default = false, zh = "是否发现否决事项", en = "whether it was found" },
  },
  run = function(ctx)
    if ctx.input.finding_made then
      ctx:note { zh = "发现否决事项：" .. ctx.param.finding, en = "found: " .. ctx.param.finding }
      ctx:cap {
        total = ctx.param.cap,
        code = "veto",
        figures = { cap = ctx.param.cap },
        zh = "一票否决（" .. ctx.param.finding .. "），总分不超过{cap}分",
        en = "vetoed (" .. ctx.param.finding .. "): the total is at most {cap}",
      }
    end
  end,
}
