-- A library sorted.
-- expect: done
return function(ctx)
  table.sort(string)
  error("done")
end
