-- table.move over all integers.
-- expect: there is no "move" in table
return function(ctx)
  table.move({}, 1, math.maxinteger, 2)
end
