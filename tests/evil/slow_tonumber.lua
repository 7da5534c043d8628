-- A number of four thousand digits read without end.
-- expect: was stopped
return function(ctx)
  local digits = "0." .. string.rep("0", 300) .. string.rep("123456789", 400)
  while true do
    tonumber(digits)
  end
end
