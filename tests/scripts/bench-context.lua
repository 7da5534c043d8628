-- reads the context and computes with it
return {
  params = { limit = { type = "decimal", default = 150, zh = "上限", en = "the limit" } },
  run = function(ctx)
    local over = ctx.measured - ctx.target
    if over > ctx.param.limit then
      ctx:deduct { points = over, code = "over", zh = "超过上限", en = "over the limit" }
    end
  end,
}
