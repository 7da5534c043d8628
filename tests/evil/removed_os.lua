-- The clock.
-- expect: there is no "os" in _G
return function(ctx)
  return os.time()
end
