-- A loop over the last integers, whose counter must not wrap; then one of as many steps as there are integers.
-- expect: used up its 100000 instructions
return function(ctx)
  local count = 0
  for i = math.maxinteger - 2, math.maxinteger do
    count = count + 1
  end
  assert(count == 3)
  for i = math.mininteger, math.maxinteger do
    count = count + 1
  end
end
