-- Errors raised and caught without end.
-- expect: used up its 100000 instructions
return function(ctx)
  while true do
    pcall(error, { 1 })
  end
end
