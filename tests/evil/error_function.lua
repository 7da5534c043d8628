-- An error that is a function.
-- expect: not a text
return function(ctx)
  error(function() end)
end
