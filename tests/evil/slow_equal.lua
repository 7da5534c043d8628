-- Long texts compared and used as keys without end.
-- expect: was stopped
return function(ctx)
  local names = {}
  local text = string.rep("k", 4000)
  local i = 0
  while true do
    i = i + 1
    names[text .. i] = text == text .. ""
    names[text .. i] = nil
  end
end
