-- A key that is no number.
-- expect: index is NaN
return function(ctx)
  local list = {}
  list[0 / 0] = 1
end
