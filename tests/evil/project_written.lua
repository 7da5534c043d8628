-- Points of an indicator are written.
-- expect: ctx.indicators[ID] cannot be written
return {
  inputs = { go = { type = "boolean", zh = "开始", en = "go" } },
  run = function(ctx)
    if not ctx.input.go then
      return
    end
    ctx.indicators.it.points = 100
  end,
}
