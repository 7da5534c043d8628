-- Errors in what handles errors.
-- expect: third
return function(ctx)
  local ok, why = pcall(function()
    local _, inner = pcall(error, "first")
    error(inner .. " second", 0)
  end)
  error(why .. " third", 0)
end
