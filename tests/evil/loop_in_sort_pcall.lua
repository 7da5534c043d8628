-- A comparator that catches its own endless loop.
-- expect: used up its 100000 instructions
return function(ctx)
  while true do
    pcall(table.sort, { 3, 2, 1 }, function()
      while true do
      end
    end)
  end
end
