-- A code with a NUL.
-- expect: expected a code
return function(ctx)
  ctx:deduct { points = 1, code = "a\0b", zh = "x" }
end
