-- witness.lua: uses what scripts have, and tells what it found. Whatever another script left behind would show.
local calls = 0
local seen = {}

return function(ctx)
  calls = calls + 1
  seen[#seen + 1] = ctx.id
  local names = { b = 2, a = 1, c = 3, [1] = "x", [true] = "y" }
  local order = {}
  for key, value in pairs(names) do
    order[#order + 1] = tostring(key) .. "=" .. tostring(value)
  end
  local parts = { calls, #seen, ctx.id, ctx.points, math.floor(7 // 2), ("ab"):upper() }
  parts[#parts + 1] = string.format("%s %d %.2f", "x", 3, jx.decimal("2.675"))
  parts[#parts + 1] = table.concat(order, " ")
  parts[#parts + 1] = tostring(pcall(error, "e"))
  ctx:note(table.concat(parts, "; "))
  ctx:deduct { points = jx.decimal("0.5") * calls, code = "seen", zh = "第" .. calls .. "次", en = "call " .. calls }
end
