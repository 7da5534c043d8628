-- An error of four thousand characters.
-- expect: xxxx
return function(ctx)
  error(string.rep("x", 4000))
end
