-- The same with floats.
-- expect: more than 4096 entries
return function(ctx)
  local keys = {}
  for i = 1, 16385 do
    keys[i * 32767 + 0.5] = 1
  end
end
