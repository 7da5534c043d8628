-- overfulfilment.lua: an actual far above its target shows a target set too low, and loses points for it.
--
-- For:      an indicator whose figure is compared by >= or > with a target that is a number. A target of 0 or below has no
--           percentage to be above it: nothing is lost then.
-- Use:      script = overfulfilment.lua
--           script.deduct = 1           ; what it costs; must be stated: N points, or N% of the weight
--           script.tolerance = 30%      ; how far above the target is still well planned; exactly so far costs nothing
-- Actuals:  no further columns.
-- Example:  conf/examples/overfulfilment

return {
  params = {
    deduct = {
      type = "points", required = true, min = 0,
      zh = "目标值明显偏低时扣的分数", en = "points lost where the target was set too low",
    },
    tolerance = {
      type = "percent", default = 30, min = 0,
      zh = "超过目标值多少以内仍属合理", en = "how far above the target is still well planned",
    },
  },
  run = function(ctx)
    local target, comparator = ctx.target, ctx.comparator
    if type(target) ~= "userdata" or (comparator ~= ">=" and comparator ~= ">") then
      error("只用于以 >= 或 > 与数比较的指标 (it is for figures compared by >= or > with a number)")
    end
    local tolerance = ctx.param.tolerance
    if target > 0 and ctx.measured > target * (100 + tolerance) / 100 and ctx.param.deduct > 0 then
      ctx:deduct {
        points = ctx.param.deduct,
        code = "target_too_low",
        figures = { tolerance = tolerance },
        zh = "实际为{measured}{unit}，超过目标{target}{unit}{tolerance}%以上，目标值设定偏低",
        en = "found {measured}{unit}, more than {tolerance}% above the target {target}{unit}: the target was set too low",
      }
    end
  end,
}
