-- unpack of a hundred million values.
-- expect: expected at most 200 values
return function(ctx)
  table.unpack({}, 1, 100000000)
end
