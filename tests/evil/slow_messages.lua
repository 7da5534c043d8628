-- Errors of ours with long names in them, caught without end.
-- expect: was stopped
return function(ctx)
  local name = string.rep("n", 4000)
  while true do
    pcall(function()
      return ctx[name]
    end)
  end
end
