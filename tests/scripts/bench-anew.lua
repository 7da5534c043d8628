-- keeps a variable of its own, so that it runs anew for each call
local calls = 0
return function(ctx)
  calls = calls + 1
end
