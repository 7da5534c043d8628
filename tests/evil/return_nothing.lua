-- Nothing is returned.
-- expect: found nil
local a = 1
