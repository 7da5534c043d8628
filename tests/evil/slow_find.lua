-- The worst case of finding a part.
-- expect: was stopped
return function(ctx)
  local text = string.rep("a", 4000)
  local part = string.rep("a", 2000) .. "b"
  while true do
    string.find(text, part)
  end
end
