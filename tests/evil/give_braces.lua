-- A sentence of nothing but braces, caught without end.
-- expect: was stopped
return function(ctx)
  local text = string.rep("{points}", 500) .. "{x}"
  while true do
    pcall(ctx.deduct, ctx, { points = 1, code = "x", message = text })
  end
end
