-- A format with a width of a thousand million.
-- expect: expected %s %d %f or %%
return function(ctx)
  string.format("%1000000000d", 1)
end
