-- A parameter is written to.
-- expect: ctx.param cannot be written
return function(ctx)
  ctx.param.grace = 12
end
