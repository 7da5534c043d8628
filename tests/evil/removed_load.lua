-- Text compiled at run time.
-- expect: there is no "load" in _G
return function(ctx)
  load("return 1")()
end
