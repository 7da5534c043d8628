-- A table that holds itself.
-- expect: expected only params, inputs and run
local all = { run = function() end }
all.all = all
return all
