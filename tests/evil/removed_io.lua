-- Files.
-- expect: there is no "io" in _G
return function(ctx)
  io.open("/etc/passwd")
end
