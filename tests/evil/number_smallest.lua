-- The smallest integer as a decimal, and below.
-- expect: done
return function(ctx)
  local least = jx.decimal(math.mininteger)
  assert(tostring(least - 1) == "-9223372036854775809")
  assert(tostring(-least) == "9223372036854775808")
  error("done")
end
