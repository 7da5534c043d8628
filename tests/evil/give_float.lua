-- A float of points.
-- expect: write jx.decimal("0.5")
return function(ctx)
  ctx:deduct { points = 0.5, code = "x", zh = "x" }
end
