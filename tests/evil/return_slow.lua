-- Slow in C before anything is declared.
-- expect: return_slow.lua
local most = 1e308
for i = 1, 20000 do
  local text = tonumber("0." .. string.rep("0", 300) .. string.rep("123456789", 400))
end
return function() end
