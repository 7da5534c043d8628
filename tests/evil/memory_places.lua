-- A format with a million decimals.
-- expect: expected %s %d %f or %%
return function(ctx)
  string.format("%.1000000f", 1)
end
