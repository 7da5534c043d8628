-- Every function that Lua has and scripts have not, one after the other.
-- expect: there is no "xpcall" in _G
return function(ctx)
  local globals = _ENV
  local names = { "load", "loadstring", "dofile", "loadfile", "require", "package", "io", "os", "debug", "coroutine",
    "setmetatable", "getmetatable", "rawset", "rawget", "rawequal", "rawlen", "next", "collectgarbage", "print", "utf8",
    "warn", "_G", "_VERSION", "xpcall" }
  for _, name in ipairs(names) do
    local ok, why = pcall(function()
      return globals[name]
    end)
    assert(not ok and string.find(why, name, 1, true), name)
  end
  return globals[names[#names]]
end
