-- Patterns that never end, by gsub.
-- expect: there is no "gsub" in string
return function(ctx)
  return string.gsub("x", ".-y", "")
end
