-- An error that pretends that memory was out.
-- expect: not enough memory
return function(ctx)
  error("not enough memory", 0)
end
