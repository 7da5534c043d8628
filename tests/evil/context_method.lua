-- The method of another context is put in its place.
-- expect: ctx cannot be written
return function(ctx)
  ctx.deduct = ctx.note
end
