return function(ctx) local ok, why = pcall(error, {}) assert(ok, tostring(why)) end
