-- Two functions that call each other.
-- expect: used up its 100000 instructions
return function(ctx)
  local two
  local function one()
    return 1 + two()
  end
  function two()
    return 1 + one()
  end
  one()
end
