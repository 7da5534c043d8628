-- A field that is not there.
-- expect: did you mean "target"
return function(ctx)
  return ctx.targte
end
