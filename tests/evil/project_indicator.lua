-- An indicator that is not there.
-- expect: ctx.indicators has no "nobody"
return {
  inputs = { go = { type = "boolean", zh = "开始", en = "go" } },
  run = function(ctx)
    if not ctx.input.go then
      return
    end
    return ctx.indicators["nobody"].points
  end,
}
