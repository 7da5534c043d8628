-- Just below the limit, so that everything that is made has to be collected at once.
-- expect: was stopped
return function(ctx)
  local kept = {}
  local size = 4000
  for i = 1, 980 do
    kept[i] = string.rep("x", size) .. i
  end
  while true do
    local gone = { string.rep("y", 100) }
  end
end
