-- A decimal divided by nothing.
-- expect: division by 0
return function(ctx)
  return jx.decimal(1) / 0
end
