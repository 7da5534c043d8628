-- The constructor of numbers made to lie.
-- expect: jx cannot be written
return function(ctx)
  jx.decimal = function()
    return 100
  end
end
