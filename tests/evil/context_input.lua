-- What was reported is written to.
-- expect: ctx.input cannot be written
return function(ctx)
  ctx.input.months = 0
end
