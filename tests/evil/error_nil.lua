-- An error that is nil.
-- expect: not a text
return function(ctx)
  error()
end
