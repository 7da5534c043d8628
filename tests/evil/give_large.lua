-- More points than can be computed.
-- expect: too large to be computed
return function(ctx)
  local most = jx.decimal("99999999999999999")
  ctx:deduct { points = most * most, code = "x", zh = "x" }
  ctx:deduct { points = most * most * most, code = "x", zh = "x" }
end
