-- The globals replaced before the function is made.
-- expect: contained
local fail = error
_ENV = { pairs = 1 }
return function(ctx)
  if jx == nil then
    fail("contained")
  end
end
