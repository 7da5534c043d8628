-- Decimals that are all kept.
-- expect: was stopped
return function(ctx)
  local kept = {}
  for i = 1, 1000000 do
    kept[i] = jx.decimal(i) / 7
  end
end
