-- string.pack, whose sizes are of the machine.
-- expect: there is no "pack" in string
return function(ctx)
  string.pack("s1", "x")
end
