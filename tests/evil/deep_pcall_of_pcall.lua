-- pcall that calls pcall that calls pcall.
-- expect: nested too deeply
return function(ctx)
  local many = {}
  for i = 1, 199 do
    many[i] = pcall
  end
  local results = { pcall(table.unpack(many)) }
  error(results[#results], 0)
end
