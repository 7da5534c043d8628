-- Recursion without end.
-- expect: used up its 100000 instructions
return function(ctx)
  local function down(n)
    return 1 + down(n)
  end
  down(1)
end
