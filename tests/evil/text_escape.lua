-- Bytes of the terminal in a syntax error.
-- expect: expected near
return function(ctx)
  local a = 1 "[31m" = 1
end
