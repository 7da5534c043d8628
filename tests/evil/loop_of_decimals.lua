-- Decimals added, compared and joined without end.
-- expect: was stopped
return function(ctx)
  local sum = jx.decimal("0.1")
  while sum ~= jx.decimal(-1) do
    sum = (sum * 3 + 1) % 97
    local text = sum .. " points"
  end
end
