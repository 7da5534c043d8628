-- A code with a line end.
-- expect: expected a code
return function(ctx)
  ctx:deduct { points = 1, code = "a\nb", zh = "x" }
end
