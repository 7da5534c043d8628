-- A text doubled without end.
-- expect: made a string of more than 4096 bytes
return function(ctx)
  local text = "x"
  while true do
    text = text .. text
  end
end
