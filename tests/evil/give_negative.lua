-- Points given back.
-- expect: expected points above 0, found -5
return function(ctx)
  ctx:deduct { points = -5, code = "x", zh = "x" }
end
