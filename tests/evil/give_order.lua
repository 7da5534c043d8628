-- Several faults at once, always the same one named.
-- expect: is a Lua float
return function(ctx)
  ctx:deduct { points = 0.5, code = "X Y", zh = "", en = 5, message = {} }
end
