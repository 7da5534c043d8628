-- table.concat of more than fits.
-- expect: made a string of more than 4096 bytes
return function(ctx)
  local parts = {}
  for i = 1, 600 do
    parts[i] = "0123456789"
  end
  table.concat(parts, ", ")
end
