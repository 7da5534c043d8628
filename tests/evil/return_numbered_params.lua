-- Parameters without names.
-- expect: expected keys of params
return { params = { { type = "integer", zh = "参数" } }, run = function() end }
