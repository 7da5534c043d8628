-- A method put on a number.
-- expect: jx.decimal cannot be written
return function(ctx)
  local number = jx.decimal(1)
  number.round = 1
end
