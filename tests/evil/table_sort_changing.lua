-- A comparator that takes the list apart.
-- expect: attempt to compare
return function(ctx)
  local list = { 5, 4, 3, 2, 1 }
  table.sort(list, function(a, b)
    list[#list] = nil
    return a < b
  end)
end
