-- Loops within pcall within pcall, as deep as it goes, each caught and begun again.
-- expect: was stopped
return function(ctx)
  local function nest()
    while true do
      pcall(nest)
    end
  end
  nest()
end
