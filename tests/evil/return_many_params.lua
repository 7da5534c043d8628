-- A thousand parameters.
-- expect: at most 64 entries in params
local params = {}
for i = 1, 1000 do
  params["p" .. i] = { type = "integer", zh = "参数" }
end
return { params = params, run = function() end }
