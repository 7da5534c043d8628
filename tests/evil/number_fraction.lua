-- A fraction whose denominator grows.
-- expect: too large to be computed
return function(ctx)
  local number = jx.decimal(1)
  for i = 3, 100000, 2 do
    number = number / i + 1
  end
end
