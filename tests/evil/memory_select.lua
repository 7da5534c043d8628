-- select far behind the end, then in front of the beginning.
-- expect: bad argument #1
return function(ctx)
  assert(select("#", select(math.maxinteger, 1, 2)) == 0)
  select(math.mininteger, 1, 2)
end
