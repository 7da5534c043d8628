-- A power of a decimal.
-- expect: attempt to perform arithmetic
return function(ctx)
  return jx.decimal(2) ^ 1000000
end
