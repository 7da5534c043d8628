-- for tests: a column that must be filled in
return {
  inputs = { visits = { type = "integer", required = true, zh = "走访次数", en = "visits" } },
  run = function() end,
}
