-- Points that are no number.
-- expect: is a Lua float
return function(ctx)
  ctx:deduct { points = 0 / 0, code = "x", zh = "x" }
end
