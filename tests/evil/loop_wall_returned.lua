-- A wall caught by pcall and handed back as if nothing had happened.
-- expect: used up its 100000 instructions
return function(ctx)
  local function spin()
    while true do
    end
  end
  local ok, why = pcall(spin)
  return ok, why
end
