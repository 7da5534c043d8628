-- A loss without points.
-- expect: expected points above 0, found nil
return function(ctx)
  ctx:deduct { code = "x", zh = "x" }
end
