-- A key with a NUL in it, a number, a table, nil, not-a-number.
-- expect: ctx has no "nil"
return function(ctx)
  assert(not pcall(function()
    return ctx["target\0"]
  end))
  assert(not pcall(function()
    return ctx[1]
  end))
  assert(not pcall(function()
    return ctx[{}]
  end))
  assert(not pcall(function()
    return ctx[0 / 0]
  end))
  return ctx[nil]
end
