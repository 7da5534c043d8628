-- Keys that are tables and functions.
-- expect: expected only params, inputs and run
return { [{}] = 1, [function() end] = 2, run = function() end }
