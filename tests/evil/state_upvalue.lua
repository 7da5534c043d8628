-- A counter that grows with every project.
-- expect: runs: 1
local runs = 0
return function(ctx)
  runs = runs + 1
  error("runs: " .. runs)
end
