-- A text that never ends.
-- expect: unfinished string
return function()
  local a = "no end
