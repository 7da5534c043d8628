-- All that the context has.
-- expect: table expected
return function(ctx)
  for key in pairs(ctx) do
    ctx:note(key)
  end
end
