-- One repeated with something between, so that the product overflows.
-- expect: made a string of more than 4096 bytes
return function(ctx)
  string.rep("x", math.maxinteger, string.rep("y", 4000))
end
