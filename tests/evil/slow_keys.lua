-- Keys chosen so that they all collide once the table grows, within one instruction.
-- expect: more than 4096 entries
return function(ctx)
  local keys = {}
  for i = 1, 16385 do
    keys[i * 32767] = 1
  end
end
