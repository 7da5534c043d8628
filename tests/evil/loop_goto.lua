-- A loop without end, by goto.
-- expect: used up its 100000 instructions
return function(ctx)
  ::again::
  goto again
end
