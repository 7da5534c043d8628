-- A library is returned as if it declared something.
-- expect: found nil
return string
