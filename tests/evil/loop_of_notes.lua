-- Notes without end, refusals caught.
-- expect: was stopped
return function(ctx)
  while true do
    pcall(ctx.note, ctx, "again")
  end
end
