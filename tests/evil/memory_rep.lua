-- A text repeated a thousand million times.
-- expect: made a string of more than 4096 bytes
return function(ctx)
  string.rep("x", 1000000000)
end
