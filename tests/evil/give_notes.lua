-- A thousand notes.
-- expect: at most 100 losses and notes
return function(ctx)
  for i = 1, 1000 do
    ctx:note("note " .. i)
  end
end
