-- A text doubled without end, and each time caught.
-- expect: made a string of more than 4096 bytes
return function(ctx)
  while true do
    pcall(function()
      local text = "x"
      while true do
        text = text .. text
      end
    end)
  end
end
