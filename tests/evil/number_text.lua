-- A number with a NUL and something behind it.
-- expect: expected a decimal
return function(ctx)
  return jx.decimal("1\0junk")
end
