-- A list that grows with every project.
-- expect: runs: 1
local runs = {}
return {
  run = function(ctx)
    runs[#runs + 1] = ctx
    error("runs: " .. #runs)
  end,
}
