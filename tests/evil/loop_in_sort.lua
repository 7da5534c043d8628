-- A comparator that never returns.
-- expect: used up its 100000 instructions
return function(ctx)
  table.sort({ 1, 2 }, function()
    while true do
    end
  end)
end
