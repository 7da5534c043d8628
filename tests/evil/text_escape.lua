-- Bytes of the terminal in a syntax error.
-- expect: \x1b[31m
return function(ctx)
  local a = 1 "[31m" = 1
end
