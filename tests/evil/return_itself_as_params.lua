-- A table that declares itself.
-- expect: params.params has no entry "params"
local all = { run = function() end }
all.params = all
return all
