-- A method is called with something else.
-- expect: with a colon
return function(ctx)
  ctx.deduct({ id = "it" }, { points = 1, code = "x", zh = "x" })
end
