-- An error that is the context.
-- expect: not a text
return function(ctx)
  error(ctx)
end
