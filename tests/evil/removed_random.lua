-- Chance.
-- expect: there is no "random" in math
return function(ctx)
  math.random()
end
