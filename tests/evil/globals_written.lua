-- A global variable.
-- expect: _G cannot be written
return function(ctx)
  counter = 1
end
