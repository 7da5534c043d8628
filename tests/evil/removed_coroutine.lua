-- A budget of its own for each coroutine.
-- expect: there is no "coroutine" in _G
return function(ctx)
  coroutine.wrap(function() end)()
end
