-- Recursion through pcall, to the end of the C stack.
-- expect: nested too deeply
return function(ctx)
  local function down()
    local ok, why = pcall(down)
    if not ok then
      error(why, 0)
    end
  end
  down()
end
