-- The greatest of two hundred fractions, without end.
-- expect: was stopped
return function(ctx)
  local list = {}
  local part = jx.decimal("12345678901234567.8901234567") / jx.decimal("98765432109876543")
  for i = 1, 200 do
    list[i] = part * i / (i + 1)
  end
  while true do
    jx.max(table.unpack(list))
  end
end
