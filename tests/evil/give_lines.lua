-- A reason of two lines.
-- expect: on one line
return function(ctx)
  ctx:deduct { points = 1, code = "x", zh = "a\nb" }
end
