-- A loop without end inside pcall, tried again without end.
-- expect: was stopped
return function(ctx)
  while true do
    pcall(function()
      while true do
      end
    end)
  end
end
