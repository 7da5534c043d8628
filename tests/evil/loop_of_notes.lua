-- Notes without end, refusals caught.
-- expect: used up its 100000 instructions
return function(ctx)
  while true do
    pcall(ctx.note, ctx, "again")
  end
end
