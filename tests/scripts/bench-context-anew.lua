-- the same with a variable of its own, so that it runs anew for each call
local hundred = jx.decimal(100)
return {
  params = { limit = { type = "decimal", default = 150, zh = "上限", en = "the limit" } },
  run = function(ctx)
    local over = ctx.measured - hundred
    if over > ctx.param.limit then
      ctx:deduct { points = over, code = "over", zh = "超过上限", en = "over the limit" }
    end
  end,
}
