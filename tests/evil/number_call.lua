-- A number called as a function.
-- expect: attempt to call
return function(ctx)
  return jx.decimal(2)()
end
