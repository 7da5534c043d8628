-- Defaults of four thousand bytes.
-- expect: expected
return {
  params = { p = { type = "integer", zh = "参数", default = string.rep("9", 4000) } },
  run = function() end,
}
