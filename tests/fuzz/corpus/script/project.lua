return function(ctx)
  for id, indicator in pairs(ctx.indicators) do
    if indicator.points and indicator.points < indicator.weight then
      ctx:cap { total = jx.min(ctx.total, 60), code = "veto", zh = "否决", en = "veto" }
    end
  end
  ctx:note(string.format("%-5s|%05.1f|%d%%", "a", ctx.full, #ctx.indicators))
end
