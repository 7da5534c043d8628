-- An error that blames another line.
-- expect: elsewhere
return function(ctx)
  local function blame()
    error("elsewhere", 9)
  end
  blame()
end
