-- table.concat of tables.
-- expect: table.concat takes texts and numbers, found table
return function(ctx)
  return table.concat({ 1, {} })
end
