-- The rest of a division by nothing.
-- expect: division by 0
return function(ctx)
  return 5 % jx.decimal(0)
end
