-- A loop without end over the indicators.
-- expect: was stopped
return {
  inputs = { go = { type = "boolean", zh = "开始", en = "go" } },
  run = function(ctx)
    if not ctx.input.go then
      return
    end
    while true do
      for id, indicator in pairs(ctx.indicators) do
        local points = indicator.points
      end
    end
  end,
}
