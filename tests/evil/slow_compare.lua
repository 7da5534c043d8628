-- Texts of NULs compared, which C does a byte at a time.
-- expect: was stopped
return function(ctx)
  local text = string.rep("\0", 4000)
  local other = text .. "x"
  while true do
    local before = text < other
  end
end
