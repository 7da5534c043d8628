-- A run that is no function.
-- expect: found number
return { run = 1 }
