-- Recursion through the comparator of sort.
-- expect: nested too deeply
return function(ctx)
  local function down()
    table.sort({ 1, 2 }, down)
  end
  down()
end
