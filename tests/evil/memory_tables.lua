-- Tables within tables, all kept.
-- expect: used up its 100000 instructions
return function(ctx)
  local kept = {}
  while true do
    kept = { kept, {}, {} }
  end
end
