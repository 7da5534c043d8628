-- A thousand million decimals.
-- expect: expected 0 to 18 decimals
return function(ctx)
  return jx.decimal(1):round(1000000000)
end
