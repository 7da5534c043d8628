-- Indicators by odd numbers.
-- expect: done
return {
  inputs = { go = { type = "boolean", zh = "开始", en = "go" } },
  run = function(ctx)
    if not ctx.input.go then
      return
    end
    assert(ctx.indicators[0] == nil and ctx.indicators[-1] == nil and ctx.indicators[math.mininteger] == nil)
    assert(ctx.indicators[math.maxinteger] == nil)
    error("done")
  end,
}
