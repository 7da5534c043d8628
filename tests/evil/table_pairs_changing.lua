-- A table that grows while it is walked through.
-- expect: steps: 3
return function(ctx)
  local list = { a = 1, b = 2, c = 3 }
  local steps = 0
  for key in pairs(list) do
    steps = steps + 1
    list[key .. key] = 1
  end
  error("steps: " .. steps)
end
