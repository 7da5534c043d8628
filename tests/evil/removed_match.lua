-- Patterns that never end.
-- expect: there is no "match" in string
return function(ctx)
  return ("x"):rep(200):match(("a*"):rep(12) .. "b")
end
