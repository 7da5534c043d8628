-- A loop whose condition calls.
-- expect: used up its 100000 instructions
return function(ctx)
  local function no()
    return false
  end
  repeat
  until no()
end
