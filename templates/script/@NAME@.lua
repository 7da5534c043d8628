-- @NAME@.lua: each finding of an audit costs points, beyond those that are let pass
--
-- In a project file:      script = @NAME@.lua
--                         script.let_pass = 1
-- A column of actuals:    findings (long form) or ID.findings (wide form)
return {
  params = {
    let_pass = { type = "integer", default = 0, min = 0, zh = "不扣分的问题数", en = "findings that cost nothing" },
    each = { type = "integer", default = 2, min = 0, zh = "每个问题扣的分数", en = "points that each finding costs" },
  },
  inputs = {
    findings = { type = "integer", min = 0, zh = "审计发现的问题数", en = "findings of the audit" },
  },
  run = function(ctx)
    local counted = ctx.input.findings - ctx.param.let_pass
    if counted > 0 then
      ctx:deduct {
        points = counted * ctx.param.each,
        code = "audit_findings",
        zh = "审计发现问题",
        en = "findings of the audit",
      }
    end
  end,
}
