-- Bytecode of one's own.
-- expect: there is no "dump" in string
return function(ctx)
  string.dump(function() end)
end
