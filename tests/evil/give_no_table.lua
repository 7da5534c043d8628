-- A loss that is no table.
-- expect: expected ctx:deduct to be given a table
return function(ctx)
  ctx:deduct(5)
end
