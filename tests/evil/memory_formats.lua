-- Formats without end in one text.
-- expect: used up its 100000 instructions
return function(ctx)
  local form = string.rep("%%", 2000)
  while true do
    string.format(form)
  end
end
