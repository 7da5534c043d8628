-- A rounding that is not there.
-- expect: expected half_up, half_even or down
return function(ctx)
  return jx.decimal(1):round(2, "up")
end
