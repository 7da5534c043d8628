-- The length of a table with holes at every power of two, sorted.
-- expect: was stopped
return function(ctx)
  local list = {}
  local at = 1
  for i = 1, 62 do
    list[at] = i
    at = at * 2
  end
  for i = 1, 62 do
    table.insert(list, 1, i)
    table.sort(list)
  end
  while true do
    local length = #list
  end
end
