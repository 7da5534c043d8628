-- Elements pushed in at the front of a long list.
-- expect: was stopped
return function(ctx)
  local list = {}
  while true do
    table.insert(list, 1.0, 1)
  end
end
