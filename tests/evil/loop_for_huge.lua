-- A numeric loop up to infinity.
-- expect: used up its 100000 instructions
return function(ctx)
  for i = 1, math.huge do
    local kept = i
  end
end
