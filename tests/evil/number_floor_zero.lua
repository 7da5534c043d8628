-- A decimal divided by nothing, whole.
-- expect: division by 0
return function(ctx)
  return jx.decimal(1) // jx.decimal(0)
end
