-- A library written into by a function of the host.
-- expect: string cannot be written
return function(ctx)
  table.insert(string, "x")
end
