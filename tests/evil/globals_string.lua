-- The methods of all texts made to lie.
-- expect: string cannot be written
return function(ctx)
  local methods = ("").format and string
  methods.len = function()
    return 0
  end
end
