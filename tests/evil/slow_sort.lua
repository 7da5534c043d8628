-- Texts of NULs sorted without a comparator: no instruction of Lua is done meanwhile.
-- expect: was stopped
return function(ctx)
  local list = {}
  local text = string.rep("\0", 3900)
  for i = 1, 200 do
    list[i] = text .. (i * 7 % 200)
  end
  while true do
    table.sort(list)
  end
end
