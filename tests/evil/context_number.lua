-- A method is called with a number for the context.
-- expect: with a colon
return function(ctx)
  ctx.note(jx.decimal(1), "x")
end
