-- Patterns that never end, by find.
-- expect: there are no patterns
return function(ctx)
  return ("a"):rep(200):find(("a*"):rep(12) .. "b")
end
