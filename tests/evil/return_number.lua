-- A number is returned.
-- expect: found number
return 42
