-- A line for another interpreter.
-- expect: unexpected symbol
#!/usr/bin/lua
return function() end
