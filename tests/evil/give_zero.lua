-- A loss of nothing.
-- expect: expected points above 0, found 0
return function(ctx)
  ctx:deduct { points = 0, code = "x", zh = "x" }
end
