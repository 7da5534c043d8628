-- Closures that keep each other.
-- expect: used up its 100000 instructions
return function(ctx)
  local kept
  while true do
    local before = kept
    kept = function()
      return before
    end
  end
end
