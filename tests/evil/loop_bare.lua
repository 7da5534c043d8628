-- A loop without end.
-- expect: used up its 100000 instructions
return function(ctx)
  while true do
  end
end
