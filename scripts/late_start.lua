-- late_start.lua: a project that starts late loses points for each month of delay.
--
-- For:      an indicator of timeliness, or any other whose points a late start should cost.
-- Use:      script = late_start.lua
--           script.per_month = 0.5      ; what each month beyond the grace costs: N points, or N% of the weight
--           script.grace = 1            ; months that cost nothing; 0 where it is not stated
-- Actuals:  a column months_late: whole months between the planned and the actual start; empty or 0 where there was no delay.
-- Example:  conf/examples/late-start

return {
  params = {
    per_month = {
      type = "points", default = "0.5", min = 0,
      zh = "每延迟一个月扣的分数", en = "points for each month of delay",
    },
    grace = { type = "integer", default = 0, min = 0, zh = "宽限月数", en = "months that cost nothing" },
  },
  inputs = {
    months_late = { type = "integer", min = 0, zh = "延迟月数", en = "months of delay" },
  },
  run = function(ctx)
    local months = ctx.input.months_late
    local grace, each = ctx.param.grace, ctx.param.per_month
    if months and months > grace and each > 0 then
      ctx:deduct {
        points = (months - grace) * each,
        code = "late_start",
        figures = { months = months, grace = grace, each = each },
        zh = "开工延迟{months}个月，宽限{grace}个月，其余每月扣{each}分",
        en = "started {months} months late, {grace} of them free; each of the others costs {each}",
      }
    end
  end,
}
