-- Keys that have no order.
-- expect: pairs needs keys
return function(ctx)
  for key in pairs({ [{}] = 1 }) do
  end
end
