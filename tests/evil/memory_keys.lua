-- A table of holes, walked again and again.
-- expect: was stopped
return function(ctx)
  local list = {}
  for i = 1, 20000 do
    list[i] = i
  end
  for i = 1, 20000 do
    list[i] = nil
  end
  while true do
    pairs(list)
  end
end
