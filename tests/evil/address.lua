-- Whatever could tell an address.
-- expect: table function userdata userdata function
return function(ctx)
  local texts = { tostring({}), tostring(pcall), tostring(ctx), tostring(ctx.input), string.format("%s", ctx.deduct) }
  error(table.concat(texts, " "))
end
