-- The slowest of all float divisions, without end.
-- expect: was stopped
return function(ctx)
  local most = 1e308
  while true do
    local rest = most % 5e-324
  end
end
