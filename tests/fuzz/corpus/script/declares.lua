return {
  params = {
    grace = { type = "integer", default = 1, min = 0, max = 9, zh = "宽限", en = "grace" },
    share = { type = "percent", default = 30, zh = "比例" },
    kind = { type = "choice", choices = { "甲", "乙" }, default = "甲", zh = "类别" },
  },
  inputs = { months = { type = "decimal", required = true, en = "months" } },
  run = function(ctx)
    local grace = ctx.param.grace
    if ctx.measured < ctx.target and ctx["得分"] > 5 then
      ctx:deduct { points = (ctx.target - ctx.measured) / 7, code = "late", zh = "迟", en = "late" }
    end
    for i, loss in ipairs(ctx.losses) do
      ctx:note { message = i .. " " .. loss.code .. " " .. loss.points:round(1, "half_even") }
    end
  end,
}
