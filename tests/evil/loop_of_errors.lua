-- Errors raised and caught without end.
-- expect: was stopped
return function(ctx)
  while true do
    pcall(error, { 1 })
  end
end
