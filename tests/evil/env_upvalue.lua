-- The globals of the chunk replaced by a local of that name.
-- expect: contained
local own = { error = error, count = 0 }
local _ENV = own
return function(ctx)
  count = count + 1
  error("contained " .. count)
end
