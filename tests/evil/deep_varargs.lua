-- Recursion with four thousand arguments each time.
-- expect: KiB of memory
return function(ctx)
  local bytes = string.rep("x", 4000)
  local function down(...)
    return 1 + down(string.byte(bytes, 1, -1))
  end
  down()
end
