-- The same in tables that are just small enough, again and again.
-- expect: was stopped
return function(ctx)
  while true do
    local keys = {}
    for i = 1, 2049 do
      keys[i * 4095] = 1
    end
  end
end
