-- Thousands of arguments handed on without end.
-- expect: of processor time
return function(ctx)
  local bytes = string.rep("x", 4000)
  local function on(...)
    return on(...)
  end
  on(string.byte(bytes, 1, -1))
end
