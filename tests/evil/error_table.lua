-- An error that is a table.
-- expect: not a text
return function(ctx)
  error({ message = "x" })
end
