-- A library made to lie.
-- expect: math cannot be written
return function(ctx)
  math.floor = function()
    return 100
  end
end
