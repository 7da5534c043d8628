-- unpack of as many values as there are integers.
-- expect: expected at most 200 values
return function(ctx)
  table.unpack({}, math.mininteger, math.maxinteger)
end
