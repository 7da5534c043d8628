-- Points in words.
-- expect: found string
return function(ctx)
  ctx:deduct { points = "5", code = "x", zh = "x" }
end
