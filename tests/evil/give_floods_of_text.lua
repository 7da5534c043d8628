-- Reasons of four thousand bytes, as many as can be, and again by errors.
-- expect: was stopped
return function(ctx)
  local long = string.rep("长", 1300)
  while true do
    pcall(ctx.note, ctx, { zh = long, en = long })
  end
end
