-- The context is written to.
-- expect: ctx cannot be written
return function(ctx)
  ctx.points = 100
end
