-- The registry.
-- expect: there is no "debug" in _G
return function(ctx)
  debug.getregistry()
end
