-- A cap that is a float.
-- expect: write jx.decimal("59.5")
return {
  inputs = { go = { type = "boolean", zh = "开始", en = "go" } },
  run = function(ctx)
    if not ctx.input.go then
      return
    end
    ctx:cap { total = 59.5, code = "veto", zh = "否决" }
  end,
}
