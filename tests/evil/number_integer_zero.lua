-- Lua's own division by nothing, behind its smallest integer by -1.
-- expect: attempt to divide by zero
return function(ctx)
  assert(math.mininteger // -1 == math.mininteger and math.mininteger % -1 == 0)
  return 1 // 0
end
