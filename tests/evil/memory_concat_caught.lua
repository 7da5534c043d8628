-- The same, caught, again and again.
-- expect: made a string of more than 4096 bytes
return function(ctx)
  local parts = {}
  for i = 1, 600 do
    parts[i] = "0123456789"
  end
  while true do
    pcall(table.concat, parts)
  end
end
