-- A comparator that catches its own endless loop.
-- expect: was stopped
return function(ctx)
  while true do
    pcall(table.sort, { 3, 2, 1 }, function()
      while true do
      end
    end)
  end
end
