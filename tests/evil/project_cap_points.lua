-- A cap with points.
-- expect: ctx:cap takes no "points"
return {
  inputs = { go = { type = "boolean", zh = "开始", en = "go" } },
  run = function(ctx)
    if not ctx.input.go then
      return
    end
    ctx:cap { points = 1, code = "veto", zh = "否决" }
  end,
}
