-- Recursion without end.
-- expect: was stopped
return function(ctx)
  local function down(n)
    return 1 + down(n)
  end
  down(1)
end
