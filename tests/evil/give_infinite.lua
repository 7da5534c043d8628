-- Points without end.
-- expect: is a Lua float
return function(ctx)
  ctx:deduct { points = math.huge, code = "x", zh = "x" }
end
