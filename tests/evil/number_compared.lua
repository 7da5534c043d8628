-- A decimal compared with a text.
-- expect: expected an integer or a jx.decimal, found string
return function(ctx)
  return jx.decimal(2) < "3"
end
