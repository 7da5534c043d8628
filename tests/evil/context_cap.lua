-- A script of an indicator caps the total.
-- expect: ctx has no "cap"
return function(ctx)
  ctx:cap { total = 0, code = "x", zh = "x" }
end
