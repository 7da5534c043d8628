-- Bytes that are no UTF-8.
-- expect: expected text in UTF-8
return function(ctx)
  local a = "ÿþ"
end
