-- A cap below nothing.
-- expect: expected a total of at least 0, found -1
return {
  inputs = { go = { type = "boolean", zh = "开始", en = "go" } },
  run = function(ctx)
    if not ctx.input.go then
      return
    end
    ctx:cap { total = -1, code = "veto", zh = "否决" }
  end,
}
