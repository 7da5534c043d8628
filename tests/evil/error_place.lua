-- An error that forges a place and a colour.
-- expect: \x1b[31mfine
return function(ctx)
  error("other.ini:1: \27[31mfine\27[0m\nnext line", 0)
end
