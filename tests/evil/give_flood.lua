-- A thousand losses.
-- expect: at most 100 losses and notes
return function(ctx)
  for i = 1, 1000 do
    ctx:deduct { points = jx.decimal("0.01"), code = "flood", zh = "多" }
  end
end
