-- A comparator that always says yes, one that says yes and no in turn.
-- expect: done
return function(ctx)
  local list = {}
  for i = 1, 100 do
    list[i] = i
  end
  table.sort(list, function()
    return true
  end)
  local yes = false
  table.sort(list, function()
    yes = not yes
    return yes
  end)
  local sum = 0
  for _, value in ipairs(list) do
    sum = sum + value
  end
  assert(sum == 5050)
  error("done")
end
