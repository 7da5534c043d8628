-- Tail calls without end, which take no stack.
-- expect: used up its 100000 instructions
return function(ctx)
  local function on(n)
    return on(n + 1)
  end
  on(1)
end
