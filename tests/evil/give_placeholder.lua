-- A placeholder that is a text of the host's own messages.
-- expect: names {1}, but figures has no "1"
return function(ctx)
  ctx:deduct { points = 1, code = "x", message = "{1} {2!} {points}" }
end
