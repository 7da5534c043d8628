-- A number squared until it does not fit.
-- expect: too large to be computed
return function(ctx)
  local number = jx.decimal("9.99")
  while true do
    number = number * number
  end
end
