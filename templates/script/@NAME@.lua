-- @NAME@.lua: each finding of an audit costs points, beyond those that are let pass
--
-- In a project file:      script = @NAME@.lua
--                         script.let_pass = 1
-- A column of actuals:    findings (long form) or ID.findings (wide form)
return {
  params = {
    let_pass = { type = "integer", default = 0, min = 0, zh = "不扣分的问题数", en = "findings that cost nothing" },
    each = { type = "points", default = 2, min = 0, zh = "每个问题扣的分数", en = "points that each finding costs" },
  },
  inputs = {
    findings = { type = "integer", default = 0, min = 0, zh = "审计发现的问题数", en = "findings of the audit" },
  },
  run = function(ctx)
    local counted, each = ctx.input.findings - ctx.param.let_pass, ctx.param.each
    if counted > 0 and each > 0 then
      ctx:deduct {
        points = counted * each,
        code = "audit_findings",
        figures = { findings = ctx.input.findings, counted = counted, each = each },
        zh = "审计发现{findings}个问题，其中{counted}个每个扣{each}分",
        en = "{findings} findings of the audit, {counted} of which cost {each} each",
      }
    end
  end,
}
