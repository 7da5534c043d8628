-- A loop without end inside pcall, tried again without end.
-- expect: used up its 100000 instructions
return function(ctx)
  while true do
    pcall(function()
      while true do
      end
    end)
  end
end
