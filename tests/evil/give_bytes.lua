-- A reason that is no UTF-8.
-- expect: on one line
return function(ctx)
  ctx:deduct { points = 1, code = "x", zh = "\xff\xfe" }
end
