-- assert with a table.
-- expect: not a text
return function(ctx)
  assert(false, {})
end
