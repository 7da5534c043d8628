-- Strings that are all kept.
-- expect: KiB of memory
return function(ctx)
  local kept = {}
  for i = 1, 1000000 do
    kept[i] = string.rep("x", 4000)
  end
end
