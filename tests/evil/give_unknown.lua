-- Parts that nobody knows, the first of them named whatever Lua's order is.
-- expect: takes no "aa"
return function(ctx)
  ctx:deduct { zz = 1, ab = 1, aa = 1, points = 0.5, code = "X" }
end
