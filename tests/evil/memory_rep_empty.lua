-- Nothing repeated as often as can be, again and again.
-- expect: used up its 100000 instructions
return function(ctx)
  while true do
    assert(string.rep("", math.maxinteger) == "")
  end
end
