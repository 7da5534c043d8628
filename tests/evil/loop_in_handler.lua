-- A loop in what follows a caught error.
-- expect: used up its 100000 instructions
return function(ctx)
  local ok = pcall(error, "first")
  while not ok do
    ok = false
  end
end
